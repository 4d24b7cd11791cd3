"""Everything that can go wrong, by code, and the one error object that tells a client about it.

REST answers and WebSocket ``error`` frames carry the same object, made by :func:`error_object`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.stamps import utc_stamp
from interviewgpt.requestid import current

__all__ = ["ApiError", "ErrorCode", "error_object"]


class ErrorCode(TextChoices):
    """The closed set of error codes; the label is the sentence used when no other is given."""

    VALIDATION_ERROR = "VALIDATION_ERROR", _("The data sent is not valid.")
    NOT_AUTHENTICATED = "NOT_AUTHENTICATED", _("Please sign in first.")
    PERMISSION_DENIED = "PERMISSION_DENIED", _("You are not allowed to do this.")
    NOT_FOUND = "NOT_FOUND", _("There is nothing at this address.")
    INTERVIEW_NOT_FOUND = "INTERVIEW_NOT_FOUND", _("This interview does not exist.")
    FEEDBACK_NOT_FOUND = (
        "FEEDBACK_NOT_FOUND",
        _("There is no feedback yet: it is written when the interview ends."),
    )
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED", _("This method is not available here.")
    INTERVIEW_ENDED = "INTERVIEW_ENDED", _("This interview has ended.")
    INTERVIEW_PAUSED = "INTERVIEW_PAUSED", _("This interview is paused.")
    PAYLOAD_TOO_LARGE = "PAYLOAD_TOO_LARGE", _("The request is too large.")
    UNSUPPORTED_MEDIA_TYPE = (
        "UNSUPPORTED_MEDIA_TYPE",
        _("This kind of content is not accepted here."),
    )
    THROTTLED = "THROTTLED", _("Too many requests: please wait a moment.")
    INTERVIEWER_ERROR = "INTERVIEWER_ERROR", _("No interviewer is available.")
    AI_SERVICE_ERROR = (
        "AI_SERVICE_ERROR",
        _("The AI service did not answer. What you sent is saved; please try again."),
    )
    FILE_UPLOAD_ERROR = "FILE_UPLOAD_ERROR", _("The file could not be stored.")
    DATABASE_ERROR = "DATABASE_ERROR", _("The database did not answer. Please try again.")
    INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR", _("Something went wrong on our side.")

    @property
    def status(self) -> int:
        """The HTTP status this code has unless an error says otherwise."""
        return _STATUS.get(self, 500)


_STATUS = {
    ErrorCode.VALIDATION_ERROR: 422,
    ErrorCode.NOT_AUTHENTICATED: 401,
    ErrorCode.PERMISSION_DENIED: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.INTERVIEW_NOT_FOUND: 404,
    ErrorCode.FEEDBACK_NOT_FOUND: 404,
    ErrorCode.METHOD_NOT_ALLOWED: 405,
    ErrorCode.INTERVIEW_ENDED: 409,
    ErrorCode.INTERVIEW_PAUSED: 409,
    ErrorCode.PAYLOAD_TOO_LARGE: 413,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: 415,
    ErrorCode.THROTTLED: 429,
}


class ApiError(Exception):
    """A refusal or failure that a client is told about.

    ``message`` is a sentence for people, translated when it is rendered if it is lazy; without
    one the code's own sentence is used. ``details`` becomes ``error.details`` (for
    ``VALIDATION_ERROR``: field to list of messages). ``status`` replaces the code's HTTP status.
    ``retry_after`` is in seconds and is sent, rounded up, as a ``Retry-After`` header.
    ``NOT_AUTHENTICATED`` says by itself how to sign in (``WWW-Authenticate``).
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str | Promise | None = None,
        *,
        details: Mapping[str, Any] | None = None,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(code, message)
        self.code = code
        self.message: str | Promise = code.label if message is None else message
        self.details = details
        self.status = code.status if status is None else status
        self.headers = dict(headers or {})
        if code is ErrorCode.NOT_AUTHENTICATED:
            self.headers.setdefault("WWW-Authenticate", "Bearer")
        if retry_after is not None:
            self.headers["Retry-After"] = str(max(1, math.ceil(retry_after)))

    def __str__(self) -> str:
        return f"{self.code.value}: {self.message}"


def error_object(error: ApiError) -> dict[str, Any]:
    """The ``error`` object of the envelope and of ``error`` frames, as plain data.

    Lazy texts are rendered in the active language; ``details`` is left out when there is none.
    ``request_id`` is the one that the log has of this request or connection.
    """
    result: dict[str, Any] = {"code": error.code.value, "message": _plain(error.message)}
    if error.details is not None:
        result["details"] = _plain(error.details)
    result["timestamp"] = utc_stamp(datetime.now(UTC))
    if request_id := current():
        result["request_id"] = request_id
    return result


def _plain(value: Any) -> Any:
    """``value`` with lazy texts rendered; lone surrogates, which UTF-8 cannot carry, become "?"."""
    if isinstance(value, str | Promise):
        return str(value).encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {_plain(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value
