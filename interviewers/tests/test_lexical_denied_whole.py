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
        "I really don't think that {}",
        "I cannot accept that {}",
        "下面这些都不对。{}",
        "{}以上这些都不对。",
        "{}上面说的全是错的。",
        "{}开玩笑的，其实不是这样。",
        "有人说{}其实完全相反。",
        "{}以上都是反话。",
        "{}这是常见的误解。",
        "我并不认为{}",
        "我从来不相信{}",
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
        "I don't think that is hard to say. {}",
        "{} I hope none of this is wrong.",
        "It's no myth that {}",
        "No joke: {}",
        "Not kidding: {}",
        "I can't disagree that {}",
        "I don't doubt that {}",
        "{} It's not a joke.",
        "It is a myth that this is magic. {}",
        "有人觉得很难，其实不是这样。{}",
        "{}不过也不是绝对的。",
        "{}反过来就不对了。",
        "不是说笑，{}",
        "我不否认{}",
        "这不是假话：{}",
        "毫无疑问，{}",
    ],
)
def test_a_hedge_or_another_thing_denied_leaves_an_answer_right(answer: str) -> None:
    told = judged(answer)
    assert not told.flags
    assert told.score > 80


LOCKS = {
    "en": (
        "Does this write need a lock?",
        "No lock is needed: the transaction already guarantees that the row does not change.",
    ),
    "zh": ("这里需要加锁吗？", "不需要加锁，事务已经保证了这一行不会变，写入可以直接执行。"),
}


@pytest.mark.parametrize(
    "answer",
    [
        "I don't think that a lock is needed here, the transaction already guarantees that the row does not change.",
        "I don't believe that a lock helps, because the transaction guarantees that the row does not change.",
        "我不认为需要加锁，事务已经保证了这一行不会变。",
    ],
)
def test_who_does_not_believe_what_the_reference_denies_agrees(answer: str) -> None:
    told = judged_on(LOCKS, "en" if answer.isascii() else "zh", answer)
    assert not told.flags
    assert told.score > 80


def test_with_a_condition_what_follows_from_it_is_denied() -> None:
    told = judged_on(
        {"en": ("Why use an index?", "If there is an index, the database finds rows quickly.")},
        "en",
        "I don't believe that if there is an index, the database finds rows quickly.",
    )
    assert AnswerFlag.NEGATED in told.flags


RECYCLING = {
    "en": (
        "How does a garbage collector find garbage?",
        "It follows the references from the roots, so it marks every reachable object, and frees the rest.",
    )
}


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        (
            "I don't believe that it follows the references from the roots, so it marks every reachable object, and frees the rest.",
            False,
        ),
        (
            "I don't believe that this is slow, so it follows the references from the roots, marks every reachable object and frees the rest.",
            True,
        ),
    ],
)
def test_what_follows_from_a_denial_of_the_reference_is_denied(answer: str, right: bool) -> None:
    told = judged_on(RECYCLING, "en", answer)
    assert (AnswerFlag.NEGATED not in told.flags) == right
    assert told.score > 80 if right else told.score < 45


def test_a_long_sentence_is_denied_piece_by_piece() -> None:
    reference = (
        "Keep the pages that were read last at the front of a doubly linked list, so that each access moves its page "
        "to the front in constant time, and drop the page at the tail when the buffer is full, so the page that was "
        "not read for the longest time goes first"
    )
    asked = {"en": ("How does an LRU buffer work?", f"{reference}.")}
    told = judged_on(asked, "en", f"None of the following is true: {reference}.")
    assert AnswerFlag.NEGATED in told.flags
    assert told.score < 45
