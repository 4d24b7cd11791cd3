"""Events take the direct way within a process, and reach every other one once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import redis.asyncio
from channels.layers import channel_layers, get_channel_layer
from channels_redis.core import RedisChannelLayer

from interviews import hub

ROOM = 7


def event(number: int) -> dict[str, Any]:
    return {"type": "room.frame", "frame": str(number)}


def all_in(box: hub.Inbox) -> list[str]:
    return [box.get_nowait()["frame"] for _ in range(box.qsize())]


async def test_everybody_in_the_room_and_nobody_else() -> None:
    here, too, elsewhere = hub.inbox(), hub.inbox(), hub.inbox()
    await hub.join(ROOM, here)
    await hub.join(ROOM, too)
    await hub.join(ROOM + 1, elsewhere)
    hub.deliver(ROOM, event(1))
    await hub.leave(ROOM, too)
    hub.deliver(ROOM, event(2))
    await hub.leave(ROOM, too)
    assert [all_in(box) for box in (here, too, elsewhere)] == [["1", "2"], ["1"], []]
    await hub.leave(ROOM, here)
    hub.deliver(ROOM, event(3))
    assert all_in(here) == []


async def test_who_does_not_read_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "CAPACITY", 2)
    slow = hub.inbox()
    await hub.join(ROOM, slow)
    for number in range(5):
        hub.deliver(ROOM, event(number))
    assert all_in(slow) == ["0", "1"]


# --- With other processes -------------------------------------------------------------------


@pytest.fixture
async def shared(settings: Any, redis_url: str) -> AsyncIterator[Any]:
    """A layer that others hear, and a client of its Redis."""
    settings.CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [{"address": redis_url, "socket_timeout": None}]},
        }
    }
    channel_layers.backends.clear()
    client = redis.asyncio.from_url(redis_url)
    yield client
    await client.aclose()
    await get_channel_layer().close_pools()


def elsewhere(url: str, number: int) -> None:
    """What another process publishes."""

    async def publish() -> None:
        layer = RedisChannelLayer(hosts=[url])
        told = {"type": "server.told", "server": "another", "room": ROOM}
        await layer.group_send(f"interview.{ROOM}", told | {"events": [event(number)]})
        await layer.close_pools()

    asyncio.run(publish())


async def test_another_process_is_heard_and_ones_own_words_are_not_doubled(
    shared: Any, redis_url: str
) -> None:
    boxes = [hub.inbox() for _ in range(3)]
    for box in boxes:
        await hub.join(ROOM, box)
    await hub.publish(ROOM, event(1))
    await asyncio.to_thread(elsewhere, redis_url, 2)
    async with asyncio.timeout(10):
        first = [(await box.get())["frame"] for box in boxes]
    assert first == ["2"] * 3
    assert [all_in(box) for box in boxes] == [[], [], []]
    for box in boxes:
        await hub.leave(ROOM, box)
    assert await shared.keys("*interview.7*") == []


async def test_a_redis_that_forgot_everything_is_told_again(
    shared: Any, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "_REST", 0.05)
    box = hub.inbox()
    await hub.join(ROOM, box)
    await shared.flushdb()
    async with asyncio.timeout(20):
        while not await shared.keys("*interview.7*"):
            await shared.client_kill_filter(_type="normal", skipme=True)
            await asyncio.sleep(0.1)
        await asyncio.to_thread(elsewhere, redis_url, 1)
        assert (await box.get())["frame"] == "1"
    await hub.leave(ROOM, box)
