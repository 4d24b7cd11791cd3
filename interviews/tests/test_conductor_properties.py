"""Whatever is answered, asked for and typed, in whatever order: a sitting keeps its bounds and ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from interviewers.engines.base import Aside
from interviews.conductor import (
    PROBE_HINTS,
    REPEATS,
    Ask,
    Close,
    FollowUp,
    Handover,
    Hint,
    Item,
    Move,
    Repeat,
    SittingView,
    Standing,
    decide,
)

PANEL = ("technical", "behavioral", "hr", "extra")
POINTS = ("a", "b", "c", "d")
HINTS = 2

standings = st.builds(
    Standing,
    level=st.integers(1, 5),
    missing=st.permutations(POINTS).flatmap(
        lambda points: st.integers(0, 4).map(lambda count: tuple(points[:count]))
    ),
    gained=st.booleans(),
    gave_up=st.booleans(),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Item, ...]:
    items: list[Item] = []
    slot = 0
    for interviewer in PANEL:
        for _ in range(draw(st.integers(0, 3))):
            budget = draw(st.integers(0, 3))
            for level in sorted(draw(st.sets(st.integers(1, 3), min_size=1))):
                items.append(Item(len(items) + 1, slot, interviewer, level, True, False, budget))
            slot += 1
    return tuple(items)


def bound(items: tuple[Item, ...]) -> int:
    """The one that `decide` promises."""
    slots = {i.slot: i.budget for i in items}
    each = (
        1 + HINTS + 1 + budget * (1 + PROBE_HINTS + 1) + REPEATS + 1 for budget in slots.values()
    )
    return sum(each) + len(PANEL) + 1


class Sitting(RuleBasedStateMachine):
    """Applies each move as `interviews.moves` does, and keeps all of them."""

    @initialize(items=plans(), base=st.integers(1, 3), probes=st.sets(st.sampled_from(POINTS)))
    def begin(self, items: tuple[Item, ...], base: int, probes: set[str]) -> None:
        self.plan = {i.id: i for i in items}
        self.moves: list[tuple[str, Move]] = []
        self.view = SittingView(PANEL, PANEL[0], base, items, probes=tuple(sorted(probes)))
        self.over = self.left = False
        self.turn()

    def turn(self, **said: Any) -> None:
        """One reply of the panel: a handover is followed by the next interviewer's question."""
        self.view = replace(self.view, **said)
        while True:
            table = next((i for i in self.view.items if i.id == self.view.open_id), None)
            probed = table is not None and bool(table.asked)
            self.view = replace(self.view, hints=PROBE_HINTS if probed else HINTS)
            move = decide(self.view)
            self.moves.append((self.view.current, move))
            self.nobody_gone_has_the_floor(move)
            assert len(self.moves) <= bound(self.view.items)
            self.apply(move)
            if not isinstance(move, Handover):
                break
        self.view = replace(self.view, skip=False, hint=False, aside=None, leave=False)

    def nobody_gone_has_the_floor(self, move: Move) -> None:
        """Whoever no longer exists passes it on, and to nobody like themselves."""
        if self.view.current in self.view.gone:
            assert isinstance(move, Handover | Close)
        if isinstance(move, Handover):
            assert move.to not in self.view.gone

    def apply(self, move: Move) -> None:
        view = self.view
        if isinstance(move, Handover):
            self.view = replace(
                view, current=move.to, open_id=None, standing=None, last_level=None, skip=False
            )
        elif isinstance(move, Close):
            self.over = True
        elif isinstance(move, Ask):
            chosen = self.plan[move.item_id]
            items = tuple(
                replace(i, pending=False, spoken=i.id == chosen.id) if i.slot == chosen.slot else i
                for i in view.items
            )
            self.view = replace(
                view, items=items, open_id=chosen.id, last_level=chosen.level, standing=None
            )
        else:
            changed = self.changed(view, move)
            items = tuple(changed if i.id == changed.id else i for i in view.items)
            self.view = replace(view, items=items)

    @staticmethod
    def changed(view: SittingView, move: FollowUp | Hint | Repeat) -> Item:
        item = next(i for i in view.items if i.id == move.item_id)
        if isinstance(move, FollowUp):
            return replace(item, asked=(*item.asked, move.gap), hints_here=0)
        if isinstance(move, Hint):
            assert move.step == item.hints_here
            assert move.gap == (item.asked[-1] if item.asked else "")
            return replace(item, hints_here=item.hints_here + 1)
        return replace(item, repeats=item.repeats + 1)

    @precondition(lambda self: not self.over)
    @rule(standing=standings)
    def answers(self, standing: Standing) -> None:
        self.turn(standing=standing)

    @precondition(lambda self: not self.over)
    @rule(standing=st.none() | standings)
    def skips(self, standing: Standing | None) -> None:
        skipped, said = self.view.open_id, len(self.moves)
        self.turn(skip=True, standing=standing)
        assert skipped not in [getattr(move, "item_id", 0) for _, move in self.moves[said:]]

    @precondition(lambda self: not self.over)
    @rule(who=st.sampled_from(PANEL))
    def somebody_is_removed(self, who: str) -> None:
        self.view = replace(self.view, gone=self.view.gone | {who})

    @precondition(lambda self: not self.over)
    @rule()
    def wants_a_hint(self) -> None:
        self.turn(hint=True)

    @precondition(lambda self: not self.over)
    @rule(aside=st.sampled_from(Aside))
    def says_something_else(self, aside: Aside) -> None:
        self.turn(aside=aside)

    @precondition(lambda self: not self.over and len(self.moves) > 12)
    @rule()
    def confirms_the_end(self) -> None:
        self.turn(leave=True)
        self.left = True
        assert self.over

    @precondition(lambda self: self.over)
    @rule()
    def leaves(self) -> None:
        assert isinstance(self.moves[-1][1], Close)

    @invariant()
    def no_question_repeats_and_each_is_its_interviewers(self) -> None:
        asked = [self.plan[m.item_id] for _, m in self.moves if isinstance(m, Ask)]
        slots = [item.slot for item in asked]
        assert len(set(slots)) == len(slots)
        assert slots == sorted(slots)
        assert all(abs(item.level - self.view.base_level) <= 1 for item in asked if self.has(item))
        for speaker, move in self.moves:
            if isinstance(move, Ask | FollowUp | Hint | Repeat):
                assert self.plan[move.item_id].interviewer_id == speaker

    @invariant()
    def the_level_goes_up_and_down_by_one(self) -> None:
        asked = [(who, self.plan[m.item_id]) for who, m in self.moves if isinstance(m, Ask)]
        for (before, last), (who, item) in pairwise(asked):
            if who == before and len([i for i in self.plan.values() if i.slot == item.slot]) == 3:
                assert abs(item.level - last.level) <= 1

    def has(self, item: Item) -> bool:
        """Whether the item's slot has anything within a level of the chosen one."""
        levels = [i.level for i in self.plan.values() if i.slot == item.slot]
        return any(abs(level - self.view.base_level) <= 1 for level in levels)

    @invariant()
    def the_order_of_the_panel_holds(self) -> None:
        order = [PANEL.index(speaker) for speaker, _ in self.moves]
        assert order == sorted(order)

    @invariant()
    def budgets_hold(self) -> None:
        for item in self.view.items:
            assert len(set(item.asked)) == len(item.asked) <= item.budget
            assert item.hints_here <= (PROBE_HINTS if item.asked else HINTS) + 1
            assert item.repeats <= REPEATS + 1

    def teardown(self) -> None:
        """However it went on, it goes to its end by the same things said again and again."""
        if not hasattr(self, "view"):
            return
        stubborn = ({"aside": Aside.WAIT}, {"hint": True}, {"aside": Aside.REPEAT})
        for count in range(bound(self.view.items) + 1):
            if self.over:
                break
            self.turn(**stubborn[count % 3])
        assert self.over
        if self.left:
            return
        asked = {self.plan[m.item_id].slot for _, m in self.moves if isinstance(m, Ask)}
        there = [i for i in self.plan.values() if i.interviewer_id not in self.view.gone]
        assert asked >= {item.slot for item in there}


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
