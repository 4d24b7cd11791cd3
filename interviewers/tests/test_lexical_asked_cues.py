"""A sign of a number or a trade-off makes a point only where it is of what the point asks for."""

from __future__ import annotations

import pytest

from interviewers.engines.base import Cue, ScoringPoint
from interviewers.engines.builtin.expected.cued import asked_by, tells
from interviewers.engines.builtin.reading.text import segments

RESULT = ScoringPoint("result", "a concrete result with a figure", ("cut the returns",), Cue.NUMBER)
DATE = ScoringPoint("date", "a definite date", ("from the first of the month",), Cue.NUMBER)
PRICE = ScoringPoint("cost", "什么都排队的吞吐代价", ("并发变低", "变慢"), Cue.TRADE_OFF)


def makes(point: ScoringPoint, sentence: str, language: str) -> bool:
    return tells(asked_by(point, ""), segments(sentence)[0], language)


@pytest.mark.parametrize(
    ("point", "language", "told", "beside"),
    [
        (RESULT, "en", "We brought it down from 31 stops to 19.", "I was there for four years."),
        (DATE, "en", "I could start in six weeks.", "I've been with them for four years."),
        (PRICE, "zh", "虽然顺序保住了，但吞吐的代价是并发变低。", "这个要看具体情况来定。"),
    ],
)
def test_a_sign_is_of_what_is_asked(
    point: ScoringPoint, language: str, told: str, beside: str
) -> None:
    assert makes(point, told, language)
    assert not makes(point, beside, language)


def test_what_was_given_up_is_weighed_in_whatever_words() -> None:
    choice = ScoringPoint("choice", "why without it", (), Cue.TRADE_OFF)
    assert makes(choice, "If we had twenty services I'd put it in.", "en")
    assert not makes(choice, "It always depends on the situation.", "en")
