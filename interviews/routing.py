"""WebSocket addresses, and which requests may wait."""

from __future__ import annotations

from typing import Any

from django.urls import re_path

from interviews.consumers import InterviewConsumer, NowhereConsumer

__all__ = ["may_wait", "websocket_urlpatterns"]

websocket_urlpatterns = [
    re_path(r"^api/ws/(?P<interview_id>[^/]+)/?\Z", InterviewConsumer.as_asgi()),
    re_path(r"", NowhereConsumer.as_asgi()),
]


def may_wait(scope: dict[str, Any]) -> bool:
    """Whether a request may wait: the end for a model, a form for the reading of its résumé."""
    if scope["method"] != "POST":
        return False
    if scope["path"].rstrip("/").endswith("/end"):
        return True
    kinds = (value for name, value in scope["headers"] if name.lower() == b"content-type")
    return any(b"multipart/" in kind.lower() for kind in kinds)
