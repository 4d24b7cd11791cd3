"""How many interviews one person may have under way."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.errors import ApiError, ErrorCode
from interviews.models import Interview, Status

__all__ = ["admit_another"]

_DAY = timedelta(days=1)


def admit_another(*, owner_id: int) -> None:
    """Raises ApiError THROTTLED when ``OPEN_INTERVIEWS`` of the owner's interviews, begun within
    the last 24 hours, have not ended. The wait is until the oldest of them no longer counts; one
    that was left lying must not lock its owner out for good."""
    now = timezone.now()
    begun = list(
        Interview.objects.filter(owner_id=owner_id, status=Status.ACTIVE, created_at__gt=now - _DAY)
        .order_by("-created_at")
        .values_list("created_at", flat=True)[: settings.OPEN_INTERVIEWS]
    )
    if len(begun) >= settings.OPEN_INTERVIEWS:
        wait = max(1, round((begun[-1] + _DAY - now).total_seconds()))
        raise ApiError(
            ErrorCode.THROTTLED,
            _("Too many interviews are under way: please end one of them first."),
            details={"retry_after": wait},
            retry_after=wait,
        )
