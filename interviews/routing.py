"""WebSocket addresses, and which requests may wait."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import re_path

from interviews.consumers import InterviewConsumer, NowhereConsumer

__all__ = ["may_wait", "websocket_urlpatterns"]

websocket_urlpatterns = [
    re_path(r"^api/ws/(?P<interview_id>[^/]+)/?\Z", InterviewConsumer.as_asgi()),
    re_path(r"", NowhereConsumer.as_asgi()),
]


def may_wait(scope: dict[str, Any]) -> bool:
    """Whether a request may wait: the end for a model, a form for the reading of its résumé; for the
    bucket where résumés may be, who fetches one or deletes an interview. In the admin anything may,
    for a list deletes what is ticked in it under its own address."""
    method, path = scope["method"], scope["path"].rstrip("/")
    if method == "DELETE" or path.startswith(settings.UPLOADS_URL):
        return True
    if method != "POST":
        return False
    if path.endswith(("/end", "/delete")) or path.startswith("/admin/"):
        return True
    kinds = (value for name, value in scope["headers"] if name.lower() == b"content-type")
    return any(b"multipart/" in kind.lower() for kind in kinds)
