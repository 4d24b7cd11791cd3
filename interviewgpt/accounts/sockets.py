"""A WebSocket's token, taken off its request before anybody could write it into a log."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

__all__ = ["BEARER", "HandshakeToken"]

BEARER = "bearer"
"""The subprotocol offered before the token, and the one that is answered with."""

_PARAMETER = b"token="


class HandshakeToken:
    """ASGI middleware: ``scope["token"]`` is the token a client brought, or None.

    It comes as the subprotocol after ``bearer`` (``Sec-WebSocket-Protocol: bearer, <token>``) or
    as the query parameter ``token``. The scope is changed in place, because servers write its
    query string into their logs once the connection is accepted.
    """

    def __init__(self, application: Callable[..., Awaitable[None]]) -> None:
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        from_query = _take_parameter(scope)
        scope["token"] = _take_subprotocol(scope) or from_query
        await self._application(scope, receive, send)


def _take_subprotocol(scope: dict[str, Any]) -> str | None:
    offered = list(scope.get("subprotocols") or ())
    if BEARER not in offered:
        return None
    place = offered.index(BEARER) + 1
    token = offered.pop(place) if place < len(offered) else None
    scope["subprotocols"] = offered
    return token


def _take_parameter(scope: dict[str, Any]) -> str | None:
    parts = scope.get("query_string", b"").split(b"&")
    tokens = [part for part in parts if part.startswith(_PARAMETER)]
    if not tokens:
        return None
    scope["query_string"] = b"&".join(part for part in parts if part not in tokens)
    return unquote(tokens[-1].removeprefix(_PARAMETER).decode("latin-1"))
