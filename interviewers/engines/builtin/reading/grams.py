"""Which of many pieces may stand in a text, told by what the text has of two and three characters."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

__all__ = ["GRAM", "grams_of"]

GRAM = 3
"""By so many of its first characters, or by two where it has no more, a piece is looked for."""


@lru_cache(maxsize=128)
def grams_of(text: str) -> frozenset[str]:
    """What stands in a text of two and of `GRAM` characters; one reader after the other asks for it."""
    pairs = list(map("".join, pairwise(text)))
    return frozenset((*pairs, *map("".join, zip(pairs, text[2:], strict=False))))
