"""What a log line looks like, and what never stands in one.

No résumé, no answer and no token is logged. What we write ourselves keeps to that; here it is
held for what others write: query strings lose their tokens, and of an exception's own words only
a short beginning is kept, because databases and validators repeat the data they refuse.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from interviewgpt import outage
from interviewgpt.expressions import expression
from interviewgpt.requestid import current

__all__ = ["JsonFormatter", "LineFormatter", "WithRequest", "configuration"]

LONGEST = 200
"""Characters kept of what an exception says."""
_TOKEN = expression(r"(?i)([?&;](?:access_token|refresh|ticket|token|jwt)=)[^&\s\"']+")
_BEARER = expression(r"(?i)\b(bearer[ .])[A-Za-z0-9_.~+/=-]{8,}")
# What `extra` has to say about a request, and nothing that another library attaches.
_EXTRA = ("method", "path", "status", "seconds")

_Info = tuple[type[BaseException], BaseException, TracebackType | None]


def discreet(text: str) -> str:
    """``text`` without the tokens in it."""
    return _BEARER.sub(r"\1…", _TOKEN.sub(r"\1…", text))


class WithRequest(logging.Filter):
    """Notes the id of the request in whose course the line was written."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current() or "-"
        return True


class ProtocolNoise(logging.Filter):
    """What is not UTF-8 is a client's mistake, which uvicorn answers well (1007) but logs as a
    failure of its own."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0] is UnicodeDecodeError:
            record.levelno, record.levelname, record.exc_info = logging.INFO, "INFO", None
        return True


class ChannelNoise(logging.Filter):
    """While Redis is away, whoever listens at it says so every second, with a traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return error is None or not outage.redis.note(error)


class LineFormatter(logging.Formatter):
    """For people: moment, level, where from, the request's id, what happened."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} [{request_id}] {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        return discreet(super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the library's name)
        return _traceback(ei)


class JsonFormatter(logging.Formatter):
    """For machines: one JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(record, "request_id", "-"),
            "message": discreet(record.getMessage()),
        }
        line |= {key: getattr(record, key) for key in _EXTRA if hasattr(record, key)}
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = discreet(_traceback(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


def _traceback(info: Any) -> str:
    """The stacks of an exception and of its causes, without the data in its words."""
    error = info[1]
    parts: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        stack = "".join(traceback.format_tb(error.__traceback__))
        head = "Traceback (most recent call last):\n" if stack else ""
        parts.append(f"{head}{stack}{type(error).__name__}: {_words(error)}".rstrip(": "))
        cause = error.__cause__
        error = cause if cause or error.__suppress_context__ else error.__context__
    return "\n\nwhich came from:\n\n".join(parts)


def _words(error: BaseException) -> str:
    try:
        first = str(error).strip().splitlines()[:1]
    except Exception:  # noqa: BLE001 (whatever an exception's own text does, the line is written)
        return ""
    return first[0][:LONGEST] if first else ""


def configuration(level: str, style: str) -> dict[str, Any]:
    """Django's LOGGING. Libraries that write data at their finest levels are held above them."""
    quiet = {
        # SQL with its parameters; templates' contexts; what is sent to and comes from sockets,
        # models and other servers.
        "django.db.backends": "INFO",
        "django.template": "INFO",
        "openai": "INFO",
        "httpcore": "INFO",
        "httpcore2": "INFO",
        "httpx": "INFO",
        "httpx2": "INFO",
        "aiohttp": "INFO",
        "websockets": "INFO",
        "asyncio": "INFO",
        # Refusals are the client's business; what failed here is logged once, where it failed.
        "django.request": "CRITICAL",
        "django.security": "CRITICAL",
    }
    # A logger's own level holds in place of the root's: it must not be lower than that.
    ours: dict[str, Any] = {
        name: {"level": max(lowest, level, key=logging.getLevelNamesMapping().__getitem__)}
        for name, lowest in quiet.items()
    }
    # uvicorn's lines in our form; its access log, with query strings, is replaced by ours.
    ours["uvicorn"] = {"level": "INFO", "handlers": [], "propagate": True}
    ours["uvicorn.error"] = {"handlers": [], "propagate": True, "filters": ["protocol"]}
    ours["channels_redis.pubsub"] = {"filters": ["channels"]}
    ours["uvicorn.access"] = {"level": "CRITICAL", "handlers": [], "propagate": False}
    formatter = JsonFormatter if style == "json" else LineFormatter
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request": {"()": WithRequest},
            "protocol": {"()": ProtocolNoise},
            "channels": {"()": ChannelNoise},
        },
        "formatters": {"ours": {"()": formatter}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "ours",
                "filters": ["request"],
                "stream": sys.stderr,
            }
        },
        "loggers": ours,
        "root": {"handlers": ["console"], "level": level},
    }
