"""What tests of the sitting share: interviews, answers of three qualities, and a room to sit in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from channels.testing import WebsocketCommunicator

from interviewers.bank.schema import read_bank
from interviewgpt.asgi import application
from interviewgpt.db import in_db
from interviews.creation import create_interview
from interviews.models import Interview, PlannedQuestion

__all__ = [
    "DONT_KNOW",
    "POSITIONS",
    "Room",
    "answer_for",
    "create",
    "eventually",
    "interview_by_socket",
    "open_spec",
    "put",
    "sit",
    "table",
    "told",
]

POSITIONS = {"zh": "后端工程师", "en": "Backend Engineer"}
DONT_KNOW = {"zh": "不知道", "en": "I don't know."}
PATIENCE = 30


def create(language: str = "zh", **more: Any) -> Interview:
    fields: dict[str, Any] = {"position": POSITIONS[language], "seed": 11, **more}
    return create_interview(**fields)


def open_spec(interview_id: int) -> dict[str, Any] | None:
    """The question on the table as planned, None between questions."""
    row = Interview.objects.values_list("open_id", flat=True).get(pk=interview_id)
    return PlannedQuestion.objects.get(pk=row).spec if row else None


def answer_for(spec: dict[str, Any], quality: str, language: str = "zh") -> str:
    """A strong answer says what the reference says, a middling one the first part of it."""
    reference: str = spec["reference"]
    if quality == "strong":
        return reference
    if quality == "middling":
        return reference[: len(reference) * 2 // 5]
    return DONT_KNOW[language]


def put(interview: Interview, topic: str, language: str = "en") -> str:
    """Have a question of the bank on the table in place of the open one; its text."""
    item = next(item for item in read_bank() if item.topic == topic)
    half = item.zh if language == "zh" else item.en
    planned = table(interview.pk)
    points = [
        {"key": p.key, "text": p.text, "synonyms": p.synonyms, "cue": p.cue} for p in half.points
    ]
    probes = [{"point": probe.point, "text": probe.text} for probe in half.follow_ups]
    spec = {**planned.spec, "topic": topic, "text": half.text, "reference": half.reference}
    spec |= {"points": points, "follow_ups": probes}
    PlannedQuestion.objects.filter(pk=planned.pk).update(spec=spec)
    return half.text


async def eventually(true: Callable[[], bool]) -> None:
    """Look again and again until something that tells nobody has happened."""
    for _ in range(PATIENCE * 50):
        if await asyncio.to_thread(true):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


class Room:
    """A client of the interview WebSocket."""

    def __init__(self, socket: WebsocketCommunicator, first: dict[str, Any]) -> None:
        self.socket = socket
        self.first: dict[str, Any] | None = first
        self.frames: list[dict[str, Any]] = []

    async def next(self) -> dict[str, Any]:
        frame, self.first = self.first, None
        if frame is None:
            frame = await _receive(self.socket)
        self.frames.append(frame)
        return frame

    async def until(self, kind: str, **data: Any) -> dict[str, Any]:
        """Read on until a frame of this type with these values in its data; its data."""
        while True:
            frame = await self.next()
            found: dict[str, Any] = frame["data"]
            if frame["type"] == kind and all(found.get(key) == data[key] for key in data):
                return found

    async def silent(self, seconds: float = 0.2) -> bool:
        return self.first is None and bool(await self.socket.receive_nothing(timeout=seconds))

    async def send(self, kind: str, data: Any) -> None:
        await self.socket.send_to(text_data=json.dumps({"type": kind, "data": data}))

    async def say(self, content: str, **more: Any) -> dict[str, Any]:
        """Send a candidate's message; what the ack says."""
        await self.send("message", {"content": content, "sender_type": "user", **more})
        return await self.until("ack")

    async def close_code(self) -> int:
        """The code the server closes with."""
        while True:
            event = await self.socket.receive_output(timeout=PATIENCE)
            if event["type"] == "websocket.close":
                return int(event["code"])


async def _receive(socket: WebsocketCommunicator) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(await socket.receive_from(timeout=PATIENCE))
    return frame


@asynccontextmanager
async def sit(
    interview_id: object, query: str = "", *, token: str = "", **headers: str
) -> AsyncIterator[Room]:
    """Connect to an interview's room, with an access token if there is one, and leave it at the
    end.

    The first frame is awaited, though not yet read: only then is the connection in the room, and
    hears what others do there.
    """
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    path = f"/api/ws/{interview_id}" + (f"?{query}" if query else "")
    subprotocols = ["bearer", token] if token else None
    socket = WebsocketCommunicator(application, path, headers=raw, subprotocols=subprotocols)
    connected, _ = await socket.connect(timeout=PATIENCE)
    assert connected
    try:
        yield Room(socket, await _receive(socket))
    finally:
        await socket.disconnect()


async def interview_by_socket(
    interview_id: int, quality: str, language: str = "zh"
) -> list[dict[str, Any]]:
    """Answer every question with one quality until the interview completes; all frames."""
    async with sit(interview_id) as room:
        while True:
            spec = await in_db(open_spec, interview_id)
            if spec is None:
                await room.until("status", status="completed")
                return room.frames
            await room.say(answer_for(spec, quality, language))
            while True:
                frame = await room.next()
                kind = (frame["data"].get("metadata") or {}).get("kind")
                if frame["type"] == "message" and kind != "handover":
                    break
                assert frame["type"] != "error", frame
            await asyncio.sleep(0)


def table(interview_id: int) -> PlannedQuestion:
    key = Interview.objects.values_list("open_id", flat=True).get(pk=interview_id)
    return PlannedQuestion.objects.get(pk=key or 0)


async def told(room: Room, text: str) -> dict[str, Any]:
    await room.say(text)
    message: dict[str, Any] = await room.until("message")
    return message
