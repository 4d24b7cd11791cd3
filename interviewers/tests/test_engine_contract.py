"""What every engine promises, whichever one it is."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from interviewers.engines.base import Aside, Brief, Engine, EngineError, MessageKind
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.tests.fake_openai import willing
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import ANSWERS, SPECS, brief, exchange, panel_brief

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(params=["builtin", "openai"])
async def engine(request: pytest.FixtureRequest) -> AsyncIterator[Engine]:
    if request.param == "builtin":
        yield BuiltinEngine()
    else:
        async with engine_at(willing) as (made, _):
            yield made


async def said(engine: Engine, asked: Brief) -> str:
    return "".join([piece.text async for piece in engine.speak(asked)])


async def test_an_engine_is_known_by_a_short_name(engine: Engine) -> None:
    assert engine.name.isidentifier()
    assert len(engine.name) <= 20


@LANGUAGES
@pytest.mark.parametrize("kind", list(MessageKind))
async def test_every_kind_of_message_can_be_said(
    engine: Engine, kind: MessageKind, language: str
) -> None:
    pieces = [piece async for piece in engine.speak(brief(kind, language))]
    text = "".join(piece.text for piece in pieces)
    assert text.strip()
    assert text == text.rstrip()
    assert [piece.usage is not None for piece in pieces] == [False] * (len(pieces) - 1) + [True]


@LANGUAGES
@pytest.mark.parametrize(
    "changes",
    [
        {"standing": 1},
        {"standing": 3},
        {"standing": 5},
        {"gave_up": True},
        {"skipped": True},
        {"mention": "Kafka", "mention_from": "resume"},
        {"mention": "Kafka", "mention_from": "job"},
        {"mention": "Kafka", "mention_from": "both"},
        {"aside": Aside.REPEAT},
        {"aside": Aside.EXPLAIN},
    ],
)
async def test_a_question_is_asked_whatever_leads_to_it(
    engine: Engine, language: str, changes: dict[str, Any]
) -> None:
    text = await said(engine, brief(MessageKind.QUESTION, language, **changes))
    # Whoever asks for plainer words may hear what leads up to it later.
    sentences = re.findall(r"[^.。?？]+[.。?？]", SPECS[language].text)
    for sentence in sentences[-1:] if "aside" in changes else sentences:
        assert sentence.strip() in text


async def test_hints_end_without_giving_the_answer(engine: Engine) -> None:
    for step in range(5):
        text = await said(engine, brief(MessageKind.HINT, hint_step=step))
        assert text.strip()
        assert SPECS["zh"].reference[:10] not in text


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (MessageKind.GREETING, "question"),
        (MessageKind.QUESTION, "question"),
        (MessageKind.FOLLOW_UP, "follow_up"),
        (MessageKind.HINT, "question"),
        (MessageKind.HANDOVER, "colleague"),
    ],
)
async def test_a_brief_without_what_its_kind_needs_is_refused(
    engine: Engine, kind: MessageKind, missing: str
) -> None:
    changes: dict[str, Any] = {missing: None}
    with pytest.raises(EngineError):
        await said(engine, replace(brief(kind), **changes))


@LANGUAGES
async def test_a_judgement_is_consistent_and_rests_on_the_answer(
    engine: Engine, language: str
) -> None:
    judged = await engine.assess(exchange(language))
    keys = {point.key for point in SPECS[language].points}
    assert 1 <= judged.level <= 5
    assert 0 <= judged.score <= 100
    assert level_of(judged.score) == judged.level
    assert judged.evidence
    assert judged.evidence in ANSWERS[language]
    assert len(judged.evidence) <= 120
    assert judged.reason
    assert set(judged.covered) | set(judged.missing) == keys
    assert not set(judged.covered) & set(judged.missing)


@pytest.mark.parametrize("answer", ["", "  \n ", "不知道。", SPECS["zh"].text, "🙂" * 50])
async def test_nothing_said_is_worth_nothing(engine: Engine, answer: str) -> None:
    judged = await engine.assess(exchange(answer=answer))
    assert judged.level <= 2
    assert judged.evidence in answer


@pytest.mark.parametrize("answer", ["长" * 20_000, "a " * 10_000, "{[(" * 5_000, "\u200b" * 5_000])
async def test_answers_of_any_size_are_judged(engine: Engine, answer: str) -> None:
    judged = await engine.assess(exchange(answer=answer))
    assert 1 <= judged.level <= 5


@LANGUAGES
async def test_a_report_has_a_text_from_everyone_and_speaks_of_practice(
    engine: Engine, language: str
) -> None:
    panel = panel_brief(language)
    report = await engine.conclude(panel)
    assert report.summary
    assert ("练习" if language == "zh" else "practice") in report.summary
    assert [review.interviewer_id for review in report.reviews] == [m.id for m in panel.panel]
    assert all(review.content.strip() for review in report.reviews)
    assert len(report.strengths) <= 3
    assert len(report.improvements) <= 3


async def test_a_report_on_silence_judges_nothing(engine: Engine) -> None:
    panel = replace(panel_brief(), items=(), overall_score=None, skill_scores={})
    report = await engine.conclude(panel)
    assert report.strengths == report.improvements == ()
    assert len(report.reviews) == len(panel.panel)
