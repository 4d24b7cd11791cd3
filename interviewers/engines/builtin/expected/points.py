"""Whether a sentence makes a scoring point: by its text, one of its synonyms (other wordings), or its cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum, log

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.contrary.denial import affirmed, is_negative
from interviewers.engines.builtin.expected.abbreviations import other_forms
from interviewers.engines.builtin.expected.matching import QUESTION_WEIGHT
from interviewers.engines.builtin.expected.synonyms import (
    Phrase,
    View,
    is_said,
    lookup_of,
    phrase_of,
    stands_in,
    view_of,
)
from interviewers.engines.builtin.reading.text import (
    Segment,
    Term,
    asked,
    fold,
    is_han,
    specific,
    terms,
    weight,
)
from interviewers.engines.builtin.stories.cues import find_cues

__all__ = ["MADE", "NOISE", "Point", "by_cue", "by_words", "prepare_point", "worded"]

NO_RECALL, FULL_RECALL = 0.25, 0.75
NO_RECALL_HAN, FULL_RECALL_HAN = 0.15, 0.6
"""Between these shares of a point's own wording (recall) its strength grows from 0 to 1. The shares are lower
in Chinese, where some pairs of characters reach from one word into the next, and other wordings do not have
those."""
SCATTERED = 0.5
"""What the two characters of a pair earn if they do not stand side by side."""
ONE_SYNONYM = 0.85
"""The strength, 0-1, of a point with one synonym said, however little of its own wording is."""
MADE = 0.5
"""From this strength on a point is made, and a clause is about it."""
NOISE = 0.3
"""A strength (0-1) below this is chance and counts nothing."""


@dataclass(frozen=True, slots=True)
class Point:
    """A scoring point, prepared once: its wording's terms with weights, its synonyms, its cue.

    ``by_mark`` has the synonyms by what a sentence must have to say them (`synonyms.lookup_of`).
    ``negative`` is whether its wording has a negation of its own. ``tells`` is what each term of its wordings
    tells of it: more if it stands in several of them, and little if the question has it. ``wordings`` is their number.
    """

    wording: Mapping[Term, float]
    total: float
    by_mark: Mapping[str, tuple[str, ...]]
    marks: frozenset[str]
    cue: Cue | None
    negative: bool
    tells: Mapping[Term, float]
    wordings: int
    stands_for: Mapping[str, str] = field(default_factory=dict)
    """Other forms of its names, each with the name it is one of."""


@lru_cache(maxsize=4_096)
def prepare_point(point: ScoringPoint, question: str) -> Point:
    """A scoring point as the assessor uses it; the question's own words weigh little."""
    known = asked(question).terms
    wording = {
        term: weight(term) * (QUESTION_WEIGHT if term in known else 1.0)
        for term in dict.fromkeys(terms(fold(point.text)))
    }
    lookup = lookup_of(point.synonyms)
    forms = other_forms(point.synonyms)
    by_mark = dict(lookup.by_mark)
    for mark, texts in lookup_of(tuple(forms)).by_mark.items() if forms else ():
        by_mark[mark] = (*by_mark.get(mark, ()), *texts)
    tells = {
        term: weight(term) * (QUESTION_WEIGHT if term in known else 1.0) * (1.0 + log(times))
        for term, times in (Counter(wording.keys()) + Counter(lookup.counts)).items()
    }
    for form, name in forms.items():  # A word of its own tells as much as what it stands for.
        said = {*terms(fold(form))}
        if len(said) == 1:
            worth = max((tells[term] for term in terms(fold(name))), default=0.0)
            tells |= dict.fromkeys(specific(said) - tells.keys(), worth)
    return Point(
        wording,
        fsum(wording.values()),
        by_mark,
        frozenset(by_mark),
        point.cue,
        is_negative(fold(point.text)),
        tells,
        1 + len(point.synonyms),
        forms,
    )


def _agrees(phrase: Phrase, wording: Mapping[Term, float], *, negative: bool) -> bool:
    """Whether a sentence that denies what a synonym says still makes the point, because the synonym or the
    point is negative itself."""
    return phrase.negative or (negative and phrase.kin(wording))


def by_words(point: Point, segment: Segment, said: Segment | None = None) -> float:
    """How far a sentence makes a point by its wording or its synonyms, 0-1 (see `worded`; two synonyms are enough)."""
    return worded(point, segment, said, most=2)[0]


def worded(
    point: Point, segment: Segment, said: Segment | None = None, *, most: int
) -> tuple[float, int]:
    """How far a sentence makes a point by its wording or its synonyms, 0-1, and how many of the
    synonyms it says that are statements and no names, of the first ``most`` of all.

    What it denies (what of it is not ``said``, see `denial.affirmed`) only makes a point that is negative by itself.
    """
    said = affirmed(segment) if said is None else said
    whole = view_of(segment)
    heard = whole if said is segment else view_of(said)
    strength = _by_wording(point, whole if point.negative else heard)
    found: dict[str, bool] = {}
    marks = point.marks & (heard.marks if whole is heard else heard.marks | whole.marks)
    for mark in sorted(marks):  # Which are the first must not depend on the process.
        for text in point.by_mark[mark]:
            if text in found:
                continue
            phrase = phrase_of(text)
            denied = _agrees(phrase, point.wording, negative=point.negative)
            if is_said(phrase, heard) or (denied and stands_in(phrase, whole)):
                name = point.stands_for.get(text, text)  # In two forms it is one and the same name.
                found[name] = found.get(name, False) or not phrase_of(name).is_name
                if len(found) >= most:
                    return 1.0, sum(found.values())
    if len(found) > 1:
        strength = 1.0
    elif found:
        strength = max(strength, ONE_SYNONYM)
    return strength, sum(found.values())


def _by_wording(point: Point, view: View) -> float:
    """How far a sentence has the point's own wording, 0-1; one Latin word of several is there by chance."""
    said = [term for term in point.wording if term in view.terms]
    if not said or (len(said) == 1 and len(point.wording) > 1 and not is_han(said[0])):
        return 0.0
    recall = fsum(point.wording[term] for term in said)
    none, full = NO_RECALL, FULL_RECALL
    if is_han(said[0]):
        none, full = NO_RECALL_HAN, FULL_RECALL_HAN
        recall += SCATTERED * fsum(
            worth
            for term, worth in point.wording.items()
            if is_han(term) and term not in view.terms and all(char in view.row for char in term)
        )
    return min(1.0, max(0.0, (recall / point.total - none) / (full - none)))


def by_cue(point: Point, segment: Segment, language: str) -> bool:
    """Whether a sentence makes a point by how it is told (its cue)."""
    return point.cue is not None and point.cue in find_cues(segment.folded, language)
