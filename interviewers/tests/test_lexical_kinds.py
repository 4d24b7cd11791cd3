"""A product stands for its kind; how a situation was handled is an answer; a rare word answers a follow-up."""

from __future__ import annotations

import pytest

from interviewers.engines.builtin.judging.lexical import judge
from interviewers.engines.builtin.reading.kinds import kinds_of
from interviewers.engines.builtin.reading.text import fold, terms


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The sessions live in Redis.", "key-value"),
        ("会话我们放 Redis。", "键值"),
        ("That's what MongoDB is for.", "document"),
        ("订单在 PostgreSQL 里。", "关系型"),
    ],
)
def test_a_product_says_its_kind(said: str, kind: str) -> None:
    assert set(terms(fold(kind))) <= set(kinds_of(terms(fold(said))))


def test_a_product_that_is_expected_itself_says_no_more() -> None:
    assert not list(kinds_of(terms("redis"), terms("redis")))
    assert not list(kinds_of(terms("a table")))


SCOPE = "How do you handle scope creep in a project?"
CONTROL = (
    "Agree the scope in writing, run each request through change control with its impact on time and "
    "cost, and let the sponsor decide what to drop or delay."
)
HANDLED = (
    "When they came with one more thing I made a list of what we had promised and said that it takes four days. "
    "Then the boss who paid for it decided which of them goes out, and the rest we built after launch."
)
VAGUE = "I stay flexible and communicate openly, for a good team can handle any change."


def test_how_a_situation_was_handled_is_an_answer_and_how_one_is_is_none() -> None:
    def score(answer: str) -> float:
        return judge(question=SCOPE, references=(CONTROL,), answer=answer, language="en").score

    assert score(HANDLED) >= 65.0 > score(VAGUE)
