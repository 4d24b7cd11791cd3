"""How much body a request may have, settled before any of it is worked on."""

from __future__ import annotations

import re
from typing import cast

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
from interviewgpt.language import code_of, header_language

__all__ = ["BodyLimit"]

FORM_ALLOWANCE = 1024 * 1024
"""What a form with a résumé may hold beside the file, in bytes."""


class BodyLimit:
    """ASGI middleware that answers 413 to a body that is too large, in the error envelope.

    A declared length is believed, because servers enforce it, and nothing is read. A body of
    undeclared length is read up to the limit and handed on with its length, without which Django
    would take it for empty.
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
            body = await _read(receive, limit)
            if body is None:
                return
            length = len(body)
            if length:
                scope = _with_length(scope, length)
            receive = _replay(body, receive)
        if length > limit:
            await _refuse(scope, send)
        else:
            await self.app(scope, receive, send)


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


async def _read(receive: ASGIReceiveCallable, limit: int) -> bytes | None:
    """The body, cut off soon after ``limit``; None when the client has gone."""
    body = bytearray()
    while True:
        event = await receive()
        if event["type"] != "http.request":
            return None
        body += event.get("body", b"")
        if len(body) > limit or not event.get("more_body", False):
            return bytes(body)


def _replay(body: bytes, receive: ASGIReceiveCallable) -> ASGIReceiveCallable:
    waiting = True

    async def replayed() -> ASGIReceiveEvent:
        nonlocal waiting
        if not waiting:
            return await receive()
        waiting = False
        return HTTPRequestEvent(type="http.request", body=body, more_body=False)

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
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode("ascii")),
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
