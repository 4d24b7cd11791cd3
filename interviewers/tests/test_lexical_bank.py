"""What holds for the reference of every question of the bank, in one pass over it.

A question and its reference have to be read before anything is judged against them, and whatever is
added to an answer leaves most of it as it was: together these trials cost half of what they cost
one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

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
    """What is wrong with how answers to one question are judged: beside its hints the reference, once more with an
    ``attack`` behind a part of it, or, without one, with other gender words."""
    item = BANK[key]
    spec = item.zh if language == "zh" else item.en
    reference = spec.reference

    hints = told(language, key, STOP[language].join(spec.hints))
    if hints.level > MOST_BY_HINTS:
        yield "given away by its hints", hints
    # One of them makes no point that all together don't.
    if item.stage == "technical" and not item.subject and len(hints.covered) > MOST_POINTS:
        for hint in spec.hints:
            made = told(language, key, hint).covered
            if len(made) > MOST_POINTS:
                yield "told by one hint", (hint, made)

    if attack:
        *first, _ = reference.rstrip(". 。").split(STOP[language])
        text = STOP[language].join(first or [reference]) + STOP[language].strip()
        changed, moved, most = f"{text}\n{attack}", "moved by an attack", MOST
    else:
        text = GENDERED[language].format(reference)
        changed, moved, most = swapped(language, text), "moved by gender words", 0.0
        assert changed != text
    before, after = (told(language, key, said) for said in (text, changed))
    if AnswerFlag.NEGATED in before.flags:
        yield "contradicts itself", text
    if abs(after.score - before.score) > most:
        yield moved, (changed, before.score, after.score)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_reference_contradicts_itself_nothing_else_moves_it_and_no_hints_replace_it(
    language: str, part: int
) -> None:
    attacks = cycle(attack for kind in ATTACKS[language].values() for attack in kind)
    # Half of the questions in one language, the others in the other one.
    attacked = dict(zip(list(BANK)[language == "en" :: 2], attacks, strict=False))
    faults = [
        (key, *fault)
        for number, key in enumerate(BANK)
        if number % PARTS == part
        for fault in _faults(language, key, attacked.get(key, ""))
    ]
    assert faults == []
