"""The conductor: what happens next, and that it always ends."""

from __future__ import annotations

from dataclasses import replace

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
    Repeat,
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
    for level, chosen in ((5, 4), (4, 4), (3, 3), (2, 2), (1, 2)):
        standing = replace(PARTIAL, level=level)
        now = view(OPEN, *variants, open_id=1, standing=standing, last_level=2)
        assert decide(now) == Ask(chosen, opening=False)


def test_the_level_rises_by_one_at_a_time() -> None:
    variants = [item(level + 1, 1, "technical", level=level) for level in (1, 2, 3)]
    now = view(OPEN, *variants, open_id=1, standing=GOOD, last_level=1)
    assert decide(now) == Ask(3, opening=False)


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


def test_an_interviewer_who_is_gone_asks_nothing_more_and_is_passed_over() -> None:
    rest = (item(2, 1, "technical"), item(3, 2, "behavioral"), item(4, 3, "hr"))
    now = view(
        OPEN, *rest, open_id=1, standing=PARTIAL, probes=("b",), gone=frozenset({"technical"})
    )
    assert decide(now) == Handover("behavioral")
    assert decide(replace(now, gone=frozenset({"technical", "behavioral"}))) == Handover("hr")
    assert decide(replace(now, gone=frozenset(PANEL))) == Close()


# --- Instead of an answer -------------------------------------------------------------------

NEXT = item(2, 1, "technical")


def test_a_request_leaves_the_question_on_the_table() -> None:
    now = view(OPEN, NEXT, open_id=1, aside=Aside.REPEAT)
    assert decide(now) == Repeat(1, Aside.REPEAT)
    probed = view(replace(OPEN, asked=("b",)), NEXT, open_id=1, aside=Aside.EXPLAIN)
    assert decide(probed) == Repeat(1, Aside.EXPLAIN, "b")
    amended = view(replace(OPEN, asked=("b",), repeats=REPEATS), NEXT, open_id=1, aside=Aside.AMEND)
    assert decide(amended) == Repeat(1, Aside.AMEND, "b")


def test_who_asks_again_and_again_is_led_on() -> None:
    for aside in Aside:
        table = replace(OPEN, repeats=REPEATS + (aside in (Aside.END, Aside.AMEND)))
        now = view(table, NEXT, open_id=1, aside=aside, standing=PARTIAL, probes=("b",))
        assert decide(now) == Ask(2, opening=False)


def test_hints_climb_and_one_more_says_that_there_are_no_more() -> None:
    for used in (0, 1, 2):
        now = view(replace(OPEN, hints_here=used), NEXT, open_id=1, hint=True, hints=2)
        assert decide(now) == Hint(1, used)
    spent = view(replace(OPEN, hints_here=3), NEXT, open_id=1, hint=True, hints=2)
    assert decide(spent) == Repeat(1, Aside.NO_HINT)
    often = replace(OPEN, hints_here=3, repeats=REPEATS)
    assert decide(replace(spent, items=(often, NEXT))) == Ask(2, opening=False)


def test_a_hint_on_a_probe_is_about_the_probe() -> None:
    probed = replace(OPEN, asked=("b",))
    now = view(probed, NEXT, open_id=1, hint=True, hints=PROBE_HINTS)
    assert decide(now) == Hint(1, 0, "b")


def test_who_wants_to_end_is_asked_and_whoever_confirms_it_has_ended() -> None:
    asked = view(OPEN, NEXT, open_id=1, aside=Aside.END)
    assert decide(asked) == Repeat(1, Aside.END)
    # Whatever else was asked for before: the next question is no answer to that.
    late = view(replace(OPEN, repeats=REPEATS), NEXT, open_id=1, aside=Aside.END)
    assert decide(late) == Repeat(1, Aside.END)
    assert decide(view(OPEN, NEXT, open_id=1, leave=True, standing=PARTIAL)) == Close()


def test_a_skip_goes_before_everything_else() -> None:
    now = view(OPEN, NEXT, open_id=1, skip=True, hint=True, hints=2, standing=PARTIAL)
    assert decide(now) == Ask(2, opening=False)


def test_between_questions_there_is_nothing_to_repeat() -> None:
    for more in ({"hint": True, "hints": 2}, {"aside": Aside.WAIT}, {"skip": True}):
        assert decide(view(OPEN, NEXT, **more)) == Ask(2, opening=False)


def test_who_passes_a_question_over_gets_an_easier_one_and_so_does_who_was_fair_between_two() -> (
    None
):
    fair = Standing(level=3, missing=(), gained=True, gave_up=False)
    variants = (item(2, 1, "technical", level=3), item(3, 1, "technical", level=1))
    now = view(OPEN, *variants, open_id=1, last_level=2, standing=fair)
    assert decide(now) == Ask(3, opening=False)
    assert decide(replace(now, skip=True)) == Ask(3, opening=False)
    assert decide(replace(now, standing=GOOD)) == Ask(2, opening=False)
    assert decide(replace(now, standing=GOOD, skip=True)) == Ask(3, opening=False)
