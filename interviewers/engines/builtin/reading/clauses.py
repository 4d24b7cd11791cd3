"""The clauses of a folded sentence, for comparison with those of a reference and for reading denials."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from interviewgpt.expressions import expression

__all__ = ["MARK", "Span", "clauses", "cut", "cut_before", "of_length"]

Span = tuple[int, int]

_BREAK = expression(
    r"[,，;；:：、()（）]+|\b(?:and|but|while|whereas|because|since|which)\b|"
    r"(?:而且|但是?|(?<!反)而(?!是|不)|并且|不过|以及|因为|所以)"
)


@lru_cache(maxsize=2_048)
def clauses(folded: str) -> tuple[str, ...]:
    """The pieces between marks and words that open a clause; those without a word are left out."""
    return tuple(piece for piece in _BREAK.split(folded) if piece.strip())


LONGEST = 300
"""Characters of the longest clause; longer pieces are left out."""
MARK = expression(r"[,，;；:：()（）]|\s-\s")


def cut(folded: str, marks: re.Pattern[str]) -> list[Span]:
    """The spans between marks."""
    found, start = [], 0
    for mark in marks.finditer(folded):
        found.append((start, mark.start()))
        start = mark.end()
    return [*found, (start, len(folded))]


def cut_before(folded: str, start: int, end: int, contrast: re.Pattern[str]) -> list[Span]:
    """The spans of a clause cut before every word of contrast; empty ones are left out."""
    cuts = [start, *(m.start() + start for m in contrast.finditer(folded[start:end])), end]
    return [(a, b) for a, b in pairwise(cuts) if folded[a:b].strip()]


def of_length(folded: str) -> list[Span]:
    """The spans of the clauses of a sentence between marks, those of at most `LONGEST` characters."""
    return [(start, end) for start, end in cut(folded, MARK) if end - start <= LONGEST]
