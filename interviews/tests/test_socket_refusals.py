"""Frames that are refused: told as an error, and the connection stays."""

from __future__ import annotations

import pytest

from interviewgpt.db import in_db
from interviews.models import Message
from interviews.tests.support import create, sit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (" ", "frame"),
        ("hello", "frame"),
        ("[]", "frame"),
        ("[" * 100_000, "frame"),
        ('{"type": "message", "data": {"content": "\\ud800", "sender_type": "user"}}', "content"),
        ('{"type": "message", "data": {"content": "x", "client_id": "\\ud800"}}', "client_id"),
        ('{"type": "ping", "data": "\\ud800"}', "data"),
        ('{"type": "\\ud800", "data": {}}', "type"),
        ('{"type": "ping", "data": "\\ud800"', "frame"),
        ('{"type": "ping", "data": ["\\ud83d\\ude00", "\\ud800", NaN]}', "frame"),
        ('{"data": {}}', "type"),
        ('{"type": 5, "data": {}}', "type"),
        ('{"type": "status", "data": {}}', "type"),
        ('{"type": "message"}', "data"),
        ('{"type": "message", "data": "x"}', "data"),
        ('{"type": "message", "data": {}}', "content"),
        ('{"type": "message", "data": {"content": "", "sender_type": "user"}}', "content"),
        ('{"type": "message", "data": {"content": "\\u200b\\u2060 \\ufeff"}}', "content"),
        ('{"type": "message", "data": {"content": "x", "interviewer_id": "me"}}', "interviewer_id"),
        ('{"type": "message", "data": {"content": "\\u0000", "sender_type": "user"}}', "content"),
        ('{"type": "message", "data": {"content": {"a": 1}}}', "content"),
        ('{"type": "message", "data": {"content": "x", "sender_type": "me"}}', "sender_type"),
        (
            '{"type": "message", "data": {"content": "x", "sender_type": "interviewer"}}',
            "interviewer_id",
        ),
        ('{"type": "command", "data": {"name": "dance"}}', "name"),
        ('{"type": "command", "data": {}}', "name"),
        ('{"type": "command", "data": {"name": ["end"]}}', "name"),
    ],
)
async def test_a_bad_frame_is_an_error_and_the_connection_stays(text: str, field: str) -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.socket.send_to(text_data=text)
        error = await room.until("error")
        assert error["code"] == "VALIDATION_ERROR"
        assert list(error["details"]) == [field]
        assert all(isinstance(message, str) for message in error["details"][field])
        await room.send("ping", 1)
        assert (await room.next())["type"] == "pong"
    assert await in_db(Message.objects.filter(interview=interview).count) == 2


async def test_a_binary_frame_is_refused() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.socket.send_to(bytes_data=b"\x00\xff")
        assert (await room.until("error"))["code"] == "VALIDATION_ERROR"


async def test_errors_speak_the_interviews_language() -> None:
    interview = await in_db(create, "en")
    async with sit(interview.pk) as room:
        assert (await room.next())["data"]["message"] == "You are connected to the interview."
        await room.socket.send_to(text_data="x")
        assert (await room.until("error"))["message"] == "The data sent is not valid."


async def test_a_ping_nested_too_deeply_is_refused() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.socket.send_to('{"type":"ping","data":' + "[" * 400 + "]" * 400 + "}")
        error = await room.until("error")
        assert (error["code"], list(error["details"])) == ("VALIDATION_ERROR", ["data"])


async def test_a_frame_beyond_a_megabyte_is_refused() -> None:
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        await room.next()
        await room.send("ping", "x" * 1_100_000)
        assert (await room.until("error"))["code"] == "PAYLOAD_TOO_LARGE"
