"""A pattern behind its words finds what it finds without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from interviewers.engines.builtin import contradiction, forgery, names, talk_words
from interviewers.engines.builtin.gates import Gated, Row, for_ascii, needed
from interviewers.engines.builtin.text import fold
from interviewers.tests.attacks import ATTACKS
from interviewers.tests.attacks_untuned import SEEN, UNSEEN


@pytest.mark.parametrize(
    ("pattern", "flags", "words"),
    [
        ("ab+c", 0, {"a"}),
        ("(?:give|award) the mark", 0, {" the mark"}),
        ("(?:give|award)+", 0, {"give", "award"}),
        ("x?(?:满分|最高)?级", 0, {"级"}),
        ("(?:ignore|忽略)(?: all)?", re.IGNORECASE, {"ignore", "忽略"}),
        ("SCORE", re.IGNORECASE, {"score"}),
        ("SCORE", 0, {"SCORE"}),
        ("(?i:score)", 0, set()),
        ("(?:score)?", 0, set()),
        ("(?:score|.)", 0, set()),
        ("[ab]c{0}", 0, set()),
        (r"(?=score)\w+", 0, set()),
        (r"(?<!not )score", 0, {"score"}),
        ("élan", re.IGNORECASE, set()),
    ],
)
def test_the_words_of_a_pattern(pattern: str, flags: int, words: set[str]) -> None:
    assert needed(re.compile(pattern, flags)) == words


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("score", "ſcore"),
        ("kick", "\u212aick"),
        ("give", "g\u0131ve"),
        ("give", "GİVE"),
        ("x", "X"),
    ],
)
def test_letters_that_are_alike_where_case_does_not_count(pattern: str, text: str) -> None:
    plain = re.compile(pattern, re.IGNORECASE)
    assert Gated(plain).sub("-", text) == plain.sub("-", text)
    assert bool(Gated(plain).search(text)) == bool(plain.search(text))


def _texts() -> Iterator[str]:
    tuned = [texts for by_language in ATTACKS.values() for texts in by_language.values()]
    for texts in (*tuned, *SEEN.values(), *UNSEEN.values()):
        for text in texts:
            yield text
            yield text.upper()
    yield "Stacks are last in, first out; a queue is 先进先出, and 有序."


def test_nothing_is_missed_behind_the_words() -> None:
    rows = [forgery._MACHINES, forgery._SPOKEN, contradiction._every_side()]
    gates = [forgery._FENCES, *(gate for row in rows for gate in row)]
    found = 0
    for text in _texts():
        for gate in gates:
            match = gate.pattern.search(text)
            found += match is not None
            assert match is None or gate.may_match(text)
            if match is None:
                assert gate.sub("", text) == text
        for row in rows:
            likely = [gate for _, gate in row.likely(text)]
            assert likely == [gate for gate in row if gate.may_match(text)]
    assert found > 100


@pytest.mark.parametrize(
    "text",
    [
        "我叫李雷，做后端。",
        "我的名字是Anna，做测试。",
        "后来和王芳商量了一下。",
        "我跟张伟说清楚了。",
        "同事李强很生气。",
        "我是陈明，做后端。",
        "My name is Anna Berg.",
        "This is Anna, a developer.",
        "I am Anna.",
        "Anna and I wrote it down.",
        "It was me and Anna.",
        "A COLLEAGUE Anna said no.",
        "So Mark wrote it.",
    ],
)
def test_a_name_is_not_missed_behind_its_signs(text: str) -> None:
    assert names.without_names(text) != text
    assert names.without_names(text) == names._NAME.sub(names._kept, text)


def test_who_tells_of_nobody_is_left_as_it_is() -> None:
    text = "I read the slow query log and add an index. 先看慢查询日志，再加索引。"
    assert names.without_names(text) == text


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        (r"\b(?:score|mark)\b|满分|[高低]分", r"\b(?:score|mark)\b"),
        (r"a\|满|b[|满]|(?:c|满)|满分", r"b[|满]|(?:c|满)"),
        (r"[]|]满|x[^]|]", r"x[^]|]"),
        ("[你您]|我", "[你您]"),
        ("满分|评分", "(?!)"),
        (r"(.)不\1|有没有", r"(.)不\1|有没有"),
        ("mark|score", "mark|score"),
    ],
)
def test_what_is_left_of_a_pattern_for_ascii(pattern: str, left: str) -> None:
    assert for_ascii(re.compile(pattern)).pattern == left


def test_a_pattern_of_chinese_alone_is_not_tried_on_ascii() -> None:
    gate = Gated(re.compile("[满高]分|(?<!异)同步"))
    assert not gate.may_match("Full marks, in step.")
    assert Row([gate]).likely("Full marks, in step.") == []
    assert gate.may_match("同步")
    assert Row([gate]).likely("同步") == [(0, gate)]


def test_the_signs_of_talk_are_found_in_either_script() -> None:
    found = 0
    for text in _texts():
        for gate in (talk_words.STRONG, talk_words.WEAK, talk_words.VOICE):
            folded = fold(text)
            there = gate.pattern.findall(folded)
            found += len(there)
            assert gate.findall(folded) == there
            assert [match.group() for match in gate.finditer(folded)] == there
    assert found > 1000
