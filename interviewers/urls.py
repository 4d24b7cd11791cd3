"""Addresses under ``/api/interviewers``."""

from __future__ import annotations

from interviewers.views import InterviewerViewSet
from interviewgpt.api.routers import ApiRouter

__all__ = ["urlpatterns"]

router = ApiRouter()
router.register("interviewers", InterviewerViewSet, basename="interviewer")
urlpatterns = router.urls
