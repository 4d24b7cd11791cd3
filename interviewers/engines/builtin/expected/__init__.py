"""What is expected of an answer, and how much of it an answer reaches.

Scoring points with their wordings, references, rows of names; the curve from there to a score."""
