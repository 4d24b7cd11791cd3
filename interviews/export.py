"""Everything held about one interview, for whom it is about.

Rows are taken with all their columns, and all tables that refer to interviews are: what is added
to either later is exported without anybody having to think of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import models

from feedback.selectors import feedback_data
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.stamps import utc_stamp
from interviews import ledger, services
from interviews.models import Interview
from interviews.protocol import message_data

__all__ = ["export_data"]

_INTERNAL = {"lease_token", "lease_until"}
"""What only says which process is at work: a secret of the runners, nobody's data."""

_SPOKEN_OF = {"messages", "feedback"}
"""Tables that have an object of the API, which is what is exported of them."""


def export_data(*, interview_id: int) -> dict[str, Any]:
    """The interview object with all further columns, the message objects, the rows of the plan and
    of every judgement, the feedback object (None before the end), and what models have cost.

    Raises ApiError INTERVIEW_NOT_FOUND.
    """
    interview = Interview.objects.filter(pk=interview_id).first()
    if interview is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    messages = [
        message_data(ledger.message_row(message)) for message in interview.messages.order_by("pk")
    ]
    described = services.describe(interview)
    data: dict[str, Any] = {
        "exported_at": utc_stamp(datetime.now(UTC)),
        "interview": {**described, **_missing(interview, described)},
        "messages": messages,
        "plan": [],
        "assessments": [],
        "feedback": feedback_data(interview_id=interview_id, language=interview.language),
        "usage": described["usage"],
    }
    for relation in Interview._meta.related_objects:
        name = relation.get_accessor_name() or ""
        if name not in _SPOKEN_OF:
            rows = relation.related_model._default_manager.filter(
                **{relation.field.name: interview}
            )
            key = "plan" if name == "planned" else name
            data[key] = [_columns(row) for row in rows.order_by("pk")]
    return data


def _columns(row: models.Model) -> dict[str, Any]:
    return {
        field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields
    }


def _missing(interview: Interview, described: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that the interview object of the API says nothing of."""
    said = {*described, *_INTERNAL, "panel", *(f"usage_{key}" for key in described["usage"])}
    return {key: value for key, value in _columns(interview).items() if key not in said}


def _plain(value: Any) -> Any:
    return utc_stamp(value) if isinstance(value, datetime) else value
