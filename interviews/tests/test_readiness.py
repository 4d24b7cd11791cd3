"""The first answer to a question waits for nothing that could be read before it came."""

from __future__ import annotations

from typing import Any

import pytest

from interviewers.bank.schema import read_bank
from interviewers.engines.base import Exchange, QuestionSpec, RubricSpec, ScoringPoint
from interviewers.engines.builtin.expected.matching import prepare
from interviewers.engines.builtin.judging.case import case_of
from interviewers.engines.builtin.reading.technical import distinctly_technical
from interviewers.engines.builtin.stories.themes import themes_of
from interviewers.engines.registry import builtin_engine
from interviews.readiness import _get_ready_for, get_ready, get_ready_soon
from interviews.ways import at_once

ANCHORS = RubricSpec("c", "c", 1, ("1", "2", "3", "4", "5"))


def question(number: int) -> QuestionSpec:
    item = read_bank()[number]
    points = tuple(ScoringPoint(p.key, p.text, p.synonyms, p.cue) for p in item.en.points)
    return QuestionSpec(
        item.key, item.competency, item.level, item.en.text, item.en.reference, points
    )


def judge(spec: QuestionSpec, answer: str) -> float:
    return at_once(builtin_engine().assess(Exchange("en", spec, ANCHORS, answer))).score


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_has_been_taken_apart(language: str) -> None:
    spec = question(5)
    for kept in (case_of, prepare, distinctly_technical, themes_of, get_ready, _get_ready_for):
        kept.cache_clear()
    get_ready(spec, language)
    assert distinctly_technical.cache_info().currsize
    assert themes_of.cache_info().currsize
    before = prepare.cache_info().misses
    assert before
    judge(spec, f"I would measure it on a copy first, not in production ({language}).")
    assert prepare.cache_info().misses == before


def test_it_changes_no_judgement() -> None:
    spec = question(7)
    first = judge(spec, spec.reference)
    get_ready(spec, "en")
    assert judge(spec, f" {spec.reference}") == first > 0


def test_nobody_waits_for_it() -> None:
    reading = get_ready_soon(question(9), "en")
    assert reading is not None
    assert reading.result(60) is None


def test_a_model_needs_none_of_it(settings: Any) -> None:
    settings.ENGINE = "interviews.tests.scripted.ScriptedEngine"
    assert get_ready_soon(question(9), "en") is None
