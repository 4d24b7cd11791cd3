"""Scoring points: whether a sentence makes one, by its wording, its synonyms or its cue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.cues import find_cues
from interviewers.engines.builtin.denial import affirmed, is_negative
from interviewers.engines.builtin.fuzzy import similar
from interviewers.engines.builtin.matching import QUESTION_WEIGHT
from interviewers.engines.builtin.text import (
    Segment,
    Term,
    asked,
    atoms,
    fold,
    is_function,
    is_han,
    stem,
    terms,
    weight,
)
from interviewers.engines.builtin.words import NEGATIONS_EN

__all__ = ["Point", "by_cue", "by_words", "prepare_point", "row_of", "stems"]

NO_RECALL, FULL_RECALL = 0.25, 0.75
NO_RECALL_HAN, FULL_RECALL_HAN = 0.15, 0.6
"""Between these shares of a point's own wording its strength grows from 0 to 1. Of the pairs of a
Chinese wording some reach from one word into the next; nobody else's words have those."""
SCATTERED = 0.5
"""What both characters of a pair earn that do not stand side by side."""
ONE_SYNONYM = 0.85
WINDOW = 4
"""So many other words may stand between the words of a synonym."""
FUZZY_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A synonym: its stems in a row, a space at either end, and the content words among them.

    ``key`` is the first of its Latin words, "" where it has none. ``loose`` finds three or more Chinese characters in order with one or two others in between.
    """

    row: str
    key: str
    latin: tuple[str, ...]
    han: frozenset[Term]
    literal: bool
    negative: bool
    loose: re.Pattern[str] | None

    def kin(self, wording: Mapping[Term, float]) -> bool:
        """Whether it has a term of a point's wording: then a negation there is one of this too."""
        return any(term in wording for term in (*self.latin, *self.han))


@dataclass(frozen=True, slots=True)
class Point:
    """A scoring point, prepared once: its wording's terms with weights, its synonyms, its cue.

    ``negative`` is whether its wording has a negation of its own.
    """

    wording: Mapping[Term, float]
    total: float
    phrases: tuple[Phrase, ...]
    cue: Cue | None
    negative: bool


@dataclass(frozen=True, slots=True)
class _View:
    row: str
    places: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[str, ...]]
    terms: frozenset[Term]


_PRONOUNS = dict.fromkeys(("he", "she", "they"), "they") | dict.fromkeys(
    ("him", "his", "her", "hers", "their", "theirs"), "them"
)
"""Of whom a synonym speaks makes no difference."""


def stems(words: Sequence[str]) -> list[str]:
    """Words as synonyms are compared; Chinese characters stay as they are."""
    return [word if is_han(word) else _PRONOUNS.get(word) or stem(word) for word in words]


@lru_cache(maxsize=16_384)
def _phrase(text: str) -> Phrase:
    folded = fold(text)
    words = atoms(folded)
    content = [word for word in words if not is_function(word)]
    latin = tuple(stem(word) for word in content if not is_han(word))
    han = frozenset(term for term in terms(folded) if is_han(term) and len(term) > 1)
    literal = (
        any(word in NEGATIONS_EN for word in words)
        or (len(words) >= 3 and len(content) < 2)
        or not (latin or han)
    )
    loose = None
    if len(words) >= 3 and all(map(is_han, words)) and len(content) == len(words):
        loose = re.compile(".{0,2}".join(words))
    row = f" {' '.join(stems(words))} "
    key = latin[0] if latin else ""
    return Phrase(row, key, latin, han, literal, is_negative(folded), loose)


@lru_cache(maxsize=4_096)
def prepare_point(point: ScoringPoint, question: str) -> Point:
    """A scoring point as the assessor uses it; the question's own words weigh little."""
    known = asked(question).terms
    wording = {
        term: weight(term) * (QUESTION_WEIGHT if term in known else 1.0)
        for term in dict.fromkeys(terms(fold(point.text)))
    }
    phrases = tuple(_phrase(synonym) for synonym in point.synonyms)
    return Point(wording, sum(wording.values()), phrases, point.cue, is_negative(fold(point.text)))


