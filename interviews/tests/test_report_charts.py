"""What the report page draws: the radar chart and the marked quotes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.report import Segment, mark_quotes, radar

FIVE = [("Technical", 100.0), ("B", 50.0), ("C", 0.0), ("D", 25.5), ("E", 75.0)]


# --- The chart ------------------------------------------------------------------------------


def test_the_first_axis_points_up_and_the_others_follow_clockwise() -> None:
    chart = radar(FIVE)
    assert chart is not None
    assert [(axis.x, axis.y) for axis in chart.axes[:2]] == [(0.0, -100.0), (95.1, -30.9)]
    assert all(math.hypot(a.x, a.y) == pytest.approx(100, abs=0.1) for a in chart.axes)
    assert [axis.anchor for axis in chart.axes] == ["middle", "start", "start", "end", "end"]


def test_a_value_is_as_far_out_as_it_is_high() -> None:
    chart = radar(FIVE)
    assert chart is not None
    reach = [math.hypot(x, y) for x, y in chart.dots]
    assert reach == pytest.approx([value for _, value in FIVE], abs=0.1)
    assert chart.points.split()[0] == "0.0,-100.0"
    assert len(chart.rings) == 4
    assert "-0.0" not in chart.points + " ".join(chart.rings)


def test_what_was_not_observed_keeps_its_axis_and_gets_no_point() -> None:
    chart = radar([("A", 60.0), ("B", None), ("C", 70.0), ("D", 80.0)])
    assert chart is not None
    assert [axis.value for axis in chart.axes] == [60.0, None, 70.0, 80.0]
    assert len(chart.dots) == len(chart.points.split()) == 3


@pytest.mark.parametrize(
    "values",
    [[], [("A", 1.0), ("B", 2.0)], [("A", 1.0), ("B", 2.0), ("C", None), ("D", None)]],
)
def test_fewer_than_three_values_make_no_chart(values: list[tuple[str, float | None]]) -> None:
    assert radar(values) is None


@pytest.mark.parametrize("count", range(3, 9))
def test_the_box_holds_the_chart_and_its_labels(count: int) -> None:
    chart = radar([(f"问题解决 and more {n}", 50.0) for n in range(count)])
    assert chart is not None
    left, top, width, height = map(float, chart.box.split())
    assert left == -width / 2
    for axis in chart.axes:
        assert left < axis.label_x < left + width
        assert top <= axis.label_y - 13
        assert axis.label_y + 16 < top + height
        # Neither of a label's two lines reaches into the chart.
        assert axis.label_y <= -100 or axis.label_y - 13 >= 100 or abs(axis.label_x) > 50


# --- The quotes -----------------------------------------------------------------------------


def test_a_quote_is_marked_where_it_stands() -> None:
    assert mark_quotes("先压测，再扩容。", [(3, "再扩容")]) == [
        Segment("先压测，"),
        Segment("再扩容", (3,)),
        Segment("。"),
    ]


def test_a_quote_is_marked_once_where_it_stands_first() -> None:
    segments = mark_quotes("abc abc", [(1, "abc")])
    assert segments == [Segment("abc", (1,)), Segment(" abc")]


def test_overlapping_quotes_become_one_with_both_numbers() -> None:
    assert mark_quotes("0123456789", [(2, "456"), (1, "2345")]) == [
        Segment("01"),
        Segment("23456", (1, 2)),
        Segment("789"),
    ]
    assert mark_quotes("0123", [(1, "0123"), (2, "12")]) == [Segment("0123", (1, 2))]


def test_quotes_beside_each_other_stay_two() -> None:
    assert mark_quotes("abcd", [(1, "ab"), (2, "cd")]) == [
        Segment("ab", (1,)),
        Segment("cd", (2,)),
    ]


@pytest.mark.parametrize("quotes", [[], [(1, "")], [(1, "elsewhere")]])
def test_what_stands_nowhere_is_not_marked(quotes: list[tuple[int, str]]) -> None:
    assert mark_quotes("the text", quotes) == [Segment("the text")]
    assert mark_quotes("", quotes) == []


@given(st.text("ab字", max_size=30), st.lists(st.text("ab字", max_size=6), max_size=5))
def test_the_segments_joined_are_the_text(text: str, quotes: list[str]) -> None:
    segments = mark_quotes(text, list(enumerate(quotes)))
    assert "".join(segment.text for segment in segments) == text
    marked = [number for segment in segments for number in segment.numbers]
    assert sorted(marked) == [n for n, quote in enumerate(quotes) if quote and quote in text]
