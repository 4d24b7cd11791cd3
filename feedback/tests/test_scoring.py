"""From judged answers to numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.scoring import Scored, combine

scored = st.builds(
    Scored,
    interviewer_id=st.sampled_from(["technical", "hr"]),
    competency=st.sampled_from(["design", "motivation"]),
    skill=st.sampled_from(["technical", "communication"]),
    score=st.floats(0, 100),
)


def test_nothing_judged_has_no_number() -> None:
    totals = combine([])
    assert totals.overall is None
    assert totals.skills == totals.competencies == totals.interviewers == {}


def test_means_have_one_decimal() -> None:
    totals = combine(
        [
            Scored("technical", "design", "problem_solving", 80),
            Scored("technical", "fundamentals", "technical", 75),
            Scored("hr", "design", "problem_solving", 70.05),
        ]
    )
    assert totals.overall == 75.0
    assert totals.skills == {"problem_solving": 75.0, "technical": 75.0}
    assert totals.competencies == {"design": 75.0, "fundamentals": 75.0}
    assert totals.interviewers == {"technical": 77.5, "hr": 70.0}


@pytest.mark.parametrize("score", [-0.1, 100.1, float("nan")])
def test_a_score_out_of_range_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        combine([Scored("hr", "design", "technical", score)])


@given(st.lists(scored, min_size=1))
def test_totals_lie_within_what_was_judged(items: list[Scored]) -> None:
    totals = combine(items)
    low, high = min(i.score for i in items), max(i.score for i in items)
    assert totals.overall is not None
    for value in (totals.overall, *totals.skills.values(), *totals.interviewers.values()):
        assert low - 0.05 <= value <= high + 0.05
    assert set(totals.skills) == {item.skill for item in items}


@given(st.lists(scored, min_size=1), st.integers(0, 30))
def test_a_better_answer_never_lowers_the_score(items: list[Scored], place: int) -> None:
    better = list(items)
    chosen = better[place % len(items)]
    better[place % len(items)] = Scored(
        chosen.interviewer_id, chosen.competency, chosen.skill, min(100.0, chosen.score + 10)
    )
    before, after = combine(items).overall, combine(better).overall
    assert before is not None
    assert after is not None
    assert after >= before
