"""The connections of this server process, room by room, and the way events take to them.

An event goes to the connections of its own process directly. Over the channel layer it goes to the
other processes, once to each, however many connections they have there.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
import secrets
from contextlib import suppress
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import InMemoryChannelLayer, get_channel_layer

from interviewgpt import outage

__all__ = [
    "Inbox",
    "deliver",
    "inbox",
    "is_alone",
    "join",
    "leave",
    "look_for_layer",
    "publish",
]

logger = logging.getLogger(__name__)

Event = dict[str, Any]

CAPACITY = 1000
"""Events that may wait for a connection that does not read. Further ones are dropped; what they
told of messages and states is read from the database with the next sweep."""
_REST = 1.0

Inbox = asyncio.Queue[Event]
"""What waits for one connection; made by `inbox`."""


def inbox() -> Inbox:
    return asyncio.Queue(CAPACITY)


class _Hub:
    """Everything of one event loop."""

    def __init__(self) -> None:
        self.name = secrets.token_hex(8)
        self.rooms: dict[int, set[Inbox]] = {}
        self.unheard: set[int] = set()
        self.layer: Any = None
        self.channel = ""
        self.listener: asyncio.Task[None] | None = None
        self.attending = asyncio.Lock()

    def deliver(self, interview_id: int, *events: Event) -> None:
        for box in self.rooms.get(interview_id, ()):
            with suppress(asyncio.QueueFull):
                for event in events:
                    box.put_nowait(event)

    async def attend(self, layer: Any) -> str:
        """The channel of this process, with a listener at it."""
        # One after the other: a channel that nobody listens to would stay subscribed.
        async with self.attending:
            if self.layer is not layer or self.listener is None or self.listener.done():
                self.rest()
                self.layer, self.channel = layer, await layer.new_channel("server")
                # In an empty context: it outlives the connection that it is made for.
                self.listener = asyncio.get_running_loop().create_task(
                    self._listen(layer, self.channel), context=contextvars.Context()
                )
            return self.channel

    async def hear(self, layer: Any, interview_id: int) -> None:
        """Listen to the room, if somebody is still in it."""
        channel = await self.attend(layer)
        if interview_id in self.rooms:
            await layer.group_add(_group(interview_id), channel)
        self.unheard.discard(interview_id)

    def rest(self) -> None:
        """Listen no longer."""
        if self.listener is not None:
            self.listener.cancel()
        self.listener = None

    async def _listen(self, layer: Any, channel: str) -> None:
        while True:
            try:
                told = await layer.receive(channel)
            except Exception as error:
                if not outage.redis.note(error):
                    logger.exception("the channel layer failed")
                await asyncio.sleep(_REST)
                # What came back may have forgotten who was where.
                with suppress(Exception):
                    for interview_id in list(self.rooms):
                        await layer.group_add(_group(interview_id), channel)
                continue
            if told["server"] != self.name:
                self.deliver(told["room"], *told["events"])


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, _Hub] = WeakKeyDictionary()


def _here() -> _Hub:
    loop = asyncio.get_running_loop()
    hub = _hubs.get(loop)
    if hub is None:
        hub = _hubs[loop] = _Hub()
    return hub


def _shared() -> Any | None:
    """The layer that other processes hear, None where there are none."""
    layer = get_channel_layer()
    return None if isinstance(layer, InMemoryChannelLayer) else layer


def _group(interview_id: int) -> str:
    return f"interview.{interview_id}"


async def join(interview_id: int, box: Inbox) -> None:
    """From now on ``box`` gets the room's events. Raises what the layer raises; what other processes
    say is then heard as soon as `look_for_layer` reaches it."""
    hub = _here()
    hub.rooms.setdefault(interview_id, set()).add(box)
    layer = _shared()
    if layer is not None:
        hub.unheard.add(interview_id)
        await hub.hear(layer, interview_id)


async def leave(interview_id: int, box: Inbox) -> None:
    """``box`` gets nothing more. Raises what the layer raises."""
    hub = _here()
    members = hub.rooms.get(interview_id)
    if members is None:
        return
    members.discard(box)
    if members:
        return
    hub.rooms.pop(interview_id, None)
    hub.unheard.discard(interview_id)
    layer, channel = hub.layer, hub.channel
    if not hub.rooms:
        hub.rest()
    if layer is None:
        return
    await layer.group_discard(_group(interview_id), channel)
    if interview_id in hub.rooms and channel == hub.channel:
        # Somebody came in meanwhile, whose joining this may have undone.
        await layer.group_add(_group(interview_id), channel)


def deliver(interview_id: int, *events: Event) -> None:
    """To the connections of this process."""
    _here().deliver(interview_id, *events)


def is_alone() -> bool:
    """Whether there are no other processes to be told."""
    return _shared() is None


async def publish(interview_id: int, *events: Event) -> None:
    """To the other processes, all events in one message. Raises what the layer raises."""
    layer = _shared()
    if layer is not None and events:
        told = {"type": "server.told", "server": _here().name, "room": interview_id}
        await layer.group_send(_group(interview_id), told | {"events": list(events)})


async def look_for_layer() -> None:
    """Where the layer is known to be away, try whether it is back, and listen to the rooms that
    could not be listened to."""
    layer, hub = _shared(), _here()
    if layer is None or not (outage.redis.going_on or hub.unheard):
        return
    try:
        async with asyncio.timeout(_REST):
            await layer.group_send("nobody", {"type": "server.told"})
        for interview_id in list(hub.unheard):
            async with asyncio.timeout(_REST):
                await hub.hear(layer, interview_id)
    except Exception as error:
        if not outage.redis.note(error):
            raise
    else:
        outage.redis.over()
