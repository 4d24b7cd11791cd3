"""What models cost is told, added up and capped; a model that is down is not waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from feedback.models import Assessment, Feedback
from feedback.selectors import feedback_data
from interviewers.engines.base import Usage
from interviewers.models import Interviewer
from interviewers.tests.fake_openai import (
    FakeOpenAI,
    Request,
    blocks_of,
    data,
    erring,
    willing,
)
from interviewgpt.db import in_db
from interviews import services
from interviews.models import Interview, Message
from interviews.protocol import Command
from interviews.runner import runner
from interviews.tests.support import (
    DONT_KNOW,
    answer_for,
    create,
    interview_by_socket,
    open_spec,
    sit,
)
from interviews.thinking import spend

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我会先看慢查询日志，再用 EXPLAIN 确认索引，最后压测验证，延迟从 800 毫秒降到 90 毫秒。"
FIGURES = ("calls", "prompt_tokens", "completion_tokens", "milliseconds")


@pytest.fixture
async def model(settings: Any) -> AsyncIterator[FakeOpenAI]:
    """A model that does as it is told, with all the time it needs."""
    async with FakeOpenAI(willing) as server:
        settings.ENGINE, settings.OPENAI_BASE_URL, settings.MODEL = "openai", server.url, "some"
        settings.FALLBACK, settings.MODEL_REST, settings.TOKEN_CAP = "builtin", 600, 0
        settings.MODEL_TIMEOUT = settings.MODEL_STALL = settings.MODEL_DEADLINE = 60
        yield server


async def usage_of(interview: Interview) -> dict[str, int]:
    found = await in_db(services.get_interview, interview_id=interview.pk)
    told: dict[str, int] = services.describe(found)["usage"]
    assert tuple(told) == FIGURES
    return told


async def turn(interview: Interview, content: str = ANSWER) -> Message:
    """Answer, and wait for the reply; the last message."""
    await in_db(
        services.post_message, interview_id=interview.pk, content=content, sender_type="user"
    )
    await runner.take_up(interview.pk)
    return await in_db(lambda: Message.objects.filter(interview=interview).latest("id"))


# --- Told and added up -----------------------------------------------------------------------


async def test_the_totals_are_the_sum_of_what_every_call_cost(model: FakeOpenAI) -> None:
    await in_db(lambda: Interviewer.objects.update(question_count=1, follow_up_budget=1))
    interview = await in_db(create, interviewers=["technical", "hr"])
    assert set((await usage_of(interview)).values()) == {0}
    await interview_by_socket(interview.pk, "middling")

    def parts() -> list[dict[str, Any] | None]:
        said = Message.objects.filter(interview=interview, metadata__engine="openai")
        judged = Assessment.objects.filter(interview=interview)
        report = Feedback.objects.get(interview=interview).engines
        return [
            *(m.metadata["usage"] for m in said if m.metadata),
            *(a.usage for a in judged),
            report["usage"],
        ]

    told = await in_db(parts)
    assert len(told) >= 6

    def in_metadata() -> list[dict[str, Any]]:
        said = Message.objects.filter(interview=interview, metadata__isnull=False).order_by("id")
        data = [m.metadata or {} for m in said]
        return [one["assessment_usage"] for one in data if "assessment_usage" in one]

    # What it cost to judge an answer stands with the reply to it, once.
    judged = await in_db(
        lambda: list(
            Assessment.objects.filter(interview=interview, usage__isnull=False)
            .order_by("id")
            .values_list("usage", flat=True)
        )
    )
    assert judged
    assert await in_db(in_metadata) == judged
    known = [part for part in told if part is not None]
    assert known == told
    assert {part["model"] for part in known} == {"some"}
    total = await usage_of(interview)
    assert total == {figure: sum(part[figure] for part in known) for figure in FIGURES}
    assert total["calls"] == len(model.requests)
    assert total["prompt_tokens"] == 21 * len(model.requests)


async def test_failed_attempts_that_cost_tokens_are_counted(model: FakeOpenAI) -> None:
    model.script = [data("回答得不错")]
    interview = await in_db(create)
    reply = await turn(interview)
    assert reply.metadata is not None
    assert reply.metadata["takeover"] == {"from": "openai", "reason": "malformed"}
    assessment = await in_db(Assessment.objects.get, interview=interview)
    assert assessment.usage is not None
    assert (assessment.usage["calls"], assessment.usage["prompt_tokens"]) == (2, 42)
    # What was said cost nothing: the model was not asked again.
    assert "usage" not in reply.metadata
    assert reply.metadata["assessment_usage"] == assessment.usage
    total = await usage_of(interview)
    assert (total["calls"], total["prompt_tokens"], total["completion_tokens"]) == (2, 42, 14)
    await in_db(services.command, interview_id=interview.pk, name=Command.HINT)
    await runner.take_up(interview.pk)
    hint = await in_db(lambda: Message.objects.filter(interview=interview).latest("id"))
    assert hint.metadata is not None
    assert hint.metadata["kind"] == "hint"
    assert "assessment_usage" not in hint.metadata


async def test_what_is_added_at_the_same_time_is_not_lost() -> None:
    interview = await in_db(create)
    cost = Usage("some", 1, 20, 7, 300)
    await asyncio.gather(*(in_db(spend, interview_id=interview.pk, usage=cost) for _ in range(20)))
    assert tuple((await usage_of(interview)).values()) == (20, 400, 140, 6000)


async def test_the_builtin_engine_costs_nothing() -> None:
    interview = await in_db(create)
    reply = await turn(interview)
    assert reply.metadata is not None
    assert not {"usage", "takeover"} & set(reply.metadata)
    assert set((await usage_of(interview)).values()) == {0}
    await runner.finish(interview.pk)
    report = await in_db(feedback_data, interview_id=interview.pk, language="zh")
    assert report is not None
    assert report["engines"] == {
        "interview": "builtin",
        "report": "builtin",
        "stood_in": [],
        "usage": None,
    }
    assert (report["assessments"][0]["takeover"], report["assessments"][0]["usage"]) == (None, None)


def test_the_admin_shows_what_an_interview_has_cost(client: Client) -> None:
    interview = create()
    spend(interview_id=interview.pk, usage=Usage("some", 3, 1234, 567, 8900))
    Message.objects.create(
        interview=interview,
        content="好的。",
        sender_type="interviewer",
        interviewer_id="technical",
        metadata={"kind": "question", "takeover": {"from": "openai", "reason": "timeout"}},
    )
    client.force_login(get_user_model().objects.create_superuser("ada", password="x"))
    page = client.get(
        f"/admin/interviews/interview/{interview.pk}/change/", headers={"accept-language": "en"}
    ).content.decode()
    assert "3 calls · 1234 + 567 tokens · 8.9 s" in page
    assert "the built-in engine stood in (the model took too long)" in page


# --- The cap ---------------------------------------------------------------------------------


@pytest.mark.parametrize("fallback", ["builtin", "error"])
async def test_at_the_cap_the_builtin_engine_goes_on(
    model: FakeOpenAI, settings: Any, fallback: str
) -> None:
    settings.FALLBACK, settings.TOKEN_CAP = fallback, 28
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(DONT_KNOW["zh"])
        first = await room.until("message")
        assert first["metadata"]["engine"] == "openai"
        assert len(model.requests) == 1
        await room.say(ANSWER)
        changed = await room.until("status", status="engine_changed")
        assert (changed["engine"], changed["reason"]) == ("builtin", "used_up")
        assert "用量" in changed["message"]
        second = await room.until("message")
        assert second["metadata"]["takeover"] == {"from": "openai", "reason": "used_up"}
    await runner.finish(interview.pk)
    assert len(model.requests) == 1
    assert (await usage_of(interview))["calls"] == 1
    feedback = await in_db(Feedback.objects.get, interview=interview)
    assert feedback.engines["report"] == "builtin"
    assert {entry["reason"] for entry in feedback.engines["stood_in"]} == {"used_up"}


# --- A model that is down --------------------------------------------------------------------


async def test_a_model_that_is_down_is_left_alone_after_a_while(model: FakeOpenAI) -> None:
    model.script = [erring(401)]
    reasons = []
    for _ in range(3):
        reply = await turn(await in_db(create))
        assert reply.metadata is not None
        reasons.append(reply.metadata["takeover"]["reason"])
    assert reasons == ["unauthorized", "unauthorized", "resting"]
    assert len(model.requests) == 2


async def test_who_has_no_fallback_and_tries_again_means_it(
    model: FakeOpenAI, settings: Any
) -> None:
    settings.FALLBACK = "error"
    model.script = [erring(401)]
    interview = await in_db(create)
    for _ in range(4):
        await turn(interview)
    assert len(model.requests) == 4


async def test_waiting_for_a_model_holds_no_thread_and_no_connection(
    model: FakeOpenAI, settings: Any
) -> None:
    """More turns wait than the pool has threads, and everybody else gets through."""
    waiting, released = asyncio.Event(), asyncio.Event()
    count = settings.DATABASE_THREADS + 4

    async def wait(request: Request, writer: asyncio.StreamWriter) -> None:
        if len(model.requests) == count:
            waiting.set()
        await released.wait()
        await willing(request, writer)

    model.script = [wait]
    settings.MODEL_TIMEOUT = settings.MODEL_DEADLINE = 600
    interviews = [await in_db(create) for _ in range(count)]
    turns = [asyncio.create_task(turn(interview)) for interview in interviews]
    async with asyncio.timeout(60):
        await waiting.wait()
        for interview in interviews:
            assert (await usage_of(interview))["calls"] == 0
    assert not any(task.done() for task in turns)
    released.set()
    replies = await asyncio.gather(*turns)
    assert [reply.sender_type for reply in replies] == ["interviewer"] * count


# --- What a turn carries ---------------------------------------------------------------------


@pytest.mark.words
async def test_the_fiftieth_answer_costs_what_the_fifth_did(
    model: FakeOpenAI, settings: Any
) -> None:
    await in_db(lambda: Interviewer.objects.update(question_count=20))
    interview = await in_db(create)
    sent: dict[int, list[int]] = {}
    for number in range(1, 51):
        settings.ENGINE = "openai" if number in (5, 50) else "builtin"
        spec = await in_db(open_spec, interview.pk)
        assert spec is not None
        told = DONT_KNOW["zh"]
        # Long ones where the recent turns count; before the two that are compared somebody gives up,
        # so that both are the first answer to their question.
        if (number <= 5 or number > 45) and number not in (4, 49):
            told = answer_for(spec, "middling")
            told += "".join(f"然后我把第{number}次的第{step}步也写进记录。" for step in range(120))
        model.requests.clear()
        await turn(interview, told)
        if number in (5, 50):
            # What is judged, and what is said: the prompt itself, and its data.
            assert "answer" in blocks_of(model.requests[0].user)
            assert "transcript" in blocks_of(model.requests[1].user)
            sent[number] = [len(r.system) + len(r.user) for r in model.requests[:2]]
    assert len(sent[5]) == len(sent[50]) == 2
    for early, late in zip(sent[5], sent[50], strict=True):
        assert late <= 1.2 * early
        assert late < 15_000
