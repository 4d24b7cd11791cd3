"""Django on ASGI with threads and database connections that last.

Django's own handler gives every request a fresh thread, and with it a fresh database connection,
and changes threads for each middleware. Here the whole synchronous stack, from ``request_started``
to ``request_finished``, runs in one go in a thread of the database's pool.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

from interviewgpt import db
from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.api.rendering import dumps, error_envelope
from interviewgpt.bodies import beginning_with
from interviewgpt.headers import data_headers

__all__ = ["MayWait", "PooledHandler"]

MayWait = Callable[[dict[str, Any]], bool]


class PooledHandler(ASGIHandler):
    """Answers HTTP requests; the views and the middleware are synchronous.

    Requests keep the context they came in (`contextvars`), and `async_to_sync` in a view goes back
    to the server's loop. A client that goes away does not stop a view, which would not notice
    anyway; the sending of a streamed body stops.

    ``may_wait`` says of a scope whether its view may wait for something else than the database:
    such requests have threads of their own and can never take the last one from the quick. So has
    ``/health``, which neither can keep from its answer.
    """

    def __init__(self, may_wait: MayWait) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self._may_wait = may_wait

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            raise ValueError(f"only HTTP is handled here, not {scope['type']}")
        try:
            body = await self._body(receive)
        except RequestAborted:
            return
        pool = self._pool(scope)
        response: Any = await pool.run(self._respond, scope, body)
        if not response.streaming:
            await self.send_response(response, send)
            return
        try:
            await self._stream(response, pool, receive, send)
        finally:
            await asyncio.shield(pool.run(response.close))

    def _pool(self, scope: dict[str, Any]) -> db.Pool:
        if scope["path"].rstrip("/") == "/health":
            return db.watching
        return db.waiting if self._may_wait(scope) else db.quick

    async def _body(self, receive: Any) -> IO[bytes]:
        """The whole body; one that comes in a single piece needs no file. Raises RequestAborted
        when the client has gone."""
        event = await receive()
        if event["type"] == "http.request" and not event.get("more_body", False):
            return io.BytesIO(event.get("body", b""))
        return await self.read_body(beginning_with(event, receive))

    def _respond(self, scope: dict[str, Any], body: IO[bytes]) -> HttpResponseBase:
        """The response, closed already unless its body is still to be read from it."""
        response: Any
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=type(self), scope=scope)
        db.trust()
        request, _ = self.create_request(scope, body)
        if request is None:
            body.close()
            response = _unreadable()
        else:
            response = self._answer(request)
        if not response.streaming:
            # Sends `request_finished`; what is to be sent has been rendered.
            response.close()
        answer: HttpResponseBase = response
        return answer

    def _answer(self, request: HttpRequest) -> Any:
        response: Any = self.get_response(request)
        response._handler_class = type(self)
        if isinstance(response, FileResponse):
            response.block_size = self.chunk_size
        return response

    async def _stream(self, response: Any, pool: db.Pool, receive: Any, send: Any) -> None:
        """Send a streamed body until it ends or the client has gone. Its pieces are fetched where
        the request was answered: what that may wait for, they may."""
        if not response.is_async:
            # Piece by piece: Django would read all of it into memory first.
            response.streaming_content = _pieces(iter(response.streaming_content), pool)
        sending = asyncio.ensure_future(self.send_response(response, send))
        leaving = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                sending.result()
        finally:
            for task in (sending, leaving):
                task.cancel()
            await asyncio.wait({sending, leaving})


async def _pieces(source: Iterator[bytes], pool: db.Pool) -> Any:
    end = object()
    while (piece := await pool.run(next, source, end)) is not end:
        yield piece


def _unreadable() -> HttpResponse:
    """The answer to an address that is not UTF-8, of which no request can be made."""
    error = ApiError(ErrorCode.VALIDATION_ERROR, status=400)
    body = dumps(error_envelope(error_object(error)))
    headers = data_headers(secure=False)
    return HttpResponse(body, "application/json", error.status, headers=headers)


async def _gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
