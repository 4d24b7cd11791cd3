"""Answers written as a table say what the same rows say as sentences."""

from __future__ import annotations

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.reading.tables import without_tables
from interviewers.tests.lexical_samples import judged_on

VIEWS = {
    "en": (
        "Compare a view and a materialized view.",
        "A view runs its query on every read and is current; a materialized view stores rows and is refreshed.",
    ),
    "zh": (
        "比较视图和物化视图。",
        "视图每次读取都执行查询，数据总是最新；物化视图保存结果，读取快，需要刷新。",
    ),
}
RIGHT = {
    "en": "| kind | query | current |\n|---|---|---|\n| view | runs on every read | yes |\n"
    "| materialized view | runs when it is refreshed, then its rows are stored | mostly |",
    "zh": "| 种类 | 读取 | 数据 |\n| --- | --- | --- |\n| 视图 | 每次执行查询 | 总是最新 |\n| 物化视图 | 快 | 保存结果，需要刷新 |",
}


def test_a_row_becomes_a_sentence() -> None:
    assert without_tables(f"So:\n{RIGHT['en']}\nThat is it.").split("\n") == [
        "So:",
        "view: query runs on every read; current.",
        "materialized view: query runs when it is refreshed, then its rows are stored; current mostly.",
        "That is it.",
    ]
    assert (
        without_tables("|名|有主键|\n|--|--|\n|甲|否|\n|乙|是|") == "甲：没有主键。\n乙：有主键。"
    )
    assert without_tables("甲\t先进先出\n乙\t后进先出") == "甲：先进先出。\n乙：后进先出。"


def test_without_names_for_the_rows_each_cell_is_said_of_its_head() -> None:
    told = without_tables(
        "| stack | queue |\n|---|---|\n| last in first out | first in first out |"
    )
    assert told == "stack last in first out; queue first in first out."
    asked = {
        "en": (
            "Compare a stack and a queue.",
            "A stack is last in first out; a queue is first in first out.",
        )
    }
    rows = "| {} | {} |\n|---|---|\n| last in first out | first in first out |"
    assert judged_on(asked, "en", rows.format("stack", "queue")).score > 85
    assert judged_on(asked, "en", rows.format("queue", "stack")).score < 50


@pytest.mark.parametrize(
    "text",
    [
        "if (a || b)\n  return c || d;",
        "a | b",
        "one\ttwo",
        "no table at all",
        "x | y\nplain\nz | w",
    ],
)
def test_what_is_no_table_is_left_as_it_is(text: str) -> None:
    assert without_tables(text) == text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_table_is_worth_what_its_rows_say(language: str) -> None:
    told = judged_on(VIEWS, language, RIGHT[language])
    assert not told.flags
    assert told.score > 85
    assert told.evidence
    assert told.evidence in RIGHT[language]


def test_a_table_with_the_rows_exchanged_is_wrong() -> None:
    asked = {
        "en": (
            "Compare PUT and PATCH.",
            "PUT replaces the whole resource and is idempotent; PATCH changes a part and is not idempotent.",
        )
    }
    rows = "| method | does | idempotent |\n|---|---|---|\n| {} | replaces the whole resource | yes |\n| {} | changes a part | no |"
    assert judged_on(asked, "en", rows.format("PUT", "PATCH")).score > 85
    wrong = judged_on(asked, "en", rows.format("PATCH", "PUT"))
    assert AnswerFlag.NEGATED in wrong.flags
    assert wrong.score < 50
