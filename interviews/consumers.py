"""The interview WebSocket: parse, call, serialise, send."""

from __future__ import annotations

import asyncio
import logging
import secrets
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from channels.consumer import get_handler_name
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from interviewgpt import outage
from interviewgpt.accounts.principals import NOBODY, Principal
from interviewgpt.accounts.sockets import BEARER
from interviewgpt.accounts.tokens import token_principal
from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.api.fields import MAX_ROW_ID, row_id
from interviewgpt.api.handling import api_error
from interviewgpt.db import in_db
from interviewgpt.language import Language, code_of, header_language
from interviews import hub, presence, rooms, services
from interviews.access import Deed, admit, may_speak, reach
from interviews.gates import Gate
from interviews.posting import say
from interviews.protocol import (
    Command,
    FrameError,
    FrameType,
    RoomStatus,
    echo,
    frame,
    message_data,
    read_frame,
)
from interviews.runner import runner
from interviews.serializers import FrameMessageSerializer, plain_message, valid

__all__ = ["InterviewConsumer", "NowhereConsumer"]

logger = logging.getLogger(__name__)

_PAGE = 200
_ON_THE_WAY = 0.2
"""Seconds; the sweep comes again every few of them."""
_TRY_AGAIN = 1013
_REFUSALS = {
    ErrorCode.NOT_AUTHENTICATED: 4401,
    ErrorCode.PERMISSION_DENIED: 4403,
    ErrorCode.THROTTLED: _TRY_AGAIN,
}
_NO_SUCH_ROOM = 4404
_MAX_FRAME = 1024 * 1024
"""Characters; servers with a limit of their own refuse such frames before we see them."""
_FRAME_PROBLEMS = {
    "not_json": _("The frame is not JSON."),
    "not_object": _("A JSON object is expected."),
    "surrogate": _("The text has half a surrogate pair, which is not a character."),
    "too_deep": _("The JSON is nested too deeply."),
    "unknown_type": _("Frames are of type message, command or ping."),
}


class _Socket(AsyncWebsocketConsumer):
    """What both consumers share: the language and the error frame."""

    language: Language = "zh"

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Channels' own waits for its layer as well, and makes a task of every frame for that; here
        what comes from the rooms comes through an inbox (`hub`)."""
        self.scope, self.base_send = scope, send
        with suppress(StopConsumer):
            while True:
                await self.dispatch(await receive())

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Channels' own goes to a thread first, for database connections that are not used here."""
        await getattr(self, get_handler_name(message))(message)

    def asked_language(self) -> Language:
        headers = dict(self.scope.get("headers", ()))
        return header_language(headers.get(b"accept-language", b"").decode("latin-1"))

    async def send_error(self, error: ApiError) -> None:
        with translation.override(code_of(self.language)):
            text = frame(FrameType.ERROR, error_object(error))
        await self.send(text)


def _enter(token: str | None, interview_id: int) -> Principal:
    """Who comes in with this token, if they may read this interview (0 is none). Raises ApiError."""
    who = token_principal(token, required=settings.AUTH == "jwt")
    admit(who, Deed.READ, interview_id or None)
    return who


class NowhereConsumer(_Socket):
    """Any other address: an error frame and a close, not a traceback."""

    async def connect(self) -> None:
        self.language = self.asked_language()
        await self.accept()
        await self.send_error(ApiError(ErrorCode.NOT_FOUND))
        await self.close(_NO_SUCH_ROOM)


