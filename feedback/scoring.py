"""From judged answers to the numbers of the report. Pure.

All scores are 0-100. A question counts once, with its latest judgement; a competency is the mean
of its questions, a skill the mean of its questions, the interview the mean of all questions. What
nobody observed has no number.

A range says how far the mean of so few questions can be trusted. Question scores are taken as
draws from a normal distribution with unknown variance, whose prior is a scaled inverse
chi-square; the marginal of the mean is then Student's t (Gelman et al., Bayesian Data Analysis,
3rd ed., 3.2-3.3, with a flat prior for the mean):

    s² = (DOUBT · SPREAD² + Σ(xᵢ - x̄)²) / (DOUBT + n - 1)
    range = x̄ ± t(DOUBT + n - 1; 0.9) · √(s² / n),  cut off at 0 and 100

This is an 80 % interval. Two numbers are ours: ``SPREAD``, the standard deviation expected of one
person's answers before any is heard (about one level of the scale, whose bands are 15 to 30 wide),
and ``DOUBT``, how many answers that expectation weighs as much as. One answer thus gives ±31
points, ten like answers about ±5. A skill of which one answer was heard is given no range: it would be
all doubt and no evidence, and the report says that it was one answer. The range speaks of the questions that might have been asked
instead; how well a judgement reads an answer is not in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist

__all__ = ["Disagreement", "Range", "Scored", "Totals", "combine"]

SPREAD = 20.0
DOUBT = 4
_QUANTILE = NormalDist().inv_cdf(0.9)
APART = 1.0
"""Interviewers whose mean levels of a skill are further apart than this disagree."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One judged question. ``score`` is 0-100, ``level`` 1-5; ``founded`` is whether anything in the
    answer bears the judgement out."""

    interviewer_id: str
    competency: str
    skill: str
    score: float
    level: int
    founded: bool = True


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, whole points from 0 to 100, rounded away from the score."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Interviewers who each judged ``skill`` by themselves and came more than a level apart.
    ``levels`` are their mean levels with one decimal, in the order they were first met."""

    skill: str
    levels: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Totals:
    """Means with one decimal; ``overall`` and its ``range`` are None when nothing was judged, and a
    skill has a range from two answers on."""

    overall: float | None
    skills: dict[str, float]
    competencies: dict[str, float]
    interviewers: dict[str, float]
    range: Range | None = None
    skill_ranges: dict[str, Range] = field(default_factory=dict)
    disagreements: tuple[Disagreement, ...] = ()


def combine(items: Sequence[Scored]) -> Totals:
    """The means over ``items``, each question with the same weight, whatever their order. Raises
    ValueError for a score that is not from 0 to 100 or a level that is not from 1 to 5."""
    for item in items:
        if not 0 <= item.score <= 100:
            raise ValueError(f"a score is from 0 to 100, not {item.score}")
        if not 1 <= item.level <= 5:
            raise ValueError(f"a level is from 1 to 5, not {item.level}")
    scores = [item.score for item in items]
    by_skill = _grouped((item.skill, item.score) for item in items)
    return Totals(
        _mean(scores) if scores else None,
        _means(by_skill),
        _means(_grouped((item.competency, item.score) for item in items)),
        _means(_grouped((item.interviewer_id, item.score) for item in items)),
        _range(scores) if scores else None,
        {skill: _range(values) for skill, values in by_skill.items() if len(values) > 1},
        _disagreements(items),
    )


def _mean(values: Sequence[float]) -> float:
    # An exact sum, so that the order of the questions cannot show in the last digit.
    return round(math.fsum(values) / len(values), 1)


def _grouped(pairs: Iterable[tuple[str, float]]) -> dict[str, list[float]]:
    groups: dict[str, list[float]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _means(groups: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {key: _mean(values) for key, values in groups.items()}


def _range(scores: Sequence[float]) -> Range:
    count = len(scores)
    mean = math.fsum(scores) / count
    freedom = DOUBT + count - 1
    squares = math.fsum((score - mean) ** 2 for score in scores)
    variance = (DOUBT * SPREAD**2 + squares) / freedom
    half = _student(freedom) * math.sqrt(variance / count)
    shown = _mean(scores)
    return Range(
        max(0, math.floor(min(shown, mean - half))), min(100, math.ceil(max(shown, mean + half)))
    )


def _student(freedom: int) -> float:
    """The 0.9 quantile of Student's t, within .001 from 4 degrees of freedom on (Abramowitz &
    Stegun, 26.7.5)."""
    z = _QUANTILE
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))


def _disagreements(items: Sequence[Scored]) -> tuple[Disagreement, ...]:
    # Of what was not told nobody has an opinion that another could contradict.
    levels: dict[str, dict[str, list[float]]] = {}
    for item in filter(lambda item: item.founded, items):
        levels.setdefault(item.skill, {}).setdefault(item.interviewer_id, []).append(item.level)
    found = []
    for skill, heard in levels.items():
        means = {member: math.fsum(given) / len(given) for member, given in heard.items()}
        if max(means.values()) - min(means.values()) > APART:
            found.append(Disagreement(skill, {who: round(mean, 1) for who, mean in means.items()}))
    return tuple(found)
