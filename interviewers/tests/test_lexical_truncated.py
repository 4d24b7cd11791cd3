"""A reference that breaks off is an unfinished answer and no keyword list."""

from __future__ import annotations

import random

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.judging.lexical import judge

ITEMS = random.Random(11).sample(list(read_bank()), 60)
PARTS = (0.25, 0.5, 0.75, 1.0)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_beginning_of_a_reference_is_hardly_ever_flagged(language: str) -> None:
    flagged = []
    for item in ITEMS:
        spec = item.zh if language == "zh" else item.en
        glue = "" if language == "zh" else " "
        words = list(spec.reference) if language == "zh" else spec.reference.split(" ")
        for part in PARTS:
            judged = judge(
                question=spec.text,
                references=(spec.reference,),
                answer=glue.join(words[: int(len(words) * part)]),
                language=language,
            )
            if AnswerFlag.KEYWORD_LIST in judged.flags or AnswerFlag.SHUFFLED in judged.flags:
                flagged.append((item.key, part))
    assert len(flagged) < 0.01 * len(ITEMS) * len(PARTS), flagged
