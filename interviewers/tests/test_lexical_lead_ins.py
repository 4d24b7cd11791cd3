"""What is said around an answer, or around the question read out, changes nothing."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.lead_ins import without_lead_ins

QUESTIONS = {
    "zh": (
        "为什么栈比队列更适合实现撤销？",
        "撤销先取消最近的一次修改，而栈总是先返回最后放入的元素。",
    ),
    "en": (
        "Why is a stack better than a queue for undo?",
        "Undo takes back the newest change first, and a stack returns the newest entry first.",
    ),
}
CHOICES = {
    "zh": ("数组是按值传递还是按引用传递？", "按引用传递。"),
    "en": ("Do you pass arrays by value or by reference?", "By reference."),
}
NAMES = {
    "zh": ("队列的两个主要操作是什么？", "入队和出队。"),
    "en": ("What are the two main operations of a queue?", "Enqueue and dequeue."),
}


def judged(case: tuple[str, str], language: str, answer: str) -> Judgement:
    question, reference = case
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "You are asking why is a stack better than a queue for undo"),
        ("en", "You are asking why a stack is better than a queue for undo."),
        ("en", "So the question is why is a stack better than a queue for undo."),
        ("en", "You asked me why a stack is better than a queue for undo, right?"),
        (
            "en",
            (
                "If I understand you correctly, you want to know why a stack is better than a queue for "
                "undo. Is that right?"
            ),
        ),
        ("en", "Let me repeat the question: why is a stack better than a queue for undo?"),
        ("en", "I will explain why a stack is better than a queue for undo."),
        ("en", "undo for queue a than better stack a is Why"),
        ("zh", "让我重复一下问题：为什么栈比队列更适合实现撤销？"),
        ("zh", "你问的是为什么栈比队列更适合实现撤销对吧"),
        ("zh", "您是想问为什么栈比队列更适合实现撤销吗？"),
        ("zh", "您想知道为什么栈比队列更适合实现撤销，是吗"),
        ("zh", "你好，这道题问的是为什么栈比队列更适合实现撤销，谢谢。"),
    ],
)
def test_the_question_with_a_lead_in_is_a_copy(language: str, answer: str) -> None:
    judgement = judged(QUESTIONS[language], language, answer)
    assert AnswerFlag.COPIED_QUESTION in judgement.flags
    assert judgement.level == 1


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (
            "en",
            (
                "You are asking why a stack is better than a queue for undo: the newest change is taken "
                "back first, and a stack returns the newest entry first."
            ),
        ),
        (
            "zh",
            "你问的是为什么栈比队列更适合实现撤销对吧，因为最近的修改要先取消，栈先返回最后放入的。",
        ),
        ("en", "For undo a stack is better than a queue: newest change first."),
    ],
)
def test_an_answer_behind_the_question_is_no_copy(language: str, answer: str) -> None:
    judgement = judged(QUESTIONS[language], language, answer)
    assert AnswerFlag.COPIED_QUESTION not in judgement.flags
    assert judgement.level >= 4


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "You pass arrays by reference."),
        (
            "en",
            "You ask if I pass arrays by value or by reference, and I pass arrays by reference.",
        ),
        ("zh", "数组是按引用传递。"),
        ("zh", "你问数组是按值传递还是按引用传递，是按引用传递。"),
    ],
)
def test_who_chooses_in_the_words_of_the_question_does_not_copy_it(
    language: str, answer: str
) -> None:
    judgement = judged(CHOICES[language], language, answer)
    assert AnswerFlag.COPIED_QUESTION not in judgement.flags
    assert judgement.level >= 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_choice_itself_read_out_is_a_copy(language: str) -> None:
    lead = {"zh": "你问的是", "en": "The question is: "}[language]
    for answer in (CHOICES[language][0], lead + CHOICES[language][0]):
        assert AnswerFlag.COPIED_QUESTION in judged(CHOICES[language], language, answer).flags


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "not answered. Thank you."),
        ("en", "- not answered"),
        ("en", "**not answered**"),
        ("en", "Well, no answer."),
        ("zh", "未回答谢谢。"),
        ("zh", "不知道，谢谢。"),
        ("en", "I don't know. Thank you."),
        ("zh", "“未回答”"),
        ("zh", "1. 略"),
        ("zh", "**不**"),
    ],
)
def test_courtesy_and_marks_do_not_make_an_answer(language: str, answer: str) -> None:
    judgement = judged(NAMES[language], language, answer)
    assert (judgement.level, judgement.score) == (1, 0.0)


LEADS = {
    "zh": [
        *(
            "我觉得",
            "我认为，",
            "我叫李娜，",
            "嗯，我想",
            "你好，我觉得",
            "- ",
            "面试官您好，在我看来，",
        ),
        *(
            "据我所知，",
            "我个人认为",
            "让我想想，",
            "我想说的是",
            "好问题。",
            "就我的理解，",
            "应该是",
        ),
    ],
    "en": [
        *("I think ", "My name is Ann. ", "Well, ", "In my opinion, ", "I would say that ", "- "),
        *("As far as I know, ", "Honestly, I think ", "Okay so ", "I'm Ann. ", "Good question. "),
    ],
}
TAILS = {
    "zh": ["谢谢。", "，谢谢您！", "。以上。", " 以上就是我的回答。"],
    "en": [". Thank you.", ", thanks!", ". That's all.", ". I hope that helps."],
}
LEADS["zh"] += ["我个人的看法是，", "我记得好像是", "这个嘛，", "嗯这个问题嘛，", "回答："]
LEADS["en"] += ["The way I see it, ", "Answer: ", "I'd argue that ", "Hi, I'm Tom and I think "]
SHORT = {
    "zh": [(NAMES["zh"], "入队和出队"), (CHOICES["zh"], "不是按值"), (CHOICES["zh"], "整个程序")],
    "en": [
        (NAMES["en"], "enqueue and dequeue"),
        (CHOICES["en"], "not by value"),
        (CHOICES["en"], "throughout"),
        (CHOICES["en"], "1"),
    ],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_lead_in_or_thanks_change_no_score(language: str) -> None:
    for case, answer in SHORT[language]:
        bare = judged(case, language, answer)
        around = [lead + answer for lead in LEADS[language]]
        around += [answer + tail for tail in TAILS[language]]
        for text in around:
            said = judged(case, language, text)
            assert (said.score, said.flags) == (bare.score, bare.flags), text


@pytest.mark.parametrize(
    "text",
    [
        "*p = 5",
        "-1",
        "#include",
        "我想不起来了",
        "我想到的方案是缓存",
        "我认为的好处是快",
        "他对客户说谢谢",
        "With a warm thank you",
        "Soap is a protocol",
        "(a) and (b)",
        "- first\n- second",
        "Thank you.",
        "I think",
        "谢谢",
    ],
)
def test_what_belongs_to_the_answer_stays(text: str) -> None:
    assert without_lead_ins(text) == text


def test_what_is_left_is_a_piece_of_the_text() -> None:
    text = "Hello, my name is Ann. I think it is a “queue”, not a stack. Thank you very much!"
    assert without_lead_ins(text) == "it is a “queue”, not a stack."


@pytest.mark.parametrize(
    "listed",
    ["1) inverse functions    2) gaussian functions", "1. 便于插入。2. 便于删除。", "- one\n- two"],
)
def test_the_number_of_the_first_of_several_items_stays(listed: str) -> None:
    assert without_lead_ins(listed) == listed
