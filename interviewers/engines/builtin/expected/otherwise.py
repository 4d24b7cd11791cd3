"""Points made in other words than any of their wordings.

An answer that makes most of a question's points is about that question; so where a sentence of it has
rare words of another point, and of no other one, it hardly has them by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.replies import REPLIED
from interviewers.engines.builtin.expected.synonyms import lookup_of
from interviewers.engines.builtin.reading.technical import rarity
from interviewers.engines.builtin.reading.text import Term, asked, fold, terms, weight

__all__ = ["HINTED", "hinted"]

HINTED = REPLIED
"""What a point is worth that only some words of its wordings speak of."""
MADE = {"en": 0.45, "zh": 0.75}
"""An answer that makes this share of the points is about the question."""
ENOUGH = {"en": 3.0, "zh": 5.0}
"""How rare together words have to be that speak of a point: one that stands in fewer than one English
item of the bank in twenty, or several that are not that rare. Pairs of Chinese characters are shared by chance
sooner; with what holds in English, attacks earned by them."""
MANY = 3
"""What names so many points at once may name words of others by the way."""


def hinted(
    points: Sequence[ScoringPoint],
    question: str,
    sentences: Sequence[Sentence],
    made: Sequence[Sequence[bool]],
    language: str,
) -> Iterator[tuple[int, int]]:
    """Which sentence speaks of which point, by their numbers, where ``made`` has for every sentence
    which ones it makes. Those that are not sound speak of no other one, nor those that make many."""
    all_made = list(map(any, zip(*made, strict=True)))
    if sum(all_made) < MADE[language] * len(points) or all(all_made):
        return
    worded = [number for number, point in enumerate(points) if point.cue is None]
    words = {number: _vocabulary(points[number], question) for number in worded}
    said = [
        frozenset(s.said.terms if s.credit >= 1.0 and sum(row) < MANY else ())
        for s, row in zip(sentences, made, strict=True)
    ]
    for number in worded:
        if all_made[number]:
            continue
        best, place = 0.0, -1
        for i, own in enumerate(said):
            worth = sum(
                rarity(term) / sum(term in others for others in words.values())
                for term in words[number] & own
            )
            if worth > best:
                best, place = worth, i
        if best >= ENOUGH[language]:
            yield place, number


@lru_cache(maxsize=256)
def _vocabulary(point: ScoringPoint, question: str) -> frozenset[Term]:
    """The specific words of a point in all its wordings, but for the question's."""
    said = lookup_of(point.synonyms).affirmed.union(terms(fold(point.text)))
    return frozenset(
        term for term in said - asked(question).terms if weight(term) >= 1.0 and len(term) > 1
    )
