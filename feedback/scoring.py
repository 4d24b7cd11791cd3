"""From judged answers to the numbers of the report. Pure.

All scores are 0-100. A question counts once, with its latest judgement; a competency is the mean
of its questions, a skill the mean of its questions, the interview the mean of all questions. What
nobody observed has no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Scored", "Totals", "combine"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One judged question. ``score`` is 0-100."""

    interviewer_id: str
    competency: str
    skill: str
    score: float


@dataclass(frozen=True, slots=True)
class Totals:
    """Means with one decimal; ``overall`` is None when nothing was judged."""

    overall: float | None
    skills: dict[str, float]
    competencies: dict[str, float]
    interviewers: dict[str, float]


def combine(items: Sequence[Scored]) -> Totals:
    """The means over ``items``, each question with the same weight. Raises ValueError for a score
    that is not from 0 to 100."""
    for item in items:
        if not 0 <= item.score <= 100:
            raise ValueError(f"a score is from 0 to 100, not {item.score}")
    overall = _mean([item.score for item in items]) if items else None
    return Totals(
        overall,
        _means((item.skill, item.score) for item in items),
        _means((item.competency, item.score) for item in items),
        _means((item.interviewer_id, item.score) for item in items),
    )


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 1)


def _means(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    groups: dict[str, list[float]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: _mean(values) for key, values in groups.items()}
