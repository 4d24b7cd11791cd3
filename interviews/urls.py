"""Addresses under ``/api/interviews``."""

from __future__ import annotations

from interviewgpt.api.routers import ApiRouter
from interviews.views import InterviewViewSet

__all__ = ["urlpatterns"]

router = ApiRouter()
router.register("interviews", InterviewViewSet, basename="interview")
urlpatterns = router.urls
