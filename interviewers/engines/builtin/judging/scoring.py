"""From the reach of an answer (`Reach`) to its score, before its flags count."""

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
