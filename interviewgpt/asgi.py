"""Where HTTP, WebSocket and the runners are put together."""

from __future__ import annotations

import gc
import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewgpt.settings")

# Django has to be set up before anything that knows models is imported.
import django

django.setup(set_prefix=False)

from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.conf import settings  # noqa: E402
from django.urls import resolve  # noqa: E402

from interviewers.engines.builtin.judging import misplaced  # noqa: E402
from interviewers.engines.builtin.reading.technical import distinctly_technical  # noqa: E402
from interviewgpt import llm  # noqa: E402
from interviewgpt.accounts.sockets import HandshakeToken  # noqa: E402
from interviewgpt.bodies import BodyLimit  # noqa: E402
from interviewgpt.handler import PooledHandler  # noqa: E402
from interviewgpt.heads import HeadWithoutBody  # noqa: E402
from interviewgpt.leaving import on_leaving  # noqa: E402
from interviewgpt.origins import OriginGate  # noqa: E402
from interviewgpt.requestid import RequestId  # noqa: E402
from interviews.routing import may_wait, websocket_urlpatterns  # noqa: E402
from interviews.runner import runner  # noqa: E402

__all__ = ["application"]


class Server:
    """The application, with the runners started by its first scope and stopped by the last.

    Servers with a lifespan say so themselves; with others the first request does.
    """

    def __init__(self, application: Any) -> None:
        self._application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        runner.start()
        await self._application(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                runner.start()
                on_leaving(runner.leave)
                await send({"type": "lifespan.startup.complete"})
            else:
                await runner.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _settle() -> None:
    """Load what the first request would wait for, and spare the garbage collector what is there to
    stay: a full round over it stops everything for a tenth of a second."""
    resolve("/health")
    # Reads the whole bank: the first message would do it, with its interview locked.
    distinctly_technical()
    misplaced.settle()
    if settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL:
        llm.load()
    gc.collect()
    gc.freeze()


http: Any = PooledHandler(may_wait)
application = Server(
    ProtocolTypeRouter(
        {
            "http": RequestId(HeadWithoutBody(BodyLimit(http))),
            "websocket": HandshakeToken(RequestId(OriginGate(URLRouter(websocket_urlpatterns)))),
        }
    )
)
_settle()
