"""What models write beside the agreed shape, and servers beside the protocol, and what is made of it."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from interviewers.engines.base import EngineError, MessageKind
from interviewers.tests.fake_openai import Reply, Request, chunk, data, speech, stream
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import brief, exchange, panel_brief
from interviewers.tests.test_openai_assessing import SAID, verdict
from interviewers.tests.test_openai_concluding import draft
from interviewgpt import llm_errors as errors

SAFE = "谢谢你的回答。"
QUOTE = "延迟从 800 毫秒降到 90 毫秒"


def with_point(key: str, entry: object) -> dict[str, Any]:
    made = verdict()
    return made | {"points": made["points"] | {key: entry}}


def as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(verdict(level="4/5"), id="level of five"),
        pytest.param(verdict(level="Level 4"), id="level in words"),
        pytest.param(verdict(level="4级"), id="level in Chinese"),
        pytest.param(with_point("locks", {"quote": None, "covered": False}), id="null quote"),
        pytest.param(with_point("locks", None), id="null point"),
        pytest.param(
            with_point("locate", {"quote": [SAID["locate"]], "covered": True}), id="quotes in a row"
        ),
        pytest.param(verdict(evidence=[QUOTE, "没有人说过的话"]), id="evidence in a row"),
        pytest.param({"verdict": verdict()}, id="under its name"),
        pytest.param("根据 {得分点} 来看：" + as_text(verdict()), id="braces before"),
        pytest.param(as_text(verdict()) + "\n以上是 {结果}。", id="braces behind"),
        pytest.param(as_text({"level": 1}) + "\n" + as_text(verdict()), id="a draft before"),
    ],
)
async def test_what_is_meant_is_read_without_a_second_call(said: object) -> None:
    async with engine_at(data(said)) as (engine, server):
        judged = await engine.assess(exchange())
    assert len(server.requests) == 1
    assert (judged.level, judged.evidence) == (4, QUOTE)
    assert judged.covered == ("locate", "explain", "verify")


async def test_a_null_for_reason_or_evidence_is_nothing_said() -> None:
    async with engine_at(data(verdict(reason=None, evidence=None))) as (engine, server):
        judged = await engine.assess(exchange())
    assert len(server.requests) == 1
    assert judged.level == 4
    assert judged.reason
    assert judged.evidence in SAID.values()


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(verdict(level=True), id="level is yes"),
        pytest.param(verdict(level="3 or 4"), id="two levels"),
        pytest.param(verdict(level="6/5"), id="no level"),
        pytest.param(as_text(verdict())[:-1] + ",}", id="a comma too many"),
        pytest.param("{" * 3000 + '"' * 3000, id="nothing but marks"),
    ],
)
async def test_what_may_mean_anything_is_asked_for_again(said: object) -> None:
    async with engine_at(data(said), data(verdict(level=3))) as (engine, server):
        assert (await engine.assess(exchange())).level == 3
    assert len(server.requests) == 2


async def test_a_list_left_null_is_empty_and_nothing_is_told_twice() -> None:
    praise = {"item": 1, "text": "排查步骤清楚。", "quote": None}
    advice = {"item": 2, "text": "先说你了解到的业务。"}
    written = draft(strengths=[praise] * 3, improvements=[advice] * 2, better=None, next_steps=None)
    async with engine_at(data(written)) as (engine, server):
        report = await engine.conclude(panel_brief())
    assert len(server.requests) == 1
    assert report.strengths == ("实践能力：排查步骤清楚。",)
    assert report.improvements == ("求职动机：先说你了解到的业务。",)
    assert report.next_steps


async def test_words_may_come_in_parts_some_of_which_are_thoughts() -> None:
    thought = [{"type": "thinking", "thinking": [{"type": "text", "text": "想一想"}]}]
    said = [{"type": "text", "text": SAFE}, {"type": "text", "text": None}, "odd"]
    reply = stream(chunk({"content": thought}), chunk({"content": said}), chunk(finish="stop"))
    async with engine_at(reply) as (engine, _):
        spoken = [piece.text async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert "".join(spoken) == SAFE


@pytest.mark.parametrize(
    ("finish", "cause"),
    [
        ("max_tokens", errors.CutShortError),
        ("MAX_TOKENS", errors.CutShortError),
        ("model_length", errors.CutShortError),
        ("SAFETY", errors.RefusalError),
        ("error", errors.ServerFailedError),
        ("abort", errors.ServerFailedError),
    ],
)
async def test_other_makers_reasons_to_end_are_known(
    finish: str, cause: type[errors.LLMError]
) -> None:
    async with engine_at(speech(SAFE, finish=finish)) as (engine, _):
        with pytest.raises(EngineError) as raised:
            [piece async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert type(raised.value.__cause__) is cause


def answering(value: object, kind: str = "application/json") -> Reply:
    """A reply in one piece, of a server that knows of no streams."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        content = json.dumps(value).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n"
        writer.write(f"{head}Connection: close\r\n\r\n".encode() + content)
        await writer.drain()

    return reply


def completion(text: str, finish: str = "stop") -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    usage = {"prompt_tokens": 21, "completion_tokens": 7}
    return {
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": usage,
    }


async def test_a_stream_that_ends_with_all_that_was_said_is_heard_once() -> None:
    last = completion(SAFE) | {"object": "chat.completion"}
    reply = stream(chunk({"content": SAFE[:4]}), chunk({"content": SAFE[4:]}), last)
    async with engine_at(reply) as (engine, _):
        spoken = [piece.text async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert "".join(spoken) == SAFE


async def test_a_server_without_streams_is_heard_and_judges() -> None:
    async with engine_at(answering(completion(SAFE))) as (engine, server):
        spoken = [piece async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert "".join(piece.text for piece in spoken) == SAFE
    usage = spoken[-1].usage
    assert usage is not None
    assert (usage.prompt_tokens, usage.completion_tokens) == (21, 7)
    assert len(server.requests) == 1
    async with engine_at(answering(completion(as_text(verdict())))) as (engine, _):
        assert (await engine.assess(exchange())).level == 4


@pytest.mark.parametrize(
    ("reply", "cause"),
    [
        (answering(completion(SAFE, "length")), errors.CutShortError),
        (answering(completion("")), errors.EmptyError),
        (answering({"error": {"message": "overloaded"}}), errors.ServerFailedError),
        (answering({"status": "ok"}), errors.UnfinishedError),
        (answering("x" * 1_100_000), errors.MalformedError),
        (answering(completion(SAFE), "text/html"), errors.MalformedError),
    ],
)
async def test_what_such_a_server_may_say_instead(
    reply: Reply, cause: type[errors.LLMError]
) -> None:
    async with engine_at(reply) as (engine, _):
        with pytest.raises(EngineError) as raised:
            [piece async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert type(raised.value.__cause__) is cause


async def test_a_failure_before_the_first_word_is_tried_again() -> None:
    async with engine_at(speech(finish="error"), speech(SAFE, finish="eos")) as (engine, server):
        spoken = [piece.text async for piece in engine.speak(brief(MessageKind.CLOSING))]
    assert "".join(spoken) == SAFE
    assert len(server.requests) == 2
