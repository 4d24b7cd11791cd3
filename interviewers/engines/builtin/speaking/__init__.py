"""What is said to the candidate in the interview: questions, hints, what leads over, farewells.

Wordings and which of them is said; nothing is judged here."""
