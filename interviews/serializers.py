"""What comes in over REST and the WebSocket, checked field by field."""

from __future__ import annotations

import threading
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from interviewgpt.api.fields import (
    MAX_ROW_ID,
    CleanCharField,
    PlainIntegerField,
    VisibleCharField,
    is_blank,
)
from interviews.memory import browser_name
from interviews.models import Difficulty, Language, SenderType
from interviews.protocol import MAX_CLIENT_ID, MAX_CONTENT

__all__ = [
    "CreateInterviewBody",
    "CreateInterviewSerializer",
    "FrameMessageSerializer",
    "HistoryQuerySerializer",
    "ListQuerySerializer",
    "PostMessageSerializer",
    "plain_message",
    "valid",
]

MAX_JOB_DESCRIPTION = 20_000
MAX_PANEL = 20
MAX_BROWSER = 200


def valid(serializer: type[serializers.Serializer[Any]], data: Any) -> dict[str, Any]:
    """The checked fields of ``data``. Raises DRF's ValidationError."""
    if data is None:
        serializer(data=None).is_valid(raise_exception=True)
    return dict(_checker(serializer).run_validation(data))


_checkers = threading.local()


def _checker(serializer: type[serializers.Serializer[Any]]) -> serializers.Serializer[Any]:
    """A serializer to check with: its fields are made once for each thread and language, since
    making them takes longer than asking them, and they remember their sentences."""
    known = _checkers.__dict__.setdefault("made", {})
    key = serializer, get_language()
    if key not in known:
        known[key] = serializer()
    found: serializers.Serializer[Any] = known[key]
    return found


class PostMessageSerializer(serializers.Serializer[Any]):
    """A message from outside. Its text and ``client_id`` are kept as they are, with all blanks."""

    content = VisibleCharField(
        max_length=MAX_CONTENT,
        trim_whitespace=False,
        error_messages={"blank": _("A message needs a text.")},
    )
    sender_type = serializers.ChoiceField(choices=SenderType.choices)
    interviewer_id = CleanCharField(max_length=40, required=False, allow_null=True)
    client_id = CleanCharField(
        max_length=MAX_CLIENT_ID, trim_whitespace=False, required=False, allow_null=True
    )

    def validate_client_id(self, value: str | None) -> str | None:
        if value is not None and not value.strip():
            self.fields["client_id"].fail("blank")
        return value


class FrameMessageSerializer(PostMessageSerializer):
    """``data`` of a ``message`` frame: as a posted message, the candidate's if nothing is said."""

    sender_type = serializers.ChoiceField(choices=SenderType.choices, default=SenderType.USER)


def plain_message(data: dict[str, Any]) -> dict[str, Any] | None:
    """What `FrameMessageSerializer` makes of ``data`` of a frame as most of them are; None of any
    other, which it has to be asked about: it takes a tenth of a whole message's time on the loop."""
    content, sender = data.get("content"), data.get("sender_type", SenderType.USER)
    if type(content) is not str or is_blank(content) or sender != "user":
        return None
    if not _is_storable(content, MAX_CONTENT):
        return None
    fields = {"content": content, "sender_type": SenderType.USER}
    if "client_id" in data:
        client_id = data["client_id"]
        if type(client_id) is not str or not _is_storable(client_id, MAX_CLIENT_ID):
            return None
        fields["client_id"] = client_id
    return None if "interviewer_id" in data else fields


def _is_storable(text: str, longest: int) -> bool:
    """Whether there is something in a text that every database takes."""
    if len(text) > longest or "\0" in text or not text.strip():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class CreateInterviewBody(serializers.Serializer[Any]):
    """A new interview without a file."""

    position = VisibleCharField(max_length=200)
    difficulty = serializers.ChoiceField(choices=Difficulty.choices, default=Difficulty.MEDIUM)
    language = serializers.ChoiceField(choices=Language.choices, required=False, allow_null=True)
    job_description = CleanCharField(
        max_length=MAX_JOB_DESCRIPTION, required=False, allow_blank=True, allow_null=True
    )
    interviewers = serializers.ListField(
        child=CleanCharField(max_length=40),
        required=False,
        allow_null=True,
        max_length=MAX_PANEL,
        error_messages={"not_a_list": _("Give a list of interviewers, by their ids.")},
    )
    browser = CleanCharField(
        max_length=MAX_BROWSER,
        required=False,
        allow_blank=True,
        allow_null=True,
        help_text=(
            "演示页面为本浏览器签发的名字，用来避开最近三场问过的题；其他客户端不必填写。 · The name "
            "the demo pages have signed for this browser, so that questions of its last three "
            "interviews are not asked again; other clients leave it out."
        ),
    )

    def validate_browser(self, value: str | None) -> str:
        return browser_name(value or "")


class CreateInterviewSerializer(CreateInterviewBody):
    """A new interview, from JSON or a form. What is in the résumé is looked at separately."""

    resume = serializers.FileField(required=False, allow_null=True, allow_empty_file=True)


class ListQuerySerializer(serializers.Serializer[Any]):
    """``limit`` 1-1000, ``offset`` from 0 to 2^63-1."""

    limit = PlainIntegerField(default=100, min_value=1, max_value=1000)
    offset = PlainIntegerField(default=0, min_value=0, max_value=MAX_ROW_ID)


class HistoryQuerySerializer(ListQuerySerializer):
    """As a list, and ``after`` from 0 to 2^63-1."""

    after = PlainIntegerField(default=0, min_value=0, max_value=MAX_ROW_ID)
