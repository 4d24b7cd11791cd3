"""Answers that say next to nothing, with nothing but a reference to compare them with."""

from __future__ import annotations

import re

import pytest

from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin.expected.calibration import BARE
from interviewers.engines.builtin.judging.lexical import Judgement, judge

KNOWN = {
    "en": (
        "What does an index do?",
        "An index speeds up lookups because the keys are kept sorted.",
    ),
    "zh": ("全局变量的范围是什么？", "文件范围。"),
    "short": ("How are arrays passed to functions?", "By reference."),
    "yes": ("Is TCP reliable?", "Yes."),
    "number": ("How many bits are in a byte?", "8"),
}


def say(what: str, answer: str) -> Judgement:
    question, reference = KNOWN[what]
    language = "zh" if what == "zh" else "en"
    return judge(question=question, references=(reference,), answer=answer, language=language)


@pytest.mark.parametrize("what", ["en", "zh", "short", "number"])
@pytest.mark.parametrize(
    "answer",
    "x|ok|12345|哈哈哈哈|我喜欢猫|I like cats|hello|asdfgh|no|好的|haha haha|...?|aaaaaaa|test|不知道|无答案|谢谢，你好".split(
        "|"
    ),
)
def test_what_says_nothing_is_level_1(what: str, answer: str) -> None:
    assert (say(what, answer).level, say(what, answer).score) == (1, 0.0)


@pytest.mark.parametrize("what", KNOWN)
def test_a_copied_question_is_level_1(what: str) -> None:
    assert say(what, KNOWN[what][0]).score == 0.0


@pytest.mark.parametrize(
    "what", [what for what in KNOWN if len(KNOWN[what][0].split()) > 3 or what == "zh"]
)
@pytest.mark.parametrize(
    "around",
    "Q: {}|Question: {}|The question is: {}|Good, {}|I will answer this: {}|{} My answer:|题目：{}|好的，{}|这个问题问的是{}|我来说说这个：{}|{}我的回答：".split(
        "|"
    ),
)
def test_so_is_one_with_words_around_it(what: str, around: str) -> None:
    assert say(what, around.format(KNOWN[what][0])).score == 0.0


@pytest.mark.parametrize(
    ("what", "answer"),
    [("en", "What does an index"), ("zh", "全局变量的范"), ("short", "How are arrays passed")],
)
def test_so_is_one_that_breaks_off(what: str, answer: str) -> None:
    assert say(what, answer).score == 0.0


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("yes", "yes"),
        ("number", "8"),
        ("number", "eight"),
        ("short", "as an address"),
        ("zh", "整个程序"),
        ("en", "it finds rows quickly"),
    ],
)
def test_short_answers_in_other_words_are_not_nothing(what: str, answer: str) -> None:
    assert say(what, answer).level >= 2


@pytest.mark.parametrize(
    ("what", "term", "sentence"),
    [
        ("short", "By reference.", "Arrays are passed by reference to functions."),
        ("zh", "文件范围", "全局变量的范围是整个文件范围。"),
    ],
)
def test_a_bare_term_is_worth_a_little_less_than_a_sentence(
    what: str, term: str, sentence: str
) -> None:
    assert say(what, term).level == 5
    assert say(what, term).score == BARE < say(what, sentence).score


@pytest.mark.parametrize(
    ("what", "phrase"),
    [("en", "It speeds up lookups. "), ("short", "By reference. "), ("zh", "在文件范围内。")],
)
def test_the_same_again_and_again_costs(what: str, phrase: str) -> None:
    once, often = say(what, phrase), say(what, phrase * 10)
    assert AnswerFlag.REPETITION in often.flags
    assert often.score < once.score


@pytest.mark.parametrize(
    "answer",
    "这一点我没有碰过。|这方面没怎么研究过|这类东西我没见过|这个我没有了解|No clue, never came across it.|"
    "不会做|课上没讲过|脑子一片空白|放弃|My mind went blank.|That is beyond my knowledge.|"
    "I've never dealt with this.|Haven't encountered that yet.|Never seen this one, sorry.".split(
        "|"
    ),
)
def test_who_never_met_it_has_no_answer(answer: str) -> None:
    told = say("zh" if not answer.isascii() and "'" not in answer else "en", answer)
    assert (told.level, told.score) == (1, 0.0)
    assert AnswerFlag.DONT_KNOW in told.flags


@pytest.mark.parametrize(
    "answer", ["I have never seen a lookup that an index on sorted keys slows down."]
)
def test_what_was_never_met_may_be_an_answer(answer: str) -> None:
    assert AnswerFlag.DONT_KNOW not in say("en", answer).flags


def test_an_order_in_a_few_plain_words_is_an_answer() -> None:
    told = judge(
        question="In which order does a queue give its elements back?",
        references=("FIFO: the element that waited longest is removed before all others.",),
        answer="First in, first out",
        language="en",
    )
    assert AnswerFlag.OFF_TOPIC not in told.flags
    assert told.score > 40


@pytest.mark.parametrize(
    ("what", "answer", "clueless"),
    [
        ("zh", "不知道，我主要写前端的。", True),
        ("zh", "不清楚，这块一直是同事负责。", True),
        ("zh", "不知道，我只会先看它在哪个文件。", False),
        ("en", "No idea. I only know a bit of front end.", True),
        ("en", "I don't know, that was always my colleague's thing.", True),
        ("en", "Not sure, but it keeps the keys sorted so lookups are fast.", False),
    ],
)
def test_why_somebody_does_not_know_is_no_answer_to_something_else(
    what: str, answer: str, clueless: bool
) -> None:
    assert (AnswerFlag.DONT_KNOW in say(what, answer).flags) == clueless


@pytest.mark.parametrize(
    ("language", "question", "reference", "answer"),
    [
        ("zh", "怎么保证缓存和数据库一致？", "先更新数据库，再删除缓存，并设过期时间。", "不确定，我们平时主要做先更新库再删缓存"),
        ("zh", "怎么防止重复下单？", "用幂等键和唯一约束，重复的请求直接返回。", "不知道，一直都是写唯一约束加幂等键"),
        ("zh", "一个 Pod 由谁决定放到哪台机器上？", "由调度器根据资源选择节点。", "不确定，这个是由调度器负责"),
        ("zh", "发布之前谁来把关？", "测试团队跑完回归测试才能上线。", "不确定，这个一直是测试团队负责"),
        ("en", "How do you keep a model from overfitting?", "Cross validation, regularization and early stopping.", "Not sure. I usually do cross validation and early stopping."),
        ("en", "What do you do with messages that fail?", "Retries with backoff, then a dead letter queue.", "I don't know, I only work with retries and a dead letter queue."),
    ],
)  # fmt: skip
def test_what_is_expected_is_an_answer_behind_any_doubt(
    language: str, question: str, reference: str, answer: str
) -> None:
    points = (ScoringPoint("main", reference, tuple(re.split("[,，、。.]|and", reference)[:2])),)
    told = judge(
        question=question,
        references=(reference,),
        answer=answer,
        language=language,
        points=points,
    )
    assert AnswerFlag.DONT_KNOW not in told.flags
    assert told.score > 15
