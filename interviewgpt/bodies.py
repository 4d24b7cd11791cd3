"""How much body a request may have, settled before any of it is worked on."""

from __future__ import annotations

import re
import tempfile
from typing import IO, cast

from asgiref.typing import (
    ASGI3Application,
    ASGIReceiveCallable,
    ASGIReceiveEvent,
    ASGISendCallable,
    HTTPRequestEvent,
    HTTPScope,
    Scope,
)
from django.conf import settings
from django.utils import translation

from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.api.rendering import dumps, error_envelope
from interviewgpt.headers import data_headers
from interviewgpt.language import code_of, header_language

__all__ = ["BodyLimit", "beginning_with"]

FORM_ALLOWANCE = 1024 * 1024
"""What a form with a résumé may hold beside the file, in bytes."""

IN_MEMORY = 1024 * 1024
"""Bytes of a body of undeclared length before it goes to a file."""

PATIENCE = 32 * 1024 * 1024
"""How much of a body that is too large is read and forgotten before it is refused, in bytes."""

_PIECE = 64 * 1024


class BodyLimit:
    """ASGI middleware that answers 413 to a body that is too large, in the error envelope.

    A declared length is believed, because servers enforce it. A body of undeclared length is read
    up to the limit, large ones into a file, and handed on with its length, without which Django
    would take it for empty. What is too large is read and forgotten up to ``PATIENCE`` bytes,
    because many clients hear no answer while they are still sending.
    """

    def __init__(self, app: ASGI3Application) -> None:
        self.app = app

    async def __call__(
        self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable
    ) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = _limit(scope)
        length = _declared_length(scope)
        if length is None:
            event = await receive()
            if event["type"] == "http.disconnect":
                return
            receive = beginning_with(event, receive)
            if not event.get("body") and not event.get("more_body"):
                await self.app(scope, receive, send)
                return
            with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as body:
                await self._undeclared(scope, receive, send, body, limit)
        elif length > limit:
            if not _header(scope, b"expect"):  # who asks first has not begun to send
                await _forget(receive)
            await _refuse(scope, send)
        else:
            await self.app(scope, receive, send)

    async def _undeclared(
        self,
        scope: HTTPScope,
        receive: ASGIReceiveCallable,
        send: ASGISendCallable,
        body: IO[bytes],
        limit: int,
    ) -> None:
        length = await _keep(receive, body, limit)
        if length is None:
            return
        if length > limit:
            await _refuse(scope, send)
            return
        body.seek(0)
        if length:
            scope = _with_length(scope, length)
        await self.app(scope, _replay(body, receive), send)


def _header(scope: HTTPScope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key.lower() == name:
            return value.decode("latin-1")
    return ""


def _limit(scope: HTTPScope) -> int:
    if _header(scope, b"content-type").lstrip().lower().startswith("multipart/form-data"):
        return int(settings.MAX_RESUME_BYTES) + FORM_ALLOWANCE
    return int(settings.MAX_JSON_BYTES)


def _declared_length(scope: HTTPScope) -> int | None:
    text = _header(scope, b"content-length").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


async def _keep(receive: ASGIReceiveCallable, body: IO[bytes], limit: int) -> int | None:
    """Write what comes into ``body`` and return its length; None when the client has gone.

    Nothing is written beyond ``limit``, and nothing read beyond ``PATIENCE`` more.
    """
    length = 0
    while True:
        event = await receive()
        if event["type"] != "http.request":
            return None
        piece = event.get("body", b"")
        length += len(piece)
        if length <= limit:
            body.write(piece)
        if length > limit + PATIENCE or not event.get("more_body", False):
            return length


async def _forget(receive: ASGIReceiveCallable) -> None:
    length = 0
    while length <= PATIENCE:
        event = await receive()
        if event["type"] != "http.request" or not event.get("more_body", False):
            return
        length += len(event.get("body", b""))


def beginning_with(event: ASGIReceiveEvent, receive: ASGIReceiveCallable) -> ASGIReceiveCallable:
    """``receive`` once more from an event that was taken from it."""
    taken = [event]

    async def again() -> ASGIReceiveEvent:
        return taken.pop() if taken else await receive()

    return again


def _replay(body: IO[bytes], receive: ASGIReceiveCallable) -> ASGIReceiveCallable:
    ended = False

    async def replayed() -> ASGIReceiveEvent:
        nonlocal ended
        if ended:
            return await receive()
        piece = body.read(_PIECE)
        ended = len(piece) < _PIECE
        return HTTPRequestEvent(type="http.request", body=piece, more_body=not ended)

    return replayed


def _with_length(scope: HTTPScope, length: int) -> HTTPScope:
    dropped = (b"content-length", b"transfer-encoding")
    headers = [(key, value) for key, value in scope["headers"] if key.lower() not in dropped]
    headers.append((b"content-length", str(length).encode("ascii")))
    return cast(HTTPScope, {**scope, "headers": headers})


async def _refuse(scope: HTTPScope, send: ASGISendCallable) -> None:
    with translation.override(code_of(header_language(_header(scope, b"accept-language")))):
        error = ApiError(ErrorCode.PAYLOAD_TOO_LARGE)
        body = dumps(error_envelope(error_object(error)))
    guards = data_headers(secure=_secure(scope))
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode("ascii")),
        *((name.lower().encode("ascii"), value.encode("ascii")) for name, value in guards.items()),
        *_cors(scope),
    ]
    await send(
        {
            "type": "http.response.start",
            "status": error.status,
            "headers": headers,
            "trailers": False,
        }
    )
    content = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": content, "more_body": False})


def _secure(scope: HTTPScope) -> bool:
    """As Django's ``is_secure``: what a trusted proxy says counts, then the connection."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        said = _header(scope, name.removeprefix("HTTP_").replace("_", "-").lower().encode())
        if said:
            return bool(said.split(",", 1)[0].strip() == value)
    return scope.get("scheme") == "https"


def _cors(scope: HTTPScope) -> list[tuple[bytes, bytes]]:
    """The headers with which a browser lets a page of another origin read the refusal."""
    if not re.match(settings.CORS_URLS_REGEX, scope["path"]):
        return []
    origin = _header(scope, b"origin")
    vary = (b"vary", b"origin")
    if origin and settings.CORS_ALLOW_ALL_ORIGINS:
        return [(b"access-control-allow-origin", b"*"), vary]
    if origin and origin in settings.CORS_ALLOWED_ORIGINS:
        return [(b"access-control-allow-origin", origin.encode("latin-1")), vary]
    return [vary]
