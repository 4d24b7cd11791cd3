"""Which web pages may open a WebSocket: the same setting that governs CORS."""

from __future__ import annotations

from typing import Any

from django.conf import settings

__all__ = ["OriginGate"]


class OriginGate:
    """Refuses (403, before the handshake) a WebSocket whose ``Origin`` is not among ``ORIGINS``.

    A client without the header is no browser and is let in, as is everybody while ``*`` stands
    in the setting.
    """

    def __init__(self, application: Any) -> None:
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if _welcome(scope):
            await self._application(scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close", "code": 4403})


def _welcome(scope: dict[str, Any]) -> bool:
    if "*" in settings.ORIGINS:
        return True
    headers = dict(scope.get("headers", ()))
    origin = headers.get(b"origin", b"").decode("latin-1")
    if not origin or origin in settings.ORIGINS:
        return True
    host = headers.get(b"host", b"").decode("latin-1")
    return bool(host) and origin in (f"http://{host}", f"https://{host}")
