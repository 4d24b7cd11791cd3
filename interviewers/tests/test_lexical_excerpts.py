"""What an answer had and lacked of a bare reference is told in pieces that can be read, and agrees
with its score."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.excerpts import excerpts
from interviewers.engines.builtin.reading.text import spans

TCP = (
    "TCP is connection-oriented: it numbers bytes, acknowledges, retransmits and delivers in order, "
    "with flow and congestion control. UDP sends datagrams without connection, ordering or delivery "
    "guarantees, which makes it faster and suits video, games and DNS."
)


@pytest.mark.parametrize(
    ("reference", "pieces"),
    [
        (
            "Gives an honest, positive reason: growth, a new challenge, or a better fit.",
            ("Gives an honest, positive reason: growth, a new challenge, or a better fit",),
        ),
        (
            "读未提交会读到别的事务还没提交的数据，即脏读；串行化最严格，并发最低。级别越高，性能代价越大。",
            (
                "读未提交会读到别的事务还没提交的数据，即脏读",
                "串行化最严格，并发最低",
                "级别越高，性能代价越大",
            ),
        ),
        (
            "If a constructor is defined for a class, the compiler does not create a default constructor.",
            (
                "If a constructor is defined for a class, the compiler does not create a default constructor",
            ),
        ),
        (
            "The elements in an array can be accessed directly (as opposed to linked lists, which require iterative traversal).",
            (
                "The elements in an array can be accessed directly (as opposed to linked lists, which require iterative traversal)",
            ),
        ),
    ],
)
def test_pieces_are_whole_clauses(reference: str, pieces: tuple[str, ...]) -> None:
    assert excerpts(reference) == pieces


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_piece_of_a_reference_is_a_scrap(language: str) -> None:
    scraps = []
    for item in read_bank():
        reference = (item.zh if language == "zh" else item.en).reference
        pieces = excerpts(reference)
        assert all(piece in reference for piece in pieces)
        sentences = {reference[start:end] for start, end in spans(reference)}
        long = 5 if language == "zh" else 12
        scraps += [piece for piece in pieces if len(piece) < long and piece not in sentences]
    assert scraps == []


@pytest.mark.parametrize(
    ("question", "reference", "answer"),
    [
        (
            "What is a process?",
            "A process is a running program with its own memory",
            "A program being executed, having its own address space",
        ),
        (
            "How do TCP and UDP differ?",
            TCP,
            (
                "TCP makes sure everything arrives in order by resending what is lost, UDP just fires "
                "packets and is quicker."
            ),
        ),
        (
            "什么是缓存穿透？怎么解决？",
            "查询不存在的数据，缓存和数据库都没有，请求每次都打到数据库。解决办法：缓存空结果、布隆过滤器。",
            "查的东西根本没有，缓存挡不住，全压到库上，可以把空值也缓存起来，或者用布隆过滤器。",
        ),
    ],
)
def test_a_good_answer_has_something_of_it(question: str, reference: str, answer: str) -> None:
    language = "en" if question.isascii() else "zh"
    told = judge(question=question, references=(reference,), answer=answer, language=language)
    assert told.level >= 3  # the second says half of what is expected
    assert told.covered
    if told.level == 5:
        assert sum(map(len, told.covered)) >= sum(map(len, told.missing))


def test_what_is_denied_is_not_had() -> None:
    told = judge(
        question="What is a process?",
        references=("A process is a running program with its own memory.",),
        answer="It is not true that a process is a running program with its own memory.",
        language="en",
    )
    assert (told.level, told.covered) == (1, ())
    assert told.missing == ("A process is a running program with its own memory",)