@lru_cache(maxsize=2_048)
def _view(segment: Segment) -> _View:
    row = stems(segment.atoms)
    places: dict[str, list[int]] = {}
    for place, (word, stemmed) in enumerate(zip(segment.atoms, row, strict=True)):
        if not is_han(word) and not is_function(word):
            places.setdefault(stemmed, []).append(place)
    fixed = {stemmed: tuple(found) for stemmed, found in places.items()}
    starts: dict[str, tuple[str, ...]] = {}
    for stemmed in fixed:
        starts[stemmed[0]] = (*starts.get(stemmed[0], ()), stemmed)
    return _View(f" {' '.join(row)} ", fixed, starts, frozenset(segment.terms))


def row_of(segment: Segment) -> str:
    """The stems of a sentence in a row, with a space at either end, as those of a `Phrase`."""
    return _view(segment).row


def by_words(point: Point, segment: Segment, said: Segment | None = None) -> float:
    """How far a sentence makes a point by its wording or its synonyms, 0-1.

    What it denies (what of it is not ``said``, see `denial.affirmed`) only makes a point that is negative by itself.
    """
    said = affirmed(segment) if said is None else said
    whole = _view(segment)
    heard = whole if said is segment else _view(said)
    strength = _by_wording(point, whole if point.negative else heard)
    hits = 0
    places, starts = heard.places, heard.starts
    for phrase in point.phrases:
        agrees = phrase.negative or (point.negative and phrase.kin(point.wording))
        key = phrase.key
        if (
            phrase.row in (whole if agrees else heard).row
            # Most phrases have a first word that nobody said.
            or (
                (not key or key in places or (len(key) >= FUZZY_LENGTH and key[0] in starts))
                and _apart(phrase, heard)
            )
            or (phrase.loose is not None and phrase.loose.search(said.folded))
        ):
            hits += 1
            if hits > 1:
                return 1.0
    return max(strength, ONE_SYNONYM) if hits else strength


def _by_wording(point: Point, view: _View) -> float:
    said = [term for term in point.wording if term in view.terms]
    if not said or (len(said) == 1 and len(point.wording) > 1 and not is_han(said[0])):
        return 0.0
    recall = sum(point.wording[term] for term in said)
    none, full = NO_RECALL, FULL_RECALL
    if is_han(said[0]):
        none, full = NO_RECALL_HAN, FULL_RECALL_HAN
        recall += SCATTERED * sum(
            worth
            for term, worth in point.wording.items()
            if is_han(term) and term not in view.terms and all(char in view.row for char in term)
        )
    return min(1.0, max(0.0, (recall / point.total - none) / (full - none)))


def _apart(phrase: Phrase, view: _View) -> bool:
    """Whether the content words of a synonym stand in a sentence, near each other."""
    if phrase.literal or not phrase.han <= view.terms:
        return False
    found: list[tuple[int, ...]] = []
    for key in phrase.latin:
        places = view.places.get(key)
        if places is None:
            if len(key) < FUZZY_LENGTH or key[0] not in view.starts:
                return False
            places = _near(key, view)
            if not places:
                return False
        found.append(places)
    if len(found) < 2:
        return True
    span = len(found) + WINDOW
    return any(
        all(any(abs(place - start) <= span for place in places) for places in found[1:])
        for start in found[0]
    )


def _near(key: str, view: _View) -> tuple[int, ...]:
    return next((view.places[other] for other in view.starts[key[0]] if similar(key, other)), ())


def by_cue(point: Point, segment: Segment, language: str) -> bool:
    """Whether a sentence makes a point by how it is told."""
    return point.cue is not None and point.cue in find_cues(segment.folded, language)
