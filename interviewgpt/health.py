"""Whether the service is there (``/``) and whether it can work (``/health``)."""

from __future__ import annotations

import logging
import threading
import time
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseFailure
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import re_path, reverse
from django.utils.cache import patch_vary_headers
from rest_framework.request import Request
from rest_framework.response import Response

from interviewgpt.api.negotiation import prefers_html
from interviewgpt.api.rendering import BareRenderer
from interviewgpt.api.schema import documented
from interviewgpt.api.stamps import utc_stamp
from interviewgpt.api.viewsets import ApiView

__all__ = ["Health", "Probe", "Root", "database_answers", "urlpatterns"]

logger = logging.getLogger("interviewgpt.health")

PATIENCE = 3.0
"""Seconds within which the database has to answer."""


FORLORN = 30.0
"""Seconds after which a question is given up, lest one dead connection speak for the database."""


class Probe:
    """One question to the database, asked in a thread of its own.

    A database that hangs holds that thread, never the one that asks. Whoever asks while a
    question is under way waits for the same answer.
    """

    def __init__(self) -> None:
        self.healthy = False
        self.begun = time.monotonic()
        self.done = threading.Event()
        threading.Thread(target=self._ask, name="health", daemon=True).start()

    def _ask(self) -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
                self.healthy = cursor.fetchone() == (1,)
        except (DatabaseFailure, OSError) as error:
            logger.warning("The database does not answer: %s", type(error).__name__)
        finally:
            try:
                connection.close()
            finally:
                self.done.set()


_guard = threading.Lock()
_probe: Probe | None = None


def database_answers(patience: float = PATIENCE) -> bool:
    """Whether the database answers within ``patience`` seconds."""
    global _probe
    with _guard:
        if _probe is None or _probe.done.is_set() or time.monotonic() > _probe.begun + FORLORN:
            _probe = Probe()
        probe = _probe
    return probe.done.wait(patience) and probe.healthy


class HealthView(ApiView):
    """JSON without the envelope, to everybody and as often as they ask."""

    renderer_classes = [BareRenderer]
    authentication_classes = []
    permission_classes = []
    throttle_classes = []


class Root(HealthView):
    """The service says that it is there; a browser is shown to the pages."""

    @documented(
        summary="基础健康检查 · The service is there",
        description="浏览器会被带到演示页面。 · A browser is sent to the demo pages.",
        tags=["health"],
        operation_id="root",
        bare=True,
        response={
            "type": "object",
            "required": ["status", "message"],
            "properties": {
                "status": {"type": "string", "const": "online"},
                "message": {"type": "string"},
            },
        },
        example_response={"status": "online", "message": "Interview-GPT API 正常运行"},
    )
    def get(self, request: Request) -> HttpResponse:
        response: HttpResponse
        if prefers_html(request):
            response = HttpResponseRedirect(reverse("pages:start"))
        else:
            response = Response({"status": "online", "message": "Interview-GPT API 正常运行"})
        patch_vary_headers(response, ["Accept"])
        return response


class Health(HealthView):
    """The service says whether it can work: 503 and ``unhealthy`` when its database is away."""

    @documented(
        summary="详细健康检查 · The service can work",
        description="数据库没有应答时为 503。 · 503 when the database does not answer.",
        tags=["health"],
        operation_id="health",
        bare=True,
        response={
            "type": "object",
            "required": ["status", "service", "version", "timestamp"],
            "properties": {
                "status": {"type": "string", "enum": ["healthy", "unhealthy"]},
                "service": {"type": "string"},
                "version": {"type": "string"},
                "timestamp": {"type": "string", "format": "date-time"},
            },
        },
        example_response={
            "status": "healthy",
            "service": "Interview-GPT API",
            "version": "0.1.0",
            "timestamp": "2024-01-01T00:00:00Z",
        },
        also={
            503: {
                "status": "unhealthy",
                "service": "Interview-GPT API",
                "version": "0.1.0",
                "timestamp": "2024-01-01T00:00:00Z",
            }
        },
    )
    def get(self, request: Request) -> Response:
        healthy = database_answers()
        data: dict[str, Any] = {
            "status": "healthy" if healthy else "unhealthy",
            "service": "Interview-GPT API",
            "version": settings.VERSION,
            "timestamp": utc_stamp(datetime.now(UTC)),
        }
        response = Response(data, status=200 if healthy else 503)
        response["Cache-Control"] = "no-store"
        return response


urlpatterns = [
    re_path(r"^\Z", Root.as_view(), name="root"),
    re_path(r"^health/?\Z", Health.as_view(), name="health"),
]
