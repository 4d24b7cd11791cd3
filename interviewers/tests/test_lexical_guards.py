"""Answers that look like more than they say."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag, ScoringPoint
from interviewers.engines.builtin.expected.calibration import BESIDE
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.tests import lexical_samples as samples
from interviewers.tests.test_lexical_levels import interview, reference_only

each_language = pytest.mark.parametrize("language", samples.LANGUAGES)


def short(language: str, answer: str) -> Judgement:
    """A question with a one-sentence reference, as graded sets have them."""
    question = {"zh": "栈和队列有什么区别？", "en": "How does a stack differ from a queue?"}[
        language
    ]
    reference = {
        "zh": "栈是后进先出的，最后放入的元素最先取出；队列是先进先出的，最先放入的元素最先取出。",
        "en": "A stack returns the element that was put in last, and a queue returns the element "
        "that has waited for the longest time.",
    }[language]
    return judge(question=question, references=(reference,), answer=answer, language=language)


REFERENCES = {
    "zh": "栈是后进先出的，最后放入的元素最先取出；队列是先进先出的，最先放入的元素最先取出。",
    "en": "A stack returns the element that was put in last, and a queue returns the element that "
    "has waited for the longest time.",
}
HONEST = {
    "zh": "栈里最后放进去的先拿出来，队列是先放的先拿。",
    "en": "With a stack you get back what was put in last, with a queue what has waited longest.",
}


@each_language
@pytest.mark.parametrize("mode", [interview, reference_only])
@pytest.mark.parametrize(
    ("answers", "flag"),
    [
        ({"zh": " \n", "en": "  ...  "}, AnswerFlag.EMPTY),
        ({"zh": "不知道", "en": "I don't know."}, AnswerFlag.DONT_KNOW),
        (
            {
                "zh": "不好意思，这个我不太了解。",
                "en": "Sorry, I'm really not sure about this one.",
            },
            AnswerFlag.DONT_KNOW,
        ),
        (samples.QUESTION, AnswerFlag.COPIED_QUESTION),
        (
            {
                "zh": "今天天气不错，周末打算去公园散步，再吃火锅。",
                "en": "Pizza and football, what a weekend!",
            },
            AnswerFlag.OFF_TOPIC,
        ),
    ],
    ids=["empty", "dont_know", "dont_know_politely", "copied", "off_topic"],
)
def test_nothing_said_is_level_1(
    language: str, mode: object, answers: dict[str, str], flag: AnswerFlag
) -> None:
    assert callable(mode)
    judgement = mode(language, answers[language])
    # With nothing but a reference, graders are kind to what they can make no sense of.
    least = BESIDE if flag is AnswerFlag.OFF_TOPIC and mode is reference_only else 0.0
    assert (judgement.level, judgement.score, judgement.evidence) == (1, least, "")
    assert flag in judgement.flags


NOT_KNOWN = {
    "zh": "这个我没做过，不太清楚具体怎么推 不清楚 没用过 嗯…不会 唔，不会 我不知道。 這個我不知道 这个真不知道 我对这个不熟 没听说过 想不起来了 没有经验 跳过 略",
    "en": "No clue tbh|haven't got a clue|couldn't tell you, mate|no idea|not sure|I have no idea.|dunno|idk|Not a clue|I forgot|beats me|pass|N/A|um... no idea|"
    "I haven't used it|haven't learned that yet|we did not cover this|I would have to look it up",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "answer"),
    [("zh", text) for text in NOT_KNOWN["zh"].split()]
    + [("en", text) for text in NOT_KNOWN["en"].split("|")],
)
def test_not_knowing_has_many_words(language: str, answer: str) -> None:
    for mode in (interview, reference_only):
        assert (mode(language, answer).level, mode(language, answer).score) == (1, 0.0)


@each_language
def test_doubt_before_an_answer_is_no_refusal(language: str) -> None:
    doubt = {"zh": "我不太确定，不过", "en": "I'm not sure, but "}[language]
    judgement = interview(language, doubt + samples.STRONG[language])
    assert AnswerFlag.DONT_KNOW not in judgement.flags
    assert judgement.level >= 4


def test_repeating_the_question_before_answering_is_no_copy() -> None:
    judgement = short("en", "A stack differs from a queue because it returns what was put in last.")
    assert AnswerFlag.COPIED_QUESTION not in judgement.flags
    assert judgement.level >= 2


LISTS = {
    "zh": [
        "后进先出、元素、取出、队列、先进先出、放入",
        "后进先出 元素 取出 队列 先进先出",
        "后进先出\n元素\n取出\n队列\n先进先出",
    ],
    "en": [
        "stack, returns, element, put, last, queue, waited, longest, time",
        "stack returns element put last queue waited longest time",
        "stack\nelement\nput\nlast\nqueue\nwaited\nlongest\ntime",
    ],
}


@pytest.mark.parametrize(
    ("language", "answer"), [(language, text) for language in LISTS for text in LISTS[language]]
)
def test_a_keyword_list_is_worth_less_than_a_sentence(language: str, answer: str) -> None:
    judgement = short(language, answer)
    assert AnswerFlag.KEYWORD_LIST in judgement.flags
    assert judgement.score < short(language, HONEST[language]).score
    assert judgement.level <= 2


@each_language
def test_a_list_of_synonyms_is_worth_nothing_in_an_interview(language: str) -> None:
    words = [synonym for point in samples.POINTS[language] for synonym in point.synonyms[:2]]
    judgement = interview(language, ("、" if language == "zh" else ", ").join(words))
    assert AnswerFlag.KEYWORD_LIST in judgement.flags
    assert judgement.level == 1


def test_a_list_answers_a_question_whose_reference_is_a_list() -> None:
    judgement = judge(
        question="Name the parts of a web request.",
        references=("Method, path, headers, body, query string, cookies.",),
        answer="method, path, headers, body, query, cookies",
        language="en",
    )
    assert AnswerFlag.KEYWORD_LIST not in judgement.flags
    assert judgement.level == 5


@each_language
def test_an_enumeration_inside_a_sentence_is_no_list(language: str) -> None:
    answer = {
        "zh": "我会先看慢日志、执行计划、锁等待、连接数、缓存命中率，再决定怎么改。",
        "en": "I check the query plan, the slow log, lock waits, the index, cache hits, and then decide.",
    }[language]
    assert interview(language, answer).flags == ()


@each_language
@pytest.mark.parametrize("seed", range(4))
def test_shuffled_words_are_worth_less_than_a_sentence(language: str, seed: int) -> None:
    text = REFERENCES[language]
    pieces = re.findall(r".{1,2}", text) if language == "zh" else text.split()
    random.Random(seed).shuffle(pieces)
    judgement = short(language, ("" if language == "zh" else " ").join(pieces))
    assert AnswerFlag.SHUFFLED in judgement.flags
    assert judgement.score < short(language, HONEST[language]).score


DENIALS = {
    "zh": [
        "栈不是后进先出的，最后放入的元素不会最先取出；队列不是先进先出的，最先放入的元素不会最先取出。",
        "并不是" + REFERENCES["zh"].replace("；", "，"),
        REFERENCES["zh"].replace("；", "，").removesuffix("。") + "，这是不对的。",
    ],
    "en": [
        (
            "A stack does not return the element that was put in last, and a queue does not return "
            "the element that has waited for the longest time."
        ),
        "It is not true that " + REFERENCES["en"],
        "That is wrong: " + REFERENCES["en"],
    ],
}


@pytest.mark.parametrize(
    ("language", "answer"), [(language, text) for language in DENIALS for text in DENIALS[language]]
)
def test_a_denied_reference_is_not_a_covered_one(language: str, answer: str) -> None:
    judgement = short(language, answer)
    assert AnswerFlag.NEGATED in judgement.flags
    assert judgement.score < short(language, HONEST[language]).score
    assert judgement.level <= 2


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("A leaf is a node that has no children.", "A leaf is a node without children."),
        ("叶子是没有子节点的节点。", "叶子就是没有任何子节点的节点。"),
    ],
)
def test_a_shared_negation_is_agreement(reference: str, answer: str) -> None:
    question = "What is a leaf?" if reference.isascii() else "什么是叶子？"
    language = "en" if reference.isascii() else "zh"
    agreed = judge(question=question, references=(reference,), answer=answer, language=language)
    assert AnswerFlag.NEGATED not in agreed.flags
    assert agreed.level >= 4


def test_leaving_the_negation_out_is_disagreement() -> None:
    judgement = judge(
        question="What is a leaf?",
        references=("A leaf is a node that has no children.",),
        answer="A leaf is a node that has children.",
        language="en",
    )
    assert AnswerFlag.NEGATED in judgement.flags


@each_language
@pytest.mark.parametrize("mode", [interview, reference_only])
def test_saying_it_often_is_flagged_and_earns_nothing(
    language: str, mode: Callable[[str, str], Judgement]
) -> None:
    gap = " " if language == "en" else ""
    once = mode(language, samples.ONE[language])
    often = mode(language, gap.join([samples.ONE[language]] * 5))
    assert AnswerFlag.REPETITION in often.flags
    assert often.score <= once.score


@each_language
def test_hesitation_is_flagged_and_not_scored(language: str) -> None:
    filler = {
        "zh": "嗯，那个，就是说，然后那个，怎么说呢，呃，然后那个，就是说，嗯，反正，那个，",
        "en": "Um, you know, like, uh, I mean, sort of, um, you know, basically, like, uh, well, ",
    }[language]
    for mode in (interview, reference_only):
        nothing = mode(language, filler)
        assert (AnswerFlag.FILLER in nothing.flags, nothing.level) == (True, 1)
    told = interview(language, f"{filler}\n{samples.ONE[language]}")
    assert told.score == interview(language, samples.ONE[language]).score


@each_language
def test_hesitation_that_says_it_depends_is_hesitation(language: str) -> None:
    answer = {
        "zh": "嗯，这个嘛，怎么说呢，就是，那个，其实吧，要看情况，对吧，反正就是这样做，然后就好了。",
        "en": (
            "Um, so, I mean, it depends, right? You know, it's kind of like, basically, you just do it, and, "
            "well, yeah, it works somehow."
        ),
    }[language]
    judgement = reference_only(language, answer)
    assert AnswerFlag.FILLER in judgement.flags
    assert judgement.level == 1


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (
            "data-spark-skew",
            (
                "应该是数据倾斜，我会去 Spark UI 看每个 task 读了多少数据，然后查是哪个 key 太多，很多时候是空值。"
                "可以给 key 加随机数打散，两次聚合，或者小表广播。"
            ),
        ),
        (
            "data-kafka-basics",
            (
                "主题分成好几个分区，每个分区里面是有顺序的，跨分区没有。用用户 ID 当 key 发送就会进同一个分区。"
                "一个分区只能被组里一个消费者消费。"
            ),
        ),
    ],
)
def test_fluent_chinese_about_a_long_reference_is_not_taken_for_a_shuffle(
    key: str, answer: str
) -> None:
    item = next(item for item in read_bank() if item.key == key)
    points = tuple(ScoringPoint(p.key, p.text, tuple(p.synonyms), p.cue) for p in item.zh.points)
    judged = judge(
        question=item.zh.text,
        references=(item.zh.reference,),
        answer=answer,
        language="zh",
        points=points,
    )
    assert AnswerFlag.SHUFFLED not in judged.flags
    assert judged.level >= 3


def test_as_one_wants_asks_nothing_back() -> None:
    judged = judge(
        question="What is usually kept in a session store?",
        references=("The identity of the user and the time when the session ends.",),
        answer="Mostly who the user is and when it ends. You could have anything you want in your own session store.",
        language="en",
    )
    assert AnswerFlag.COPIED_QUESTION not in judged.flags
    assert judged.level >= 3
