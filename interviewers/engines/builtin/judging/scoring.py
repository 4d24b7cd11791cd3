"""From the reach of an answer (`Reach`) to its score, before its flags count."""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.builtin.expected.calibration import (
    BELOW_LEVEL_3,
    FLUENT,
    IN_PASSING,
    LEVEL_FLOORS,
    NAMES,
    ON_TOPIC,
    TRACES,
    calibration_of,
    level_of,
)
from interviewers.engines.builtin.expected.reach import Reach
from interviewers.engines.builtin.reading.text import Segment

__all__ = ["as_told", "scored", "touched", "traces_of"]

ADDS, TAKES, NEARLY_FULL = 0.5, 0.25, 70.0
"""How much of the way (0-1) a score goes to how concretely something is told, up and down, and the score (0-100)
from which on the latter falls, to nothing at 100: who makes every point needs no more words."""


def scored(reach: Reach, *, with_points: bool, kept: float, soundness: float) -> float:
    """The score, 0-100. ``kept`` (0-1) is the share of what is reached that is not contradicted,
    ``soundness`` (0-1) the share in sentences that the guards accept."""
    calibration = calibration_of(with_points=with_points, length=reach.length)
    wording = None if reach.wording is None else reach.wording * kept
    # A misconception costs a whole point, not a share of what is reached.
    left = max(0.0, reach.coverage - (1.0 - kept)) if with_points else reach.coverage * kept
    score = calibration.score(left, soundness, wording)
    if reach.told:
        own = calibration_of(with_points=False)
        score = max(score, own.score(reach.told * kept, soundness))
    if reach.named is not None:
        score = min(score, NAMES.score(reach.named * kept, soundness))
    return score


def traces_of(reach: Reach) -> float:
    """How far an answer without a scoring point touches the question, 0-100; 0 where it is unrelated."""
    return max(100.0 * reach.coverage, ON_TOPIC * reach.bearing)


def touched(traces: float, found: Sequence[Segment]) -> float:
    """The score, 0-100, of sentences that touch a question by ``traces`` and make no point."""
    fluent = sum(len(segment.terms) for segment in found) >= FLUENT
    return max(traces, IN_PASSING + TRACES * traces) if traces and fluent else traces


def as_told(score: float, concrete: float, against: bool, strays: bool) -> float:
    """The score, 0-100, with how concretely it is told. What speaks ``against`` the candidate is no better for
    that, and what ``strays`` from the question stays below level 3; the points alone decide which level it takes
    at least."""
    if concrete > score:
        raised = score if against else score + ADDS * (concrete - score)
        return min(raised, max(score, BELOW_LEVEL_3)) if strays else raised
    open_ = min(1.0, (100.0 - score) / (100.0 - NEARLY_FULL))
    return max(LEVEL_FLOORS[level_of(score) - 1], score + TAKES * open_ * (concrete - score))
