"""Figures that contradict a reference: another order of growth, another number of the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.text import fold

__all__ = ["growths", "misstated", "without_growths"]

_GROWTH = re.compile(r"\b(?:o|theta|omega|θ|ω) ?\(([^()]{1,24}(?:\([^()]{1,12}\)[^()]{0,12})?)\)")
_COUNT = re.compile(
    r"(?<![a-z\d_.^(])(\d{1,9}(?:\.\d+)?)(?![\d.^)])[ -]?(?:个 ?)?([a-z]{3,}|[\u3400-\u9fff]{1,2})"
)
_GROWS = "o()"


def growths(folded: str) -> set[str]:
    """The orders of growth that a folded text names: "o(n log n)" is "nlogn"."""
    plain = (
        growth.group(1).replace("**", "^").replace("²", "^2").replace("log2", "log")
        for growth in _GROWTH.finditer(folded)
    )
    return {re.sub(r"[\s^*·()]", "", one) for one in plain}


def without_growths(folded: str) -> str:
    return _GROWTH.sub(" ", folded)


@lru_cache(maxsize=4_096)
def _figures(folded: str) -> Mapping[str, frozenset[str]]:
    """The numbers of a folded text by what they count, and its orders of growth."""
    found: dict[str, set[str]] = {}
    if grows := growths(folded):
        found[_GROWS] = grows
    for count in _COUNT.finditer(folded):
        found.setdefault(stem(count.group(2)), set()).add(count.group(1))
    return {what: frozenset(numbers) for what, numbers in found.items()}


def misstated(sentences: Sequence[str], references: Sequence[str]) -> list[bool]:
    """Which of an answer's folded sentences give a figure of something of which every reference gives
    another. Where the right one is given as well (best and worst case), nothing is contradicted."""
    said = _figures("\n".join(sentences))
    known = [_figures(fold(reference)) for reference in references] if said else []
    if not known or not all(_contradict(said, figures) for figures in known):
        return [False] * len(sentences)
    return [all(_contradict(_figures(s), figures) for figures in known) for s in sentences]


def _contradict(said: Mapping[str, frozenset[str]], known: Mapping[str, frozenset[str]]) -> bool:
    shared = [what for what in said if what in known]
    return bool(shared) and all(said[what].isdisjoint(known[what]) for what in shared)
