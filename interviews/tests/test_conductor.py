"""The conductor: what happens next, and that it always ends."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.conductor import (
    Ask,
    Close,
    FollowUp,
    Handover,
    Item,
    Move,
    SittingView,
    Standing,
    decide,
)

PANEL = ("technical", "behavioral", "hr")
GOOD = Standing(level=5, missing=(), gained=True, gave_up=False)
PARTIAL = Standing(level=3, missing=("b", "c"), gained=True, gave_up=False)


def item(id: int, slot: int, interviewer: str, **more: object) -> Item:
    fields: dict[str, object] = {"level": 2, "pending": True, "spoken": False, "budget": 2, **more}
    return Item(id, slot, interviewer, **fields)  # type: ignore[arg-type]


def view(*items: Item, **more: object) -> SittingView:
    fields: dict[str, object] = {"panel": PANEL, "current": "technical", "base_level": 2, **more}
    return SittingView(items=items, **fields)  # type: ignore[arg-type]


OPEN = item(1, 0, "technical", pending=False, spoken=True)


def test_the_first_question_of_an_interviewer_opens_with_a_greeting() -> None:
    assert decide(view(item(1, 0, "technical"))) == Ask(1, opening=True)


def test_a_full_answer_leads_to_the_next_question() -> None:
    now = view(OPEN, item(2, 1, "technical"), open_id=1, probes=("b",), standing=GOOD)
    assert decide(now) == Ask(2, opening=False)


def test_the_largest_gap_with_a_probe_is_followed_up() -> None:
    now = view(OPEN, item(2, 1, "technical"), open_id=1, probes=("c", "b"), standing=PARTIAL)
    assert decide(now) == FollowUp(1, "b")


def test_a_gap_is_asked_about_once() -> None:
    asked = replace(OPEN, asked=("b",))
    now = view(asked, item(2, 1, "technical"), open_id=1, probes=("b", "c"), standing=PARTIAL)
    assert decide(now) == FollowUp(1, "c")


def test_follow_ups_stop_when_the_budget_is_spent() -> None:
    asked = replace(OPEN, asked=("b",), budget=1)
    now = view(asked, item(2, 1, "technical"), open_id=1, probes=("b", "c"), standing=PARTIAL)
    assert decide(now) == Ask(2, opening=False)


def test_follow_ups_stop_when_the_answer_brings_nothing_new() -> None:
    asked = replace(OPEN, asked=("b",))
    stuck = replace(PARTIAL, gained=False)
    now = view(asked, item(2, 1, "technical"), open_id=1, probes=("b", "c"), standing=stuck)
    assert decide(now) == Ask(2, opening=False)


def test_somebody_who_does_not_know_is_not_pressed() -> None:
    lost = replace(PARTIAL, level=1, gave_up=True)
    now = view(OPEN, item(2, 1, "technical"), open_id=1, probes=("b",), standing=lost)
    assert decide(now) == Ask(2, opening=False)


def test_a_strong_answer_raises_the_level_and_a_weak_one_lowers_it() -> None:
    variants = [item(level + 1, 1, "technical", level=level) for level in (1, 2, 3)]
    for standing, chosen in ((GOOD, 4), (PARTIAL, 3), (replace(PARTIAL, level=1), 2)):
        now = view(OPEN, *variants, open_id=1, standing=standing, last_level=2)
        assert decide(now) == Ask(chosen, opening=False)


def test_the_level_stays_within_one_of_the_chosen_one() -> None:
    variants = [item(level + 1, 1, "technical", level=level) for level in (1, 2, 3)]
    now = view(OPEN, *variants, base_level=1, open_id=1, standing=GOOD, last_level=2)
    assert decide(now) == Ask(3, opening=False)


def test_the_floor_passes_in_the_order_of_the_panel() -> None:
    now = view(OPEN, item(2, 1, "hr"), item(3, 2, "behavioral"), open_id=1, standing=GOOD)
    assert decide(now) == Handover("behavioral")


def test_an_interviewer_with_nothing_to_ask_is_passed_over() -> None:
    assert decide(view(OPEN, item(2, 1, "hr"), open_id=1, standing=GOOD)) == Handover("hr")


def test_the_last_interviewer_closes() -> None:
    assert decide(view(OPEN, open_id=1, standing=GOOD)) == Close()


def test_an_interviewer_who_left_the_panel_does_not_stop_the_others() -> None:
    now = view(item(2, 1, "technical"), current="gone")
    assert decide(now) == Handover("technical")


# --- Whatever is answered, a sitting ends ---------------------------------------------------

standings = st.builds(
    Standing,
    level=st.integers(1, 5),
    missing=st.permutations(("a", "b", "c")).map(lambda points: tuple(points[:2])),
    gained=st.booleans(),
    gave_up=st.booleans(),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[Item, ...]:
    items: list[Item] = []
    slot = 0
    for interviewer in PANEL:
        for _ in range(draw(st.integers(0, 4))):
            for level in draw(st.sets(st.integers(1, 3), min_size=1)):
                budget = draw(st.integers(0, 3))
                items.append(Item(len(items) + 1, slot, interviewer, level, True, False, budget))
            slot += 1
    return tuple(items)


def play(items: tuple[Item, ...], answers: list[Standing]) -> list[tuple[str, Move]]:
    """Run a sitting to its end; the moves with who made them."""
    now = view(*items)
    moves: list[tuple[str, Move]] = []
    turn = 0
    bound = 3 + len(PANEL) + sum(1 + i.budget for i in items)
    while True:
        move = decide(now)
        moves.append((now.current, move))
        assert len(moves) <= bound
        if isinstance(move, Close):
            return moves
        if isinstance(move, Handover):
            now = replace(now, current=move.to, open_id=None, standing=None, last_level=None)
            continue
        if isinstance(move, Ask):
            chosen = next(i for i in now.items if i.id == move.item_id)
            changed = tuple(
                replace(i, pending=False, spoken=i.id == chosen.id) if i.slot == chosen.slot else i
                for i in now.items
            )
            now = replace(now, items=changed, open_id=chosen.id, last_level=chosen.level)
        else:
            assert isinstance(move, FollowUp)
            changed = tuple(
                replace(i, asked=(*i.asked, move.gap)) if i.id == move.item_id else i
                for i in now.items
            )
            now = replace(now, items=changed)
        standing = answers[turn % len(answers)] if answers else GOOD
        now = replace(now, standing=standing, probes=("a", "b", "c"))
        turn += 1


@given(plans(), st.lists(standings, max_size=12))
@settings(max_examples=300, deadline=None)
def test_every_sitting_ends_in_order_without_repeating(
    items: tuple[Item, ...], answers: list[Standing]
) -> None:
    moves = play(items, answers)
    by_id = {i.id: i for i in items}
    asked = [move.item_id for _, move in moves if isinstance(move, Ask)]
    slots = [by_id[key].slot for key in asked]
    assert len(set(slots)) == len(slots), "a slot was asked twice"
    assert set(slots) == {i.slot for i in items}, "a slot was left out"
    for speaker, move in moves:
        if isinstance(move, Ask | FollowUp):
            assert by_id[move.item_id].interviewer_id == speaker
    order = [PANEL.index(speaker) for speaker, _ in moves]
    assert order == sorted(order), "the floor went back"
    for key in asked:
        gaps = [m.gap for _, m in moves if isinstance(m, FollowUp) and m.item_id == key]
        assert len(gaps) <= by_id[key].budget
        assert len(set(gaps)) == len(gaps), "a gap was probed twice"
        assert abs(by_id[key].level - 2) <= 1
