"""In what order what an answer lacks is asked for, where it is a story. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.base import Cue, ScoringPoint

__all__ = ["SUBSTANTIAL", "endings", "touched", "untimely"]

SUBSTANTIAL = {"zh": 60, "en": 150}
"""Characters; who has said so much is asked on, not helped on, however little of it was wanted."""
_CASE = frozenset((Cue.SITUATION, Cue.ACTION, Cue.EXAMPLE))
_ENDED = frozenset((Cue.RESULT, Cue.NUMBER))
_LOOKS_BACK = frozenset((Cue.REFLECTION,))
_CAME_OF_IT = _ENDED | _LOOKS_BACK


def endings(points: Sequence[ScoringPoint], made: Set[str]) -> frozenset[str]:
    """Keys of the points on how a story ended, where its action is among the points ``made``."""
    if not any(p.cue is Cue.ACTION and p.key in made for p in points):
        return frozenset()
    return frozenset(p.key for p in points if p.cue is Cue.RESULT)


def touched(points: Sequence[ScoringPoint], made: Set[str]) -> tuple[str, ...]:
    """Keys of the points on how a story ended and on what was done that are ``made``, in this order: where
    it was over in a few words there may be more of either."""
    cues = (Cue.RESULT, Cue.ACTION)
    return tuple(p.key for cue in cues for p in points if p.cue is cue and p.key in made)


def untimely(points: Sequence[ScoringPoint], made: Set[str]) -> frozenset[str]:
    """Keys of the points that what is not ``made`` yet has to come before: "how much would have been lost
    then?" is no question to who has not said when, nor "what if it had not improved?" before the end."""
    later: set[str] = set()
    for sooner, then in ((_CASE, _CAME_OF_IT), (_ENDED, _LOOKS_BACK)):
        told = [point.key in made for point in points if point.cue in sooner]
        if told and not any(told):
            later.update(point.key for point in points if point.cue in then)
    return frozenset(later)
