"""The report through a model: prose that rests on judged answers, or none at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from interviewers.engines.base import EngineError
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.tests.fake_openai import blocks_of, data, speech
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import panel_brief
from interviewgpt import llm_errors as errors

QUOTE = "延迟从 800 毫秒降到 90 毫秒"


def draft(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "summary": "你把排查过程讲得有条理。求职动机还可以说得更具体。",
        "strengths": [{"item": 1, "text": "排查步骤清楚，有前后数据。", "quote": QUOTE}],
        "improvements": [{"item": 2, "text": "先说你了解到的业务，再说它与你经历的联系。"}],
        "reviews": {
            "technical": "我喜欢你先看日志再动手。",
            "hr": "我还想多听一点你为什么来。",
        },
    }
    return made | changes


async def test_a_draft_becomes_the_report() -> None:
    async with engine_at(data(draft())) as (engine, server):
        report = await engine.conclude(panel_brief())
    assert report.summary == (
        "你把排查过程讲得有条理。求职动机还可以说得更具体。这是练习反馈，不是录用决定。"
    )
    assert report.strengths == (f"实践能力：排查步骤清楚，有前后数据。你说过：「{QUOTE}」",)
    assert report.improvements == ("求职动机：先说你了解到的业务，再说它与你经历的联系。",)
    assert [review.interviewer_id for review in report.reviews] == ["technical", "hr"]
    assert report.reviews[1].content == "我还想多听一点你为什么来。"
    assert (report.usage.model, report.usage.completion_tokens) == ("asked-model", 7)
    blocks = blocks_of(server.requests[0].user)
    assert blocks["panel"] == "technical: 张工, 技术面试官\nhr: 林岚, HR面试官"
    assert f"evidence: {QUOTE}" in blocks["items"]


async def test_the_report_is_written_in_the_interviews_language() -> None:
    written = draft(
        summary="You told how you work in good order.",
        strengths=[{"item": 1, "text": "Clear steps.", "quote": "latency fell from 800ms to 90ms"}],
        improvements=[{"item": 2, "text": "Say what drew you here."}],
        reviews=dict.fromkeys(("technical", "hr"), "I liked that."),
    )
    async with engine_at(data(written)) as (engine, server):
        report = await engine.conclude(panel_brief("en"))
    assert report.summary.endswith("This is feedback on practice, not a hiring decision.")
    assert report.strengths == (
        "Hands-on practice: Clear steps. You said: “latency fell from 800 ms to 90 ms”",
    )
    assert "You write the feedback" in server.requests[0].system


@pytest.mark.parametrize(
    "invented",
    [
        "你说「我带领二十人完成了数据库迁移」。",
        "你提到“用 Paxos 实现了跨地域一致性”，很好。",
        "综合得分 85 分。",
        "我给你 4/100。",
        "评分：92。",
    ],
)
async def test_quotes_nobody_said_and_scores_go_with_their_sentence(invented: str) -> None:
    text = f"你先看日志再动手。{invented}步骤清楚。"
    written = draft(
        summary=text,
        strengths=[{"item": 1, "text": text, "quote": "我带领二十人完成了数据库迁移"}],
        improvements=[{"item": 1, "text": text}],
        reviews=dict.fromkeys(("technical", "hr"), text),
    )
    async with engine_at(data(written)) as (engine, _):
        report = await engine.conclude(panel_brief())
    left = "你先看日志再动手。步骤清楚。"
    assert report.summary == left + "这是练习反馈，不是录用决定。"
    assert report.strengths == ("实践能力：" + left,)
    assert report.improvements == ("实践能力：" + left,)
    assert {review.content for review in report.reviews} == {left}


@pytest.mark.parametrize(
    "kept",
    [
        f"你说「{QUOTE}」。",
        "你讲到了「用慢查询日志定位语句」。",
        "你说的「索引」可以再展开。",
        "下次用 90% 分位的数据说明，三分钟讲完，10 分钟内答完。",
    ],
)
async def test_true_quotes_terms_and_figures_stay(kept: str) -> None:
    async with engine_at(data(draft(summary=kept))) as (engine, _):
        report = await engine.conclude(panel_brief())
    assert report.summary.startswith(kept)


async def test_praise_and_advice_rest_on_a_judged_question() -> None:
    written = draft(
        strengths=[
            {"item": 2, "text": "动机强烈。", "quote": ""},
            {"item": 3, "text": "没有这道题。", "quote": ""},
            {"item": 0, "text": "也没有这道题。", "quote": ""},
            {"item": -1, "text": "还是没有。", "quote": ""},
        ],
        improvements=[{"item": 9, "text": "没有这道题。"}],
    )
    async with engine_at(data(written)) as (engine, _):
        report = await engine.conclude(panel_brief())
    assert report.strengths == report.improvements == ()


async def test_at_most_three_of_each() -> None:
    many = [{"item": 1, "text": f"第{n}点。", "quote": ""} for n in range(9)]
    async with engine_at(data(draft(strengths=many, improvements=many))) as (engine, _):
        report = await engine.conclude(panel_brief())
    assert (len(report.strengths), len(report.improvements)) == (3, 3)


async def test_an_interviewer_who_heard_nothing_says_so_whatever_the_model_writes() -> None:
    panel = panel_brief()
    panel = replace(panel, items=panel.items[:1])
    async with engine_at(data(draft())) as (engine, server):
        report = await engine.conclude(panel)
    builtin = await BuiltinEngine().conclude(panel)
    assert report.reviews[0].content == "我喜欢你先看日志再动手。"
    assert report.reviews[1] == builtin.reviews[1]
    assert "hr" not in blocks_of(server.requests[0].user)["panel"]


async def test_nobody_is_written_for_of_whose_questions_the_model_is_shown_none() -> None:
    """A panel of three with twenty questions each has more than are shown."""
    panel = panel_brief()
    strong, weak = panel.items
    panel = replace(panel, items=(strong,) * 40 + (weak,) * 20)
    written = draft(reviews={"technical": "我喜欢你先看日志再动手。"})
    async with engine_at(data(written)) as (engine, server):
        report = await engine.conclude(panel)
    builtin = await BuiltinEngine().conclude(panel)
    assert report.reviews[0].content == "我喜欢你先看日志再动手。"
    assert report.reviews[1] == builtin.reviews[1]
    assert "hr" not in blocks_of(server.requests[0].user)["panel"]


async def test_without_an_answer_no_model_is_asked() -> None:
    panel = replace(panel_brief(), items=(), overall_score=None)
    async with engine_at(data(draft())) as (engine, server):
        report = await engine.conclude(panel)
    assert report == await BuiltinEngine().conclude(panel)
    assert server.requests == []


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(draft(summary="综合得分 85 分。"), id="nothing founded in the summary"),
        pytest.param(draft(reviews={}), id="no reviews"),
        pytest.param(draft(reviews={"hr": "我还想多听一点。"}), id="one review missing"),
        pytest.param(
            draft(reviews=dict.fromkeys(("technical", "hr"), " ")),
            id="blank reviews",
        ),
        pytest.param({"summary": "好。"}, id="fields missing"),
    ],
)
async def test_a_draft_that_is_none_is_repaired_or_an_engine_error(bad: object) -> None:
    async with engine_at(data(bad), data(draft())) as (engine, server):
        assert (await engine.conclude(panel_brief())).strengths
        assert len(server.requests) == 2
    async with engine_at(data(bad)) as (engine, server):
        with pytest.raises(EngineError) as raised:
            await engine.conclude(panel_brief())
        assert len(server.requests) == 2
    assert type(raised.value.__cause__) is errors.MalformedError


async def test_prose_instead_of_data_is_an_engine_error() -> None:
    async with engine_at(speech("总的来说，", "表现不错。")) as (engine, _):
        with pytest.raises(EngineError):
            await engine.conclude(panel_brief())
