"""What must hold when something lasts too long, dies half-way, or is deleted underneath."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from channels.layers import channel_layers

from feedback.models import Assessment
from interviewers.models import Competency, Interviewer, Question
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.db import in_db
from interviews import ledger, services
from interviews import runner as runner_module
from interviews.models import Interview, Message, PlannedQuestion
from interviews.runner import Runner, runner
from interviews.tests.scripted import ScriptedEngine, fresh, panel_lines, post, scripted
from interviews.tests.support import answer_for, create, eventually, open_spec, sit

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上。"


@pytest.fixture
def slow(settings: Any) -> type[ScriptedEngine]:
    engine = scripted(settings)
    engine.seconds = 0.4
    return engine


# --- Leases ---------------------------------------------------------------------------------


async def test_a_lease_is_renewed_while_the_report_is_written(
    slow: type[ScriptedEngine], settings: Any
) -> None:
    settings.LEASE_SECONDS = 3
    interview = await in_db(create, interviewers=["hr"])
    await in_db(
        lambda: PlannedQuestion.objects.filter(interview=interview, state="pending").delete()
    )
    await post(interview, "不知道")
    working = runner.take_up(interview.pk)
    for _ in range(100):
        await asyncio.sleep(0.05)
        if (await fresh(interview)).ending_at is not None:
            break
    slow.seconds = 4.5
    await asyncio.sleep(3.8)
    assert await in_db(ledger.claim, interview.pk) is None
    await working
    assert (await fresh(interview)).status == "completed"


async def test_an_overtaken_reply_stops_at_once(slow: type[ScriptedEngine]) -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        await room.until("delta", seq=0)
        second = await room.say("再补充一句。")
        delta = await room.until("delta", seq=0)
        assert delta["reply_to"] == second["id"]
        await room.until("message")
    assert len(await panel_lines(interview)) == 2


async def test_a_reply_overtaken_twice_on_a_busy_machine_leaves_no_lease_behind(
    slow: type[ScriptedEngine], settings: Any
) -> None:
    """The second cancellation meets the end of the first; no thread is free to store anything."""
    interview = await in_db(create)
    await post(interview)
    slow.seconds = 12
    working = runner.take_up(interview.pk)
    for _ in range(1000):
        if interview.pk in runner._running:
            break
        await asyncio.sleep(0.01)
    _, running = runner._running[interview.pk]
    free = threading.Event()
    busy = [asyncio.ensure_future(in_db(free.wait)) for _ in range(settings.DATABASE_THREADS)]
    await asyncio.sleep(0.05)
    for _ in range(2):
        running.cancel()
        await asyncio.sleep(0)
    slow.seconds = 0
    free.set()
    await asyncio.gather(*busy)
    async with asyncio.timeout(10):  # a lease lasts 30 seconds
        await working
    assert ((await fresh(interview)).owed_id, (await fresh(interview)).lease_token) == (None, "")


async def test_an_end_does_not_wait_for_a_reply_under_way(slow: type[ScriptedEngine]) -> None:
    interview = await in_db(create)
    await post(interview)
    slow.seconds = 12
    working = runner.take_up(interview.pk)
    await eventually(lambda: slow.asked > 0)
    slow.seconds = 0
    async with asyncio.timeout(10):
        await runner.finish(interview.pk)
    await working
    assert (await fresh(interview)).status == "completed"
    assert len(await panel_lines(interview)) == 1


async def test_a_failure_after_a_skipped_handover_is_kept_and_told(
    slow: type[ScriptedEngine],
) -> None:
    slow.seconds, slow.fails = 0, {"greeting"}
    interview = await in_db(create)
    await in_db(
        lambda: PlannedQuestion.objects.filter(
            interview=interview, interviewer_id="technical", state="pending"
        ).delete()
    )
    async with sit(interview.pk) as room:
        await room.send("command", {"name": "skip"})
        await room.until("message")
        error = await room.until("error")
        assert error["code"] == "AI_SERVICE_ERROR"
    assert (await fresh(interview)).failure == "AI_SERVICE_ERROR"


async def test_what_is_said_between_handover_and_greeting_is_judged(
    slow: type[ScriptedEngine],
) -> None:
    interview = await in_db(create)
    await in_db(
        lambda: PlannedQuestion.objects.filter(
            interview=interview, interviewer_id="technical", state="pending"
        ).delete()
    )
    slow.seconds = 0.15
    async with sit(interview.pk) as room:
        await room.say("不知道")
        await room.until("status", status="interviewer_changed")
        late = await room.say(ANSWER)
        await room.until("message")
    line = await in_db(Message.objects.get, pk=late["id"])
    assert line.planned_id is not None
    slow.seconds = 0
    await runner.finish(interview.pk)
    assert await in_db(Assessment.objects.filter(answer_id=late["id"]).exists)


# --- Other processes ------------------------------------------------------------------------


async def test_a_reply_that_another_process_made_void_stops_with_the_next_sweep(
    slow: type[ScriptedEngine], settings: Any
) -> None:
    settings.SWEEP_SECONDS = 0.1
    interview = await in_db(create)
    slow.seconds = 20
    async with sit(interview.pk) as room:
        first = await room.say(ANSWER)
        await room.until("status", status="thinking")
        await eventually(lambda: slow.asked > 0)
        slow.seconds = 0
        second = await post(interview, "再补充一句。")
        delta = await room.until("delta", seq=0)
        assert delta["reply_to"] == second.row.id > first["id"]
        await room.until("message", sender_type="interviewer")
    assert len(await panel_lines(interview)) == 2


async def test_an_end_asked_of_another_process_stops_the_reply_here(
    slow: type[ScriptedEngine], settings: Any
) -> None:
    settings.SWEEP_SECONDS = 0.1
    interview = await in_db(create)
    slow.seconds = 20
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        await room.until("status", status="thinking")
        await eventually(lambda: slow.asked > 0)
        slow.seconds = 0
        await Runner().finish(interview.pk)
        await room.until("status", status="completed")
    assert len(await panel_lines(interview)) == 1


async def test_a_runner_that_leaves_begins_nothing_and_gives_back_what_lasts(
    slow: type[ScriptedEngine], settings: Any
) -> None:
    settings.LEASE_SECONDS = 1
    slow.seconds = 60
    leaving = Runner()
    speaking, ending = await in_db(create), await in_db(create)
    for interview in (speaking, ending):
        await post(interview)
    leaving.take_up(speaking.pk)
    finish = asyncio.create_task(leaving.finish(ending.pk))
    await eventually(lambda: {speaking.pk, ending.pk} <= leaving._running.keys())
    await leaving.stop()
    with pytest.raises(ApiError) as raised:
        await finish
    assert raised.value.code is ErrorCode.AI_SERVICE_ERROR
    slow.seconds = 0
    await leaving.take_up(speaking.pk)
    for interview in (speaking, ending):
        now = await fresh(interview)
        assert (now.status, now.lease_token, now.failure) == ("active", "", "")
        assert now.owed_id is not None
        assert len(await panel_lines(interview)) == 1
    await Runner().finish(ending.pk)
    assert (await fresh(ending)).status == "completed"


async def test_no_work_is_held_for_ever(
    slow: type[ScriptedEngine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_module, "_HELD_AT_MOST", 0.5)
    slow.seconds = 600
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        assert (await room.until("error"))["code"] == "AI_SERVICE_ERROR"
    assert ((await fresh(interview)).failure, (await fresh(interview)).lease_token) == (
        "AI_SERVICE_ERROR",
        "",
    )


# --- Deleted underneath ---------------------------------------------------------------------


async def test_an_interview_can_be_ended_whose_competency_is_gone() -> None:
    interview = await in_db(create)
    await post(interview)
    opened = await in_db(PlannedQuestion.objects.get, interview=interview, state="open")

    def delete() -> None:
        Question.objects.filter(competency_id=opened.competency).delete()
        Competency.objects.filter(pk=opened.competency).delete()

    await in_db(delete)
    await runner.finish(interview.pk)
    assert (await fresh(interview)).status == "completed"


async def test_the_report_names_an_interviewer_who_is_gone() -> None:
    interview = await in_db(create)
    spec = await in_db(open_spec, interview.pk)
    assert spec is not None
    await post(interview, answer_for(spec, "strong"))
    await in_db(lambda: Interviewer.objects.filter(pk="technical").delete())
    await runner.finish(interview.pk)
    data = await in_db(
        lambda: list(interview.feedback.reviews.values_list("interviewer_id", "name"))
    )
    assert data[0] == ("technical", "张工")
    coverage = await in_db(lambda: Interview.objects.get(pk=interview.pk).feedback.coverage)
    assert coverage["interviewers"][0]["answered"] == 1


# --- A channel layer that is away -----------------------------------------------------------


@pytest.fixture
def no_layer(settings: Any) -> None:
    """A Redis that nobody serves."""
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": ["redis://127.0.0.1:1/0"]},
        }
    }
    channel_layers.backends.clear()


@pytest.mark.usefixtures("no_layer")
async def test_without_a_channel_layer_a_client_is_let_in_and_answered() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        reply = await room.until("message", sender_type="interviewer")
    last = await in_db(Message.objects.filter(interview=interview).latest, "pk")
    assert (reply["id"], reply["content"]) == (last.pk, last.content)


@pytest.mark.usefixtures("no_layer")
async def test_without_a_channel_layer_replies_still_come_into_the_history() -> None:
    interview = await in_db(create)
    await in_db(
        services.post_message, interview_id=interview.pk, content=ANSWER, sender_type="user"
    )
    await runner.take_up(interview.pk)
    assert await in_db(Message.objects.filter(interview=interview).count) == 4
