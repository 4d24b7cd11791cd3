"""The ground of `flow.py`: servers with interviews on them, and what runs beside them."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from flow_beside import POSITION
from flow_room import Room, create, enter, verify
from house import House, Server
from waiting import percentile

__all__ = ["Figures", "Ground", "beside", "model", "spread"]

Figures = dict[str, float | None]

BESIDE = str(Path(__file__).resolve().parent / "flow_beside.py")
SETTLE = 1.0
"""Seconds for stray frames and the sweep before figures are compared."""


@dataclass
class Ground:
    """Where a part is measured."""

    given: argparse.Namespace
    kind: str
    url: str
    wrong: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def serving(self, model: str = "", servers: int = 1) -> AsyncIterator[list[Server]]:
        """So many servers, on a folder that goes with them; the first one runs, the others do not."""
        with tempfile.TemporaryDirectory() as folder:
            more = {"OPENAI_BASE_URL": model, "INTERVIEWGPT_MODEL_CONCURRENCY": "500"}
            rates = {
                "INTERVIEWGPT_RATE": "1000000/min",
                "INTERVIEWGPT_CREATE_RATE": "1000000/min",
            }
            storage = {"DATABASE_URL": self.url, "REDIS_URL": self.given.redis}
            house = House(Path(folder), {**storage, **rates, **(more if model else {})})
            await asyncio.to_thread(house.bootstrap)
            made = [Server(house, self.kind) for _ in range(servers)]
            try:
                made[0].start()
                await made[0].healthy()
                yield made
            finally:
                for server in made:
                    await asyncio.to_thread(server.stop)

    @asynccontextmanager
    async def rooms(
        self, server: Server, count: int, pieces: int
    ) -> AsyncIterator[tuple[list[Room], aiohttp.ClientSession]]:
        """So many interviews, connected; everything they were sent is checked in the end."""
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(server.base, connector=connector) as session:
            made = await create(session, count, POSITION.format(pieces))
            async with AsyncExitStack() as stack:
                rooms = await enter(session, stack, made)
                await asyncio.sleep(SETTLE)
                yield rooms, session
                await asyncio.sleep(SETTLE)
                self.wrong += await verify(session, rooms)


async def beside(*arguments: object) -> dict[str, list[float]]:
    """What a process of `flow_beside.py` found out, in seconds. Raises RuntimeError."""
    command = [sys.executable, BESIDE, *(str(one) for one in arguments)]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    text, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{arguments[0]} failed")
    found: dict[str, list[float]] = json.loads(text)
    return found


@contextmanager
def model(silence: float = 0.0) -> Iterator[str]:
    """The address of a model in a process of its own."""
    command = [sys.executable, BESIDE, "model", "--silence", str(silence)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.communicate("")


def spread(name: str, seconds: list[float], most: bool = False) -> Figures:
    """Median and 99th percentile in milliseconds."""
    figures: Figures = {
        f"{name} p50": statistics.median(seconds) * 1000,
        f"{name} p99": percentile(seconds, 0.99) * 1000,
    }
    return figures | ({f"{name} max": max(seconds) * 1000} if most else {})
