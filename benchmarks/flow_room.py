"""A candidate's connection that looks at every frame: order, gaps, pieces against the whole."""

from __future__ import annotations

import asyncio
import json
import re
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from unit_costs import ANSWERS

__all__ = ["Reply", "Room", "create", "enter", "verify"]

PATIENCE = 60
"""Seconds to wait for a reply."""
_AT_ONCE = 16


@dataclass(slots=True)
class Reply:
    """By the clock that all processes share: when the answer was sent, and when the first piece,
    with ``text``, and the first message came."""

    sent: float
    first: float = 0.0
    text: str = ""
    message: float = 0.0


@dataclass(slots=True)
class Room:
    """One interview. ``wrong`` says what no client may see."""

    id: int
    socket: aiohttp.ClientWebSocketResponse
    replies: list[Reply] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    deltas: int = 0
    over: bool = False
    answering: asyncio.Future[None] | None = None
    pieces: list[str] = field(default_factory=list)

    @property
    def idle(self) -> bool:
        return self.answering is None and not self.over

    async def answer(self) -> None:
        """Say something and wait until it is the candidate's turn again."""
        self.answering = asyncio.get_running_loop().create_future()
        content = _own(ANSWERS[len(self.replies) % len(ANSWERS)], self.id)
        data = {"content": content, "sender_type": "user"}
        self.replies.append(Reply(time.monotonic()))
        await self.socket.send_str(json.dumps({"type": "message", "data": data}))
        try:
            async with asyncio.timeout(PATIENCE):
                await self.answering
        except TimeoutError:
            self._complain(f"no reply within {PATIENCE} s")
            self.over = True
        finally:
            self.answering = None

    async def read(self) -> None:
        """Until the connection ends."""
        async for received in self.socket:
            if received.type is aiohttp.WSMsgType.TEXT:
                now = time.monotonic()
                frame = json.loads(received.data)
                self._take(frame["type"], frame["data"], now)
        self.over = True
        self._settle()

    def _take(self, kind: str, data: dict[str, Any], now: float) -> None:
        if kind == "delta":
            self._delta(data, now)
        elif kind == "message":
            self._message(data, now)
        elif kind == "ack":
            self._order(data["id"])
        elif kind == "error":
            self._complain(f"error {data}")
        elif data.get("status") in ("completed", "engine_changed"):
            self.over = data["status"] == "completed"
            if not self.over:
                self._complain("the model was given up")

    def _delta(self, data: dict[str, Any], now: float) -> None:
        self.deltas += 1
        if data["seq"] == 0 and self.pieces:
            self._complain("pieces without a message, and others from the beginning")
            self.pieces = []
        if data["seq"] != len(self.pieces):
            self._complain(f"piece {data['seq']} where {len(self.pieces)} was due")
        self.pieces.append(data["text"])
        if self.replies and not self.replies[-1].first:
            self.replies[-1].first = now
            self.replies[-1].text = data["text"]

    def _message(self, data: dict[str, Any], now: float) -> None:
        self._order(data["id"])
        if "".join(self.pieces) != data["content"]:
            self._complain(f"the pieces before message {data['id']} are not its text")
        self.pieces = []
        if not self.replies or self.answering is None:
            self._complain(f"message {data['id']} answers nothing")
            return
        if not self.replies[-1].message:
            self.replies[-1].message = now
        kind = data["metadata"]["kind"]
        self.over = self.over or kind == "closing"
        if kind != "handover":
            self._settle()

    def _order(self, number: int) -> None:
        if self.seen and number <= self.seen[-1]:
            self._complain(f"message {number} after {self.seen[-1]}")
        self.seen.append(number)

    def _settle(self) -> None:
        if self.answering is not None and not self.answering.done():
            self.answering.set_result(None)

    def _complain(self, what: str) -> None:
        self.wrong.append(f"interview {self.id}: {what}")


def _own(text: str, number: int) -> str:
    """A text with ``number`` in every clause: nobody else says just that, and what a server
    remembers of one candidate's words is of no use with another's."""
    return re.sub(r"(?=[,;.])", f" {number}", text)


async def create(session: aiohttp.ClientSession, count: int, position: str) -> list[int]:
    """So many interviews. Raises RuntimeError on a refusal."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one() -> int:
        async with gate, session.post("/api/interviews", json={"position": position}) as response:
            body = await response.json()
            if response.status != 200:
                raise RuntimeError(f"creation: {response.status} {body}")
            return int(body["data"]["id"])

    return await asyncio.gather(*(one() for _ in range(count)))


async def enter(
    session: aiohttp.ClientSession, stack: AsyncExitStack, interviews: list[int]
) -> list[Room]:
    """A room of each interview, connected and read until ``stack`` is left."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(number: int) -> Room:
        async with gate:
            socket = await session.ws_connect(f"/api/ws/{number}", max_msg_size=0)
            room = Room(number, socket)
            stack.push_async_callback(socket.close)
            frame = json.loads(await asyncio.wait_for(socket.receive_str(), PATIENCE))
            assert frame["data"]["status"] == "connected", frame
            return room

    rooms = await asyncio.gather(*(one(number) for number in interviews))
    for room in rooms:
        stack.callback(asyncio.create_task(room.read()).cancel)
    return rooms


async def verify(session: aiohttp.ClientSession, rooms: list[Room]) -> list[str]:
    """What was wrong, the history compared: every message seen, and one reply to every answer."""
    wrong = [problem for room in rooms for problem in room.wrong]
    for room in rooms:
        if not room.seen:
            continue
        path = f"/api/interviews/{room.id}/messages?limit=1000&after={room.seen[0] - 1}"
        async with session.get(path) as response:
            rows = (await response.json())["data"]
        if [row["id"] for row in rows] != room.seen:
            wrong.append(f"interview {room.id}: the history has other messages than were sent")
        counts: list[int] = []
        for row in rows:
            if row["sender_type"] == "user":
                counts.append(0)
            elif row["metadata"]["kind"] != "handover":
                counts[-1] += 1
        if counts != [1] * len(room.replies):
            wrong.append(f"interview {room.id}: replies per answer {counts}")
    return wrong
