"""What is denied has to be what the reference says: a bound, an aside and a word on the question are no denial."""

from __future__ import annotations

from functools import partial

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.sifting.guards import is_dont_know
from interviewers.tests.lexical_samples import judged_on

KNOWN = {
    "binary tree": ("What is a binary tree?", "A tree in which a node has two children at most."),
    "signature": (
        "What tells two functions of one name apart?",
        "The name of the function and the types of the parameters.",
    ),
    "有序": (
        "请判断并解释：哈希表里的键总是有序的。",
        "错误。哈希表按散列值决定键的位置，键的位置和大小无关。",
    ),
    "签名": ("编译器靠什么区分重载的函数？", "函数的名称，以及各个参数的类型。"),
    "loop": (
        "Why does the lamp stay dark?",
        "It is part of a closed loop in which there is no switch.",
    ),
    "任务": ("任务有哪几种？", "任务分为周期任务、非周期任务、一次性任务三种。"),
    "连接池": ("连接池的大小怎么定？", "连接数的上限由数据库能承受的并发决定。"),
}
about = partial(judged_on, KNOWN)


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("binary tree", "A tree where a node has no more than two children."),
        ("signature", "The name of the function and its parameters, but not the return type."),
        ("signature", "The name and the types of the parameters, with or without their labels."),
        ("有序", "这句话是错误的，哈希表按散列值决定键的位置，键的位置和大小无关。"),
        ("签名", "函数的名称和参数的类型，但没有返回类型。"),
        ("loop", "The switch is not part of the closed loop."),
        ("任务", "任务分为周期任务、一次性任务。"),
        ("连接池", "连接数不超过数据库能承受的并发，由它决定上限。"),
    ],
)
def test_a_bound_or_an_aside_is_no_denial(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 4


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("loop", "It is not part of a closed loop."),
        ("任务", "任务分为非周期任务，没有周期任务，也没有一次性任务。"),
    ],
)
def test_a_negation_that_the_reference_has_elsewhere_is_still_a_denial(
    what: str, answer: str
) -> None:
    assert AnswerFlag.NEGATED in about(what, answer).flags


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("binary tree", "A tree in which no node has two children."),
        ("signature", "Not the name of the function and not the types of the parameters."),
        ("有序", "以下说法是错误的：哈希表按散列值决定键的位置，键的位置和大小无关。"),
        ("有序", "事实正好相反，哈希表按散列值决定键的位置，键的位置和大小无关。"),
        ("签名", "不是函数的名称，也不是各个参数的类型。"),
    ],
)
def test_a_denial_of_what_is_so_still_is_one(what: str, answer: str) -> None:
    judged = about(what, answer)
    assert AnswerFlag.NEGATED in judged.flags
    assert judged.level == 1


@pytest.mark.parametrize(
    ("question", "answer", "gives_up"),
    [
        ("How are arrays passed to functions?", "You pass the array to the function.", False),
        ("What does an open switch do to a path?", "It is not a path.", False),
        ("What is a tree?", "Not a clue, sorry.", True),
        ("What is a tree?", "I'll pass on this one.", True),
        ("What is a tree?", "YOUR ANSWER HERE", True),
        ("什么是树？", "请在此作答", True),
    ],
)
def test_only_who_has_no_answer_gives_up(question: str, answer: str, gives_up: bool) -> None:
    assert is_dont_know(fold(answer), question) is gives_up


def test_a_formula_is_no_list_of_terms() -> None:
    judged = judged_on(
        {"移动": ("平均要移动多少个元素？", "等概率时平均移动 n/2 个元素，否则是 (2n+1)/3 个。")},
        "移动",
        "n/2，(2n+1)/3",
    )
    assert AnswerFlag.KEYWORD_LIST not in judged.flags
    assert judged.level >= 4


@pytest.mark.parametrize(
    ("question", "reference", "answer"),
    [
        (
            "A cup is made of glass or of plastic. How can you tell with a hammer?",
            "If the cup breaks, the cup is glass. If it does not break, it is plastic.",
            "If the cup breaks it is made of glass if it does not it is made of plastic.",
        ),
        (
            "Why does the alarm stay silent?",
            "The sensor is outside the sealed room in which there is no smoke.",
            "because the sensor is outside the sealed room but the smoke is not",
        ),
        (
            "What makes a loop run for ever?",
            "If the condition is written wrongly, or if the counter is not increased.",
            "No counter, or a wrongly written condition that never ends the loop.",
        ),
    ],
)
def test_who_says_the_same_with_another_no_is_not_denying(
    question: str, reference: str, answer: str
) -> None:
    judged = judge(question=question, references=(reference,), answer=answer, language="en")
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 4


def test_a_denied_condition_is_still_the_wrong_one() -> None:
    judged = judge(
        question="When does the cup count as glass?",
        references=("If the cup breaks when it falls, the cup is made of glass.",),
        answer="If the cup does not break when it falls, the cup is made of glass.",
        language="en",
    )
    assert AnswerFlag.NEGATED in judged.flags


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        (
            "A membership card must be signed and must not be lent.",
            "A membership card must not be signed and must be lent.",
        ),
        (
            "Locking makes the drawer safe for visitors but does not make the lid tight.",
            "Locking does not make the drawer safe for visitors but makes the lid tight.",
        ),
        ("Cups are washed by hand, glasses are not.", "Glasses are washed by hand, cups are not."),
    ],
)
def test_two_denials_that_change_places_between_parts_turn_a_statement(
    reference: str, answer: str
) -> None:
    judged = judge(question="What is so?", references=(reference,), answer=answer, language="en")
    assert AnswerFlag.NEGATED in judged.flags
    assert judged.score < 50


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        (
            "The pump runs when the valve is open; it does not run when the valve is shut.",
            "When the valve isn't open it stands still, when it is open the pump runs.",
        ),
        (
            "A ledger keeps no copies of bills but does not order them.",
            "A ledger does not keep copies of bills and does not order them.",
        ),
    ],
)
def test_the_other_case_and_one_more_denial_deny_nothing(reference: str, answer: str) -> None:
    judged = judge(question="What is so?", references=(reference,), answer=answer, language="en")
    assert AnswerFlag.NEGATED not in judged.flags
    assert judged.level >= 4


AVERTED = {
    "deploy": ("How do you deploy?", "Drain the connections first, or requests in flight fail."),
    "scale": (
        "When is the scaler fitted?",
        "Only on the training part, otherwise information of the test part leaks.",
    ),
    "发布": ("发布之前做什么？", "先排空连接，否则正在处理的请求会失败。"),
}


@pytest.mark.parametrize(
    ("what", "answer"),
    [
        ("deploy", "Drain the connections first so that no requests in flight fail."),
        ("deploy", "I drain the connections first, then nothing that is in flight fails."),
        ("scale", "It is fitted on the training part only so nothing of the test part leaks."),
        ("发布", "先排空连接，这样正在处理的请求就不会失败。"),
    ],
)
def test_what_is_averted_by_doing_as_told_is_not_so(what: str, answer: str) -> None:
    told = judged_on(AVERTED, what, answer)
    assert not told.flags
    assert told.score > 80


def test_not_doing_as_told_is_a_denial_all_the_same() -> None:
    told = judged_on(
        AVERTED, "deploy", "Do not drain the connections first, or requests in flight fail."
    )
    assert AnswerFlag.NEGATED in told.flags
