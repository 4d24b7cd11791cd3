"""A client that costs little: requests over kept connections, and WebSocket clients. Loopback only,
and every loop is bounded by a count."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from flow_beside import PIECES, PIECES_A_SECOND, stamps

TIMEOUT = aiohttp.ClientTimeout(total=60)


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask. ``body`` is JSON, or a factory of a form where ``form`` is given."""

    method: str
    path: str
    body: Any = None
    form: Callable[[], aiohttp.FormData] | None = None
    status: int = 200


@dataclass(slots=True)
class Outcome:
    """Seconds each request took, and the seconds all of them took; of streamed replies also the
    seconds to the first piece, ``first`` from the answer and ``late`` from when the model wrote it."""

    took: list[float] = field(default_factory=list)
    wall: float = 0.0
    first: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)

    def add(self, more: Outcome) -> None:
        """Take in what another part of the same work showed."""
        self.took += more.took
        self.wall += more.wall
        self.first += more.first
        self.late += more.late


async def requests(base: str, make: Callable[[int], Request], count: int, at_once: int) -> Outcome:
    """``count`` requests over ``at_once`` connections. Raises RuntimeError on a wrong status."""
    outcome = Outcome()
    numbers = iter(range(count))
    connector = aiohttp.TCPConnector(limit=at_once)
    async with aiohttp.ClientSession(base, connector=connector, timeout=TIMEOUT) as session:

        async def work() -> None:
            for number in numbers:
                request = make(number)
                more: dict[str, Any] = {}
                if request.form is not None:
                    more["data"] = request.form()
                elif request.body is not None:
                    more["json"] = request.body
                began = time.perf_counter()
                async with session.request(request.method, request.path, **more) as response:
                    text = await response.read()
                outcome.took.append(time.perf_counter() - began)
                if response.status != request.status:
                    raise RuntimeError(f"{request.path}: {response.status} {text[:300]!r}")

        began = time.perf_counter()
        await asyncio.gather(*(work() for _ in range(at_once)))
        outcome.wall = time.perf_counter() - began
    return outcome


async def get_text(base: str, method: str, path: str, body: Any = None) -> str:
    async with (
        aiohttp.ClientSession(base, timeout=TIMEOUT) as session,
        session.request(method, path, json=body) as response,
    ):
        return await response.text()


async def until(socket: aiohttp.ClientWebSocketResponse, *kinds: str) -> dict[str, Any]:
    """The next frame of one of these types, or of a status with one of these names."""
    async with asyncio.timeout(60):
        while True:
            frame = json.loads(await socket.receive_str())
            if frame["type"] in kinds or frame["data"].get("status") in kinds:
                return dict(frame)


async def round_trips(
    base: str, interviews: list[int], make: Callable[[int], dict[str, Any]], count: int, *ends: str
) -> Outcome:
    """On a socket of each interview, ``count`` frames in all, each awaited by a frame of ``ends``."""
    outcome = Outcome()
    numbers = iter(range(count))
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(base, connector=connector) as session:

        async def work(interview: int) -> None:
            async with session.ws_connect(f"/api/ws/{interview}", max_msg_size=0) as socket:
                await until(socket, "connected")
                for number in numbers:
                    began = time.perf_counter()
                    await socket.send_str(json.dumps(make(number)))
                    await until(socket, *ends)
                    outcome.took.append(time.perf_counter() - began)

        began = time.perf_counter()
        await asyncio.gather(*(work(interview) for interview in interviews))
        outcome.wall = time.perf_counter() - began
    return outcome


async def replies(
    base: str, interviews: list[int], make: Callable[[int], dict[str, Any]], count: int
) -> Outcome:
    """On a socket of each interview, ``count`` frames in all, each answered by a model in pieces and
    then as a whole. They begin one after the other within the time of a reply, so that no two speak
    in step. Raises RuntimeError for a reply without pieces, or by somebody else."""
    outcome = Outcome()
    numbers = iter(range(count))
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(base, connector=connector) as session:

        async def work(place: int, interview: int) -> None:
            await asyncio.sleep(place / len(interviews) * PIECES / PIECES_A_SECOND)
            async with session.ws_connect(f"/api/ws/{interview}", max_msg_size=0) as socket:
                await until(socket, "connected")
                for number in numbers:
                    await _reply(socket, make(number), outcome)

        began = time.perf_counter()
        await asyncio.gather(*(work(*one) for one in enumerate(interviews)))
        outcome.wall = time.perf_counter() - began
    return outcome


async def _reply(
    socket: aiohttp.ClientWebSocketResponse, frame: dict[str, Any], outcome: Outcome
) -> None:
    began, first = time.monotonic(), 0.0
    await socket.send_str(json.dumps(frame))
    async with asyncio.timeout(60):
        while True:
            text = await socket.receive_str()
            now = time.monotonic()
            found = json.loads(text)
            if found["type"] == "delta" and not first and (written := stamps(text)):
                first = now
                outcome.first.append(now - began)
                outcome.late.append(now - written[1])
            if found["type"] == "error" or found["data"].get("status") == "engine_changed":
                raise RuntimeError(f"the model's reply did not get through: {text[:300]}")
            if found["type"] == "message":
                break
    if not first:
        raise RuntimeError(f"no pieces of the model's before {text[:300]}")
    outcome.took.append(now - began)


async def hold(
    base: str, interviews: list[int], count: int, measure: Callable[[], Awaitable[None] | None]
) -> Outcome:
    """Open ``count`` sockets, then call ``measure`` while all of them are open and idle."""
    outcome = Outcome()
    connector = aiohttp.TCPConnector(limit=0)
    sockets: list[aiohttp.ClientWebSocketResponse] = []
    gate = asyncio.Semaphore(20)
    async with aiohttp.ClientSession(base, connector=connector) as session:

        async def connect(number: int) -> None:
            async with gate:
                began = time.perf_counter()
                path = f"/api/ws/{interviews[number % len(interviews)]}"
                socket = await session.ws_connect(path)
                await until(socket, "connected")
                outcome.took.append(time.perf_counter() - began)
                sockets.append(socket)

        began = time.perf_counter()
        await asyncio.gather(*(connect(number) for number in range(count)))
        outcome.wall = time.perf_counter() - began
        await asyncio.sleep(1)
        if (waiting := measure()) is not None:
            await waiting
        await asyncio.gather(*(socket.close() for socket in sockets))
    return outcome
