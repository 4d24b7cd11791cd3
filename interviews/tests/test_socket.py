"""The WebSocket: connecting, frames in both directions, and replays."""

from __future__ import annotations

import json
from typing import Any

import pytest
from channels.testing import WebsocketCommunicator

from interviewgpt.asgi import application
from interviewgpt.db import in_db
from interviews import hub, rooms, services
from interviews.models import Interview, Message
from interviews.runner import runner
from interviews.tests.support import answer_for, create, open_spec, sit

pytestmark = pytest.mark.django_db(transaction=True)

ANSWER = "我先看慢查询日志，再用 EXPLAIN 看索引有没有用上。"


async def speak(interview_id: int, content: str, **more: Any) -> int:
    """Somebody posts by REST; the id of the message."""
    posted = await in_db(
        services.post_message,
        interview_id=interview_id,
        content=content,
        sender_type=more.pop("sender_type", "system"),
        **more,
    )
    await rooms.send(interview_id, rooms.message_event(posted))
    return posted.row.id


# --- Connecting -----------------------------------------------------------------------------


@pytest.mark.parametrize("slash", ["", "/"])
async def test_connecting_tells_the_state_and_nothing_else(slash: str) -> None:
    interview = await in_db(create)
    async with sit(f"{interview.pk}{slash}") as room:
        frame = await room.next()
        assert frame["type"] == "status"
        assert frame["data"]["status"] == "connected"
        assert frame["data"]["current_interviewer"] == "technical"
        assert frame["data"]["message"]
        assert frame["data"]["interview"]["id"] == interview.pk
        assert await room.silent()


@pytest.mark.parametrize("key", ["999999", "abc", "0", str(2**63), str(2**70)])
async def test_an_unknown_interview_is_an_error_and_4404(key: str) -> None:
    async with sit(key) as room:
        error = await room.until("error")
        assert error["code"] == "INTERVIEW_NOT_FOUND"
        assert list(error) == ["code", "message", "timestamp", "request_id"]
        assert await room.close_code() == 4404


async def test_another_address_is_an_error_and_not_a_traceback() -> None:
    socket = WebsocketCommunicator(application, "/somewhere/else")
    await socket.connect()
    assert json.loads(await socket.receive_from())["data"]["code"] == "NOT_FOUND"
    assert (await socket.receive_output())["code"] == 4404
    await socket.disconnect()


async def test_frames_to_a_refused_connection_are_ignored() -> None:
    async with sit("abc") as room:
        await room.until("error")
        assert await room.close_code() == 4404
        await room.send("ping", {})
        assert await room.silent()


@pytest.mark.parametrize(
    ("origins", "origin", "welcome"),
    [
        (["*"], "https://elsewhere.example", True),
        (["https://app.example"], "https://app.example", True),
        (["https://app.example"], "https://elsewhere.example", False),
        (["https://app.example"], "", True),
    ],
)
async def test_the_origins_setting_governs_who_may_connect(
    settings: Any, origins: list[str], origin: str, welcome: bool
) -> None:
    settings.ORIGINS = origins
    interview = await in_db(create)
    headers = [(b"origin", origin.encode())] if origin else []
    socket = WebsocketCommunicator(application, f"/api/ws/{interview.pk}", headers=headers)
    connected, _ = await socket.connect()
    assert connected is welcome
    if welcome:
        await socket.disconnect()


# --- since ----------------------------------------------------------------------------------


async def test_since_replays_what_was_missed_in_order_and_once() -> None:
    interview = await in_db(create)
    first, second = await in_db(
        lambda: list(Message.objects.filter(interview=interview).values_list("id", flat=True))
    )
    for query, expected in (
        ("since=0", [first, second]),
        (f"since={first}", [second]),
        (f"since={second}", []),
        (f"since={2**63 - 1}", []),
    ):
        async with sit(interview.pk, query) as room:
            assert (await room.next())["data"]["status"] == "connected"
            got = [(await room.next())["data"]["id"] for _ in expected]
            assert got == expected
            assert await room.silent(0.05)


async def test_since_replays_a_history_longer_than_a_page() -> None:
    interview = await in_db(create)

    def fill() -> None:
        made = Message.objects.bulk_create(
            Message(interview=interview, content=str(n), sender_type="system") for n in range(450)
        )
        Interview.objects.filter(pk=interview.pk).update(last_message_id=made[-1].pk)

    await in_db(fill)
    async with sit(interview.pk, "since=0") as room:
        await room.next()
        ids = [(await room.next())["data"]["id"] for _ in range(452)]
        assert ids == sorted(set(ids))
        assert await room.silent(0.05)


@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "", str(2**63), "٣"])
async def test_a_since_that_is_no_id_is_told_and_replays_nothing(value: str) -> None:
    interview = await in_db(create)
    async with sit(interview.pk, f"since={value}") as room:
        assert (await room.next())["data"]["status"] == "connected"
        if value:
            error = await room.until("error")
            assert list(error["details"]) == ["since"]
        assert await room.silent(0.05)


# --- Messages -------------------------------------------------------------------------------


