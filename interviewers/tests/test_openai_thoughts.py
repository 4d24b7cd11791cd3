"""What stands in a reply beside the words to be said: thoughts, other replies, orders to a screen."""

from __future__ import annotations

import json

import pytest

from interviewers.engines.base import EngineError, Fault, MessageKind, Piece
from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import Reply, chunk, data, speech, stream
from interviewers.tests.openai_engine import patient_engine_at as engine_at
from interviewers.tests.samples import brief, exchange
from interviewers.tests.test_openai_assessing import verdict

SECRET = "秘密的想法"


async def said_by(engine: OpenAIEngine) -> list[str]:
    return [p.text async for p in engine.speak(brief(MessageKind.HINT)) if p.text]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(speech(f"<think>{SECRET}</think>你好，", "请说。"), id="at the beginning"),
        pytest.param(
            speech(f"<THINKING>{SECRET}", "</Thinking>你好，", "请说。"), id="in capitals"
        ),
        pytest.param(
            speech("你好，", "<thinking>", SECRET, "</thinking>请说。"), id="in the middle"
        ),
        pytest.param(
            speech("你好，<", "reason", f"ing>{SECRET}</reas", "oning>请说。"), id="cut up"
        ),
        pytest.param(speech("你好，请说。", f"<think>{SECRET}"), id="at the end, without an end"),
        pytest.param(speech(f"{SECRET}</think>", "你好，", "请说。"), id="begun in the prompt"),
        pytest.param(speech(f"{SECRET}</think>你好，请说。"), id="all in one piece"),
    ],
)
async def test_a_thought_is_not_spoken_wherever_it_stands(reply: Reply) -> None:
    async with engine_at(reply) as (engine, server):
        assert "".join(await said_by(engine)) == "你好，请说。"
    assert len(server.requests) == 1


async def test_what_only_looks_like_a_tag_is_spoken() -> None:
    text = "a < b，<div>一块</div>，List<Thing> 和 x <"
    async with engine_at(speech(*text)) as (engine, _):
        assert "".join(await said_by(engine)) == text


async def test_a_thought_that_was_given_before_its_end_came_is_a_failure_only_once() -> None:
    thinking = speech(SECRET, "，嗯", "</think>", "你好，", "请说。")
    async with engine_at(thinking) as (engine, server):
        with pytest.raises(EngineError) as raised:
            await said_by(engine)
        assert raised.value.fault is Fault.UNFIT
        for _ in range(2):
            assert "".join(await said_by(engine)) == "你好，请说。"
        server.script = [speech("不想", "了。")]
        # It has to be waited for what such a server says, until it has shown that it stopped.
        assert [len(await said_by(engine)) for _ in range(4)] == [1, 1, 1, 2]
    assert len(server.requests) == 7


async def test_a_judgement_tells_before_anything_is_spoken_how_the_server_thinks() -> None:
    judging = speech(f"{SECRET}，{{也许}}", "</think>", json.dumps(verdict()))
    async with engine_at(judging, speech(SECRET, "</think>", "你好")) as (engine, _):
        assert (await engine.assess(exchange())).level == 4
        assert await said_by(engine) == ["你好"]


async def test_a_long_thought_before_data_is_no_reply_that_is_too_long() -> None:
    thought = [SECRET * 100] * 30
    async with engine_at(speech(*thought, "</think>", json.dumps(verdict()))) as (engine, server):
        assert (await engine.assess(exchange())).level == 4
    assert len(server.requests) == 1


async def test_tags_inside_of_data_are_data() -> None:
    made = verdict(reason="提到了 <think> 与 </think> 两个标记。")
    async with engine_at(data(made)) as (engine, server):
        assert (await engine.assess(exchange())).reason == made["reason"]
    assert len(server.requests) == 1


async def test_of_several_replies_in_one_the_first_counts() -> None:
    first, other = {"content": "你好，"}, {"content": "OTHER"}
    both = chunk(first)
    both["choices"] = [*chunk(other, index=1)["choices"], *both["choices"]]
    reply = stream(
        both,
        chunk(other, index=1),
        chunk(finish="stop", index=1),
        chunk({"content": "请说。"}),
        chunk(finish="stop"),
    )
    async with engine_at(reply) as (engine, _):
        assert "".join(await said_by(engine)) == "你好，请说。"


async def test_what_a_screen_would_obey_is_taken_out() -> None:
    pieces = [
        "\x1b[31m你\x1b", "[0m好\x1b]8;;http://x.exam", "ple\x1b", "\\，\u202e请\u2066说\x07\x9b2J。",
        "\u200b𠮷\x1b(", "B\ufeff", "\u061c",
    ]  # fmt: skip
    async with engine_at(speech(*pieces)) as (engine, _):
        assert "".join(await said_by(engine)) == "你好，请说。𠮷"


async def test_texts_of_a_judgement_are_cleaned_too() -> None:
    made = verdict(reason="步骤\u202e具体\x1b[31m，有数据\x1b[0m。")
    async with engine_at(data(made)) as (engine, _):
        assert (await engine.assess(exchange())).reason == "步骤具体，有数据。"


async def test_a_piece_is_given_before_the_next_one_comes() -> None:
    async with engine_at(speech("你好", "，请说。", pause=0.3)) as (engine, _):
        spoken = engine.speak(brief(MessageKind.HINT))
        assert (await anext(spoken)) == Piece("你好")
        await spoken.aclose()  # type: ignore[attr-defined]
