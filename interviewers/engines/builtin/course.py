"""The course of a story, sentence by sentence: which of its parts each belongs to. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.base import Cue
from interviewers.engines.builtin.telling import names_own_act, tells_of_act, tells_of_event

__all__ = ["goes_on", "in_course"]


def goes_on(folded: str, before: Set[Cue]) -> frozenset[Cue]:
    """What a folded sentence that has no sign of its own tells, after one that tells ``before``: who
    leaves out the "I" goes on with what they did ("Went up with the key.")."""
    if tells_of_act(f"i {folded}") and not tells_of_act(folded):
        return frozenset({Cue.ACTION})
    return frozenset(before & {Cue.SITUATION, Cue.RESULT})


def in_course(named: Sequence[str], folded: Sequence[str]) -> list[str]:
    """The parts that the sentences of a story were taken for, in the order a story has: nothing came of
    it before anything was done, and what others did when all was done is what came of it."""
    found = list(named)
    acts = [number for number, name in enumerate(named) if name == "action"]
    own = [n for n in acts if names_own_act(folded[n]) or tells_of_act(f"i {folded[n]}")]
    if not own:
        return found
    for number in range(own[0]):
        if found[number] == "result":
            found[number] = "situation"
    for number in range(own[-1] + 1, len(found)):
        if found[number] == "action" and tells_of_event(folded[number]):
            found[number] = "result"
    return found
