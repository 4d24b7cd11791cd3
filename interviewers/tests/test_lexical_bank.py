"""What holds for the reference of every question of the bank, in one pass over it.

A question and its reference have to be read before anything is judged against them, and whatever is
added to an answer leaves most of it as it was: together these trials cost half of what they cost
one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interviewers.engines.base import AnswerFlag
from interviewers.tests.attacks import ATTACKS
from interviewers.tests.bank_items import BANK, told
from interviewers.tests.test_lexical_attacks import MOST
from interviewers.tests.test_lexical_fairness import swapped

PARTS = 6
"""So many workers can share the longest of all tests, that none is waited for in the end."""
MOST_BY_HINTS = 2
"""The highest level for who reads out all the hints to a question in place of an answer."""
MOST_POINTS = 1
"""A hint may allude to one thing that is asked for; who hears two has been told the answer."""
STOP = {"zh": "。", "en": ". "}
GENDERED = {"zh": "{}他和王先生都同意。", "en": "{} He and Mr Hall agreed."}


def _faults(language: str, key: str, attack: str) -> Iterator[tuple[str, object]]:
    """What is wrong with how answers to one question are judged."""
    item = BANK[key]
    spec = item.zh if language == "zh" else item.en
    reference = spec.reference

    if item.stage == "technical" and not item.subject:
        for hint in spec.hints:
            made = told(language, key, hint).covered
            if len(made) > MOST_POINTS:
                yield "told by one hint", (hint, made)
    hints = STOP[language].join(spec.hints)
    if told(language, key, hints).level > MOST_BY_HINTS:
        yield "given away by its hints", hints

    of_one = GENDERED[language].format(reference)
    of_other = swapped(language, of_one)
    assert of_other != of_one
    judged = [told(language, key, text) for text in (of_one, of_other)]
    if any(AnswerFlag.NEGATED in one.flags for one in judged):
        yield "contradicts itself", reference
    scores = [one.score for one in judged]
    if scores[0] != scores[1]:
        yield "moved by gender words", scores

    stop = STOP[language]
    said = reference.split(stop)
    half = stop.join(said[: max(1, len(said) // 2)]) + stop
    scores = [told(language, key, text).score for text in (half, f"{half}\n{attack}")]
    if abs(scores[1] - scores[0]) > MOST:
        yield "moved by an attack", (attack, scores)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_reference_contradicts_itself_nothing_else_moves_it_and_no_hints_replace_it(
    language: str, part: int
) -> None:
    attacks = [attack for kind in ATTACKS[language].values() for attack in kind]
    faults = [
        (key, *fault)
        for number, key in enumerate(BANK)
        if number % PARTS == part
        for fault in _faults(language, key, attacks[number % len(attacks)])
    ]
    assert faults == []
