"""From the reach of an answer (`Reach`) to its score, before its flags count."""

from __future__ import annotations

from collections.abc import Sequence

from interviewers.engines.base import Cue
from interviewers.engines.builtin.expected.calibration import (
    BELOW_LEVEL_2,
    BELOW_LEVEL_3,
    CUE_BONUS,
    FLUENT,
    HEARD,
    IN_PASSING,
    LEVEL_FLOORS,
    NAMES,
    OF_ONESELF,
    ON_TOPIC,
    TRACES,
    calibration_of,
    level_of,
)
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.expected.particulars import UNBOUNDED
from interviewers.engines.builtin.expected.points import MADE
from interviewers.engines.builtin.expected.reach import Reach
from interviewers.engines.builtin.reading.text import Segment
from interviewers.engines.builtin.stories.cues import find_cues

__all__ = ["as_told", "scored", "specifics", "traces_of", "untold"]

SPECIFIC = frozenset({Cue.NUMBER, Cue.RESULT, Cue.TRADE_OFF, Cue.EXAMPLE})

ADDS, TAKES, NEARLY_FULL = 0.5, 0.25, 70.0
"""How much of the way (0-1) a score goes to how concretely something is told, up and down, and the score (0-100)
from which on the latter falls, to nothing at 100: who makes every point needs no more words."""

STRAYED = 2.0
"""What strays by half of the way has no room above level 3."""


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


def specifics(sentences: Sequence[Sentence], worth: Sequence[float], language: str) -> float:
    """What the kinds of specifics (`SPECIFIC`) add to a score, in points of 100, that sound sentences have which
    make a point."""
    found: set[Cue] = set()
    for sentence, value in zip(sentences, worth, strict=True):
        if value >= MADE and sentence.credit >= 1.0:
            found |= find_cues(sentence.segment.folded, language)
    return CUE_BONUS * len(found & SPECIFIC)


def traces_of(reach: Reach) -> float:
    """How far an answer without a scoring point touches the question, 0-100; 0 where it is unrelated."""
    return max(100.0 * reach.coverage, ON_TOPIC * reach.bearing)


def untold(
    reach: Reach, found: Sequence[Segment], kept: float, soundness: float, *, excused: bool
) -> tuple[float, bool]:
    """The score, 0-100, of sentences that make no scoring point, and whether nothing of what was asked was heard.
    ``kept`` and ``soundness`` are as in `scored`; ``excused`` is whether nothing, or one sentence at most, speaks
    against somebody who tells of themselves."""
    traces = traces_of(reach)
    score = min(_touched(traces, found) * kept, BELOW_LEVEL_2)
    if reach.oneself and reach.coverage and excused:
        return max(score, OF_ONESELF * soundness * (1.0 - reach.misheld)), False
    return score, traces < HEARD


def _touched(traces: float, found: Sequence[Segment]) -> float:
    """The score, 0-100, of sentences that touch a question by ``traces`` and make no point."""
    fluent = sum(len(segment.terms) for segment in found) >= FLUENT
    return max(traces, IN_PASSING + TRACES * traces) if traces and fluent else traces


def as_told(score: float, reach: Reach, soundness: float, *, against: bool) -> float:
    """The score, 0-100, with how concretely it is told. What speaks ``against`` the candidate is no better for
    that; the points alone decide which level it takes at least.

    What strays from the question by half or more stays below level 3, however much of the points it has and however it is told;
    this is the only place that says so. (`bounds` lifts the cap of a story bit by bit that only may be another.)
    """
    open_ = max(0.0, 1.0 - STRAYED * reach.strays)
    most = BELOW_LEVEL_3 + open_ * (UNBOUNDED - BELOW_LEVEL_3)
    score = min(score, most)
    if reach.concrete is None:
        return score
    concrete = reach.concrete * soundness
    if concrete > score:
        return score if against else min(most, score + ADDS * (concrete - score))
    open_ = min(1.0, (100.0 - score) / (100.0 - NEARLY_FULL))
    return max(LEVEL_FLOORS[level_of(score) - 1], score + TAKES * open_ * (concrete - score))
