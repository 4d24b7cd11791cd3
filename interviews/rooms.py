"""One room per interview: frames to all its connections, those of other processes included.

Events may be dropped on the way. Whoever misses a message reads it from the history: an event carries
the id of the message before it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer
from django.utils import translation

from interviewgpt import outage
from interviewgpt.api.errors import ApiError, error_object
from interviewgpt.language import code_of
from interviews import hub
from interviews.ledger import Posted
from interviews.models import Interview, SenderType, Status, TurnState
from interviews.protocol import Command, FrameType, MessageRow, RoomStatus, frame, message_data
from interviews.texts import status_text, vain_text

__all__ = [
    "Event",
    "RoomView",
    "changes",
    "command_event",
    "connected_event",
    "delta_event",
    "error_event",
    "gone_event",
    "is_spoken",
    "join",
    "leave",
    "message_event",
    "send",
    "state_event",
    "status_event",
    "tell_here",
    "tell_others",
    "thinking_event",
    "vain",
]

logger = logging.getLogger(__name__)

Event = dict[str, Any]

_PATIENCE = 5
"""Seconds for the channel layer; clients wait longer than that for their first frame (the pages'
own 15 s)."""
_MUTE_SECONDS = 15
_muted: WeakKeyDictionary[Any, float] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room as somebody finds it who comes in.

    ``last_spoken_id`` is the last message an engine has said, while nothing is due the last of all;
    ``state`` is status, current interviewer and paused; ``roles`` the panel's roles by id;
    ``data`` the interview object.
    """

    language: str
    last_message_id: int | None
    last_spoken_id: int | None
    state: tuple[str, str, bool]
    roles: dict[str, str]
    data: dict[str, Any]


def message_event(posted: Posted, origin: str = "") -> Event:
    """A saved message; the connection ``origin`` sent it and does not get it back."""
    return {
        "type": "room.message",
        "id": posted.row.id,
        "previous": posted.previous_id,
        "spoken": is_spoken(posted.row),
        "origin": origin,
        "frame": frame(FrameType.MESSAGE, message_data(posted.row)),
    }


def is_spoken(row: MessageRow) -> bool:
    """Whether an engine has said the message, piece by piece; other interviewers' lines are posted."""
    return row.sender_type == SenderType.INTERVIEWER and bool(row.metadata)


def thinking_event(interview: Interview, reply_to: int | None) -> Event:
    """That somebody thinks of what to say after the interview's last message."""
    event = status_event(
        RoomStatus.THINKING, interview.language, interview.current_interviewer, reply_to=reply_to
    )
    return event | {"after": interview.last_message_id or 0}


def status_event(
    status: RoomStatus, language: str, current_interviewer: str | None, **more: Any
) -> Event:
    """A status; ``role`` among the further keys names the interviewer in the sentence."""
    data = {
        "status": status.value,
        "current_interviewer": current_interviewer or None,
        "message": status_text(
            status, language, role=more.pop("role", ""), reason=more.get("reason", "")
        ),
        **more,
    }
    return {
        "type": "room.status",
        "status": status.value,
        "current_interviewer": current_interviewer or "",
        "frame": frame(FrameType.STATUS, data),
    }


def changes(
    room: RoomView, before: tuple[str, str, bool], now: tuple[str, str, bool]
) -> list[Event]:
    """The status events between two states of a room."""
    status, current, paused = now
    events = []
    if current != before[1] and current:
        role = room.roles.get(current, current)
        events.append(
            status_event(RoomStatus.INTERVIEWER_CHANGED, room.language, current, role=role)
        )
    if status != before[0]:
        events.append(status_event(RoomStatus.COMPLETED, room.language, current))
    elif paused != before[2]:
        name = RoomStatus.PAUSED if paused else RoomStatus.RESUMED
        events.append(status_event(name, room.language, current))
    return events


def connected_event(room: RoomView) -> Event:
    """The first frame of a connection, with the interview object."""
    return status_event(RoomStatus.CONNECTED, room.language, room.state[1], interview=room.data)


def vain(name: Command, room: RoomView) -> str:
    """Why a command had nothing to do, in the language that is active; "" where the state says it."""
    status, _current, paused = room.state
    idle = status == Status.ACTIVE and not paused and room.data["turn"] == TurnState.IDLE
    return vain_text(name) if idle else ""


def state_event(room: RoomView, name: Command) -> Event:
    """The state as it is, for the command ``name`` that had nothing to do."""
    status, current, paused = room.state
    now = RoomStatus.RESUMED
    if status == Status.COMPLETED:
        now = RoomStatus.COMPLETED
    elif paused:
        now = RoomStatus.PAUSED
    elif room.data["turn"] in (TurnState.DUE, TurnState.RUNNING):
        now = RoomStatus.THINKING
    with translation.override(code_of(room.language)):
        why = vain(name, room)
    told = {"message": why} if why else {}
    return status_event(now, room.language, current, **told, interview=room.data)


def command_event(name: Command, room: RoomView) -> Event | None:
    """What the room is told of a command that changed something; None when its effect speaks."""
    status = {Command.PAUSE: RoomStatus.PAUSED, Command.RESUME: RoomStatus.RESUMED}.get(name)
    if status is None:
        return None
    return status_event(status, room.language, room.state[1], interview=room.data)


def delta_event(
    interviewer_id: str, reply_to: int | None, seq: int, text: str, *, after: int
) -> Event:
    """A piece of what is said after message ``after``. Who has a later one that was spoken may have
    read it from the history, and is told no more how it came about."""
    data = {"interviewer_id": interviewer_id, "reply_to": reply_to, "seq": seq, "text": text}
    return {"type": "room.delta", "after": after, "frame": frame(FrameType.DELTA, data)}


def gone_event() -> Event:
    """The interview has been deleted: every connection says so and ends."""
    return {"type": "room.gone"}


def error_event(error: ApiError, language: str) -> Event:
    with translation.override(code_of(language)):
        return {"type": "room.frame", "frame": frame(FrameType.ERROR, error_object(error))}


def tell_here(interview_id: int, *events: Event) -> bool:
    """To every connection of the room on this server process; whether that is everybody."""
    hub.deliver(interview_id, *events)
    return hub.is_alone()


async def tell_others(interview_id: int, *events: Event) -> None:
    """To every connection of the room on the other server processes.

    A layer that fails, or does not answer within five seconds, is left alone for 15 and logged:
    what was said stands in the history, and whoever misses an event reads it there.
    """
    layer = get_channel_layer()
    if time.monotonic() < _muted.get(layer, 0.0):
        return
    try:
        async with asyncio.timeout(_PATIENCE):
            await hub.publish(interview_id, *events)
    except Exception as error:
        _muted[layer] = time.monotonic() + _MUTE_SECONDS
        if not outage.redis.note(error):
            logger.exception("interview %s: the channel layer failed", interview_id)


async def send(interview_id: int, *events: Event) -> None:
    """To every connection of the room, on every server process, in this order."""
    if not tell_here(interview_id, *events):
        await tell_others(interview_id, *events)


async def join(interview_id: int, inbox: hub.Inbox) -> None:
    """Come into the room, also where the layer is away: what other processes say is then read from
    the history, by the next sweep, until it is back. Raises what else the layer raises."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await hub.join(interview_id, inbox)
    except Exception as error:
        if not outage.redis.note(error):
            raise


async def leave(interview_id: int, inbox: hub.Inbox) -> None:
    """Leave, as far as the layer lets one."""
    with suppress(Exception):
        async with asyncio.timeout(_PATIENCE):
            await hub.leave(interview_id, inbox)
