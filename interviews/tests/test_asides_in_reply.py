"""What is said when the panel has asked whether to end or whether there are questions, or has just
given a hint."""

from __future__ import annotations

import pytest

from interviews.asides import asks_questions, confirms, wants_more
from interviews.declining import asks_something, declines


@pytest.mark.parametrize(
    "text", ["是的", "确定", "结束", "嗯，是的", "结束面试", "yes", "Yes, please", "end"]
)
def test_the_end_is_confirmed_by_saying_so(text: str) -> None:
    assert confirms(text) is True


@pytest.mark.parametrize(
    "text", ["不", "继续", "不用了，继续", "no", "No, continue", "no, let's keep going", "not yet"]
)
def test_or_the_interview_goes_on(text: str) -> None:
    assert confirms(text) is False


@pytest.mark.parametrize(
    "text", ["好的", "谢谢", "ok", "我先看日志", "end the loop", "please", "是的，我会先看监控", ""]
)
def test_whatever_else_is_said_ends_nothing(text: str) -> None:
    assert confirms(text) is None


@pytest.mark.parametrize(
    "text", ["还有吗", "再来一个", "更具体一点吗？", "another one", "and another?", "more please"]
)
def test_said_to_a_hint_this_asks_for_another(text: str) -> None:
    assert wants_more(text)


@pytest.mark.parametrize("text", ["好的", "另外还有一点，要看锁", "more memory", "and then?", ""])
def test_and_this_does_not(text: str) -> None:
    assert not wants_more(text)


@pytest.mark.parametrize(
    "text",
    [
        "没有了，谢谢。",
        "没有",
        "暂时没有问题了",
        "我没有什么想问的了",
        "没什么问题，谢谢各位",
        "No, nothing, thank you.",
        "No questions from me, thanks!",
        "I don't have any questions at the moment.",
        "Not really",
        "I think that's all.",
        "I've got no questions right now",
        "I've no questions.",
    ],
)
def test_somebody_may_have_no_questions(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "没有加班吗？",
        "有没有导师？",
        "没有试用期的话，怎么考核？",
        "Is there no probation?",
        "How do you measure success?",
        "谢谢",
        "",
        "I've got no idea how the team is set up",
    ],
)
def test_a_question_is_not_no_question(text: str) -> None:
    assert not declines(text)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("同事说准确率 99.8%，可以上线了。你会追问什么？", True),
        ("动手之前你会先问对方哪些问题？", True),
        ("What would you ask first?", True),
        ("Which questions do you settle first?", True),
        ("你怎么确认它真的生效了？", False),
        ("报表变好了，一线却说变差了。你怎么弄清楚？", False),
        ("How do you find out why?", False),
    ],
)
def test_some_questions_want_questions(question: str, wanted: bool) -> None:
    assert asks_questions(question) is wanted


def test_who_is_invited_to_ask_has_asked_or_not() -> None:
    assert asks_something("团队大概多少人")
    assert asks_something("I'd like to know who I would work with.")
    assert not asks_something("我现在月薪两万。")
    assert not asks_something("I left because the commute took two hours.")
