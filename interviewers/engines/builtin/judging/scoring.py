"""From what an answer reaches to its score, before what its flags take."""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.builtin.expected.calibration import (
    FLUENT,
    IN_PASSING,
    NAMES,
    ON_TOPIC,
    TRACES,
    calibration_of,
)
from interviewers.engines.builtin.expected.reach import Reach
from interviewers.engines.builtin.reading.text import Segment

__all__ = ["scored", "touched", "traces_of"]


def scored(reach: Reach, *, with_points: bool, kept: float, soundness: float) -> float:
    """The score 0-100 of what is reached, of which a share of ``kept`` is not turned around."""
    calibration = calibration_of(with_points=with_points, length=reach.length)
    wording = None if reach.wording is None else reach.wording * kept
    # A point held wrong takes what a point made gives: whoever has few right has less left than a share.
    left = max(0.0, reach.coverage - (1.0 - kept)) if with_points else reach.coverage * kept
    score = calibration.score(left, soundness, wording)
    if reach.told:
        own = calibration_of(with_points=False)
        score = max(score, own.score(reach.told * kept, soundness))
    if reach.named is not None:
        score = min(score, NAMES.score(reach.named * kept, soundness))
    return score


def traces_of(reach: Reach) -> float:
    """How far what makes no scoring point touches the question, 0-100: 0 where it has nothing to do with it."""
    return max(100.0 * reach.coverage, ON_TOPIC * reach.bearing)


def touched(traces: float, found: Sequence[Segment]) -> float:
    """What sentences earn that touch a question so far and make no point, 0-100."""
    fluent = sum(len(segment.terms) for segment in found) >= FLUENT
    return max(traces, IN_PASSING + TRACES * traces) if traces and fluent else traces
