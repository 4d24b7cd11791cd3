"""Events take the direct way within a process, and reach every other one once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import redis.asyncio
from channels.layers import channel_layers, get_channel_layer
from channels_redis.pubsub import RedisPubSubChannelLayer

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
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [{"address": redis_url, "socket_timeout": None}]},
        }
    }
    channel_layers.backends.clear()
    client = redis.asyncio.from_url(redis_url)
    yield client
    await client.aclose()
    await get_channel_layer().flush()


def elsewhere(url: str, number: int) -> None:
    """What another process publishes."""

    async def publish() -> None:
        layer = RedisPubSubChannelLayer(hosts=[url])
        told = {"type": "server.told", "server": "another", "room": ROOM}
        await layer.group_send(f"interview.{ROOM}", told | {"events": [event(number)]})
        await layer.flush()

    asyncio.run(publish())


async def heard(client: Any) -> Any:
    """The room, if any process listens to it."""
    return await client.pubsub_channels(f"*interview.{ROOM}")


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
    assert await heard(shared) == []


async def test_a_redis_that_went_and_came_back_is_told_again(shared: Any, redis_url: str) -> None:
    box = hub.inbox()
    await hub.join(ROOM, box)
    assert await shared.client_kill_filter(_type="pubsub") >= 1
    getting = asyncio.create_task(box.get())
    async with asyncio.timeout(20):
        while not getting.done():
            await asyncio.to_thread(elsewhere, redis_url, 1)
            await asyncio.wait({getting}, timeout=0.1)
    assert getting.result()["frame"] == "1"
    await hub.leave(ROOM, box)


async def test_many_who_come_at_once_share_one_channel(shared: Any) -> None:
    boxes = [hub.inbox() for _ in range(20)]
    await asyncio.gather(*(hub.join(ROOM, box) for box in boxes))
    assert len(await shared.pubsub_channels("*server*")) == 1
    assert len(await heard(shared)) == 1
    for box in boxes:
        await hub.leave(ROOM, box)
