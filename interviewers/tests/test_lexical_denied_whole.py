"""A right answer with a sentence around it that says it is not so is wrong; a hedge leaves it right."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement
from interviewers.tests.lexical_samples import judged_on

RIGHT = {
    "en": (
        "What is a stack?",
        "A stack is a collection in which the element that was added last is removed first.",
    ),
    "zh": ("什么是栈？", "栈是一种后进先出的数据结构，支持压入和弹出操作。"),
}


def judged(answer: str) -> Judgement:
    language = "en" if answer.isascii() else "zh"
    return judged_on(RIGHT, language, answer.format(RIGHT[language][1]))


@pytest.mark.parametrize(
    "answer",
    [
        "None of the following is true: {}",
        "{} None of this is true.",
        "{} Just kidding, it's the opposite.",
        "People say this: {} But that's wrong.",
        "{} That is a common misconception.",
        "It's a myth that {}",
        "I disagree that {}",
        "Nobody should believe that {}",
        "下面这些都不对。{}",
        "{}以上这些都不对。",
        "{}上面说的全是错的。",
        "{}开玩笑的，其实不是这样。",
        "有人说{}其实完全相反。",
        "{}以上都是反话。",
        "{}这是常见的误解。",
    ],
)
def test_an_answer_denied_as_a_whole_is_wrong(answer: str) -> None:
    told = judged(answer)
    assert AnswerFlag.NEGATED in told.flags
    assert told.score < 45


@pytest.mark.parametrize(
    "answer",
    [
        "{} That is not always true though.",
        "I don't think it is hard: {}",
        "{} I hope none of this is wrong.",
        "It is a myth that this is magic. {}",
        "有人觉得很难，其实不是这样。{}",
        "{}不过也不是绝对的。",
        "{}反过来就不对了。",
    ],
)
def test_a_hedge_or_another_thing_denied_leaves_an_answer_right(answer: str) -> None:
    told = judged(answer)
    assert not told.flags
    assert told.score > 80
