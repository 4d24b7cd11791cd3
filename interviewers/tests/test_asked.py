"""A question within what somebody says is found by one reading of it, wherever it stands."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.reading.asked import asked_at_the_edge, asks, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Do you use Node.js 3.5 here? I do.", ["Do you use Node.js 3.5 here?", "I do."]),
        ("延迟降了 3.5 倍。你们也用吗？？好", ["延迟降了 3.5 倍。", "你们也用吗？？", "好"]),
        ("", []),
    ],
)
def test_a_point_within_a_word_ends_no_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("I wonder how big the team is", True),
        ("My grandmother baked wonderful bread", False),
        ("so how big is the team then", True),
        ("If nobody does it, I would copy what others wrote", False),
        ("That is the bit I'd want to learn.", False),
        ("I'd like to know, and also whether one may work from home", True),
        ("Then I look whether the float hangs", False),
        ("这事谁拍板", True),
        ("两个线程谁也动不了", False),
        ("面试还有几轮", True),
        ("我教过他几次", False),
    ],
)
def test_what_asks_is_told_from_what_tells_in_the_same_words(text: str, asking: bool) -> None:
    assert asks(text) is asking


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("十五秒就够了，机器少一半。你们这边加班多吗？", "你们这边加班多吗？"),
        ("What stack do you have? I would take Node.js.", "What stack do you have?"),
        (
            "It took a day. By the way, is that common at your company? Then we went on.",
            "By the way, is that common at your company?",
        ),
        ("It took a day. Then we went on.", ""),
        # Of a sentence that tells and asks, the clause that asks.
        ("这个我没用过，以前都是手工排的，您那边现在用什么排班？", "您那边现在用什么排班？"),
        ("为什么要排班，谁来定？", "为什么要排班，谁来定？"),
        ("我以前都是手工排，行吗？", "我以前都是手工排，行吗？"),
    ],
)
def test_the_question_at_the_edge_of_an_answer_is_found(answer: str, asked: str) -> None:
    assert asked_at_the_edge(answer) == asked
