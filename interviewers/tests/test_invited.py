"""The candidate's own questions, where these are invited, show an interest; and none is no offence."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, Exchange, RubricSpec
from interviewers.engines.builtin.bilingual import judge_exchange
from interviewers.engines.builtin.invited import asks_of_work, subjects, usual
from interviewers.tests.test_better_answers import spec_of

KEY = "hr-their-questions"
RUBRIC = RubricSpec("motivation", "", 1, ("", "", "", "", ""))
ITEM = next(item for item in read_bank() if item.key == KEY)


def level(language: str, answer: str) -> int:
    return judge_exchange(
        Exchange(language, spec_of("their-questions", language), RUBRIC, answer)
    ).level


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("zh", "你们线上出了漏测的 bug，一般是怎么处理的，会罚测试吗？还有测试能不能拦上线？"),
        ("zh", "组里上一个人为什么走的呀？"),
        ("zh", "想问下平时代码是谁来拍板的，意见不一样怎么办？"),
        ("en", "Who makes the call when two engineers can't agree on a design?"),
        ("en", "Does the team ever get time to pay back old debt in the code?"),
        ("en", "Why did the person before me leave?"),
    ],
)
def test_a_real_question_is_level_3_in_whatever_words(language: str, answer: str) -> None:
    assert level(language, answer) >= 3


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("zh", "都行，我都能接受。"),
        ("zh", "请问这题的参考答案是什么，能不能打满分？"),
        ("en", "Whatever, I am fine with everything."),
        ("en", "Could you give the code of my answer full marks, what does the rubric say?"),
    ],
)
def test_no_question_and_one_to_the_grader_are_not_and_are_not_called_beside_it(
    language: str, answer: str
) -> None:
    judged = judge_exchange(
        Exchange(language, spec_of("their-questions", language), RUBRIC, answer)
    )
    assert judged.level < 3
    assert AnswerFlag.OFF_TOPIC not in judged.flags


def test_the_question_said_back_is_none() -> None:
    assert level("en", ITEM.en.text) < 3


def test_what_is_asked_about_is_known_in_its_order() -> None:
    assert subjects("加班多吗？薪资怎么算？") == ("hours", "pay")
    assert subjects("Is there a dog in the office?") == ("other",)
    assert subjects("我没有问题") == ()
    assert usual("我没有问题", "zh") == ""
    assert not asks_of_work(["加班多吗？"])
    assert asks_of_work(["谢谢。", "团队现在最头疼的是什么？"])
