"""The words of the wire: what a message, an interview and a frame look like. Pure.

Both REST and the WebSocket build their objects here, so that they are the same to the letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NoReturn

import orjson

from interviewgpt.api.stamps import utc_stamp

__all__ = [
    "MAX_CLIENT_ID",
    "MAX_CONTENT",
    "Command",
    "FrameError",
    "FrameType",
    "MessageRow",
    "RoomStatus",
    "claimed_client_id",
    "echo",
    "frame",
    "interview_data",
    "message_data",
    "read_frame",
]

MAX_CONTENT = 20_000
MAX_CLIENT_ID = 64


class FrameType(StrEnum):
    MESSAGE = "message"
    COMMAND = "command"
    PING = "ping"
    STATUS = "status"
    ACK = "ack"
    DELTA = "delta"
    ERROR = "error"
    PONG = "pong"


class RoomStatus(StrEnum):
    """``data.status`` of a status frame."""

    CONNECTED = "connected"
    THINKING = "thinking"
    INTERVIEWER_CHANGED = "interviewer_changed"
    PAUSED = "paused"
    RESUMED = "resumed"
    EVALUATING = "evaluating"
    COMPLETED = "completed"
    ENGINE_CHANGED = "engine_changed"


class Command(StrEnum):
    """What a candidate may ask for besides being heard."""

    SKIP = "skip"
    HINT = "hint"
    PAUSE = "pause"
    RESUME = "resume"
    RETRY = "retry"
    END = "end"


class FrameError(ValueError):
    """A frame that is no frame. ``field`` names what is wrong; the text may be shown."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message as the history keeps it."""

    id: int
    content: str
    sender_type: str
    interviewer_id: str | None
    timestamp: datetime
    metadata: Mapping[str, Any] | None
    client_id: str | None


def message_data(row: MessageRow) -> dict[str, Any]:
    """The message object of REST and WebSocket, keys in the documented order."""
    return {
        "id": row.id,
        "content": row.content,
        "sender_type": row.sender_type,
        "interviewer_id": row.interviewer_id,
        "timestamp": utc_stamp(row.timestamp),
        "metadata": row.metadata,
        "client_id": row.client_id,
    }


def interview_data(interview: Any, turn: str) -> dict[str, Any]:
    """The interview object: the documented keys in order, then the further ones."""
    return {
        "id": interview.id,
        "position": interview.position,
        "difficulty": interview.difficulty,
        "status": interview.status,
        "created_at": utc_stamp(interview.created_at),
        "completed_at": utc_stamp(done) if (done := interview.completed_at) else None,
        "resume_path": interview.resume_path or None,
        "overall_score": interview.overall_score,
        "current_interviewer": interview.current_interviewer or None,
        "language": interview.language,
        "engine": interview.engine,
        "paused": interview.paused,
        "turn": turn,
        "interviewers": interview.panel,
        "usage": {
            "calls": interview.usage_calls,
            "prompt_tokens": interview.usage_prompt_tokens,
            "completion_tokens": interview.usage_completion_tokens,
            "milliseconds": interview.usage_milliseconds,
        },
    }


def frame(kind: FrameType, data: Any) -> str:
    """A frame as it goes over the wire."""
    return orjson.dumps({"type": kind, "data": data}).decode()


def echo(data: Any) -> str:
    """The answer to a ping. Raises `FrameError` for what is nested too deeply, or has half a
    character, and cannot be written."""
    try:
        return frame(FrameType.PONG, data)
    except TypeError as error:
        halved = "surrogate" in str(error)
        raise FrameError("data", "surrogate" if halved else "too_deep") from None


def claimed_client_id(text: str) -> dict[str, str]:
    """``client_id`` of a message frame that is not going to be looked at, {} where there is none;
    of a long frame it is not worth the reading."""
    if len(text) > 2 * MAX_CONTENT:
        return {}
    try:
        claimed = _content(text)["data"]["client_id"]
    except (FrameError, TypeError, KeyError, IndexError):
        return {}
    usable = isinstance(claimed, str) and len(claimed) <= MAX_CLIENT_ID and _whole(claimed)
    return {"client_id": claimed} if usable else {}


def _content(text: str) -> Any:
    """The JSON of a frame. `orjson` takes an escaped half of a surrogate pair for no JSON; it is,
    and who sent it is to hear which field it stands in."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        if "\\ud" not in text.lower():
            raise FrameError("frame", "not_json") from None
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise FrameError("frame", "not_json") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_frame(text: str) -> tuple[FrameType, Any]:
    """Type and data of a client's frame: an object, for a ping anything. Raises `FrameError`.

    Lone surrogates can arrive escaped only (the transport is UTF-8); they are the fields' business.
    """
    content = _content(text)
    if not isinstance(content, dict):
        raise FrameError("frame", "not_object")
    kind = content.get("type")
    if not isinstance(kind, str) or kind not in (
        FrameType.MESSAGE,
        FrameType.COMMAND,
        FrameType.PING,
    ):
        raise FrameError("type", "unknown_type")
    data = content.get("data")
    if kind != FrameType.PING and not isinstance(data, dict):
        raise FrameError("data", "not_object")
    return FrameType(kind), data
