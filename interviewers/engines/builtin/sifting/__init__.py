"""What of an answer counts: what bears on the question, and is not said to whoever marks.

Cuts that talk out, clause by clause, and leaves what would be there without it."""
