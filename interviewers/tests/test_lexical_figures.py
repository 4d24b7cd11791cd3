"""Right words around a wrong figure."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.notation import apart

GROWTH = (
    "How long does a lookup in an unsorted list take?",
    "It is O(n), for every element may have to be looked at.",
)
POOL = (
    "How many connections does the pool keep open?",
    "It keeps 10 to 50 connections open, and closes those that idle.",
)
RETRIES = "请求失败后怎么重试？", "最多重试3到5次，每次间隔加倍。"
MAINS = "At which voltage does it trip?", "The breaker trips at 12.6 volts, and the motor stops."
SIZE = "一个汉字在 UTF-8 里占多大？", "常用汉字占 3 个字节，也就是 24 位。"


def said(asked: tuple[str, str], answer: str) -> Judgement:
    question, reference = asked
    language = "en" if question.isascii() else "zh"
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (GROWTH, "O(n)"),
        (GROWTH, "O( N ), one looks at every element."),
        (GROWTH, "O(1) at best, in general it is O(n)."),
        (GROWTH, "At best O(1). Otherwise every element is looked at, O(n)."),
        (MAINS, "The breaker trips at about 12 volts, and then the motor stops."),
        (MAINS, "The breaker trips at some 13 volts, and then the motor stops."),
        (SIZE, "常用汉字占3个字节。"),
        (SIZE, "英文一个字节，常用汉字3个字节。"),
        (POOL, "It keeps 10 connections open and closes those that idle."),
        (POOL, "Some 30 connections are kept open, and those that idle are closed."),
        (RETRIES, "重试4次，每次间隔加倍。"),
    ],
)
def test_the_right_figure_is_worth_what_it_was(asked: tuple[str, str], answer: str) -> None:
    found = said(asked, answer)
    assert AnswerFlag.NEGATED not in found.flags
    assert found.level >= 3


@pytest.mark.parametrize(
    ("asked", "wrong", "right"),
    [
        (
            GROWTH,
            "It is O(1), for every element may have to be looked at.",
            "It is O(n), for every element may have to be looked at.",
        ),
        (
            MAINS,
            "The breaker trips at 14 volts, and the motor stops.",
            "The breaker trips at 12.6 volts, and the motor stops.",
        ),
        (
            MAINS,
            "The breaker trips at 12.1 volts, and the motor stops.",
            "The breaker trips at 12.6 volts, and the motor stops.",
        ),
        (GROWTH, "O(log n)", "O(n)"),
        (GROWTH, "O(n^2)", "O(n)"),
        (SIZE, "常用汉字占2个字节，也就是16位。", "常用汉字占3个字节，也就是24位。"),
        (
            POOL,
            "It keeps 500 connections open, and closes those that idle.",
            "It keeps 10 to 50 connections open, and closes those that idle.",
        ),
        (RETRIES, "重试20次，每次间隔加倍。", "重试3到5次，每次间隔加倍。"),
    ],
)
def test_a_wrong_one_is_worth_little(asked: tuple[str, str], wrong: str, right: str) -> None:
    found = said(asked, wrong)
    assert AnswerFlag.NEGATED in found.flags
    assert found.level == 1
    assert said(asked, right).level >= 4


def test_another_number_of_something_else_contradicts_nothing() -> None:
    found = said(SIZE, "常用汉字占3个字节，一篇 500 字的文章大约 1500 个字节。")
    assert AnswerFlag.NEGATED not in found.flags


SORTING = (
    "What is the average time of quicksort?",
    "On average O(n log n), in the worst case O(n^2).",
)
HALVING = (
    "二分查找的时间复杂度是多少？为什么？",
    "时间复杂度是 O(log n)，因为每次比较都把剩下的范围减半。",
)


@pytest.mark.parametrize(
    ("asked", "same", "other"),
    [
        (SORTING, ("O(n log n)", "O(nlogn)", "O(n lg n)", "O(n log2 n)"), "O(logn)"),
        (HALVING, ("O(log n)", "O(logn)", "是O(LogN)", "O(lgn)", "O(log2n)"), "O(nlogn)"),
    ],
)
def test_a_logarithm_may_be_written_in_one_word(
    asked: tuple[str, str], same: tuple[str, ...], other: str
) -> None:
    scores = {said(asked, answer).score for answer in same}
    assert len(scores) == 1
    assert min(scores) >= 75.0
    assert AnswerFlag.NEGATED in said(asked, other).flags


def test_other_words_with_log_stay_whole() -> None:
    assert apart("a blogn, logname, catalog n and dialog mk") == (
        "a blogn, logname, catalog n and dialog mk"
    )
