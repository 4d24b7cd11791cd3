"""What is said besides an answer is heard by the conducting, whichever engine speaks."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.engines.base import Line
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.overheard import does_not_know, has_another, last_words, missed
from interviews.tests.support import create, sit, table, told


@pytest.mark.parametrize(
    ("plea", "unheard"),
    [
        ("不好意思，刚才网卡了一下，后半句没听清，麻烦您再说一遍？", True),
        ("能再说一遍吗？", False),
        ("没太听懂，再说一遍好吗？", False),
        ("Sorry, you cut out for a second, could you say that again please?", True),
        ("I didn’t quite catch that.", True),
        ("I am not sure I understand, could you repeat it?", False),
    ],
)
def test_who_has_not_heard_is_told_from_who_has_not_understood(plea: str, unheard: bool) -> None:
    assert missed(plea) is unheard


@pytest.mark.parametrize(
    ("asked", "on"),
    [
        ("有两个。第一个想问，团队多大？", True),
        ("第一个想问团队多大，第二个想问技术栈是什么？", False),
        ("团队有几个人？", False),
        ("有两个问题：团队多大？技术栈是什么？", False),
        ("What would I do first, and with whom in the team?", False),
        ("I have two questions. First, how big is the team?", True),
        ("My first question is how big the team is, and the second what the stack is.", False),
    ],
)
def test_a_question_that_is_to_come_is_told_from_one_that_was_put(asked: str, on: bool) -> None:
    assert has_another(asked) is on


def test_what_was_said_since_the_panel_spoke_are_the_last_words() -> None:
    lines = [
        Line("candidate", "a"),
        Line("hr", "b"),
        Line("candidate", "c"),
        Line("candidate", "d"),
    ]
    assert last_words(lines) == "c\nd"
    assert last_words(lines[:2]) == ""


@pytest.mark.parametrize(
    ("language", "correction"),
    [
        ("zh", "对了，更正一下，我刚才说的三十天应该是二十天。"),
        ("en", "Wait, I have to correct something I said before: it was twenty days."),
    ],
)
@pytest.mark.django_db(transaction=True)
async def test_a_correction_gets_a_word_before_what_comes_next(
    language: str, correction: str
) -> None:
    interview: Any = await in_db(create, language, interviewers=["technical"])
    planned = await in_db(table, interview.pk)
    begun = planned.spec["reference"][: 60 if language == "zh" else 160]
    async with sit(interview.pk) as room:
        met = await told(room, f"{begun}. {correction}")
    assert met["content"].startswith(tuple(w.strip() for w in PHRASES[language]["corrected"]))


@pytest.mark.parametrize(
    ("said", "unknowing"),
    [
        ("不太清楚，可能就直接加字段吧。", True),
        ("嗯，没用过，我猜是加锁。", True),
        ("我不会马上重启，先看日志。", False),
        ("不知道的情况下我会先问。", False),
        ("I don't know, I'd look at the graphs.", True),
        ("I never restart first, I look at the logs.", False),
    ],
)
def test_who_begins_by_not_knowing_guesses_at_most(said: str, unknowing: bool) -> None:
    assert does_not_know(said) is unknowing
