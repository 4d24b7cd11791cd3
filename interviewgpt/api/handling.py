"""The one place where an exception becomes an answer."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
)
from django.core.exceptions import ValidationError as ModelValidationError
from django.db import Error as DatabaseFailure
from django.http import Http404, UnreadablePostError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import set_rollback

from interviewgpt.api.errors import ApiError, ErrorCode, error_object

__all__ = ["api_error", "exception_handler"]

logger = logging.getLogger("interviewgpt.api")

MAX_MESSAGE = 300
"""Characters of one field message; validators may repeat what was sent, however long."""


def exception_handler(exc: Exception, context: Mapping[str, Any]) -> Response:
    """DRF's exception handler: always an answer, with the error object as its data."""
    error = api_error(exc)
    if isinstance(exc, exceptions.MethodNotAllowed):
        methods = [name for name in context["view"].allowed_methods if name != "OPTIONS"]
        error.headers["Allow"] = ", ".join(methods)
    if error.status >= 500:
        request = context.get("request")
        logger.error(
            "%s %r: %s",
            getattr(request, "method", "?"),
            getattr(request, "path", "?"),
            error.code.value,
            exc_info=exc,
        )
    set_rollback()
    return Response(error_object(error), status=error.status, headers=error.headers)


def api_error(exc: BaseException) -> ApiError:
    """What a client is told about ``exc``; the text of an unknown exception is never part of it."""
    if isinstance(exc, ApiError):
        return exc
    if isinstance(exc, exceptions.APIException):
        return _from_drf(exc)
    if isinstance(exc, ModelValidationError):
        detail = exc.message_dict if hasattr(exc, "error_dict") else exc.messages
        return _invalid(detail)
    if isinstance(exc, Http404):
        return ApiError(ErrorCode.NOT_FOUND)
    if isinstance(exc, PermissionDenied):
        return ApiError(ErrorCode.PERMISSION_DENIED)
    if isinstance(exc, RequestDataTooBig):
        return ApiError(ErrorCode.PAYLOAD_TOO_LARGE)
    if isinstance(exc, SuspiciousOperation | BadRequest | UnreadablePostError):
        return _bad_request()
    if isinstance(exc, DatabaseFailure):
        return ApiError(ErrorCode.DATABASE_ERROR)
    return ApiError(ErrorCode.INTERNAL_SERVER_ERROR)


def _bad_request(status: int = 400) -> ApiError:
    return ApiError(
        ErrorCode.VALIDATION_ERROR, _("The request could not be understood."), status=status
    )


def _from_drf(exc: exceptions.APIException) -> ApiError:
    match exc:
        case exceptions.ValidationError():
            return _invalid(exc.detail)
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return ApiError(ErrorCode.NOT_AUTHENTICATED)
        case exceptions.PermissionDenied():
            return ApiError(ErrorCode.PERMISSION_DENIED)
        case exceptions.NotFound():
            return ApiError(ErrorCode.NOT_FOUND)
        case exceptions.MethodNotAllowed():
            return ApiError(ErrorCode.METHOD_NOT_ALLOWED)
        case exceptions.UnsupportedMediaType():
            return ApiError(ErrorCode.UNSUPPORTED_MEDIA_TYPE)
        case exceptions.Throttled():
            wait = max(1, getattr(exc, "wait", None) or 1)
            return ApiError(ErrorCode.THROTTLED, details={"retry_after": wait}, retry_after=wait)
        case exceptions.ParseError():
            return _bad_request()
        case _ if exc.status_code < 500:
            return _bad_request(exc.status_code)
        case _:
            return ApiError(ErrorCode.INTERNAL_SERVER_ERROR)


def _invalid(detail: Any) -> ApiError:
    """422 with ``details`` as field to list of messages, however deep the messages were."""
    if not isinstance(detail, Mapping):
        detail = {api_settings.NON_FIELD_ERRORS_KEY: detail}
    details = {str(field): _messages(value) for field, value in detail.items()}
    return ApiError(ErrorCode.VALIDATION_ERROR, details=details)


def _messages(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        found = [message for item in value for message in _messages(item)]
        return list(dict.fromkeys(found))
    text = str(value) if isinstance(value, str | Promise) else repr(value)
    return [text if len(text) <= MAX_MESSAGE else f"{text[:MAX_MESSAGE]}…"]
