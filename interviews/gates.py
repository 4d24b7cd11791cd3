"""How much a connection, and all connections of an interview together, may ask of this process."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.buckets import Bucket
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.meters import FRAMES_REFUSED
from interviews.protocol import claimed_client_id

__all__ = ["Gate", "present"]

_TRY_AGAIN_SECONDS = 30
_MANY = 10_000

_connections: dict[int, int] = {}
_rooms: dict[int, Bucket] = {}


class Gate:
    """One connection's way into the room of an interview; `leave` it however it ends.

    Raises ApiError THROTTLED when ``ROOM_CONNECTIONS`` connections are in that room already.
    """

    def __init__(self, interview_id: int) -> None:
        if _connections.get(interview_id, 0) >= settings.ROOM_CONNECTIONS:
            raise ApiError(
                ErrorCode.THROTTLED,
                _("Too many connections to this interview: please close another one first."),
                details={"retry_after": _TRY_AGAIN_SECONDS},
            )
        _connections[interview_id] = _connections.get(interview_id, 0) + 1
        self._interview_id: int | None = interview_id
        self._own = Bucket(settings.FRAME_RATE)
        if interview_id not in _rooms:
            _forget_full()
            _rooms[interview_id] = Bucket(settings.ROOM_FRAME_RATE)
        self._room = _rooms[interview_id]

    def pass_frame(self, text: str) -> None:
        """Let a frame through. Raises ApiError THROTTLED when it is one too many: nothing of it is
        done then. ``details`` have the wait and, of a message that had one, the ``client_id``."""
        wait = max(self._own.wait(), self._room.wait())
        if wait:
            FRAMES_REFUSED.inc()
            details = {"retry_after": wait}
            raise ApiError(ErrorCode.THROTTLED, details=details | claimed_client_id(text))
        self._own.take()
        self._room.take()

    def leave(self) -> None:
        """The connection has ended; a second call does nothing."""
        interview_id, self._interview_id = self._interview_id, None
        if interview_id is None:
            return
        _connections[interview_id] -= 1
        if not _connections[interview_id]:
            del _connections[interview_id]
            # A bucket that is not full stays: who hangs up and calls again does not get a new one.
            if self._room.full:
                _rooms.pop(interview_id, None)


def present() -> tuple[int, int]:
    """How many rooms of this process somebody is in, and how many connections they have."""
    return len(_connections), sum(list(_connections.values()))


def _forget_full() -> None:
    if len(_rooms) < _MANY:
        return
    for interview_id in [key for key in _rooms if key not in _connections and _rooms[key].full]:
        del _rooms[interview_id]
