"""Who explains a thing by another one has answered, if not in the words of the reference."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import judge

DEADLOCK = {
    "en": (
        "What is a deadlock?",
        "Two or more threads each hold a resource and wait for one that another holds, so none can go on.",
    ),
    "zh": ("什么是死锁？", "两个或多个线程各自占有资源，又互相等待对方释放，谁都无法继续。"),
}
LIKENESSES = [
    (
        "en",
        "It's like two people at a narrow door, each says after you, and nobody ever goes through.",
    ),
    (
        "en",
        (
            "I don't know how to put it formally, but think of two cars on a one-lane bridge, nose to nose, and "
            "neither backs up."
        ),
    ),
    ("zh", "就像两个人吃饭，一个拿着筷子等碗，一个拿着碗等筷子，谁都不撒手，谁都吃不上。"),
    ("zh", "正式的定义我不知道怎么说，好比窄巷子里两辆车顶上了，谁也不肯倒车，就一直堵着。"),
]
NONE = [
    ("en", "It's like so many things at work, one has to look at it positively and do one's best."),
    ("en", "I don't know. It's like that."),
    ("zh", "就像很多事情一样，要积极面对，努力做到最好。"),
    ("zh", "不知道，好像没学过。"),
]


def score(language: str, answer: str) -> tuple[float, tuple[AnswerFlag, ...]]:
    question, reference = DEADLOCK[language]
    judged = judge(question=question, references=(reference,), answer=answer, language=language)
    return judged.score, judged.flags


@pytest.mark.parametrize(("language", "answer"), LIKENESSES)
def test_a_likeness_is_an_answer(language: str, answer: str) -> None:
    points, flags = score(language, answer)
    assert flags == ()
    assert points >= 45


@pytest.mark.parametrize(("language", "answer"), NONE)
def test_general_talk_is_no_likeness(language: str, answer: str) -> None:
    points, _ = score(language, answer)
    assert points < 30


def test_one_that_is_not_called_one_is_a_likeness_too() -> None:
    question = "What is a load balancer?"
    reference = "It spreads requests over several servers and takes failed ones out."
    called, told = (
        "It's the lady at the entrance of the supermarket who sends you to the till with the shortest queue, and if one till's closed she doesn't send anybody there.",
        "Last weekend I stood at the till of a supermarket behind a lady with two trolleys, and then my card didn't work.",
    )
    likeness, tale = (
        judge(question=question, references=(reference,), answer=answer, language="en")
        for answer in (called, told)
    )
    assert likeness.flags == ()
    assert likeness.score >= 35
    assert AnswerFlag.OFF_TOPIC in tale.flags
