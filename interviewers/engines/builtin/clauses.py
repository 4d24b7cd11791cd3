"""The clauses of a folded sentence, cut once for whoever holds them beside those of a reference."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["clauses"]

_BREAK = re.compile(
    r"[,，;；:：、()（）]+|\b(?:and|but|while|whereas|because|since|which)\b|"
    r"(?:而且|但是?|(?<!反)而(?!是|不)|并且|不过|以及|因为|所以)"
)


@lru_cache(maxsize=2_048)
def clauses(folded: str) -> tuple[str, ...]:
    """The pieces between marks and words that open a clause; those without a word are left out."""
    return tuple(piece for piece in _BREAK.split(folded) if piece.strip())
