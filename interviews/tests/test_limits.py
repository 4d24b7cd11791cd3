"""Too many frames, connections or interviews: refused clearly, with the wait, and nothing lost."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from channels.testing import WebsocketCommunicator
from django.contrib.auth import get_user_model

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.asgi import application
from interviewgpt.db import in_db
from interviews import gates
from interviews.models import Interview, Message, Status
from interviews.tests.support import create, sit

pytestmark = pytest.mark.django_db(transaction=True)


def said(interview_id: int) -> list[str]:
    rows = Message.objects.filter(interview_id=interview_id, sender_type="user").order_by("id")
    return list(rows.values_list("content", flat=True))


async def test_one_frame_too_many_is_refused_and_nothing_else_happens(settings: Any) -> None:
    settings.FRAME_RATE = "2/h"
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.say("one", client_id="a")
        await room.send("message", {"content": "two", "client_id": "b"})
        await room.until("ack", client_id="b")
        await room.send("message", {"content": "three", "client_id": "c"})
        error = await room.until("error")
        assert error["code"] == "THROTTLED"
        assert error["details"]["client_id"] == "c"
        assert 0 < error["details"]["retry_after"] <= 1800
        assert await in_db(said, interview.pk) == ["one", "two"]
        # The connection stays: what others say is still heard, and another one has its own count.
        async with sit(interview.pk) as other:
            await other.say("three", client_id="c")
            assert (await room.until("message", client_id="c"))["content"] == "three"
    assert await in_db(said, interview.pk) == ["one", "two", "three"]


async def test_whatever_the_frame_is(settings: Any) -> None:
    settings.FRAME_RATE = "1/h"
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.send("ping", 1)
        await room.until("pong")
        for text in ("{", "[]", '{"data": {"client_id": 5}}', '{"data": "x"}', "x" * 50_000):
            await room.socket.send_to(text_data=text)
            error = await room.until("error")
            assert error["code"] == "THROTTLED"
            assert list(error["details"]) == ["retry_after"]
        await room.socket.send_to(bytes_data=b"\0")
        assert (await room.until("error"))["code"] == "THROTTLED"


async def test_all_connections_of_an_interview_share_a_bucket(settings: Any) -> None:
    settings.ROOM_FRAME_RATE = "3/h"
    interview = await in_db(create)
    async with sit(interview.pk) as first, sit(interview.pk) as second:
        for room in (first, second, first):
            await room.send("ping", None)
            await room.until("pong")
        await second.send("ping", None)
        assert (await second.until("error"))["code"] == "THROTTLED"
    async with sit(interview.pk) as again:
        await again.send("ping", None)
        assert (await again.until("error"))["code"] == "THROTTLED"
    elsewhere = await in_db(create)
    async with sit(elsewhere.pk) as room:
        await room.send("ping", None)
        assert await room.until("pong") is None


async def test_one_connection_too_many_is_told_to_come_again(settings: Any) -> None:
    settings.ROOM_CONNECTIONS = 2
    interview = await in_db(create)
    async with sit(interview.pk) as first:
        async with sit(interview.pk):
            socket = WebsocketCommunicator(application, f"/api/ws/{interview.pk}")
            assert (await socket.connect(timeout=30))[0]
            error = json.loads(await socket.receive_from(timeout=30))
            assert error["type"] == "error"
            assert error["data"]["code"] == "THROTTLED"
            assert error["data"]["details"]["retry_after"] > 0
            assert await socket.receive_output(30) == {"type": "websocket.close", "code": 1013}
            await socket.disconnect()
        assert gates._connections[interview.pk] == 1
        async with sit(interview.pk) as third:
            await third.until("status", status="connected")
        await first.say("still here")
    await asyncio.sleep(0)
    assert interview.pk not in gates._connections


def test_open_interviews_of_one_owner(settings: Any) -> None:
    settings.OPEN_INTERVIEWS = 2
    owner = get_user_model()._default_manager.create_user("avery")
    for _ in range(2):
        create(owner=owner)
    with pytest.raises(ApiError) as raised:
        create(owner=owner)
    assert raised.value.code is ErrorCode.THROTTLED
    assert raised.value.details is not None
    assert 86_000 < raised.value.details["retry_after"] <= 86_400
    assert int(raised.value.headers["Retry-After"]) == raised.value.details["retry_after"]
    create(owner=get_user_model()._default_manager.create_user("robin"))
    create()
    Interview.objects.filter(owner=owner).order_by("id")[:1].get().delete()
    last = create(owner=owner)
    Interview.objects.filter(pk=last.pk).update(status=Status.COMPLETED)
    assert create(owner=owner).pk
