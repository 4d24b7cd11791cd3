"""Whole turns, and ends, on a model that fails: the built-in engine takes over, or an error that
can be tried again. All faults at once, one interview each, against a server that really has them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from feedback.models import Assessment, Feedback
from interviewers.tests.fake_openai import (
    FakeOpenAI,
    Reply,
    Request,
    blocks_of,
    breaking,
    chunk,
    data,
    erring,
    error_event,
    html,
    redirecting,
    refusing,
    silent,
    speech,
    stalling,
    stream,
    willing,
)
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviews import services
from interviews.models import Interview
from interviews.runner import runner
from interviews.tests.support import DONT_KNOW, create, sit

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我会先看慢查询日志，再用 EXPLAIN 确认索引，最后压测验证，延迟从 800 毫秒降到 90 毫秒。"
NOTHING = DONT_KNOW["zh"]
"""Settled without a model: what fails then is what comes after the judgement."""
HALF = "好的，我们接着"


async def reciting(request: Request, writer: asyncio.StreamWriter) -> None:
    """Some words, then the directions."""
    cut = [request.system[place : place + 9] for place in range(0, 400, 9)]
    await speech(HALF, *cut)(request, writer)


BEFORE_A_WORD: dict[str, tuple[Reply, str]] = {
    "401": (erring(401), "unauthorized"),
    "429": (erring(429), "rate_limited"),
    "429 for too long": (erring(429, Retry_After="60"), "rate_limited"),
    "429 for a moment": (erring(429, Retry_After="0.1"), "rate_limited"),
    "500": (erring(500), "server_error"),
    "502 with a page": (html(502), "server_error"),
    "200 with a page": (html(200), "malformed"),
    "slow first byte": (silent(60), "timeout"),
    "malformed event": (stream("data: {oops"), "malformed"),
    "refusal": (stream(chunk({"refusal": "I cannot"}), chunk(finish="stop")), "refused"),
    "empty": (speech(), "empty"),
    "sent back to itself": (redirecting(307), "rejected"),
    "another language": (speech("Please go on and tell me more."), "unfit"),
}
IN_MID_STREAM: dict[str, tuple[Reply, str]] = {
    "stall": (stalling(HALF, seconds=60), "timeout"),
    "broken stream": (breaking(HALF), "unreachable"),
    "no finish reason": (speech(HALF, finish=None), "unfinished"),
    "malformed event after words": (
        stream(chunk({"content": HALF}), "data: {oops"),
        "malformed",
    ),
    "error event": (error_event(HALF), "server_error"),
    "length cut": (speech(HALF, finish="length"), "cut_short"),
    "filtered": (speech(HALF, finish="content_filter"), "refused"),
    "directions": (reciting, "unfit"),
}
FAULTS = BEFORE_A_WORD | IN_MID_STREAM
NO_DATA: dict[str, tuple[Reply, str]] = {
    "no JSON": (speech("回答得不错"), "malformed"),
    "another shape": (data({"level": 9}), "malformed"),
}
KINDS = ["401", "500", "200 with a page", "slow first byte", "refusal", "stall", "length cut"]
"""One fault of each kind, for what is judged and concluded; all have their tests in
`test_openai_assessing`."""
DATA = {name: FAULTS[name] for name in KINDS} | NO_DATA
REASONS = {name: reason for name, (_, reason) in (FAULTS | NO_DATA).items()}


SILENCE = {"slow first byte", "stall"}
"""Faults that only patience brings to an end. For the others there is so much of it that none is taken
for one of these on a busy machine."""
each_patience = pytest.mark.parametrize("silent", [False, True], ids=["told", "silent"])


def chosen(names: Any, silent: bool) -> list[str]:
    return [name for name in names if (name in SILENCE) is silent]


def case(name: str) -> str:
    """A mark that the prompts carry: it says which fault a request is to meet."""
    return f"case {list(REASONS).index(name)}."


async def by_case(request: Request, writer: asyncio.StreamWriter) -> None:
    blocks = blocks_of(request.user)
    told = blocks["answer"] if "answer" in blocks else blocks["position"]
    faults = FAULTS | NO_DATA
    await next(faults[name][0] for name in faults if case(name) in told)(request, writer)


@asynccontextmanager
async def model(
    settings: Any, script: Reply, fallback: str, *, silent: bool = True
) -> AsyncIterator[FakeOpenAI]:
    """A model with which patience is over soon, if it is ``silent``. ``mend`` it to let it work."""
    async with FakeOpenAI(script) as server:
        settings.ENGINE, settings.OPENAI_BASE_URL = "openai", server.url
        settings.FALLBACK, settings.MODEL_REST = fallback, 0
        # On a busy machine the sweep may bring a message before its last pieces have arrived.
        settings.SWEEP_SECONDS = 3600
        patience = (0.5, 0.3, 1.2) if silent else (50, 50, 50)
        settings.MODEL_TIMEOUT, settings.MODEL_STALL, settings.MODEL_DEADLINE = patience
        yield server


def mend(settings: Any, server: FakeOpenAI) -> None:
    server.script = [willing]
    settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 60


async def turn_of(interview: Interview) -> str:
    found = await in_db(services.get_interview, interview_id=interview.pk)
    return str(services.describe(found)["turn"])


async def taken_over(interview: Interview, answer: str) -> dict[str, Any]:
    """Answer once; what the room saw of the built-in engine stepping in."""
    async with sit(interview.pk) as room:
        said = await room.say(answer)
        changed = await room.until("status", status="engine_changed")
        message = await room.until("message")
    spoken, seqs = "", []
    for frame in room.frames:
        if frame["type"] == "delta":
            seqs.append(frame["data"]["seq"])
            spoken = ("" if seqs[-1] == 0 else spoken) + frame["data"]["text"]
    assert message["content"] == spoken
    assert message["metadata"]["engine"] == changed["engine"] == "builtin"
    assert changed["from"] == "openai"
    assert changed["reply_to"] == said["id"]
    assert message["metadata"]["takeover"] == {"from": "openai", "reason": changed["reason"]}
    assert await turn_of(interview) == "idle"
    return {"reason": changed["reason"], "starts": seqs.count(0)}


async def fails_then_works(interview: Interview, answer: str, mended: asyncio.Barrier) -> None:
    """Answer once, which fails; ask for a retry once the model is mended, which works."""
    async with sit(interview.pk) as room:
        await room.say(answer)
        assert (await room.until("error"))["code"] == "AI_SERVICE_ERROR"
        assert await turn_of(interview) == "failed"
        await mended.wait()
        await mended.wait()
        await room.send("command", {"name": "retry"})
        message = await room.until("message")
        assert message["metadata"]["engine"] == "openai"
        assert "takeover" not in message["metadata"]
        assert not [f for f in room.frames if f["data"].get("status") == "engine_changed"]


async def all_of(names: Any, **more: Any) -> dict[str, Interview]:
    return {
        name: await in_db(create, position=f"后端工程师 {case(name)}", **more) for name in names
    }


# --- What is said ----------------------------------------------------------------------------


@each_patience
async def test_the_builtin_engine_says_it_whatever_goes_wrong(settings: Any, silent: bool) -> None:
    async with model(settings, by_case, "builtin", silent=silent):
        interviews = await all_of(chosen(FAULTS, silent))
        seen = await asyncio.gather(*(taken_over(one, NOTHING) for one in interviews.values()))
    for name, found in zip(interviews, seen, strict=True):
        assert found["reason"] == REASONS[name], (name, found)
        # What was heard of the model before it failed is taken back by a piece 0. A first byte that is
        # late on a busy machine is silence as well.
        heard = {1} if name in BEFORE_A_WORD else {1, 2} if silent else {2}
        assert found["starts"] in heard, name


@each_patience
async def test_or_the_turn_fails_and_retry_works(settings: Any, silent: bool) -> None:
    names = chosen(FAULTS, silent)
    mended = asyncio.Barrier(len(names) + 1)
    async with model(settings, by_case, "error", silent=silent) as server:
        interviews = await all_of(names)
        async with asyncio.TaskGroup() as rooms:
            for one in interviews.values():
                rooms.create_task(fails_then_works(one, NOTHING, mended))
            await mended.wait()
            mend(settings, server)
            await mended.wait()
    assert {await turn_of(one) for one in interviews.values()} == {"idle"}


# --- What is judged --------------------------------------------------------------------------

JUDGED = {name: f"{ANSWER}{case(name)}" for name in DATA}


@each_patience
async def test_the_builtin_engine_judges_whatever_goes_wrong(settings: Any, silent: bool) -> None:
    async with model(settings, by_case, "builtin", silent=silent) as server:
        interviews = {name: await in_db(create) for name in chosen(JUDGED, silent)}
        seen = await asyncio.gather(
            *(taken_over(one, JUDGED[name]) for name, one in interviews.items())
        )
        # In a turn taken over nothing more is asked of the model.
        assert all("answer" in blocks_of(request.user) for request in server.requests)
    kept = {a.interview_id: a for a in await in_db(lambda: list(Assessment.objects.all()))}
    for (name, one), found in zip(interviews.items(), seen, strict=True):
        assert found["reason"] == REASONS[name], (name, found)
        assessment = kept[one.pk]
        assert assessment.engine == "builtin"
        assert assessment.takeover == {"from": "openai", "reason": found["reason"]}
        assert assessment.usage is not None
        assert assessment.usage["calls"] >= 1


@each_patience
async def test_or_nothing_is_judged_until_retry(settings: Any, silent: bool) -> None:
    names = chosen(JUDGED, silent)
    mended = asyncio.Barrier(len(names) + 1)
    async with model(settings, by_case, "error", silent=silent) as server:
        interviews = {name: await in_db(create) for name in names}
        async with asyncio.TaskGroup() as rooms:
            for name, one in interviews.items():
                rooms.create_task(fails_then_works(one, JUDGED[name], mended))
            await mended.wait()
            assert not await in_db(Assessment.objects.exists)
            mend(settings, server)
            await mended.wait()
    engines = await in_db(lambda: list(Assessment.objects.values_list("engine", flat=True)))
    assert engines == ["openai"] * len(names)


@pytest.mark.parametrize("fallback", ["builtin", "error"])
@pytest.mark.parametrize("refused", [(), ("json_schema",), ("json_schema", "json_object")])
async def test_a_model_that_gives_no_data_on_any_rung(
    settings: Any, refused: tuple[str, ...], fallback: str
) -> None:
    script = refusing(*refused, then=speech("回答得不错"))
    async with model(settings, script, fallback) as server:
        settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 30
        interview = await in_db(create)
        if fallback == "builtin":
            assert (await taken_over(interview, ANSWER))["reason"] == "malformed"
        else:
            async with sit(interview.pk) as room:
                await room.say(ANSWER)
                assert (await room.until("error"))["code"] == "AI_SERVICE_ERROR"
    rungs = ["json_schema", "json_object", ""][len(refused) :]
    assert [r.rung for r in server.requests if r.rung in rungs][:2] == [rungs[0], (*rungs, "")[1]]


# --- The end ---------------------------------------------------------------------------------


async def answered(interviews: dict[str, Interview]) -> None:
    for one in interviews.values():
        await in_db(services.post_message, interview_id=one.pk, content=NOTHING, sender_type="user")


@each_patience
async def test_the_builtin_engine_writes_the_report_whatever_goes_wrong(
    settings: Any, silent: bool
) -> None:
    async with model(settings, by_case, "builtin", silent=silent):
        interviews = await all_of(chosen(DATA, silent))
        await answered(interviews)
        await asyncio.gather(*(runner.finish(one.pk) for one in interviews.values()))
    reports = {f.interview_id: f for f in await in_db(lambda: list(Feedback.objects.all()))}
    for name, one in interviews.items():
        engines = reports[one.pk].engines
        assert (engines["interview"], engines["report"]) == ("openai", "builtin")
        (entry,) = engines["stood_in"]
        assert entry.pop("reason") == REASONS[name], name
        assert entry == {
            "part": "report",
            "message_id": None,
            "interviewer_id": None,
            "question": None,
            "from": "openai",
        }


@each_patience
async def test_or_the_end_fails_and_can_be_asked_for_again(settings: Any, silent: bool) -> None:
    names = chosen(DATA, silent)
    async with model(settings, by_case, "error", silent=silent) as server:
        interviews = await all_of(names)
        await answered(interviews)
        ends = await asyncio.gather(
            *(runner.finish(one.pk) for one in interviews.values()), return_exceptions=True
        )
        codes = [error.code for error in ends if isinstance(error, ApiError)]
        assert codes == [ErrorCode.AI_SERVICE_ERROR] * len(names)
        judged = await in_db(lambda: list(Assessment.objects.values_list("id", flat=True)))
        assert len(judged) == len(names)
        mend(settings, server)
        await asyncio.gather(*(runner.finish(one.pk) for one in interviews.values()))
    # What was judged is not judged again.
    assert await in_db(lambda: list(Assessment.objects.values_list("id", flat=True))) == judged
    written = await in_db(lambda: list(Feedback.objects.values_list("engines__report", flat=True)))
    assert written == ["openai"] * len(names)


@pytest.mark.parametrize("fallback", ["builtin", "error"])
async def test_nobody_listening(settings: Any, fallback: str) -> None:
    async with model(settings, willing, fallback):
        interview = await in_db(create)
    if fallback == "builtin":
        assert (await taken_over(interview, ANSWER))["reason"] == "unreachable"
        await runner.finish(interview.pk)
        feedback = await in_db(Feedback.objects.get, interview=interview)
        stood_in = [(e["part"], e["question"]) for e in feedback.engines["stood_in"]]
        assert stood_in == [("assessment", 1), ("message", 1), ("report", None)]
    else:
        async with sit(interview.pk) as room:
            await room.say(ANSWER)
            assert (await room.until("error"))["code"] == "AI_SERVICE_ERROR"
        with pytest.raises(ApiError) as raised:
            await runner.finish(interview.pk)
        assert raised.value.code is ErrorCode.AI_SERVICE_ERROR
