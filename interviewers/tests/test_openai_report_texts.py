"""A report through a model says nothing of who somebody is, of hiring, or of what only we know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interviewers.engines.base import AnswerFlag, Conclusion
from interviewers.engines.builtin.reporting import report
from interviewers.engines.builtin.reporting.steps import next_steps
from interviewers.engines.prompting import directions
from interviewers.tests.fake_openai import data
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import SPECS, STORIES, judged, panel_brief

FINE = {"zh": "你先看日志再动手。", "en": "You read the log before you act."}
SAID = {
    "zh": ("我先看慢查询日志，找到那条语句。", "我和同事在接口上有分歧。"),
    "en": ("I look into the slow query log.", "A colleague and I disagreed on a format."),
}
PANELS = {
    language: panel_brief(
        language,
        items=(
            judged(SPECS[language], language, SAID[language][0], level=3),
            judged(STORIES[language], language, SAID[language][1], interviewer_id="hr"),
        ),
    )
    for language in ("zh", "en")
}
IMPROPER = {
    "zh": [
        "建议录用。",
        "你今年35岁，精力有限。",
        "你的口音较重。",
        SPECS["zh"].reference,
        directions("conclude", "zh")[80:180] + "。",
    ],
    "en": [
        "I recommend hiring.",
        "You are a young woman.",
        "Your accent is strong.",
        SPECS["en"].reference.replace(";", ","),
        directions("conclude", "en")[700:900].replace(".", ",") + ".",
    ],
}
CASES = [(language, number) for language in ("zh", "en") for number in range(5)]


def draft(language: str, text: str, **changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "summary": text,
        "strengths": [{"item": 1, "text": text, "quote": ""}],
        "improvements": [{"item": 2, "text": text}],
        "reviews": {"technical": text, "hr": text},
        "better": [],
        "next_steps": [{"item": 1, "text": text}, {"item": 2, "text": text}],
    }
    return made | changes


def texts_of(found: Conclusion) -> str:
    said = [found.summary, *found.strengths, *found.improvements]
    said += [entry.content for entry in found.reviews]
    said += [entry.text for entry in found.next_steps]
    return "\n".join(said)


@pytest.mark.parametrize(("language", "number"), CASES)
async def test_a_sentence_that_is_not_to_be_said_goes_and_the_report_says_so(
    language: str, number: int
) -> None:
    bad, fine = IMPROPER[language][number], FINE[language]
    text = f"{fine} {bad} {fine}"
    async with engine_at(data(draft(language, text))) as (engine, server):
        found = await engine.conclude(PANELS[language])
    assert len(server.requests) == 1
    assert bad[:30] not in texts_of(found)
    assert found.summary.startswith(f"{fine} {fine}")
    assert found.summary.endswith("由程序改写。" if language == "zh" else "by the program.")
    assert [review.content for review in found.reviews] == [f"{fine} {fine}"] * 2
    assert len(found.strengths) == len(found.improvements) == 1
    # Advice is not read in halves: the built-in one stands in its place.
    assert found.next_steps == next_steps(PANELS[language])


@pytest.mark.parametrize(("language", "number"), CASES)
async def test_where_nothing_is_left_the_built_in_words_stand(language: str, number: int) -> None:
    async with engine_at(data(draft(language, IMPROPER[language][number]))) as (engine, server):
        found = await engine.conclude(PANELS[language])
    assert len(server.requests) == 1
    plain = report.conclude(PANELS[language])
    assert found.summary.startswith(plain.summary)
    assert found.reviews == plain.reviews
    assert found.strengths == found.improvements == ()


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_better_answer_that_is_not_to_be_said_is_the_built_in_one(language: str) -> None:
    fine = SAID[language][0]
    bad = {
        "zh": "作为一名女性，我会先看日志。",
        "en": "As a woman, I look into the slow query log.",
    }
    reference = STORIES[language].reference
    texts = [(1, bad[language]), (2, reference)]
    better = [{"item": item, "text": text} for item, text in texts]
    async with engine_at(data(draft(language, FINE[language], better=better))) as (engine, _):
        found = await engine.conclude(PANELS[language])
    assert {entry.engine for entry in found.better} == {"builtin"}
    better = [{"item": 1, "text": fine}]
    async with engine_at(data(draft(language, FINE[language], better=better))) as (engine, _):
        found = await engine.conclude(PANELS[language])
    assert (fine, "openai") in [(entry.text, entry.engine) for entry in found.better]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "讲到健康检查、家族与副本，适合这个场景，年龄大于 30 的记录先淘汰。"),
        ("en", "You named a healthy replica, a family of instructions and the accent colour."),
    ],
)
async def test_what_only_sounds_like_it_stays(language: str, text: str) -> None:
    async with engine_at(data(draft(language, text))) as (engine, _):
        found = await engine.conclude(PANELS[language])
    assert found.summary.startswith(text)
    assert found.summary.endswith("不是录用决定。" if language == "zh" else "hiring decision.")
    assert [step.text for step in found.next_steps][:2] == [text, text]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_of_answers_that_gave_orders_the_built_in_engine_writes(language: str) -> None:
    first, second = PANELS[language].items
    forged = replace(first, flags=(AnswerFlag.FORGED,))
    panel = replace(PANELS[language], items=(forged, second))
    async with engine_at(data(draft(language, FINE[language]))) as (engine, _):
        found = await engine.conclude(panel)
    plain = report.conclude(panel)
    assert found.summary == plain.summary
    assert [review.content for review in found.reviews] == [
        plain.reviews[0].content,
        FINE[language],
    ]
