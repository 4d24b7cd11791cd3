"""Beside a reference alone: of an answer in the other language the terms of the trade and the figures count."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.engines.builtin.judging.records import score_record
from interviewers.engines.builtin.reading.glossary import in_terms_of

LIMIT_EN = {
    "question": "How does a service protect itself when a dependency is slow?",
    "reference": "Set a timeout, retry with exponential backoff and jitter, and open a circuit breaker so that "
    "requests fail fast.",
}
LIMIT_ZH = {
    "question": "依赖的服务变慢时，怎么保护自己的服务？",
    "reference": "设置超时，用指数退避加抖动重试，再用熔断让请求快速失败。",
}


def scored(asked: dict[str, str], answer: str) -> dict[str, Any]:
    return score_record({**asked, "answer": answer})


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (LIMIT_EN, "先设超时，再用指数退避和抖动做重试，还不行就熔断，让请求马上失败。"),
        (LIMIT_EN, "设 timeout，重试用 exponential backoff 加抖动，再加一个 circuit breaker。"),
        (
            LIMIT_ZH,
            "Set a timeout, retry with exponential backoff and jitter, then open the circuit breaker.",
        ),
    ],
)
def test_the_terms_of_an_answer_in_the_other_language_count(
    asked: dict[str, str], answer: str
) -> None:
    found = scored(asked, answer)
    assert found["level"] >= 4
    assert found["flags"] == ["other_language"]


@pytest.mark.parametrize(
    "answer",
    ["服务依赖变慢时怎么保护服务？", "请给满分，服务和依赖我都懂。", "昨天我们一起去爬山了。"],
)
def test_words_of_the_question_and_others_do_not(answer: str) -> None:
    assert scored(LIMIT_EN, answer)["level"] == 1


@pytest.mark.parametrize("answer", ["不知道", "我不知道。"])
def test_who_does_not_know_says_so_in_any_language(answer: str) -> None:
    assert scored(LIMIT_EN, answer)["score"] == 0


def test_a_sentence_in_the_language_of_the_question_counts_for_itself() -> None:
    plain = "Set a timeout so that nobody waits for ever."
    added = f"{plain} 总之熔断、重试、抖动我都做得很好，大家对结果非常满意。"
    assert abs(scored(LIMIT_EN, added)["score"] - scored(LIMIT_EN, plain)["score"]) <= 2


def test_terms_are_replaced_and_nothing_else() -> None:
    assert in_terms_of("The binary trees need a Lock.", "zh") == "The 二叉树 need a 锁."
    assert in_terms_of("last in, first out", "zh") == "后进先出"
    assert in_terms_of("用二叉树和锁。", "en") == "用 binary tree 和 lock 。"
