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
from interviewers.engines.builtin.expected.very_words import with_wording
from interviewers.engines.builtin.reading.text import Segment

__all__ = ["scored", "touched"]


def scored(reach: Reach, *, with_points: bool, kept: float, soundness: float) -> float:
    """The score 0-100 of what is reached, of which a share of ``kept`` is not turned around."""
    coverage = with_wording(reach.coverage, reach.wording)
    calibration = calibration_of(with_points=with_points, length=reach.length)
    wording = None if reach.wording is None else reach.wording * kept
    # A point held wrong takes what a point made gives: whoever has few right has less left than a share.
    left = max(0.0, coverage - (1.0 - kept)) if with_points else coverage * kept
    score = calibration.score(left, soundness, wording)
    if reach.told:
        own = calibration_of(with_points=False)
        score = max(score, own.score(reach.told * kept, soundness))
    if reach.named is not None:
        score = min(score, NAMES.score(reach.named * kept, soundness))
    return score


def touched(reach: Reach, found: Sequence[Segment]) -> float:
    """What sentences earn that make no scoring point, 0-100: 0 where they have nothing to do with the question."""
    traces = max(100.0 * reach.coverage, ON_TOPIC * reach.bearing)
    fluent = sum(len(segment.terms) for segment in found) >= FLUENT
    return max(traces, IN_PASSING + TRACES * traces) if traces and fluent else traces
