"""One id per request or connection: in every line that is logged for it, in the answer's header
``X-Request-ID`` and in the body of an error."""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, TypeVar

__all__ = ["RequestId", "current", "within"]

T = TypeVar("T")

_current: ContextVar[str] = ContextVar("request_id", default="")
_SANE = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_HEADER = b"x-request-id"
access = logging.getLogger("interviewgpt.access")


def current() -> str:
    """The id of the request or connection that is being served, "" outside of one."""
    return _current.get()


def within(request_id: str, call: Callable[[], T]) -> T:
    """Run ``call`` as a part of that request, in a thread that does not know of it."""
    token = _current.set(request_id)
    try:
        return call()
    finally:
        _current.reset(token)


class RequestId:
    """ASGI middleware that gives each request and each WebSocket its id, and logs it at INFO.

    A client's own ``X-Request-ID`` is kept if it is 1-64 letters, digits, dots, dashes and
    underscores; anything else is replaced. Query strings, which may hold a token, and bodies are
    never logged.
    """

    def __init__(self, application: Any) -> None:
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        request_id = _asked(scope) or secrets.token_hex(8)
        token = _current.set(request_id)
        try:
            if scope["type"] == "http":
                await self._request(scope, receive, send, request_id)
            else:
                await self._connection(scope, receive, send, request_id)
        finally:
            _current.reset(token)

    async def _request(
        self, scope: dict[str, Any], receive: Any, send: Any, request_id: str
    ) -> None:
        begun = time.perf_counter()
        status = 0

        async def marked(message: dict[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = _with_header(message, request_id)
            await send(message)

        try:
            await self._application(scope, receive, marked)
        finally:
            seconds = time.perf_counter() - begun
            access.info(
                "%s %s %s %s %.3fs",
                _client(scope),
                scope["method"],
                _path(scope),
                status or "-",
                seconds,
                extra={
                    "method": scope["method"],
                    "path": _path(scope),
                    "status": status,
                    "seconds": round(seconds, 3),
                },
            )

    async def _connection(
        self, scope: dict[str, Any], receive: Any, send: Any, request_id: str
    ) -> None:
        begun = time.perf_counter()

        async def marked(message: dict[str, Any]) -> None:
            if message["type"] == "websocket.accept":
                message = _with_header(message, request_id)
                access.info("%s WebSocket %s accepted", _client(scope), _path(scope))
            # Who has hung up is no failure; servers may say so here, and say it again by the
            # event that ends the connection.
            with suppress(OSError):
                await send(message)

        try:
            await self._application(scope, receive, marked)
        finally:
            seconds = time.perf_counter() - begun
            access.info("%s WebSocket %s left %.3fs", _client(scope), _path(scope), seconds)


def _asked(scope: dict[str, Any]) -> str:
    for name, value in scope.get("headers", ()):
        if name.lower() == _HEADER:
            return value.decode("ascii") if _SANE.fullmatch(value) else ""
    return ""


def _with_header(message: dict[str, Any], request_id: str) -> dict[str, Any]:
    headers = [*message.get("headers", ()), (_HEADER, request_id.encode("ascii"))]
    return {**message, "headers": headers}


def _client(scope: dict[str, Any]) -> str:
    client = scope.get("client")
    return str(client[0]) if client else "-"


def _path(scope: dict[str, Any]) -> str:
    """The path as it was sent, percent-encoded and without its query."""
    raw = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    text = bytes(raw).partition(b"?")[0].decode("latin-1")
    return text.encode("ascii", "backslashreplace").decode() if text.isprintable() else repr(text)
