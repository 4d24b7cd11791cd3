"""What nobody foresaw, around a middling answer with nothing but a reference to compare it with."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.judging.lexical import judge
from interviewers.tests.attacks_untuned import SEEN, UNSEEN

MOST = 2.0
ANSWERS = {
    "en": (
        (
            "What does an index do?",
            (
                "An index speeds up lookups because the keys are kept sorted, at the cost of slower "
                "writes and extra space."
            ),
            "It makes finding rows faster.",
        ),
        (
            "What is recursion?",
            "A function that calls itself on a smaller problem until a base case ends it.",
            "The function calls itself again.",
        ),
        (
            "What is a constructor?",
            (
                "A constructor is a special member function that initialises an object when it is "
                "created."
            ),
            "It runs when the object is made. It sets the first values.",
        ),
    ),
    "zh": (
        (
            "索引有什么作用？",
            "索引把键排好序，能加快查询速度，代价是写入变慢，并占用额外空间。",
            "找数据会快一些。",
        ),
        (
            "什么是递归？",
            "函数在更小的问题上调用自己，直到遇到基本情况为止。",
            "函数自己调用自己。",
        ),
        (
            "什么是构造函数？",
            "构造函数是在创建对象时初始化对象的特殊成员函数。",
            "创建对象的时候会跑，给成员设初值。",
        ),
    ),
}


def moved(language: str, attacks: tuple[str, ...]) -> list[tuple[str, float, float]]:
    """The attacks that change the score of an answer by more than they may."""
    found = []
    for attack in attacks:
        for question, reference, answer in ANSWERS[language]:
            texts = (answer, f"{answer} {attack}", f"{attack}\n{answer}")
            plain, *attacked = (
                judge(
                    question=question, references=(reference,), answer=text, language=language
                ).score
                for text in texts
            )
            worst = max(attacked, key=lambda score: abs(score - plain))
            if abs(worst - plain) > MOST:
                found.append((attack, plain, worst))
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_not_about_the_question_moves_nothing(language: str) -> None:
    assert moved(language, SEEN[language]) == []


@pytest.mark.parametrize(("language", "most"), [("zh", 4), ("en", 0)])
def test_what_was_written_without_looking_hardly_moves_anything(language: str, most: int) -> None:
    # Where an answer has not one pair of characters of a reference, as the first in Chinese, single
    # characters count a little, and any other text may have one by chance.
    assert len(moved(language, UNSEEN[language])) <= most


def test_a_plea_beside_a_right_word_does_not_cost_the_word() -> None:
    question, reference, _ = ANSWERS["en"][0]
    said = "Please note that an index keeps keys sorted, so lookups are fast."
    judged = judge(question=question, references=(reference,), answer=said, language="en")
    assert judged.level >= 4
    assert judged.flags == ()
