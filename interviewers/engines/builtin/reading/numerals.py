"""English words of which there are no others (numbers, months), for patterns to be put together from. Pure."""

from __future__ import annotations

__all__ = ["MONTHS", "TENS", "TO_TEN"]

TO_TEN = "two|three|four|five|six|seven|eight|nine|ten"
"""Without "one", which hardly ever counts."""
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
