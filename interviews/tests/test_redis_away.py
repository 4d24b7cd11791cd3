"""A Redis that goes and comes back: two lines in the log, and the room hears again."""

from __future__ import annotations

import asyncio
import logging
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from channels.layers import get_channel_layer
from pytest_django.fixtures import Settings

from interviewgpt import outage
from interviews import hub, rooms
from interviews.tests.server import free_port

ROOM = 7
PATIENCE = 30


@contextmanager
def redis_at(port: int, folder: Path) -> Iterator[None]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("needs a redis-server")
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


async def answers(port: int) -> None:
    """Wait until somebody listens at the port."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a reader of the log would see."""
    return [r.message for r in caplog.records if r.levelno >= logging.WARNING]


async def test_an_outage_is_two_lines(
    settings: Settings,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    away = outage.Outage("Redis", "events come late")
    monkeypatch.setattr(outage, "redis", away)
    port = free_port()
    backend = "channels_redis.pubsub.RedisPubSubChannelLayer"
    hosts = [f"redis://127.0.0.1:{port}/0"]
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": backend, "CONFIG": {"hosts": hosts}}}
    box, late = hub.inbox(), hub.inbox()
    with redis_at(port, tmp_path):
        await answers(port)
        await rooms.join(ROOM, box)
    await rooms.join(ROOM + 1, late)
    async with asyncio.timeout(PATIENCE):
        # Several of them: the layer's own listener tries every second.
        for _ in range(3):
            await rooms.send(ROOM, {"type": "room.frame", "frame": {}})
            await hub.look_for_layer()
            await asyncio.sleep(1)
    assert away.going_on
    assert said(caplog) == ["Redis does not answer (ConnectionError): events come late"]
    with redis_at(port, tmp_path):
        await answers(port)
        async with asyncio.timeout(PATIENCE):
            while away.going_on:
                await hub.look_for_layer()
                await asyncio.sleep(0.2)
        assert len(said(caplog)) == 2
        assert said(caplog)[1].startswith("Redis answers again after ")
        # As another process would.
        layer = get_channel_layer()
        assert layer is not None
        for number, inbox in ((ROOM, box), (ROOM + 1, late)):
            while not inbox.empty():
                inbox.get_nowait()
            told = {"type": "server.told", "server": "x", "room": number}
            await layer.group_send(f"interview.{number}", told | {"events": [{"type": "new"}]})
            assert await asyncio.wait_for(inbox.get(), PATIENCE) == {"type": "new"}
            await rooms.leave(number, inbox)
        await layer.flush()
