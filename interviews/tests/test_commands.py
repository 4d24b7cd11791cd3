"""Commands: skip, hint, pause, resume and retry, by REST and over the WebSocket."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from interviewgpt.db import in_db
from interviews import services
from interviews.models import Interview, PlannedQuestion
from interviews.protocol import Command
from interviews.runner import runner
from interviews.tests.scripted import scripted
from interviews.tests.support import answer_for, create, open_spec, sit
from interviews.tests.test_api_interviews import DOCUMENTED, expect_error

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上。"


async def command(room: Any, name: str) -> None:
    await room.send("command", {"name": name})


async def opened(interview: Interview) -> PlannedQuestion:
    def read() -> PlannedQuestion:
        key = Interview.objects.values_list("open_id", flat=True).get(pk=interview.pk)
        return PlannedQuestion.objects.get(pk=key or 0)

    return await in_db(read)


# --- skip -----------------------------------------------------------------------------------


async def test_skip_leaves_the_question_and_asks_the_next() -> None:
    interview = await in_db(create)
    first = await opened(interview)
    async with sit(interview.pk) as room:
        await command(room, "skip")
        message = await room.until("message")
        assert message["metadata"]["kind"] == "question"
        assert "跳过" in message["content"]
        deltas = [f["data"]["reply_to"] for f in room.frames if f["type"] == "delta"]
        assert set(deltas) == {None}
    await in_db(first.refresh_from_db)
    assert first.state == "skipped"
    assert (await opened(interview)).slot == first.slot + 1


async def test_skip_after_an_answer_keeps_what_it_was_worth() -> None:
    interview = await in_db(create)
    first = await opened(interview)
    async with sit(interview.pk) as room:
        await room.say(first.spec["reference"][:24])
        follow_up = await room.until("message")
        assert follow_up["metadata"]["kind"] == "follow_up"
        await command(room, "skip")
        assert (await room.until("message"))["metadata"]["kind"] == "question"
    await in_db(first.refresh_from_db)
    assert first.state == "done"
    assert await in_db(first.assessments.count) == 1


async def test_skipping_everything_hands_over_closes_and_has_no_score() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        for _ in range(12):
            if await in_db(open_spec, interview.pk) is None:
                break
            await command(room, "skip")
            while (await room.until("message"))["metadata"]["kind"] == "handover":
                pass
        await room.until("status", status="completed")
        kinds = [f["data"]["metadata"]["kind"] for f in room.frames if f["type"] == "message"]
    assert kinds.count("handover") == 2
    assert kinds[-1] == "closing"
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert finished.overall_score is None


async def test_a_skip_while_the_reply_is_spoken_wins(
    settings: Any,
) -> None:
    scripted(settings).seconds = 0.1
    interview = await in_db(create)
    first = await opened(interview)
    async with sit(interview.pk) as room:
        await room.say("说一半的回答")
        await room.until("delta", seq=1)
        await command(room, "skip")
        message = await room.until("message")
        assert message["metadata"]["kind"] == "question"
        assert await room.silent()
    assert (await opened(interview)).slot == first.slot + 1


# --- hint -----------------------------------------------------------------------------------


async def test_hints_climb_in_steps_and_are_counted() -> None:
    interview = await in_db(create)
    first = await opened(interview)
    async with sit(interview.pk) as room:
        for step, hint in enumerate(first.spec["hints"], start=1):
            await command(room, "hint")
            message = await room.until("message")
            assert message["metadata"]["kind"] == "hint"
            assert message["metadata"]["hint"] == step
            assert hint in message["content"]
        await command(room, "hint")
        last = await room.until("message")
        assert last["metadata"]["kind"] == "hint"
        assert "hint" not in last["metadata"]
        assert last["metadata"]["hints_left"] == 0
        assert all(hint not in last["content"] for hint in first.spec["hints"])
        await room.say(answer_for(first.spec, "strong"))
        assert (await room.until("message"))["metadata"]["kind"] in ("question", "follow_up")
    await in_db(first.refresh_from_db)
    assert first.hints_used == len(first.spec["hints"])


async def test_no_hint_speaks_the_reference() -> None:
    interview = await in_db(create)
    for item in await in_db(lambda: list(interview.planned.all())):
        for hint in item.spec["hints"]:
            assert hint not in item.spec["reference"]
            assert item.spec["reference"] not in hint


# --- pause and resume -----------------------------------------------------------------------


async def test_pause_stops_and_resume_goes_on() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as one, sit(interview.pk) as two:
        await command(one, "pause")
        for room in (one, two):
            assert (await room.until("status", status="paused"))["message"] == "面试已暂停"
        await two.send("message", {"content": ANSWER, "sender_type": "user"})
        assert (await two.until("error"))["code"] == "INTERVIEW_PAUSED"
        await command(two, "hint")
        assert (await two.until("error"))["code"] == "INTERVIEW_PAUSED"
        await command(one, "pause")
        assert (await one.until("status"))["status"] == "paused"
        await command(two, "resume")
        for room in (one, two):
            await room.until("status", status="resumed")
        await one.say(ANSWER)
        assert (await one.until("message"))["sender_type"] == "interviewer"


async def test_what_is_owed_waits_while_paused() -> None:
    interview = await in_db(create)
    await in_db(
        services.post_message, interview_id=interview.pk, content=ANSWER, sender_type="user"
    )
    await in_db(services.command, interview_id=interview.pk, name=Command.PAUSE)
    await runner.take_up(interview.pk)
    assert await in_db(interview.messages.count) == 3
    await in_db(services.command, interview_id=interview.pk, name=Command.RESUME)
    await runner.take_up(interview.pk)
    assert await in_db(interview.messages.count) == 4


async def test_a_paused_interview_can_be_ended() -> None:
    interview = await in_db(create)
    await in_db(services.command, interview_id=interview.pk, name=Command.PAUSE)
    await runner.finish(interview.pk)
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert (finished.status, finished.paused) == ("completed", False)


# --- retry ----------------------------------------------------------------------------------


async def test_retry_makes_a_failed_turn_due_again(settings: Any) -> None:
    engine = scripted(settings)
    engine.fails = {"speak"}
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say(ANSWER)
        await room.until("error", code="AI_SERVICE_ERROR")
        engine.fails = set()
        await command(room, "retry")
        assert (await room.until("message"))["sender_type"] == "interviewer"


@pytest.mark.parametrize("name", ["skip", "hint"])
async def test_what_becomes_due_is_told_once(name: str) -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.send("command", {"name": name})
        await room.until("message")
        assert await room.silent()
    told = [f["data"]["status"] for f in room.frames if f["type"] == "status"]
    assert told == ["connected", "thinking"]


def test_retry_with_nothing_failed_says_so(client: Client) -> None:
    interview = create()
    answer = client.post(f"/api/interviews/{interview.pk}/retry").json()
    assert answer["data"]["turn"] == "idle"
    assert answer["message"] == "没有失败的回复，不需要重试。"


async def test_retry_with_nothing_failed_changes_nothing() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await command(room, "retry")
        assert (await room.next())["data"]["interview"]["turn"] == "idle"
        assert await room.silent()


# --- by REST --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["skip", "hint", "pause", "resume", "retry"])
def test_a_command_answers_with_the_interview(client: Client, name: str) -> None:
    interview = create()
    response = client.post(f"/api/interviews/{interview.pk}/{name}")
    assert response.status_code == 200
    data = response.json()["data"]
    assert list(data)[:8] == DOCUMENTED
    assert data["paused"] is (name == "pause")
    assert data["turn"] == ("due" if name in ("skip", "hint") else "idle")
    expect_error(client.post(f"/api/interviews/999999/{name}"), 404, "INTERVIEW_NOT_FOUND")
    expect_error(client.get(f"/api/interviews/{interview.pk}/{name}"), 405, "METHOD_NOT_ALLOWED")


@pytest.mark.parametrize("name", ["skip", "hint", "pause", "resume", "retry", "end"])
def test_a_malformed_body_is_refused_where_none_is_wanted(client: Client, name: str) -> None:
    interview = create()
    path = f"/api/interviews/{interview.pk}/{name}"
    for body in (b"{", b'{"a": NaN}', b"\xff"):
        answer = client.post(path, body, content_type="application/json")
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "VALIDATION_ERROR"
        gone = client.post(f"/api/interviews/0/{name}", body, content_type="application/json")
        assert gone.json()["error"]["code"] == "INTERVIEW_NOT_FOUND"
    interview.refresh_from_db()
    assert (interview.status, interview.paused, interview.wish) == ("active", False, "")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b"{}", "application/json"),
        (b"[]", "application/json"),
        (b"x", "text/plain"),
    ],
)
def test_any_other_body_is_left_alone(client: Client, body: bytes, kind: str) -> None:
    interview = create()
    answer = client.post(f"/api/interviews/{interview.pk}/pause", body, content_type=kind)
    assert answer.status_code == 200
    assert answer.json()["data"]["paused"] is True


@pytest.mark.parametrize("name", ["skip", "hint", "pause", "resume", "retry"])
def test_a_completed_interview_takes_no_command(client: Client, name: str) -> None:
    interview = create()
    Interview.objects.filter(pk=interview.pk).update(status="completed")
    expect_error(client.post(f"/api/interviews/{interview.pk}/{name}"), 409, "INTERVIEW_ENDED")


def test_a_paused_interview_takes_neither_skip_nor_hint(client: Client) -> None:
    interview = create()
    client.post(f"/api/interviews/{interview.pk}/pause")
    for name in ("skip", "hint"):
        expect_error(client.post(f"/api/interviews/{interview.pk}/{name}"), 409, "INTERVIEW_PAUSED")
    assert client.post(f"/api/interviews/{interview.pk}/resume").json()["data"]["paused"] is False
