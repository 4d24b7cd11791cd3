"""WebSocket addresses."""

from __future__ import annotations

from django.urls import re_path

from interviews.consumers import InterviewConsumer, NowhereConsumer

__all__ = ["websocket_urlpatterns"]

websocket_urlpatterns = [
    re_path(r"^api/ws/(?P<interview_id>[^/]+)/?\Z", InterviewConsumer.as_asgi()),
    re_path(r"", NowhereConsumer.as_asgi()),
]
