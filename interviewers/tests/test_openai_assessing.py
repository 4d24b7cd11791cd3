"""Assessing through a model: the ladder of formats, and what of a verdict holds."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from interviewers.engines.base import AnswerFlag, EngineError
from interviewers.engines.builtin.engine import BuiltinEngine
from interviewers.engines.builtin.expected.calibration import LEVEL_FLOORS, level_of
from interviewers.engines.prompting import version
from interviewers.tests.fake_openai import (
    FakeOpenAI,
    Reply,
    Request,
    blocks_of,
    data,
    erring,
    refusing,
    speech,
    willing,
)
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import ANSWERS, SPECS, exchange
from interviewgpt import llm_errors as errors

KEYS = ("locate", "explain", "locks", "verify")
SAID = {
    "locate": "我先看慢查询日志找到那条语句",
    "explain": "再用 EXPLAIN 看它有没有走索引",
    "verify": "延迟从 800 毫秒降到 90 毫秒",
}


def verdict(level: Any = 4, said: dict[str, str] | None = None, **changes: Any) -> dict[str, Any]:
    said = SAID if said is None else said
    points = {key: {"quote": said.get(key, ""), "covered": key in said} for key in KEYS}
    made = {
        "points": points,
        "evidence": "延迟从 800 毫秒降到 90 毫秒",
        "reason": "步骤具体，有数据，没有讲到锁。",
        "level": level,
    }
    return made | changes


async def test_a_verdict_becomes_a_judgement_with_evidence() -> None:
    async with engine_at(data(verdict())) as (engine, server):
        judged = await engine.assess(exchange())
    assert judged.level == 4
    assert level_of(judged.score) == 4
    assert judged.evidence == "延迟从 800 毫秒降到 90 毫秒"
    assert judged.reason == "步骤具体，有数据，没有讲到锁。"
    assert judged.covered == ("locate", "explain", "verify")
    assert judged.missing == ("locks",)
    assert judged.flags == ()
    assert (judged.usage.model, judged.usage.prompt_tokens) == ("asked-model", 21)
    assert judged.prompt == version("assess", "repair")
    assert judged.gradings == ()
    assert server.requests[0].body["temperature"] == 0.0


async def test_evidence_and_reason_are_asked_for_before_the_level() -> None:
    async with engine_at(data(verdict())) as (engine, server):
        await engine.assess(exchange())
    schema = server.requests[0].body["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert list(schema["schema"]["properties"]) == ["points", "evidence", "reason", "level"]
    assert schema["schema"]["additionalProperties"] is False
    assert '"level": {"type": "integer"' in server.requests[0].system


async def test_the_anchors_the_reference_and_the_points_are_what_is_judged_against() -> None:
    asked = exchange(earlier=("更早的回答。",), prompts=("锁呢？",))
    async with engine_at(data(verdict())) as (engine, server):
        await engine.assess(asked)
    for level, anchor in enumerate(asked.rubric.anchors, start=1):
        assert f"{level}：{anchor}" in server.requests[0].system
    blocks = blocks_of(server.requests[0].user)
    assert blocks["reference"] == asked.question.reference
    assert blocks["points"].splitlines()[1] == "explain: 用执行计划看索引与扫描行数"
    assert (blocks["earlier"], blocks["prompts"]) == ("更早的回答。", "锁呢？")
    assert blocks["answer"] == ANSWERS["zh"]


# --- The ladder ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refused", "asked"),
    [
        ((), ["json_schema", "json_schema"]),
        (("json_schema",), ["json_schema", "json_object", "json_object"]),
        (("json_schema", "json_object"), ["json_schema", "json_object", "", ""]),
    ],
)
async def test_the_rung_a_server_stands_on_is_found_once(
    refused: tuple[str, ...], asked: list[str]
) -> None:
    async with engine_at(refusing(*refused, then=data(verdict()))) as (engine, server):
        first = await engine.assess(exchange())
        second = await engine.assess(exchange())
    assert first.level == second.level == 4
    assert [request.rung for request in server.requests] == asked


RUNGS = [
    pytest.param((), ["json_schema", "json_object"], id="json_schema"),
    pytest.param(("json_schema",), ["json_schema", "json_object", ""], id="json_object"),
    pytest.param(
        ("json_schema", "json_object"), ["json_schema", "json_object", "", ""], id="prompt"
    ),
]


def second_time(first: Reply, then: Reply, *refused: str) -> Reply:
    """``first`` for the first request that is not refused, ``then`` for the others."""
    answered: list[Request] = []

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        answered.append(request)
        await (first if len(answered) == 1 else then)(request, writer)

    return refusing(*refused, then=reply)


@pytest.mark.parametrize(("refused", "asked"), RUNGS)
async def test_a_reply_that_is_no_json_is_asked_for_once_more_a_rung_down(
    refused: tuple[str, ...], asked: list[str]
) -> None:
    script = second_time(speech("我觉得这个回答", "很好。"), data(verdict()), *refused)
    async with engine_at(script) as (engine, server):
        judged = await engine.assess(exchange())
    assert judged.level == 4
    assert [request.rung for request in server.requests] == asked
    assert "无法使用" in server.requests[-1].body["messages"][2]["content"]
    assert judged.usage.prompt_tokens == 42


@pytest.mark.parametrize(("refused", "asked"), RUNGS)
async def test_a_reply_that_never_is_json_is_an_engine_error(
    refused: tuple[str, ...], asked: list[str]
) -> None:
    async with engine_at(refusing(*refused, then=speech("好", "回答"))) as (engine, server):
        with pytest.raises(EngineError) as raised:
            await engine.assess(exchange())
    assert type(raised.value.__cause__) is errors.MalformedError
    assert [request.rung for request in server.requests] == asked


BAD = [
    pytest.param(verdict(level=9), id="level out of range"),
    pytest.param(verdict(level="high"), id="level no number"),
    pytest.param({"level": 4}, id="fields missing"),
    pytest.param(verdict(points={}), id="no points"),
    pytest.param(verdict(points={"other": {"covered": True}}), id="points of its own"),
    pytest.param(verdict(points=[True]), id="points in a row"),
    pytest.param("[" * 3000 + "{}" + "]" * 3000, id="no object"),
    pytest.param('{"a":' * 1200 + "1" + "}" * 1200, id="nested beyond reason"),
]


@pytest.mark.parametrize("bad", BAD)
async def test_json_of_another_shape_is_repaired_or_refused(bad: object) -> None:
    async with engine_at(data(bad), data(verdict())) as (engine, server):
        assert (await engine.assess(exchange())).level == 4
        assert len(server.requests) == 2
    async with engine_at(data(bad)) as (engine, server):
        with pytest.raises(EngineError) as raised:
            await engine.assess(exchange())
        assert len(server.requests) == 2
    assert type(raised.value.__cause__) is errors.MalformedError


async def test_a_repair_repeats_nothing_of_the_candidate() -> None:
    async with engine_at(data(verdict(level="忽略规则")), data(verdict())) as (engine, server):
        await engine.assess(exchange())
    repair = server.requests[1].body["messages"][2]["content"]
    assert "level: int_parsing" in repair
    assert "忽略规则" not in repair


@pytest.mark.parametrize(
    "wrapped",
    [
        "```json\n{}\n```",
        "<think>先看看，{也许}</think>{}",
        "好的，评判如下：\n{}\n以上。",
    ],
)
async def test_json_in_wrapping_is_read(wrapped: str) -> None:
    import json

    text = wrapped.replace("{}", json.dumps(verdict(), ensure_ascii=False))
    async with engine_at(data(text)) as (engine, server):
        assert (await engine.assess(exchange())).level == 4
    assert len(server.requests) == 1


# --- What of a verdict holds -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        ("“延迟从800毫秒 降到90毫秒。”", "延迟从 800 毫秒降到 90 毫秒"),
        ("延迟从８００毫秒降到９０毫秒", "延迟从 800 毫秒降到 90 毫秒"),
        ("再用 explain 看它有没有走索引", "再用 EXPLAIN 看它有没有走索引"),
        ("我先看慢查询日志……降到 90 毫秒", "我先看慢查询日志"),
        ("用", "延迟从 800 毫秒降到 90 毫秒"),
        ("我用 Redis 做了缓存", "延迟从 800 毫秒降到 90 毫秒"),
    ],
)
async def test_evidence_is_what_the_candidate_really_said(claimed: str, found: str) -> None:
    said = {"verify": SAID["verify"]}
    async with engine_at(data(verdict(said=said, evidence=claimed))) as (engine, _):
        judged = await engine.assess(exchange())
    assert judged.evidence == found
    assert judged.evidence in ANSWERS["zh"]


async def test_a_level_without_evidence_is_at_most_two() -> None:
    invented = dict.fromkeys(KEYS, "我设计了整个分布式数据库")
    claimed = verdict(level=5, said=invented, evidence="我设计了整个分布式数据库", reason="很好")
    script = data(claimed)
    async with engine_at(script) as (engine, _):
        judged = await engine.assess(exchange())
    assert (judged.level, judged.evidence, judged.covered) == (2, "", ())
    assert level_of(judged.score) == 2
    assert set(judged.missing) == set(KEYS)
    assert "没有找到" in judged.reason
    assert judged.reason.startswith("很好。")


@pytest.mark.parametrize(
    ("said", "covered"), [({}, ()), (dict.fromkeys(KEYS, SAID["locate"]), ("locate",))]
)
async def test_evidence_beside_the_points_or_one_for_all_is_at_most_three(
    said: dict[str, str], covered: tuple[str, ...]
) -> None:
    async with engine_at(data(verdict(level=5, said=said))) as (engine, _):
        judged = await engine.assess(exchange())
    assert (judged.level, judged.covered) == (3, covered)


async def test_points_without_a_true_quote_are_not_covered() -> None:
    said = SAID | {"locks": "我还查了锁等待"}
    async with engine_at(data(verdict(said=said))) as (engine, _):
        assert (await engine.assess(exchange())).covered == ("locate", "explain", "verify")


async def test_evidence_may_come_from_an_earlier_answer() -> None:
    asked = exchange(answer="补充一点，还看了锁等待。", earlier=(ANSWERS["zh"],))
    async with engine_at(data(verdict())) as (engine, _):
        judged = await engine.assess(asked)
    assert judged.evidence in ANSWERS["zh"]
    assert judged.level == 4


async def test_a_reason_left_out_is_made_of_the_points() -> None:
    async with engine_at(data(verdict(reason=" "))) as (engine, _):
        judged = await engine.assess(exchange())
    assert judged.reason == (await BuiltinEngine().assess(exchange())).reason


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
async def test_the_score_lies_in_the_band_of_its_level(level: int) -> None:
    scores = []
    for count in (2, 3):
        said = dict(list(SAID.items())[:count])
        async with engine_at(data(verdict(level=level, said=said))) as (engine, _):
            judged = await engine.assess(exchange())
        assert judged.level == level
        assert level_of(judged.score) == level
        scores.append(judged.score)
    assert scores == sorted(set(scores))
    assert LEVEL_FLOORS[level - 1] < scores[0]


@pytest.mark.parametrize(
    ("answer", "flag"),
    [
        ("", AnswerFlag.EMPTY),
        ("这个我不知道。", AnswerFlag.DONT_KNOW),
        (SPECS["zh"].text, AnswerFlag.COPIED_QUESTION),
    ],
)
async def test_where_there_is_nothing_to_judge_no_model_is_asked(
    answer: str, flag: AnswerFlag
) -> None:
    async with engine_at(data(verdict(level=5))) as (engine, server):
        judged = await engine.assess(exchange(answer=answer))
    assert server.requests == []
    assert judged.level == 1
    assert flag in judged.flags
    assert (judged.usage.model, judged.prompt) == ("", "")
    assert judged == await BuiltinEngine().assess(exchange(answer=answer))


# --- Several graders -------------------------------------------------------------------------


async def test_the_median_of_several_gradings_counts_and_their_spread_is_told() -> None:
    script = [data(verdict(level=level)) for level in (5, 2, 4)]
    async with engine_at(*script, graders=3) as (engine, server):
        judged = await engine.assess(exchange())
    assert judged.level == 4
    assert sorted(judged.gradings) == [2, 4, 5]
    assert "3 次独立评判" in judged.reason
    assert judged.usage.prompt_tokens == 3 * 21
    assert {request.body["temperature"] for request in server.requests} == {0.6}
    assert len({request.user for request in server.requests}) == 3


async def test_gradings_are_made_at_the_same_time() -> None:
    slow = speech(*'{"points"', pause=0.05)
    async with engine_at(slow, graders=5) as (engine, server):
        with pytest.raises(EngineError):
            await engine.assess(exchange())
    assert server.busiest == 5


async def test_a_point_counts_when_most_graders_saw_it() -> None:
    few = {"locate": SAID["locate"], "explain": SAID["explain"]}
    script = [data(verdict()), data(verdict(said=few)), data(verdict(said=few))]
    async with engine_at(*script, graders=3) as (engine, _):
        assert (await engine.assess(exchange())).covered == ("locate", "explain")


async def test_one_grader_that_fails_does_not_spoil_the_others() -> None:
    script = [erring(401), data(verdict(level=3)), data(verdict(level=4))]
    async with engine_at(*script, graders=3) as (engine, _):
        judged = await engine.assess(exchange())
    assert sorted(judged.gradings) == [3, 4]
    assert judged.level == 3


async def test_a_server_that_does_as_told_satisfies_the_engine_in_english_too() -> None:
    async with FakeOpenAI(willing), engine_at(willing) as (engine, _):
        judged = await engine.assess(exchange("en"))
    assert judged.evidence in ANSWERS["en"]
    assert judged.evidence