async def test_a_message_is_acknowledged_to_its_sender_and_sent_to_the_others() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as one, sit(interview.pk) as two:
        await one.next()
        await two.next()
        await one.send("message", {"content": ANSWER, "sender_type": "user", "client_id": "c-1"})
        ack = (await one.next())["data"]
        assert list(ack) == ["id", "client_id", "timestamp"]
        assert ack["client_id"] == "c-1"
        sent = (await two.next())["data"]
        assert list(sent) == [
            "id",
            "content",
            "sender_type",
            "interviewer_id",
            "timestamp",
            "metadata",
            "client_id",
        ]
        assert (sent["id"], sent["content"]) == (ack["id"], ANSWER)
        reply_one = await one.until("message")
        reply_two = await two.until("message")
        assert reply_one == reply_two
        assert reply_one["sender_type"] == "interviewer"
    kinds = [f["type"] for f in one.frames]
    assert kinds.index("ack") < kinds.index("delta") < kinds.index("message")


async def test_the_reply_streams_with_what_it_replies_to() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        ack = await room.say(ANSWER)
        thinking = await room.until("status", status="thinking")
        assert thinking["current_interviewer"] == "technical"
        first = await room.until("delta")
        assert (first["reply_to"], first["seq"]) == (ack["id"], 0)
        assert first["interviewer_id"] == "technical"


async def test_sender_type_may_be_left_out() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.send("message", {"content": ANSWER})
        ack = await room.until("ack")
        assert ack["client_id"] is None
        stored = await in_db(Message.objects.get, pk=ack["id"])
        assert stored.sender_type == "user"


async def test_a_known_client_id_is_acknowledged_again_and_not_sent_again() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as one, sit(interview.pk) as two:
        await one.next()
        await two.next()
        first = await one.say(ANSWER, client_id="same")
        await one.until("message")
        await two.until("message", sender_type="interviewer")
        assert await one.say("once more", client_id="same") == first
        assert await two.silent()
        assert await one.silent()


async def test_what_rest_posts_reaches_the_room() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        key = await speak(interview.pk, "五分钟后结束")
        assert (await room.until("message"))["id"] == key


async def test_dropped_events_are_read_from_the_history_before_the_next_one() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        lost = await in_db(
            services.post_message, interview_id=interview.pk, content="1", sender_type="system"
        )
        seen = await speak(interview.pk, "2")
        assert [(await room.next())["data"]["id"] for _ in range(2)] == [lost.row.id, seen]
        assert await room.silent(0.05)


async def test_a_dropped_last_event_is_noticed_by_the_sweep(settings: Any) -> None:
    settings.SWEEP_SECONDS = 0.1
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        lost = await in_db(
            services.post_message, interview_id=interview.pk, content="1", sender_type="system"
        )
        await in_db(
            lambda: Interview.objects.filter(pk=interview.pk).update(current_interviewer="hr")
        )
        assert (await room.until("message"))["id"] == lost.row.id
        changed = await room.until("status", status="interviewer_changed")
        assert changed["current_interviewer"] == "hr"
        assert changed["message"] == "现在由HR面试官接管面试"
        assert await room.silent(0.3)


async def test_what_the_sender_missed_comes_before_its_acknowledgement() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        lost = await in_db(
            services.post_message, interview_id=interview.pk, content="1", sender_type="system"
        )
        ack = await room.say(ANSWER)
        kinds = [f["type"] for f in room.frames[1:]]
        assert kinds == ["message", "ack"]
        assert room.frames[1]["data"]["id"] == lost.row.id < ack["id"]


async def test_nobody_misses_a_message_when_an_inbox_overflows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    interview = await in_db(create)
    monkeypatch.setattr(hub, "CAPACITY", 3)
    async with sit(interview.pk) as room:
        await room.next()
        keys = [await speak(interview.pk, str(number)) for number in range(60)]
        last = await speak(interview.pk, "last")
        got: list[int] = []
        while not got or got[-1] < last:
            got.append((await room.until("message"))["id"])
        assert got == [*keys, last]


# --- Commands -------------------------------------------------------------------------------


async def test_end_completes_before_everybodys_eyes() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as one, sit(interview.pk) as two:
        await one.say(ANSWER)
        await one.until("message")
        await one.send("command", {"name": "end"})
        for room in (one, two):
            progress = await room.until("status", status="evaluating")
            assert 0 <= progress["done"] < progress["total"]
            done = await room.until("status", status="completed")
            assert done["interview"]["status"] == "completed"
            assert done["message"] == "面试已结束"
        await one.send("command", {"name": "end"})
        assert (await one.until("status"))["status"] == "completed"


async def test_a_completed_interview_may_be_joined_to_read_but_not_to_speak() -> None:
    interview = await in_db(create)
    await runner.finish(interview.pk)
    async with sit(interview.pk, "since=0") as room:
        connected = (await room.next())["data"]
        assert connected["interview"]["status"] == "completed"
        assert (await room.until("message"))["sender_type"] == "system"
        await room.until("message")
        await room.send("message", {"content": ANSWER, "sender_type": "user"})
        assert (await room.until("error"))["code"] == "INTERVIEW_ENDED"


async def test_ping_is_echoed() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        for data in ({"t": 1}, "x", None, [1, 2], 3.5):
            await room.send("ping", data)
            assert (await room.next()) == {"type": "pong", "data": data}


# --- A client that knows only message and status --------------------------------------------


async def test_a_client_that_knows_only_message_and_status_gets_through() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        for _ in range(60):
            spec = await in_db(open_spec, interview.pk)
            if spec is None:
                break
            await room.send(
                "message", {"content": answer_for(spec, "strong"), "sender_type": "user"}
            )
            while True:
                frame = await room.next()
                if frame["type"] == "message" and frame["data"]["metadata"]["kind"] != "handover":
                    break
        done = await room.until("status", status="completed")
        assert done["status"] == "completed"
