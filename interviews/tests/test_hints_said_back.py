"""Who says a hint back, as it was worded, has said nothing of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import QuestionSpec, RubricSpec
from interviewers.engines.builtin.judging.bilingual import judge_exchange
from interviewers.tests.bank_items import BANK, spec_of_item
from interviews.answered import Answered, read_thread
from interviews.models import SenderType

RUBRIC = RubricSpec("x", "x", 1, ("a", "b", "c", "d", "e"))
FRAMES = {
    "zh": ("给你一个提示：", "可以从这里想："),
    "en": ("Here is a hint: ", "You could start from here: "),
}


def spec_of(key: str, language: str) -> QuestionSpec:
    item = BANK[key]
    hints = item.zh.hints if language == "zh" else item.en.hints
    return replace(spec_of_item(item, language), hints=tuple(hints))


def answered(key: str, language: str, answer: str) -> tuple[float, tuple[str, ...]]:
    """The score, and the points made, of an answer after all hints."""
    spec = spec_of(key, language)
    hints = [f"{frame}{hint}" for frame, hint in zip(FRAMES[language], spec.hints, strict=True)]
    said = answer or "\n".join(hints)
    lines = [
        (1, SenderType.INTERVIEWER, spec.text),
        *((2 + place, SenderType.INTERVIEWER, hint) for place, hint in enumerate(hints)),
        (9, SenderType.USER, said),
    ]
    case = Answered(1, "technical", spec, RUBRIC, read_thread(lines))
    judgement = judge_exchange(case.exchange(language))
    return judgement.score, judgement.covered


SAID_BACK = [
    ("ds-metric-jump", "zh"),
    ("ds-sql-retention", "zh"),
    ("hr-fit", "zh"),
    ("frontend-ts-request-state", "en"),
    ("ai-embeddings", "en"),
]


@pytest.mark.parametrize(("key", "language"), SAID_BACK)
def test_hints_said_back_make_no_point(key: str, language: str) -> None:
    score, covered = answered(key, language, "")
    assert (score < 30, covered) == (True, ())


@pytest.mark.parametrize(("key", "language"), SAID_BACK)
def test_an_answer_after_hints_is_worth_what_it_is_without(key: str, language: str) -> None:
    spec = spec_of(key, language)
    case = Answered(1, "x", spec, RUBRIC, read_thread([(1, SenderType.USER, spec.reference)]))
    without = judge_exchange(case.exchange(language))
    assert answered(key, language, spec.reference) == (without.score, without.covered)
