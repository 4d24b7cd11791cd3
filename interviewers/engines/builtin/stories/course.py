"""The course of a story, sentence by sentence: which part (situation, action, result) each belongs to.
Pure.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from interviewers.engines.base import Cue
from interviewers.engines.builtin.stories.telling import (
    closes,
    names_own_act,
    tells_of_act,
    tells_of_event,
    tells_of_quantity,
)

__all__ = ["goes_on", "in_course", "most_telling"]

_IN_A_PART = 3
_OF_ACTING = frozenset(("action", "result"))


def goes_on(folded: str, before: Set[Cue]) -> frozenset[Cue]:
    """What a folded sentence that has no sign of its own tells, after one that tells ``before``: who
    leaves out the "I" goes on with what they did ("Went up with the key.")."""
    if tells_of_act(f"i {folded}") and not tells_of_act(folded):
        return frozenset({Cue.ACTION})
    return frozenset(before & {Cue.SITUATION, Cue.RESULT})


def in_course(named: Sequence[str], folded: Sequence[str]) -> list[str]:
    """The parts that the sentences of a story were taken for, in the order a story has: nothing came of
    it before anything was done, and what others did when all was done is what came of it; a step of one's own
    with a figure in it is still a step, and so is what stands between two of them and shows no change."""
    found = list(named)
    steps = [n for n, name in enumerate(named) if name in _OF_ACTING and names_own_act(folded[n])]
    for number, name in enumerate(named):
        if name != "result" or not steps or number < steps[0]:
            continue
        if closes(folded[number], act=number in steps):
            continue
        if number in steps or number < steps[-1]:
            found[number] = "action"
    named = tuple(found)
    acts = [number for number, name in enumerate(named) if name == "action"]
    own = [n for n in acts if names_own_act(folded[n]) or tells_of_act(f"i {folded[n]}")]
    if not own:
        return found
    # Who says "we", or what was done before the figures, has acted; what they did themselves may come last.
    begun = next((n for n in range(own[0]) if tells_of_act(folded[n])), own[0])
    for number in range(begun):
        if found[number] == "result":
            found[number] = "situation"
    for number in range(own[-1] + 1, len(found)):
        if found[number] == "action" and tells_of_event(folded[number]):
            found[number] = "result"
    return found


def most_telling(said: Sequence[tuple[str, bool]]) -> list[int]:
    """The places of the three sentences of a part that say most, in their order; each is given with whether
    it makes a point. What has no figure is left out first, then what makes none."""

    def worth(place: int) -> tuple[bool, bool]:
        return tells_of_quantity(said[place][0]), said[place][1]

    ranked = sorted(range(len(said)), key=worth, reverse=True)
    return sorted(ranked[:_IN_A_PART])
