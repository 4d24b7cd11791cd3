"""What happens next in the sitting. Pure: a view of the state goes in, a move comes out.

The conductor decides for both engines: who has the floor, which planned question is asked at which
level, when to probe and when to let go, when the floor passes and when the interview closes.
Levels of questions are 1-3, levels of answers 1-5.
"""

from __future__ import annotations

from dataclasses import dataclass

from interviewers.engines.base import Aside

__all__ = [
    "PROBE_HINTS",
    "REPEATS",
    "STRONG",
    "UNHEARD",
    "WEAK",
    "Ask",
    "Close",
    "FollowUp",
    "Handover",
    "Hint",
    "Item",
    "Move",
    "Repeat",
    "SittingView",
    "Standing",
    "decide",
]

STRONG = 4
WEAK = 2
REPEATS = 5
"""So often a question is said again, explained or left standing; then the interview goes on."""
UNHEARD = 2
"""So often on one question at most it is said that nothing of what was said has to do with it."""
PROBE_HINTS = 2
"""Hints on a follow-up. The bank's are for the question, and would lead away from it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A planned question. Items of one ``slot`` are variants of it at different levels.

    ``asked`` are the scoring points already asked about, at most ``budget`` of them; ``hints_here``
    the hints given since the last of them, or since the question.
    """

    id: int
    slot: int
    interviewer_id: str
    level: int
    pending: bool
    spoken: bool
    budget: int = 0
    asked: tuple[str, ...] = ()
    hints_here: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How the answer on the open question stands.

    ``missing`` are keys of scoring points, the largest gap first. ``gained`` is whether the last
    answer brought anything that the ones before it had not; ``gave_up`` whether the candidate
    said that they do not know; ``unheard`` how what was just said is met where it is short and has
    nothing to do with what was asked: a remark nobody knew for one, or an answer in wholly other words.
    """

    level: int
    missing: tuple[str, ...]
    gained: bool
    gave_up: bool
    unheard: Aside | None = None


@dataclass(frozen=True, slots=True)
class SittingView:
    """What the conductor may know.

    ``open_id`` is the item on the table, None between questions. ``probes`` are the points of the
    open item that have a follow-up. ``last_level`` is the level of the question asked last by the
    current interviewer and ``standing`` how its answer stands; both None before the first.
    ``skip``, ``hint`` and ``aside`` are what the candidate has asked for, or said, instead of (or
    after) an answer, ``leave`` whether they have confirmed that the interview is to end; ``hints``
    is how many hints there are on what was asked last. ``gone`` are those of the panel who no longer
    exist: they ask nothing more, and pass the floor.
    """

    panel: tuple[str, ...]
    current: str
    base_level: int
    items: tuple[Item, ...]
    open_id: int | None = None
    probes: tuple[str, ...] = ()
    standing: Standing | None = None
    last_level: int | None = None
    skip: bool = False
    hint: bool = False
    aside: Aside | None = None
    hints: int = 0
    leave: bool = False
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a planned question; ``opening`` when it is the interviewer's first, with a greeting."""

    item_id: int
    opening: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Probe the open question for the scoring point ``gap``."""

    item_id: int
    gap: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Give the hint number ``step`` (0 is the first) on the open question, or its probe for ``gap``."""

    item_id: int
    step: int
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Meet what was no answer, and leave the open question, or its probe for ``gap``, standing."""

    item_id: int
    aside: Aside
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """Pass the floor to ``to``."""

    to: str


@dataclass(frozen=True, slots=True)
class Close:
    """Say goodbye; the interview is over."""


Move = Ask | FollowUp | Hint | Repeat | Handover | Close


def decide(view: SittingView) -> Move:
    """The next move. Every move uses up something: a hint, a repetition, a follow-up, a slot, an
    interviewer or the interview. So a sitting always ends, whatever is said: after at most the sum
    of (1 + hints + 1 + budget * (1 + `PROBE_HINTS` + 1) + `REPEATS` + 1) over the slots, plus the
    handovers and the closing.
    """
    if view.leave:
        return Close()
    if view.current not in view.gone:
        move = _go_on(view)
        if move is not None:
            return move
    following = _next_interviewer(view)
    return Close() if following is None else Handover(following)


def _go_on(view: SittingView) -> Move | None:
    """What the current interviewer still has to say, None when it is time to pass the floor."""
    table = next((i for i in view.items if i.id == view.open_id), None)
    if table is not None:
        move = _stay(view, table)
        if move is not None:
            return move
    item = _next_item(view)
    if item is None:
        return None
    spoken = any(i.spoken for i in view.items if i.interviewer_id == view.current)
    return Ask(item.id, opening=not spoken)


def _stay(view: SittingView, table: Item) -> Move | None:
    """What there is still to say on the open question, None when it is time to go on."""
    if view.skip:
        return None
    probed = table.asked[-1] if table.asked else ""
    if view.hint:
        # One more than there are: the first time, who asks is told that there is no other.
        step = table.hints_here
        if step <= view.hints:
            return Hint(table.id, step, probed)
    aside = Aside.NO_HINT if view.hint else view.aside
    if aside is not None:
        # Who wants to end is asked once more than that, not led on to another question; nor is who
        # has had something to add to an earlier one.
        most = REPEATS + (aside in (Aside.END, Aside.AMEND))
        return Repeat(table.id, aside, probed) if table.repeats < most else None
    unheard = view.standing.unheard if view.standing is not None else None
    if unheard is not None and table.repeats < UNHEARD:
        return Repeat(table.id, unheard, probed)
    gap = _gap(view, table, view.standing) if view.standing is not None else None
    return FollowUp(table.id, gap) if gap is not None else None


def _gap(view: SittingView, item: Item, standing: Standing) -> str | None:
    """The largest gap that is worth a follow-up, if the budget and the answer allow one."""
    if len(item.asked) >= item.budget or standing.gave_up:
        return None
    if item.asked and not standing.gained:
        return None
    for point in standing.missing:
        if point in view.probes and point not in item.asked:
            return point
    return None


def _next_item(view: SittingView) -> Item | None:
    """The current interviewer's next slot, at the level the candidate has earned."""
    pending = [i for i in view.items if i.pending and i.interviewer_id == view.current]
    if not pending:
        return None
    slot = min(i.slot for i in pending)
    variants = [i for i in pending if i.slot == slot]
    target = _target_level(view)
    # Of two as near, who was strong gets the harder, anybody else the easier.
    strong = view.standing is not None and not view.skip and view.standing.level >= STRONG
    return min(
        variants,
        key=lambda i: (
            abs(i.level - target),
            abs(i.level - view.base_level),
            -i.level if strong else i.level,
            i.id,
        ),
    )


def _target_level(view: SittingView) -> int:
    """One up after a strong answer, one down after a weak one or one that is passed over, at most one
    from the chosen level."""
    level = view.last_level or view.base_level
    if view.skip:
        level -= 1
    elif view.standing is not None:
        level += (view.standing.level >= STRONG) - (view.standing.level <= WEAK)
    return max(1, view.base_level - 1, min(3, view.base_level + 1, level))


def _next_interviewer(view: SittingView) -> str | None:
    """The next of the panel who is still there and has something to ask."""
    after = view.panel.index(view.current) + 1 if view.current in view.panel else 0
    for interviewer_id in view.panel[after:]:
        if interviewer_id not in view.gone and any(
            i.pending and i.interviewer_id == interviewer_id for i in view.items
        ):
            return interviewer_id
    return None
