"""From judged answers to numbers: bounds, ranges, disagreements, and nothing for what nobody saw."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.scoring import Range, Scored, combine

scored = st.builds(
    Scored,
    interviewer_id=st.sampled_from(["technical", "hr"]),
    competency=st.sampled_from(["design", "motivation"]),
    skill=st.sampled_from(["technical", "communication"]),
    score=st.floats(0, 100),
    level=st.integers(1, 5),
)


def judged(score: float, **changes: Any) -> Scored:
    fields: dict[str, Any] = {
        "interviewer_id": "technical",
        "competency": "design",
        "skill": "problem_solving",
        "level": 3,
    }
    return Scored(score=score, **{**fields, **changes})


def width(found: Range | None) -> int:
    assert found is not None
    return found.high - found.low


def test_nothing_judged_has_no_number() -> None:
    totals = combine([])
    assert totals.overall is None
    assert totals.range is None
    assert totals.skills == totals.competencies == totals.interviewers == {}
    assert totals.skill_ranges == {}
    assert totals.disagreements == ()


def test_means_have_one_decimal() -> None:
    totals = combine(
        [
            judged(80),
            judged(75, competency="fundamentals", skill="technical"),
            judged(70.05, interviewer_id="hr"),
        ]
    )
    assert totals.overall == 75.0
    assert totals.skills == {"problem_solving": 75.0, "technical": 75.0}
    assert totals.competencies == {"design": 75.0, "fundamentals": 75.0}
    assert totals.interviewers == {"technical": 77.5, "hr": 70.0}


@pytest.mark.parametrize("score", [-0.1, 100.1, float("nan")])
def test_a_score_out_of_range_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        combine([judged(score)])


@pytest.mark.parametrize("level", [0, 6])
def test_a_level_out_of_range_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        combine([judged(50, level=level)])


# --- Ranges ---------------------------------------------------------------------------------


def test_one_answer_gives_a_wide_range_and_more_of_the_same_a_narrower_one() -> None:
    widths = [width(combine([judged(50)] * count).range) for count in (1, 2, 4, 10, 40)]
    assert widths == sorted(widths, reverse=True)
    assert (widths[0], widths[3]) == (62, 10)


def test_answers_that_differ_give_a_wider_range_than_answers_that_agree() -> None:
    even = combine([judged(60), judged(60), judged(60), judged(60)])
    uneven = combine([judged(20), judged(100), judged(30), judged(90)])
    assert even.overall == uneven.overall == 60
    assert width(uneven.range) > width(even.range)


def test_the_range_follows_its_formula() -> None:
    """By hand: mean 70, squares 200, variance (4 · 400 + 200) / 5 = 360, t(5; .9) = 1.476,
    half 1.476 · √(360 / 2) = 19.8."""
    totals = combine([judged(60), judged(80)])
    assert totals.range == Range(50, 90)
    assert totals.skill_ranges == {"problem_solving": Range(50, 90)}


@given(st.lists(scored, min_size=1))
def test_ranges_lie_on_the_scale_and_hold_their_score(items: list[Scored]) -> None:
    totals = combine(items)
    assert totals.overall is not None
    pairs = [(totals.overall, totals.range)]
    pairs += [(totals.skills[skill], found) for skill, found in totals.skill_ranges.items()]
    counts = Counter(item.skill for item in items)
    assert set(totals.skill_ranges) == {skill for skill, count in counts.items() if count > 1}
    for value, found in pairs:
        assert found is not None
        assert 0 <= found.low <= value <= found.high <= 100
        assert found.high > found.low


# --- Properties of the means ----------------------------------------------------------------


@given(st.lists(scored, min_size=1))
def test_totals_lie_within_what_was_judged(items: list[Scored]) -> None:
    totals = combine(items)
    low, high = min(i.score for i in items), max(i.score for i in items)
    assert totals.overall is not None
    for value in (totals.overall, *totals.skills.values(), *totals.interviewers.values()):
        assert low - 0.05 <= value <= high + 0.05


@given(st.lists(scored, min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_the_questions_changes_nothing(
    items: list[Scored], chance: random.Random
) -> None:
    mixed = list(items)
    chance.shuffle(mixed)
    first, second = combine(items), combine(mixed)
    assert first.overall == second.overall
    assert first.range == second.range
    assert first.skills == second.skills
    assert first.skill_ranges == second.skill_ranges
    assert {d.skill: dict(d.levels) for d in first.disagreements} == {
        d.skill: dict(d.levels) for d in second.disagreements
    }


@given(st.lists(scored))
def test_what_nobody_observed_has_no_number(items: list[Scored]) -> None:
    totals = combine(items)
    assert set(totals.skills) == {item.skill for item in items} >= set(totals.skill_ranges)
    assert set(totals.competencies) == {item.competency for item in items}
    assert set(totals.interviewers) == {item.interviewer_id for item in items}
    assert (totals.overall is None) == (totals.range is None) == (not items)


@given(st.lists(scored, min_size=1), st.integers(0, 30))
def test_a_better_answer_never_lowers_the_score(items: list[Scored], place: int) -> None:
    better = list(items)
    chosen = better[place % len(items)]
    better[place % len(items)] = Scored(
        chosen.interviewer_id,
        chosen.competency,
        chosen.skill,
        min(100.0, chosen.score + 10),
        chosen.level,
    )
    before, after = combine(items).overall, combine(better).overall
    assert before is not None
    assert after is not None
    assert after >= before


# --- Disagreements --------------------------------------------------------------------------


def heard(*levels: tuple[str, int], skill: str = "communication") -> list[Scored]:
    return [judged(50, interviewer_id=who, level=level, skill=skill) for who, level in levels]


def test_interviewers_more_than_a_level_apart_on_a_skill_disagree() -> None:
    found = combine(heard(("behavioral", 4), ("hr", 3), ("hr", 2))).disagreements
    assert [(d.skill, dict(d.levels)) for d in found] == [
        ("communication", {"behavioral": 4.0, "hr": 2.5})
    ]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(heard(("behavioral", 4), ("hr", 3)), id="exactly one level"),
        pytest.param(heard(("hr", 1), ("hr", 5)), id="one interviewer with two questions"),
        pytest.param(
            heard(("behavioral", 5)) + heard(("hr", 1), skill="technical"), id="different skills"
        ),
    ],
)
def test_others_do_not(items: list[Scored]) -> None:
    assert combine(items).disagreements == ()


def test_a_judgement_that_rests_on_nothing_contradicts_nobody() -> None:
    told, untold = heard(("hr", 4), ("behavioral", 1))
    assert combine([told, replace(untold, founded=False)]).disagreements == ()
    assert combine([told, untold]).disagreements
