"""What is said besides an answer is heard by the conducting, whichever engine speaks."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.engines.base import Line
from interviewers.engines.builtin.speaking.phrases import PHRASES
from interviewgpt.db import in_db
from interviews.overheard import (
    does_not_know,
    guesses,
    has_another,
    last_words,
    missed,
    only_limits,
)
from interviews.queries import adds_nothing, asks_back
from interviews.tests.support import create, sit, table, told


@pytest.mark.parametrize(
    ("plea", "unheard"),
    [
        ("不好意思，刚才网卡了一下，后半句没听清，麻烦您再说一遍？", True),
        ("能再说一遍吗？", True),
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


@pytest.mark.parametrize(
    ("said", "guessed"),
    [
        ("不太会……是不是用那个转义？", True),
        ("不太清楚，好像要加个请求头", True),
        ("I don't know, sorry. Could be the cache.", True),
        ("不会，可能是没学过", False),
        ("不知道，是不是可以跳过？", False),
        ("I don't know, maybe.", False),
        ("I don't know, maybe I'm just tired.", False),
        ("I don't know, is it possible to come back to it?", False),
        ("I don't know, maybe a hint would help.", False),
        ("No idea, I think it's too hard for a junior.", False),
        ("Not sure, maybe later.", False),
        ("不知道，估计要百度一下。", False),
        ("不会，好像没接触。", False),
        ("不懂，应该是高级工程师才懂的。", False),
        ("I don't know, maybe we need an index there.", True),
        ("I don't know, maybe you'd add an index?", True),
        ("I don't know, I'd guess the read lock.", True),
        ("I don't know, maybe the next pointer is lost.", True),
        ("不会，应该是答复一个 ack 吧。", True),
    ],
)
def test_who_does_not_know_and_supposes_something_of_the_subject_guesses(
    said: str, guessed: bool
) -> None:
    assert guesses(said) is guessed


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
        ("这个我真没怎么用过，不太清楚。", True),
        ("这块没怎么接触过，应该是看日志吧。", True),
        ("不太会，没做过。", True),
        ("这块我没让别人动过，都是自己改。", False),
        ("I haven't used it much, not really sure.", True),
        ("I haven't lost a row since we moved.", False),
        ("I don't know, I'd look at the graphs.", True),
        ("I never restart first, I look at the logs.", False),
    ],
)
def test_who_begins_by_not_knowing_guesses_at_most(said: str, unknowing: bool) -> None:
    assert does_not_know(said) is unknowing


@pytest.mark.parametrize(
    "said", ["没了，就这些。", "No, that's it, thanks.", "That is all, thank you."]
)
def test_who_thanks_for_being_heard_has_nothing_more_to_say(said: str) -> None:
    assert adds_nothing(said)
    assert not adds_nothing(f"{said} redis")


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("有的。想问问你们团队现在几个人，这块谁在管？还有试用期一般怎么考核？", True),
        ("I would shard. How big is your team? And what happens in the first week?", True),
        ("先加缓存。库里还有多少？热点是哪几个？", False),
        ("先问业务。他们会说，你们团队几个人？能不能快点？我一般照实讲。", False),
    ],
)
def test_of_several_questions_in_a_row_one_tells_to_whom_they_are_put(
    said: str, asks: bool
) -> None:
    assert asks_back(said) is asks


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("I don't know. I was just a tester there. Someone else did that.", True),
        ("I've never used it. I only read about it.", True),
        ("没做过。我只用过别人的。", True),
        ("I'm not sure it was the right call. We never told the client, we only rolled back.", False),
        ("不太确定这算不算。我们只在夜里发布，从来不在白天。", False),
    ],
)  # fmt: skip
def test_what_was_done_after_a_doubt_is_no_giving_up(said: str, nothing: bool) -> None:
    assert does_not_know(said)
    assert only_limits(said) is nothing


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("就像我刚才说的，没有别的要补充了。", True),
        ("跟前面讲的一样，就这些。", True),
        ("我前面说的那个办法，就是先换一家店试", False),
    ],
)
def test_who_points_back_and_adds_nothing_has_nothing_to_add(text: str, nothing: bool) -> None:
    assert adds_nothing(text) is nothing
