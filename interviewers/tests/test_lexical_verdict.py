"""Who is asked for a verdict and gives the other one has it wrong, whatever words follow."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.contrary.verdict import other_verdict
from interviewers.engines.builtin.judging.lexical import Judgement, judge

ZH = "请判断以下说法是否正确，并说明理由：主键可以有重复的值"
ZH_REFERENCE = "错误。主键用来唯一确定一行，不允许重复，也不允许为空。"
EN = "Does adding an index always make a database faster?"
EN_REFERENCE = "No. An index speeds up reads, but every write has to update it as well."


def said(answer: str, question: str = ZH, reference: str = ZH_REFERENCE) -> Judgement:
    language = "zh" if question == ZH else "en"
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize(
    ("question", "reference", "right", "wrong"),
    [
        (
            ZH,
            ZH_REFERENCE,
            "不正确。主键要唯一确定一行，不能重复。",
            "正确。主键用来确定一行，可以有重复。",
        ),
        (
            EN,
            EN_REFERENCE,
            "No, an index makes reads faster, but writes have to update it.",
            "Yes, an index makes reads faster, and writes update it.",
        ),
    ],
)
def test_the_other_verdict_is_level_1_and_the_right_one_is_not(
    question: str, reference: str, right: str, wrong: str
) -> None:
    told, turned = said(right, question, reference), said(wrong, question, reference)
    assert told.level >= 4
    assert AnswerFlag.NEGATED not in told.flags
    assert turned.level == 1
    assert AnswerFlag.NEGATED in turned.flags


@pytest.mark.parametrize(
    "answer",
    [
        "如果说的是普通列，正确；说的是主键的话，错误。",  # both
        "主键的值是不允许重复的，这样才能唯一确定一行。",  # none
        "正确的做法是让主键唯一，不允许重复。",  # a word of another phrase
        "我觉得这个说法不对，主键不允许重复。",
        "这种叙述是错误的，因为主键不能重复。",
    ],
)
def test_both_or_none_or_the_right_one_is_not_the_other_verdict(answer: str) -> None:
    assert not other_verdict(answer, ZH, [ZH_REFERENCE])


@pytest.mark.parametrize(
    "answer", ["对，主键可以重复。", "嗯，我觉得是正确的。", "没错，可以重复的。"]
)
def test_a_verdict_is_heard_after_hesitation_and_in_other_words(answer: str) -> None:
    assert other_verdict(answer, ZH, [ZH_REFERENCE])


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("Well, I think yes, it does.", True),
        ("That's true, because lookups get faster.", True),
        ("I'd say it depends. For reads, yes; for writes, no.", False),
        ("True costs show up on writes, which have to update it.", False),
        ("It is not true, writes get slower.", False),
    ],
)
def test_english_verdicts(answer: str, wrong: bool) -> None:
    assert other_verdict(answer, EN, [EN_REFERENCE]) is wrong


@pytest.mark.parametrize(
    ("question", "reference"),
    [
        (
            "What does an index do?",
            "No more than it has to: it speeds up reads.",
        ),  # no verdict asked for
        ("Isn't an index always good?", EN_REFERENCE),  # a negation of its own
        ("Does it speed up reads? Does it speed up writes?", EN_REFERENCE),  # two
        (EN, "It speeds up reads and slows down writes."),  # none given
        (EN, "For reads, yes. For writes, no."),  # both
    ],
)
def test_nobody_is_held_to_a_verdict_that_is_not_asked_for_or_not_given(
    question: str, reference: str
) -> None:
    assert not other_verdict("Yes, always.", question, [reference])


def test_one_of_several_references_may_agree() -> None:
    assert not other_verdict("Yes, always.", EN, [EN_REFERENCE, "Yes. It does."])
    assert not other_verdict("Yes, always.", EN, [])
