"""What the interviewers say: questions, hints, transitions, farewells.

The wordings, and which of them is said when. Nothing is judged here.
"""
