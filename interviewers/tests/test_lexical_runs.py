"""The time for an answer grows with its length and no faster, whatever it repeats."""

from __future__ import annotations

import random
import time

import pytest

from interviewers.engines.builtin.addressed.field import field_worth
from interviewers.engines.builtin.expected.order import Order, is_shuffled
from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.text import atoms, fold
from interviewers.engines.builtin.stories.telling import closes
from interviews.best_lines import worth

QUESTION = "什么是索引？"
REFERENCE = (
    "索引是一种有序的数据结构，牺牲写入的性能和存储空间来加快查询，常见的有哈希表和多路平衡树。"
)
LONGEST = 15_000
ENOUGH = 6.0
"""Seconds of CPU. What was quadratic took 10 and more."""


@pytest.mark.parametrize("unit", ["也", "的确", "还"])
def test_a_run_of_adverbs_takes_no_longer_than_other_text(unit: str) -> None:
    run = (unit * LONGEST)[:LONGEST]
    start = time.process_time()
    judge(
        question=QUESTION,
        references=(REFERENCE,),
        answer=f"索引{run}数据结构有序存储空间查询",
        language="zh",
    )
    assert time.process_time() - start < ENOUGH


def test_a_shuffle_of_a_long_reference_is_found_in_no_time() -> None:
    chars = list(REFERENCE.replace("，", "").replace("。", "")) * 90
    random.Random(1).shuffle(chars)
    expected = Order(REFERENCE * 90)
    told = fold("".join(chars))
    start = time.process_time()
    assert is_shuffled(atoms(told), told, expected)
    assert time.process_time() - start < 1.0


def test_a_run_of_digits_is_no_time_after_which_something_came() -> None:
    start = time.process_time()
    assert not closes("0" * LONGEST)
    assert time.process_time() - start < 1.0


def test_a_run_of_blanks_is_worth_no_more_than_one_and_takes_no_time() -> None:
    start = time.process_time()
    assert worth(f"我{' ' * LONGEST}。") == worth("我 。")
    assert time.process_time() - start < 1.0


def test_a_run_of_digits_is_looked_at_once_for_words_of_marking() -> None:
    start = time.process_time()
    assert field_worth("0" * LONGEST + "次", lambda _: False) <= 0
    assert time.process_time() - start < 1.0
