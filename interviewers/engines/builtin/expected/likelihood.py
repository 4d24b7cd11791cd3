"""The probability (0-1) that a sentence makes a scoring point.

A wording that occurs is a sign and no proof. There are three signs: whether a wording occurs, how many of
the wordings that occur are statements, and how many terms of the sentence belong to this point and to no
other one of the question. A logistic regression weighs them, the same for both languages. A second one
weighs its log-odds together with the mean of the other points: an answer that makes none of them has hit
upon this one by chance. ``benchmarks/learn_points.py`` fits both to answers in which people ticked off the
points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, sqrt
from typing import NamedTuple

from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.points import Point, by_words, worded
from interviewers.engines.builtin.reading.text import Term, fold, spans, terms
from interviewers.engines.builtin.stories.telling import STORY_CUES

__all__ = ["Signs", "Weighing", "likelihoods", "signs_of"]

STATEMENTS = 3
"""More occurring wordings than this that are statements add nothing."""
MOST = 6
"""At most this many wordings are looked for in a sentence."""
LISTED = 16
"""A point with at least this many wordings has a list of all sorts, as those of the bank do (some twenty to
forty)."""
SEVERAL = 2
"""Without a wording, at least this many terms of the point have to occur: any text has one of some."""
LENGTH = 3.0
"""This many terms are added to a sentence's length: a sentence of a word or two tells less than its share says."""


class Signs(NamedTuple):
    """The signs that a sentence makes a point. ``worded`` is how far it has a wording, 0-1 (`points.by_words`);
    ``statements`` the number of those wordings that are statements; ``told`` what its terms tell of this
    point alone, divided by the root of their number."""

    worded: float
    statements: float
    told: float


class Weighing(NamedTuple):
    """The coefficients of both regressions: of the signs, with ``chance`` as the intercept; then of the
    resulting log-odds (``own``) and of the mean of the other points (``others``), with ``beside`` as the
    intercept."""

    signs: Signs
    chance: float
    own: float
    others: float
    beside: float


WEIGHING = Weighing(Signs(1.88, 0.80, 2.69), -2.52, 0.90, 2.96, -1.48)
"""As printed by ``benchmarks/learn_points.py --held third``, which leaves the third set of answers out, to
measure on."""


def signs_of(points: Sequence[Point], sentences: Sequence[Sentence]) -> list[list[Signs]]:
    """The signs per sentence and point of a question: ``[sentence][point]``."""
    shared = Counter(term for point in points for term in point.tells)
    return [
        [_signs(point, sentence, shared, length) for point in points]
        for sentence in sentences
        for length in (_length(sentence, shared),)
    ]


def _length(sentence: Sentence, shared: Mapping[Term, int]) -> int:
    """The number of different terms in those clauses of a sentence that tell of any point; other clauses do not
    make a point less likely."""
    said = set(sentence.said.terms)
    text = sentence.segment.text
    clauses = [said.intersection(terms(fold(text[a:b]))) for a, b in spans(text, clauses=True)]
    telling = [clause for clause in clauses if not shared.keys().isdisjoint(clause)]
    return len(frozenset[Term]().union(*telling)) if telling else len(said)


def _signs(point: Point, sentence: Sentence, shared: Mapping[Term, int], length: int) -> Signs:
    strength, statements = worded(point, sentence.segment, sentence.said, most=MOST)
    said = set(sentence.said.terms)
    own = [point.tells[term] / shared[term] for term in said if term in point.tells]
    told = sum(own) if strength or len(own) >= SEVERAL else 0.0
    return Signs(strength, min(statements, STATEMENTS), told / sqrt(length + LENGTH))


def likelihoods(
    points: Sequence[Point], sentences: Sequence[Sentence], weighing: Weighing = WEIGHING
) -> list[list[float]]:
    """The probability per sentence and point, 0-1, that the one makes the other, whatever credit the sentence
    has."""
    if any(point.cue in STORY_CUES for point in points):
        # A story is told in everyday words, of which any has those of some point.
        return [[by_words(p, s.segment, s.said) for p in points] for s in sentences]
    if not sentences:
        return []
    signs = signs_of(points, sentences)
    rows = [[_odds(sign, weighing) for sign in row] for row in signs]
    best = [  # What each point reaches so far.
        max(
            (_share(odds) * s.credit for odds, s in zip(column, sentences, strict=True)),
            default=0.0,
        )
        for column in zip(*rows, strict=True)
    ]
    worded_ = [number for number, point in enumerate(points) if point.cue is None]
    shifts = []
    for number in range(len(points)):
        others = [best[other] for other in worded_ if other != number]
        mean = sum(others) / len(others) if others else 0.5
        shifts.append(weighing.others * mean + weighing.beside)
    return [
        [
            _likely(point, sign, weighing.own * odds + shift)
            for point, sign, odds, shift in zip(points, told, row, shifts, strict=True)
        ]
        for told, row in zip(signs, rows, strict=True)
    ]


def _likely(point: Point, signs: Signs, odds: float) -> float:
    """The probability of one point, 0-1. A point with a cue goes by its wordings alone (``worded``); so does
    one with few wordings, the more the fewer it has, for each was chosen with care."""
    listed = 0.0 if point.cue is not None else min(1.0, point.wordings / LISTED)
    if listed >= 1.0:
        return _share(odds)
    return listed * _share(odds) + (1.0 - listed) * signs.worded


def _odds(signs: Signs, weighing: Weighing) -> float:
    return weighing.chance + sum(a * b for a, b in zip(signs, weighing.signs, strict=True))


def _share(odds: float) -> float:
    return 1.0 / (1.0 + exp(-odds))
