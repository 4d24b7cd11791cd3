"""A hint leads to an answer and is none: what it says by itself is worth little."""

from __future__ import annotations

from interviewers.tests.bank_items import BANK, told

MOST_POINTS = 1
"""A hint may allude to one thing that is asked for; who hears two has been told the answer."""


def test_no_hint_on_knowledge_makes_more_than_one_point() -> None:
    seen = 0
    for key, item in BANK.items():
        if item.stage != "technical" or item.subject:
            continue
        for language, half in (("zh", item.zh), ("en", item.en)):
            for hint in half.hints:
                seen += 1
                made = told(language, key, hint).covered
                assert len(made) <= MOST_POINTS, (key, language, hint, made)
    assert seen > 700
