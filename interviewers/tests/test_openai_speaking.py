"""Speaking through a model: streaming first, then everything that can go wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from time import monotonic

import pytest

from interviewers.engines.base import Brief, EngineError, MessageKind, Piece
from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import (
    FakeOpenAI,
    Reply,
    Request,
    breaking,
    chunk,
    erring,
    error_event,
    html,
    redirecting,
    refusing,
    silent,
    speech,
    stalling,
    stream,
)
from interviewers.tests.openai_engine import QUICK, engine_at
from interviewers.tests.samples import brief
from interviewgpt import llm_errors as errors
from interviewgpt.llm import LLM

FINE = speech("你好，", "请说。")


async def hear(engine: OpenAIEngine, into: list[Piece]) -> None:
    """What is said up to a failure is kept."""
    async for piece in engine.speak(brief(MessageKind.HINT)):
        into.append(piece)  # noqa: PERF401 - a comprehension would lose it


async def pieces_of(engine: OpenAIEngine, asked: Brief | None = None) -> list[Piece]:
    return [piece async for piece in engine.speak(asked or brief(MessageKind.HINT))]


async def test_what_the_model_says_is_streamed_with_its_usage_last() -> None:
    async with engine_at(speech("好的。", "线上的 SQL", "变慢了，", "怎么查？")) as (engine, _):
        pieces = await pieces_of(engine)
    assert "".join(piece.text for piece in pieces) == "好的。线上的 SQL变慢了，怎么查？"
    assert all(piece.usage is None for piece in pieces[:-1])
    usage = pieces[-1].usage
    assert usage is not None
    assert (usage.model, usage.prompt_tokens, usage.completion_tokens) == ("asked-model", 21, 7)
    assert usage.milliseconds >= 0


async def test_the_first_piece_does_not_wait_and_the_rest_is_gathered() -> None:
    async with engine_at(speech(*"一二三四五六七八九十" * 4, pause=0.01)) as (engine, _):
        began = monotonic()
        spoken_at = engine.speak(brief(MessageKind.HINT))
        times = [(monotonic() - began, piece.text) async for piece in spoken_at]
    spoken = [text for _, text in times if text]
    assert spoken[0] == "一"
    assert times[0][0] < times[-1][0] / 2
    # Forty characters in about 0.4 s come as about ten pieces, fewer on a busy machine, not as forty.
    assert 2 <= len(spoken) <= 30
    assert "".join(spoken) == "一二三四五六七八九十" * 4


async def test_words_before_a_silence_are_not_held_until_it_ends() -> None:
    heard = asyncio.Event()

    async def words(request: Request, writer: asyncio.StreamWriter) -> None:
        async def word_by_word() -> AsyncIterator[object]:
            for word in "一二三":
                yield chunk({"content": word})
                await heard.wait()
                heard.clear()
            yield chunk(finish="stop")

        await stream(word_by_word())(request, writer)

    async with engine_at(words, stall=20.0, deadline=50.0) as (engine, _):
        said = []
        async for piece in engine.speak(brief(MessageKind.HINT)):
            said.append(piece.text)
            heard.set()
    assert said == ["一", "二", "三", ""]


async def test_a_listener_that_leaves_closes_the_connection() -> None:
    async with engine_at(speech(*"一二三四五" * 20, pause=0.02)) as (engine, server):
        spoken = engine.speak(brief(MessageKind.HINT))
        assert (await anext(spoken)).text == "一"
        await spoken.aclose()  # type: ignore[attr-defined]
        assert asyncio.all_tasks() - server._open <= {asyncio.current_task()}


async def test_thoughts_and_unstorable_characters_are_not_spoken() -> None:
    said = speech("<th", "ink>这题要先问索引", "</think>\n\n你好\x00，\ud842", "\udfb7请说。\n\n")
    async with engine_at(said) as (engine, _):
        pieces = await pieces_of(engine)
    assert "".join(piece.text for piece in pieces) == "你好，𠮷请说。"


async def test_the_server_gets_the_key_the_model_and_the_temperature() -> None:
    async with engine_at(FINE) as (engine, server):
        await pieces_of(engine)
    body = server.requests[0].body
    assert server.requests[0].headers["authorization"] == "Bearer key"
    assert (body["model"], body["stream"], body["temperature"]) == ("asked-model", True, 0.6)


async def test_a_server_of_ones_own_needs_no_key() -> None:
    async with engine_at(FINE, api_key="") as (engine, server):
        await pieces_of(engine)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("refused", "requests"),
    [
        (("stream_options",), 2),
        (("temperature",), 2),
        (("max_tokens",), 2),
        (("max_tokens", "max_completion_tokens"), 3),
        (("stream_options", "temperature", "max_tokens", "max_completion_tokens"), 5),
    ],
)
@pytest.mark.parametrize("named", [True, False])
async def test_a_server_that_refuses_a_parameter_is_asked_without_it_from_then_on(
    refused: tuple[str, ...], requests: int, named: bool
) -> None:
    async with engine_at(refusing(*refused, then=FINE, named=named)) as (engine, server):
        first = await pieces_of(engine)
        tried = len(server.requests)
        second = await pieces_of(engine)
    assert "".join(p.text for p in first) == "".join(p.text for p in second) == "你好，请说。"
    assert tried <= (requests if named else 5)
    assert len(server.requests) == tried + 1
    assert not set(refused) & set(server.requests[-1].body)


async def test_what_did_not_help_is_not_remembered() -> None:
    async with engine_at(*[erring(400)] * 5, FINE) as (engine, server):
        with pytest.raises(EngineError):
            await pieces_of(engine)
        assert len(server.requests) == 5
        await pieces_of(engine)
    assert {"stream_options", "temperature", "max_tokens"} <= set(server.requests[-1].body)


# --- Before the first word: tried again ------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        pytest.param(erring(429), 0.5, id="429"),
        pytest.param(erring(429, Retry_After="0.3"), 0.8, id="429 in seconds"),
        pytest.param(erring(429, Retry_After="Mon, 01 Jan 2024 00:00:00 GMT"), 0.5, id="429 date"),
        pytest.param(erring(500), 0.5, id="500"),
        pytest.param(html(502), 0.5, id="502 with a page"),
        pytest.param(html(200), 0.5, id="200 with a page"),
        pytest.param(silent(0.1), 0.7, id="closed without a word"),
        pytest.param(silent(5), 1.0, id="slow first byte"),
        pytest.param(breaking(), 0.7, id="broken before a word"),
        pytest.param(stream("data: {not json"), 0.5, id="malformed event"),
        pytest.param(stream(b"data: \xff\xfe".decode("latin-1")), 0.5, id="event in no encoding"),
        pytest.param(error_event(), 0.5, id="error event"),
        pytest.param(stream(), 0.5, id="nothing but the end"),
        pytest.param(speech(), 0.5, id="empty text"),
        pytest.param(speech(" \n ", "\n"), 0.5, id="blank text"),
        pytest.param(stream("data: null", "data: []", 'data: "x"'), 0.5, id="no chunks"),
        pytest.param(stream(chunk(), "data: " + "[" * 100_000), 0.5, id="nested beyond reason"),
        pytest.param(stream('data: {"choices": [null]}', 'data: {"choices": 5}'), 0.5, id="odd"),
    ],
)
async def test_a_fault_before_the_first_word_is_overcome(fault: Reply, seconds: float) -> None:
    async with engine_at(fault, FINE) as (engine, server):
        await engine._llm._line()
        began = monotonic()
        pieces = await pieces_of(engine)
        took = monotonic() - began
    assert "".join(piece.text for piece in pieces) == "你好，请说。"
    assert len(server.requests) == 2
    assert took < seconds + 5


@pytest.mark.parametrize("asked", [{"Retry_After": "0.4"}, {"Retry_After_Ms": "400"}])
async def test_as_long_is_waited_as_the_server_asks_for(asked: dict[str, str]) -> None:
    """By itself the second attempt would come after a hundredth of a second."""
    async with engine_at(erring(429, **asked), FINE) as (engine, server):
        await engine._llm._line()
        began = monotonic()
        pieces = await pieces_of(engine)
        took = monotonic() - began
    assert "".join(piece.text for piece in pieces) == "你好，请说。"
    assert len(server.requests) == 2
    assert took >= 0.4


# --- For good: in bounded time, and never after a word was given out --------------------------


@pytest.mark.parametrize(
    ("fault", "cause", "heard", "requests"),
    [
        pytest.param(erring(401), errors.AuthError, "", 1, id="401"),
        pytest.param(erring(403), errors.AuthError, "", 1, id="403"),
        pytest.param(erring(404), errors.RejectedError, "", 1, id="no such model"),
        *(
            pytest.param(redirecting(status), errors.RejectedError, "", 1, id=f"{status} to itself")
            for status in (301, 302, 303, 307, 308)
        ),
        pytest.param(erring(429), errors.RateLimitedError, "", 4, id="429"),
        pytest.param(
            erring(429, Retry_After="60"), errors.RateLimitedError, "", 1, id="429 for too long"
        ),
        pytest.param(
            erring(429, {"error": {"message": "no", "code": "insufficient_quota"}}),
            errors.RateLimitedError,
            "",
            1,
            id="quota used up",
        ),
        pytest.param(erring(500), errors.ServerFailedError, "", 4, id="500"),
        pytest.param(html(502), errors.ServerFailedError, "", 4, id="502 with a page"),
        pytest.param(html(200), errors.MalformedError, "", 4, id="200 with a page"),
        pytest.param(silent(9), errors.StalledError, "", None, id="slow first byte"),
        pytest.param(
            stalling("你好", seconds=9), errors.StalledError, "你好", 1, id="stall in mid-stream"
        ),
        pytest.param(breaking("你好"), errors.ConnectionFailedError, "你好", 1, id="broken stream"),
        pytest.param(
            speech("你好", finish=None), errors.UnfinishedError, "你好", 1, id="no finish reason"
        ),
        pytest.param(
            stream(chunk({"content": "你好"}), "data: {oops"),
            errors.MalformedError,
            "你好",
            1,
            id="malformed event",
        ),
        pytest.param(error_event("你好"), errors.ServerFailedError, "你好", 1, id="error event"),
        pytest.param(
            speech("你好", finish="length"), errors.CutShortError, "你好", 1, id="length cut"
        ),
        pytest.param(speech(finish="length"), errors.CutShortError, "", 1, id="only thoughts"),
        pytest.param(
            speech("请", "好" * 2000), errors.CutShortError, "请", 1, id="longer than speech is"
        ),
        pytest.param(
            speech("你好", finish="content_filter"), errors.RefusalError, "你好", 1, id="filtered"
        ),
        pytest.param(
            stream(chunk({"refusal": "I cannot"}), chunk(finish="stop")),
            errors.RefusalError,
            "",
            1,
            id="refusal",
        ),
        pytest.param(speech(), errors.EmptyError, "", 4, id="empty text"),
    ],
)
async def test_a_fault_that_stays_is_an_engine_error_in_bounded_time(
    fault: Reply, cause: type[Exception], heard: str, requests: int | None
) -> None:
    async with engine_at(fault) as (engine, server):
        await engine._llm._line()
        began = monotonic()
        pieces: list[Piece] = []
        with pytest.raises(EngineError) as raised:
            await hear(engine, pieces)
        took = monotonic() - began
    assert not any(piece.usage for piece in pieces)
    assert type(raised.value.__cause__) is cause
    assert heard.startswith("".join(piece.text for piece in pieces))
    assert bool(pieces) == bool(heard)
    assert took < QUICK.deadline + 5
    if requests is not None:
        assert len(server.requests) == requests


async def test_nobody_listening_is_an_engine_error() -> None:
    async with FakeOpenAI(FINE) as server:
        url = server.url
    engine = OpenAIEngine(LLM(replace(QUICK, base_url=url)))
    with pytest.raises(EngineError) as raised:
        await pieces_of(engine)
    await engine.close()
    assert type(raised.value.__cause__) is errors.ConnectionFailedError


async def test_a_key_no_header_can_carry_is_told_as_such() -> None:
    async with engine_at(FINE, api_key="密钥") as (engine, server):
        with pytest.raises(EngineError) as raised:
            await pieces_of(engine)
    assert type(raised.value.__cause__) is errors.AuthError
    assert server.requests == []


async def test_the_log_gets_neither_pages_nor_keys() -> None:
    body = {"error": {"message": "Incorrect API key provided: key-of-ours", "code": "bad_key"}}
    async with engine_at(erring(401, body)) as (engine, _):
        with pytest.raises(EngineError) as raised:
            await pieces_of(engine)
    assert "key-of-ours" not in str(raised.value)
    async with engine_at(html(502)) as (engine, _):
        with pytest.raises(EngineError) as raised:
            await pieces_of(engine)
    assert "<p>" not in str(raised.value)
    assert raised.value.__cause__ is not None
    assert raised.value.__cause__.__suppress_context__


@pytest.mark.parametrize("head", [b"", b"NONSENSE 200\r\n\r\n"], ids=["hangs up", "no HTTP"])
async def test_a_connection_that_breaks_is_no_timeout_and_tells_no_key(head: bytes) -> None:
    async def broken(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        await writer.drain()

    async with engine_at(broken, api_key="key-of-ours", deadline=50.0) as (engine, _):
        with pytest.raises(EngineError) as raised:
            await pieces_of(engine)
    assert type(raised.value.__cause__) is errors.ConnectionFailedError
    assert "headers" not in str(raised.value)
    assert "key-of-ours" not in str(raised.value)


async def test_drops_of_words_do_not_outlast_the_deadline() -> None:
    async with engine_at(speech(*"慢" * 100, pause=0.3), deadline=1.0) as (engine, _):
        await engine._llm._line()
        began = monotonic()
        with pytest.raises(EngineError):
            await pieces_of(engine)
        assert monotonic() - began < 8


async def test_usage_that_never_comes_does_not_hold_the_text_back() -> None:
    said = stream(chunk({"content": "你好。"}), chunk(finish="stop"), done=False, hang=9)
    async with engine_at(said, deadline=9) as (engine, _):
        await engine._llm._line()
        began = monotonic()
        pieces = await pieces_of(engine)
        assert monotonic() - began < 4
    assert "".join(piece.text for piece in pieces) == "你好。"


async def test_no_more_calls_at_the_same_time_than_set() -> None:
    async with engine_at(speech("你", "好", pause=0.05), concurrency=2) as (engine, server):
        spoken = await asyncio.gather(*(pieces_of(engine) for _ in range(6)))
    assert ["".join(p.text for p in pieces) for pieces in spoken] == ["你好"] * 6
    assert server.busiest == 2
