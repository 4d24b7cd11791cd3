"""A pattern behind its words finds what it finds without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from interviewers.engines.builtin import contradiction, forgery
from interviewers.engines.builtin.gates import Gated, needed
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
    gates = [*forgery._MACHINES, *forgery._SPOKEN]
    gates += [side for pair in contradiction._opposites() for side in pair]
    found = 0
    for text in _texts():
        for gate in gates:
            match = gate.pattern.search(text)
            found += match is not None
            assert match is None or gate.may_match(text)
            if match is None:
                assert gate.sub("", text) == text
    assert found > 100
