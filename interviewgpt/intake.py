"""Request bodies on their way through Daphne: no more of one in memory than a piece.

Twisted keeps a body in a file, however long it is, and Daphne puts all of it into a queue in memory
before the application has read a byte. Here the file ends soon after the largest body that can be
welcome, and the application reads it piece by piece.
"""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from typing import IO, Any

import daphne.http_protocol
from daphne.http_protocol import WebRequest
from django.conf import settings

from interviewgpt.bodies import FORM_ALLOWANCE

__all__ = ["BodyFromFile", "hand_over"]

PIECE = 64 * 1024
_KEY = "interviewgpt.body"

Receive = Callable[[], Awaitable[dict[str, Any]]]


class _Request(WebRequest):
    """A request whose body is kept up to one byte more than the largest that is let in.

    The rest is read and forgotten, so that the client comes to its end and hears the answer.
    """

    # Twisted would read forms by itself, once more and in memory, and answer malformed ones
    # without asking the application; each request sets this flag, so only a property holds it down.
    _parsePOSTFormSubmission = property(lambda _: False, lambda _, __: None)  # noqa: N815
    _kept = 0

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        room = settings.MAX_RESUME_BYTES + FORM_ALLOWANCE + 1 - self._kept
        if room > 0:
            super().handleContentChunk(data[:room])
            self._kept += len(data)


daphne.http_protocol.WebRequest = _Request


def hand_over(request: Any, scope: dict[str, Any]) -> None:
    """Move the body's file from a request into its scope, before Daphne reads it into its queue."""
    scope[_KEY], request.content = request.content, io.BytesIO()


class BodyFromFile:
    """ASGI middleware that reads bodies which `hand_over` has put into the scope."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Any) -> None:
        body: IO[bytes] | None = scope.pop(_KEY, None)
        if body is None:
            await self.app(scope, receive, send)
            return
        with body:
            await self.app(scope, _reader(body, receive), send)


def _reader(body: IO[bytes], receive: Receive) -> Receive:
    begun = ended = False

    async def read() -> dict[str, Any]:
        nonlocal begun, ended
        if not begun:
            begun = True
            event = await receive()  # Daphne's own, of the empty file left to it
            if event["type"] != "http.request":
                ended = True
                return event
        if ended:
            return await receive()
        piece = body.read(PIECE)
        ended = len(piece) < PIECE
        return {"type": "http.request", "body": piece, "more_body": not ended}

    return read
