"""What goes wrong while data is asked for, what it is called and what it cost; and a model that is
left alone because it is down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviewers.engines.base import EngineError, Fault, MessageKind, Usage
from interviewers.engines.openai import OpenAIEngine
from interviewers.tests.fake_openai import (
    FakeOpenAI,
    Reply,
    breaking,
    chunk,
    data,
    erring,
    error_event,
    html,
    silent,
    speech,
    stalling,
    stream,
    willing,
)
from interviewers.tests.openai_engine import PATIENT, QUICK, engine_at
from interviewers.tests.samples import brief, exchange
from interviewers.tests.test_openai_assessing import verdict
from interviewgpt import llm_errors as errors
from interviewgpt.llm import LLM
from interviewgpt.llm_terms import LLMConfig


def patience_for(request: pytest.FixtureRequest) -> LLMConfig:
    """Little where the fault is silence; the others must not be taken for it on a busy machine."""
    name = request.node.callspec.id
    return replace(QUICK, deadline=50.0) if name in ("slow first byte", "stall") else PATIENT


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(erring(429), id="429"),
        pytest.param(erring(429, Retry_After="0.1"), id="429 for a moment"),
        pytest.param(erring(503), id="503"),
        pytest.param(html(502), id="502 with a page"),
        pytest.param(html(200), id="200 with a page"),
        pytest.param(silent(99), id="slow first byte"),
        pytest.param(stalling('{"points": [', seconds=99), id="stall"),
        pytest.param(breaking('{"points": ['), id="broken stream"),
        pytest.param(stream(chunk({"content": "{"}), "data: {oops"), id="malformed event"),
        pytest.param(error_event('{"points": ['), id="error event"),
        pytest.param(speech('{"points": [', finish=None), id="no finish reason"),
        pytest.param(speech(), id="empty"),
    ],
)
async def test_nothing_is_visible_so_a_passing_fault_is_overcome(
    fault: Reply, request: pytest.FixtureRequest
) -> None:
    patience = patience_for(request)
    async with engine_at(fault, data(verdict()), patience=patience) as (engine, server):
        judged = await engine.assess(exchange())
    assert judged.level == 4
    assert len(server.requests) == 2
    assert judged.usage.calls == 2


@pytest.mark.parametrize(
    ("reply", "cause"),
    [
        pytest.param(erring(401), errors.AuthError, id="401"),
        pytest.param(erring(404), errors.RejectedError, id="no such model"),
        pytest.param(erring(429), errors.RateLimitedError, id="429"),
        pytest.param(erring(429, Retry_After="60"), errors.RateLimitedError, id="429 for too long"),
        pytest.param(erring(500), errors.ServerFailedError, id="500"),
        pytest.param(html(502), errors.ServerFailedError, id="502 with a page"),
        pytest.param(html(200), errors.MalformedError, id="200 with a page"),
        pytest.param(silent(99), errors.StalledError, id="slow first byte"),
        pytest.param(stalling("{", seconds=99), errors.StalledError, id="stall"),
        pytest.param(breaking("{"), errors.ConnectionFailedError, id="broken stream"),
        pytest.param(
            stream(chunk({"content": "{"}), "data: {oops"),
            errors.MalformedError,
            id="malformed event",
        ),
        pytest.param(error_event("{"), errors.ServerFailedError, id="error event"),
        pytest.param(speech("{", finish=None), errors.UnfinishedError, id="no finish reason"),
        pytest.param(speech("{", finish="length"), errors.CutShortError, id="length cut"),
        pytest.param(speech("{" * 9_000), errors.CutShortError, id="without end"),
        pytest.param(speech("{", finish="content_filter"), errors.RefusalError, id="filtered"),
        pytest.param(
            stream(chunk({"refusal": "I cannot"}), chunk(finish="stop")),
            errors.RefusalError,
            id="refusal",
        ),
        pytest.param(speech(), errors.EmptyError, id="empty"),
        pytest.param(data("no data"), errors.MalformedError, id="no data"),
    ],
)
async def test_a_fault_that_stays_is_an_engine_error_with_its_price(
    reply: Reply, cause: type[errors.LLMError], request: pytest.FixtureRequest
) -> None:
    async with engine_at(reply, patience=patience_for(request)) as (engine, server):
        with pytest.raises(EngineError) as raised:
            await engine.assess(exchange())
    assert type(raised.value.__cause__) is cause
    assert raised.value.fault == cause.reason
    assert raised.value.usage.model == "asked-model"
    assert raised.value.usage.calls >= len(server.requests) >= 1


async def test_what_a_failure_cost_is_known_as_far_as_the_server_told() -> None:
    async with engine_at(data("no data"), patience=PATIENT) as (engine, _):
        with pytest.raises(EngineError) as raised:
            await engine.assess(exchange())
    usage = raised.value.usage
    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens, usage.tokens) == (
        2,
        42,
        14,
        56,
    )


def test_every_failure_has_a_word_that_may_be_told() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.LLMError)
    ]
    assert len(kinds) == 14
    assert {Fault(kind.reason) for kind in kinds} == set(Fault) - {Fault.USED_UP}


# --- A model that is down --------------------------------------------------------------------


async def test_a_model_that_is_down_is_left_alone_and_tried_once_in_a_while() -> None:
    now = 0.0
    async with FakeOpenAI(erring(500)) as server:
        config = replace(PATIENT, base_url=server.url, rest=30.0)
        llm = LLM(config, clock=lambda: now)
        engine = OpenAIEngine(llm)

        async def asked() -> int:
            """Speak; how many requests that took. A failure is part of it."""
            before = len(server.requests)
            try:
                async for _ in engine.speak(brief(MessageKind.QUESTION)):
                    pass
            except EngineError as error:
                faults.append(error.fault)
            return len(server.requests) - before

        faults: list[Fault] = []
        assert [await asked() for _ in range(4)] == [4, 4, 0, 0]
        assert faults[2:] == [Fault.RESTING, Fault.RESTING]
        with pytest.raises(EngineError) as raised:
            await engine.assess(exchange())
        assert (raised.value.fault, raised.value.usage.calls) == (Fault.RESTING, 0)
        now += 30
        assert [await asked() for _ in range(2)] == [1, 0]
        now += 30
        assert await asked() == 0
        now += 30
        server.script = [willing]
        faults.clear()
        assert [await asked() for _ in range(3)] == [1, 1, 1]
        assert faults == []
        await llm.close()


@pytest.mark.parametrize(
    ("reply", "heard"),
    [
        pytest.param(speech("好的，", "go on.", usage=None), 4, id="told nothing"),
        pytest.param(breaking("好的"), 2, id="broken before it told"),
    ],
)
async def test_what_a_server_does_not_count_is_reckoned(reply: Reply, heard: int) -> None:
    """Else nothing would ever come up to the limit of an interview."""
    async with engine_at(reply, patience=PATIENT) as (engine, server):
        usage = Usage()
        try:
            async for piece in engine.speak(brief(MessageKind.HINT)):
                usage = piece.usage or usage
        except EngineError as error:
            usage = error.usage
    sent = sum(len(request.system + request.user) for request in server.requests)
    assert sent / 4 < usage.prompt_tokens < sent
    assert usage.completion_tokens == heard


async def test_what_no_call_can_cost_is_not_believed() -> None:
    """A database would not take it, and the turn would be lost with it."""
    async with engine_at(speech("Go on.", usage=(2**63, -1)), patience=PATIENT) as (engine, _):
        usage = [piece.usage async for piece in engine.speak(brief(MessageKind.HINT, "en"))][-1]
    assert usage is not None
    assert (usage.prompt_tokens, usage.completion_tokens) == (100_000_000, 0)
