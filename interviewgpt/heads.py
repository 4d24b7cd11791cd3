"""Answers to HEAD have no body, on every server."""

from __future__ import annotations

from typing import Any

__all__ = ["HeadWithoutBody"]


class HeadWithoutBody:
    """Keeps bodies out of answers to HEAD.

    A server that drops only the first piece of such a body writes the rest into the connection,
    where the client takes it for the next answer.
    """

    def __init__(self, application: Any) -> None:
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope.get("method") != "HEAD":
            await self._application(scope, receive, send)
            return

        async def quiet(message: dict[str, Any]) -> None:
            if message["type"] != "http.response.body":
                await send(message)
            elif not message.get("more_body"):
                await send({"type": "http.response.body", "body": b"", "more_body": False})

        await self._application(scope, receive, quiet)
