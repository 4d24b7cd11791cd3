"""Figures that contradict a reference: another order of growth, or another number of the same thing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product

from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.text import fold
from interviewgpt.expressions import expression

__all__ = ["growths", "misstated", "without_growths"]

_GROWTH = expression(r"\b(?:o|theta|omega|θ|ω) ?\(([^()]{1,24}(?:\([^()]{1,12}\)[^()]{0,12})?)\)")
_COUNT = expression(
    r"(?<![a-z\d_.^(])(?:(\d{1,9}(?:\.\d+)?)(?: ?[-–~～到至] ?| (?:to|or) ))?"
    r"(\d{1,9}(?:\.\d+)?)(?![\d.^)])[ -]?(?:个 ?)?([a-z]{3,}|[\u3400-\u9fff]{1,2})"
)


def growths(folded: str) -> set[str]:
    """The orders of growth that a folded text names: "o(n log n)" is "nlogn"."""
    plain = (
        growth.group(1).replace("**", "^").replace("²", "^2").replace("log2", "log")
        for growth in _GROWTH.finditer(folded)
    )
    return {re.sub(r"[\s^*·()]", "", one) for one in plain}


def without_growths(folded: str) -> str:
    return _GROWTH.sub(" ", folded)


_Range = tuple[float, float]


@lru_cache(maxsize=4_096)
def _counts(folded: str) -> Mapping[str, frozenset[_Range]]:
    """The numbers of a folded text by what they count: "5 to 10 weights" is all from 5 to 10."""
    found: dict[str, set[_Range]] = {}
    for count in _COUNT.finditer(folded):
        first, last, what = count.groups()
        ends = float(first or last), float(last)
        found.setdefault(stem(what), set()).add((min(ends), max(ends)))
    return {what: frozenset(ranges) for what, ranges in found.items()}


def misstated(sentences: Sequence[str], references: Sequence[str]) -> list[bool]:
    """Per folded sentence, whether it gives a figure for something of which every reference gives another. If
    the right one is given as well (best and worst case), nothing is contradicted."""
    said = "\n".join(sentences)
    known = list(map(fold, references)) if growths(said) or _counts(said) else []
    if not known or not all(_contradict(said, reference) for reference in known):
        return [False] * len(sentences)
    return [all(_contradict(sentence, reference) for reference in known) for sentence in sentences]


def _contradict(said: str, known: str) -> bool:
    """Whether two folded texts give figures of the same things, and none that may be the same."""
    ours, theirs = growths(said), growths(known)
    agree = [not ours.isdisjoint(theirs)] if ours and theirs else []
    counts, others = _counts(said), _counts(known)
    agree += [_meet(counts[what], others[what]) for what in counts if what in others]
    return bool(agree) and not any(agree)


ROUNDED = 10.0
"""From this number on one may leave out its decimals: "23 degrees" of 23.5."""


def _rounded(ends: _Range) -> _Range:
    """A range from the whole number below it to the one above."""
    low, high = ends
    return (math.floor(low), math.ceil(high)) if low >= ROUNDED else ends


def _is_whole(ends: _Range) -> bool:
    return all(map(float.is_integer, ends))


def _meet(ours: Iterable[_Range], theirs: Iterable[_Range]) -> bool:
    """Whether two of some ranges may be the same, whole numbers standing for those with decimals."""
    for one, other in product(ours, theirs):
        low, high = _rounded(one) if _is_whole(other) else one
        bottom, top = _rounded(other) if _is_whole(one) else other
        if low <= top and bottom <= high:
            return True
    return False
