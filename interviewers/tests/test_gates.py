"""A pattern behind its words finds what it finds without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from interviewers.engines.builtin.addressed import forgery, mention, talk, talk_words
from interviewers.engines.builtin.contrary import contradiction, denial_en, denial_zh, negation
from interviewers.engines.builtin.reading import names
from interviewers.engines.builtin.reading.gates import Gated, Row
from interviewers.engines.builtin.reading.needs import needs_of
from interviewers.engines.builtin.reading.text import fold
from interviewers.engines.builtin.sifting import guards
from interviewers.engines.builtin.stories import themes
from interviewers.tests.attacks import ATTACKS
from interviewers.tests.attacks_untuned import SEEN, UNSEEN


@pytest.mark.parametrize(
    ("pattern", "flags", "words", "parts"),
    [
        ("ab+c", 0, set(), {"ab"}),
        (r"\bab\b", 0, {"ab"}, set()),
        (r"(?<!\w)ab(?!\w)", 0, {"ab"}, set()),
        (r"\b(?:give|award) the mark", 0, {"give", "award"}, set()),
        ("(?:give|award) the mark", 0, set(), {" the mark"}),
        ("(?:give|award)+", 0, set(), {"give", "award"}),
        (r"\b(?:scores?|mark\w+|rated? it)\b", 0, {"score", "scores", "rate", "rated"}, {"mark"}),
        (r"\b(?:a|b)?ox\b", 0, {"ox", "aox", "box"}, set()),
        (r"\b(?:the|an?) \w+ score\b", 0, {"score"}, set()),
        (r"^no\b|\Bno\b", 0, set(), {"no"}),
        (r"[kK]ick\b", 0, set(), {"Kick", "kick"}),
        (r"[^k]ick", 0, set(), {"ick"}),
        ("x?(?:满分|最高)?级", 0, set(), {"级"}),
        (r"\b(?:ignore|忽略)(?: all)?", re.IGNORECASE, set(), {"ignore", "忽略"}),
        ("SCORE", re.IGNORECASE, set(), {"score"}),
        ("SCORE", 0, set(), {"SCORE"}),
        (r"(?=score)\w+|mark", 0, None, None),
        ("(?i:score)", 0, None, None),
        ("(?:score)?", 0, None, None),
        ("(?:score|.)", 0, None, None),
        ("[ab]c{0}", 0, set(), {"a", "b"}),
        (r"(?=score)\w+", 0, None, None),
        (r"(?<!not )score", 0, set(), {"score"}),
        ("élan", re.IGNORECASE, None, None),
    ],
)
def test_the_words_of_a_pattern(
    pattern: str, flags: int, words: set[str] | None, parts: set[str] | None
) -> None:
    needs = needs_of(pattern, flags)
    assert (needs and needs.words, needs and needs.parts) == (words, parts)


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
    alone = [
        forgery._FENCES,
        negation._ANY,
        denial_en.MAY_DENY,
        denial_zh.MAY_DENY,
    ]
    alone += [guards._DONT_KNOW, guards._FILLER, mention._OTHERS, talk._MATTER]
    alone += [*(has for _, has in themes._compiled()), *(Gated(p) for row in rows for p in row)]
    found = 0
    for told in _texts():
        for text in (told, fold(told)):
            for gate in alone:
                match = gate.pattern.search(text)
                found += match is not None
                assert match is None or gate.may_match(text)
                if match is None:
                    assert gate.sub("", text) == text
            for row in rows:
                likely = [pattern for _, pattern in row.likely(text)]
                assert [pattern for pattern in row if pattern.search(text)] == [
                    pattern for pattern in likely if pattern.search(text)
                ]
    assert found > 1000


def test_the_rest_of_a_word_may_be_one_where_the_text_is_changing() -> None:
    score = re.compile(r"\bscore\b")
    assert Row([score], changing=False).likely("underscore") == []
    assert Row([score]).likely("underscore") == [(0, score)]


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
        ("[你您]|我", "(?!)"),
        ("满分|评分", "(?!)"),
        (r"(.)不\1|有没有", "(?!)"),
        (r"(.)a\1|有没有", r"(.)a\1|有没有"),
        ("mark|score", "mark|score"),
    ],
)
def test_what_is_left_of_a_pattern_for_ascii(pattern: str, left: str) -> None:
    assert Gated(re.compile(pattern))._ascii.pattern.pattern == left


def test_a_pattern_of_chinese_alone_is_not_tried_on_ascii() -> None:
    pattern = re.compile("[满高]分|(?<!异)同步")
    assert not Gated(pattern).may_match("Full marks, in step.")
    assert Row([pattern]).likely("Full marks, in step.") == []
    assert Gated(pattern).may_match("同步")
    assert Row([pattern]).likely("同步") == [(0, pattern)]


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