class InterviewConsumer(_Socket):
    """One connection to the room of an interview.

    ``last_id`` is the message up to which this connection has everything, either because it was
    sent or because the connection sent it itself; ``spoken_id`` is the last of those that an engine
    has said. All sending of messages happens under one lock, so that the order of the history is
    the order of the frames.
    """

    interview_id: int
    who: Principal = NOBODY
    gate: Gate | None = None
    reader: asyncio.Task[None] | None = None
    reading = False
    joined = False
    ready = False

    async def connect(self) -> None:
        self.language = self.asked_language()
        self.lock = asyncio.Lock()
        self.name = secrets.token_hex(8)
        self.inbox = hub.inbox()
        await self.accept(BEARER if BEARER in self.scope.get("subprotocols", ()) else None)
        self.interview_id = row_id(str(self.scope["url_route"]["kwargs"]["interview_id"])) or 0
        since = self._since()
        try:
            self.who = await in_db(_enter, self.scope["token"], self.interview_id)
            self.gate = Gate(self.interview_id)
            # In the room before the first look at the history, so that nothing falls between.
            self.joined = True
            await rooms.join(self.interview_id, self.inbox)
            self.room = await in_db(services.look_in, interview_id=self.interview_id)
            self.language = "en" if self.room.language == "en" else "zh"
            async with self.lock:
                await self._welcome(since)
        except ApiError as error:
            await self.dismiss(error)
            return
        except Exception as error:  # noqa: BLE001 (logged and told there; the client comes back)
            await self._failed(error)
            await self.close(_TRY_AGAIN)
            return
        presence.enter(self.interview_id, self)
        self.ready = True
        self.reader = asyncio.create_task(self._read_inbox())

    async def _welcome(self, since: int | ApiError | None) -> None:
        """The state, then what was missed since message ``since``."""
        await self.send(rooms.connected_event(self.room)["frame"])
        if isinstance(since, ApiError):
            await self.send_error(since)
            since = None
        # Ids are counted over all interviews: one from elsewhere must not silence what comes.
        last = self.room.last_message_id or 0
        self.last_id = last if since is None else min(since, last)
        self.spoken_id = min(self.last_id, self.room.last_spoken_id or 0)
        self.seen = self.room.state
        await self._send_until(None)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Leave the room however the connection ends, also by an error."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            if self.gate is not None:
                self.gate.leave()
            if self.reader is not None:
                self.reader.cancel()
            if self.joined:
                presence.leave(self.interview_id, self)
                await rooms.leave(self.interview_id, self.inbox)

    async def _read_inbox(self) -> None:
        """Pass on what the room is told; a connection that fails has to come back."""
        try:
            while True:
                event = await self.inbox.get()
                self.reading = True
                await self.dispatch(event)
                self.reading = False
        except Exception as error:  # noqa: BLE001 (logged there; the client comes back)
            with suppress(Exception):
                await self._failed(error)
                await self.close(_TRY_AGAIN)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        if not self.ready:
            return
        try:
            if text_data is not None and len(text_data) > _MAX_FRAME:
                raise ApiError(ErrorCode.PAYLOAD_TOO_LARGE)
            if self.gate is not None:
                self.gate.pass_frame(text_data or "")
            if text_data is None:
                raise FrameError("frame", "not_json")
            kind, data = read_frame(text_data)
            if kind is FrameType.PING:
                await self.send(echo(data))
                return
            reach(self.who, Deed.TAKE_PART)
            if kind is FrameType.MESSAGE:
                await self._message(data)
            else:
                await self._command(data)
        except FrameError as error:
            problem = {error.field: [_FRAME_PROBLEMS[error.reason]]}
            await self.send_error(ApiError(ErrorCode.VALIDATION_ERROR, details=problem))
        except Exception as error:  # noqa: BLE001 (every frame is answered; logged there)
            await self._failed(error)

    async def _message(self, data: dict[str, Any]) -> None:
        fields = plain_message(data)
        if fields is None:
            with translation.override(code_of(self.language)):
                fields = valid(FrameMessageSerializer, data)
        may_speak(self.who, fields["sender_type"])
        async with self.lock:
            posted = await in_db(say, interview_id=self.interview_id, origin=self.name, **fields)
            if posted.created:
                if posted.previous_id is not None and posted.previous_id > self.last_id:
                    await self._send_until(posted.previous_id)
                self.last_id = max(self.last_id, posted.row.id)
            row = message_data(posted.row)
            acknowledged = {key: row[key] for key in ("id", "client_id", "timestamp")}
            await self.send(frame(FrameType.ACK, acknowledged))

    async def _command(self, data: dict[str, Any]) -> None:
        """The room hears of what a command does; of one that did nothing, this connection alone."""
        name = data.get("name")
        if not isinstance(name, str) or name not in list(Command):
            raise ApiError(
                ErrorCode.VALIDATION_ERROR, details={"name": [_("There is no such command.")]}
            )
        command = Command(name)
        changed = await in_db(services.command, interview_id=self.interview_id, name=command)
        room = await in_db(services.look_in, interview_id=self.interview_id)
        event = rooms.command_event(command, room) if changed else None
        if changed:
            runner.announce(self.interview_id, event, due=True)
        if not changed or (command is Command.RETRY and room.state[2]):
            # What becomes due tells the room itself, but not before a pause is over.
            await self.send(rooms.state_event(room, command)["frame"])

    async def _failed(self, error: Exception) -> None:
        told = api_error(error)
        if told.status >= 500 and not outage.redis.note(error):
            logger.error("interview %s: %s", self.interview_id, told.code, exc_info=error)
        await self.send_error(told)

    async def room_message(self, event: dict[str, Any]) -> None:
        if not self.ready:
            return
        async with self.lock:
            if event["id"] <= self.last_id:
                return
            if event["previous"] is not None and event["previous"] > self.last_id:
                await self._send_until(event["previous"])
            if event["origin"] != self.name:
                await self.send(event["frame"])
            self._has(event["id"], event.get("spoken", False))

    async def room_status(self, event: dict[str, Any]) -> None:
        if not self.ready:
            return
        async with self.lock:
            if not self._is_late(event):
                await self._tell_status(event)

    async def room_gone(self, event: dict[str, Any]) -> None:
        """The interview has been deleted."""
        if self.ready:
            async with self.lock:
                await self.dismiss(ApiError(ErrorCode.INTERVIEW_NOT_FOUND))

    async def room_frame(self, event: dict[str, Any]) -> None:
        if not self.ready:
            return
        async with self.lock:
            await self.send(event["frame"])

    async def room_delta(self, event: dict[str, Any]) -> None:
        if not self.ready:
            return
        async with self.lock:
            if not self._is_late(event):
                await self.send(event["frame"])

    def _has(self, message_id: int, spoken: bool) -> None:
        self.last_id = message_id
        if spoken:
            self.spoken_id = message_id

    def _is_late(self, event: dict[str, Any]) -> bool:
        """Whether the message that the event leads to has been sent already, from the history."""
        after: int = event.get("after", self.spoken_id)
        return after < self.spoken_id

    def lacks(self, state: presence.State) -> bool:
        if self._is_reading():
            return False
        return (state[0] or 0) > self.last_id or state[1:] != self.seen

    def _is_reading(self) -> bool:
        """Whether something from the room is still to be sent: a message is not to overtake the
        pieces it was spoken in."""
        return self.reading or not self.inbox.empty()

    async def bring_up(self) -> None:
        """What the channel layer dropped: messages from the history, the state from the row."""
        # What was not dropped, but only just stored, is on its way from whoever stored it.
        await asyncio.sleep(_ON_THE_WAY)
        async with self.lock:
            if self._is_reading():
                return
            # Read under the lock: an older state must not overtake what was told meanwhile.
            state = await in_db(presence.read_state, self.interview_id)
            # Nor must a message that was stored meanwhile overtake its pieces, which are here.
            if state is None or self._is_reading():
                return
            if (state[0] or 0) > self.last_id:
                await self._send_until(state[0])
            for event in rooms.changes(self.room, self.seen, state[1:]):
                await self._tell_status(event)
            self.seen = state[1:]

    async def come_again(self) -> None:
        await self.close(_TRY_AGAIN)

    async def _tell_status(self, event: dict[str, Any]) -> None:
        status, current, paused = self.seen
        name = event["status"]
        if name == RoomStatus.COMPLETED:
            if status == "completed":
                return
            self.seen = ("completed", current, False)
        elif name == RoomStatus.INTERVIEWER_CHANGED:
            if current == event["current_interviewer"]:
                return
            self.seen = (status, event["current_interviewer"], paused)
        elif name in (RoomStatus.PAUSED, RoomStatus.RESUMED):
            if paused is (name == RoomStatus.PAUSED):
                return
            self.seen = (status, current, name == RoomStatus.PAUSED)
        await self.send(event["frame"])

    async def _send_until(self, until: int | None) -> None:
        """Send what lies between ``last_id`` and ``until`` (None: the end), in order."""
        while until is None or self.last_id < until:
            page = await in_db(
                services.list_messages,
                interview_id=self.interview_id,
                after=self.last_id,
                until=until,
                limit=_PAGE,
            )
            for row in page:
                await self.send(frame(FrameType.MESSAGE, message_data(row)))
                self._has(row.id, rooms.is_spoken(row))
            if len(page) < _PAGE:
                return

    async def dismiss(self, error: ApiError) -> None:
        """Say why, and close: the interview is none for whoever asks, or not any more."""
        self.ready = False
        await self.send_error(error)
        await self.close(_REFUSALS.get(error.code, _NO_SUCH_ROOM))

    def _since(self) -> int | ApiError | None:
        values = parse_qs(self.scope.get("query_string", b"").decode("latin-1")).get("since")
        if not values:
            return None
        text = values[-1]
        if text.isascii() and text.isdigit() and len(text) <= 19 and int(text) <= MAX_ROW_ID:
            return int(text)
        return ApiError(
            ErrorCode.VALIDATION_ERROR, details={"since": [_("The id of a message is expected.")]}
        )
