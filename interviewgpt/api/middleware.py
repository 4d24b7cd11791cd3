"""The last resort: nothing under ``/api`` leaves the house as anything but the envelope."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from whitenoise.middleware import WhiteNoiseMiddleware

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.api.handling import api_error
from interviewgpt.errorpages import error_answer, is_api

__all__ = [
    "ApiErrorMiddleware",
    "PageAccountMiddleware",
    "PageCsrfMiddleware",
    "PageFiles",
    "PageNoticesMiddleware",
    "PageSessionMiddleware",
]

logger = logging.getLogger("interviewgpt.api")

_BY_STATUS = {
    401: ErrorCode.NOT_AUTHENTICATED,
    403: ErrorCode.PERMISSION_DENIED,
    404: ErrorCode.NOT_FOUND,
    405: ErrorCode.METHOD_NOT_ALLOWED,
    413: ErrorCode.PAYLOAD_TOO_LARGE,
    415: ErrorCode.UNSUPPORTED_MEDIA_TYPE,
    429: ErrorCode.THROTTLED,
}
_KEPT_HEADERS = ("Allow", "Retry-After", "WWW-Authenticate")


class ApiErrorMiddleware:
    """Turns what other middleware, plain views and Django's debug pages say into the envelope.

    Anything that is an error, under ``/api`` and not JSON is answered anew by its status; an
    exception that no handler took is logged and becomes a 500 by what it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code == 405 and not getattr(response, "content", b"x"):
            return _replaced(request, response)
        if response.status_code < 400 or not is_api(request.path_info):
            return response
        if response.headers.get("Content-Type", "").startswith("application/json"):
            return response
        return _replaced(request, response)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_api(request.path_info):
            return None
        error = api_error(exception)
        if error.status >= 500:
            logger.error(
                "%s %r: %s", request.method, request.path, error.code.value, exc_info=exception
            )
        return error_answer(request, error)


class _PagesOnly:
    """Leaves requests to the API alone."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_api(request.path_info):
            untouched: HttpResponseBase = self.get_response(request)
            return untouched
        answer: HttpResponseBase = super().__call__(request)  # type: ignore[misc]
        return answer


class PageFiles(_PagesOnly, WhiteNoiseMiddleware):
    """Static files."""


class PageSessionMiddleware(_PagesOnly, SessionMiddleware):
    """Sessions for pages and the admin. The API neither sets a cookie nor takes one back, not even
    one that no session goes with."""


class PageAccountMiddleware(_PagesOnly, AuthenticationMiddleware):
    """Who has signed in on a page; who asks the API is told by a token."""


class PageNoticesMiddleware(_PagesOnly, MessageMiddleware):
    """Notices that pages show once."""


class PageCsrfMiddleware(_PagesOnly, CsrfViewMiddleware):
    """Forgery tokens for pages and the admin; the API takes no cookie and so gives none."""

    def process_view(self, request: HttpRequest, *args: Any) -> Any:
        return None if is_api(request.path_info) else super().process_view(request, *args)


def _replaced(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    status = response.status_code
    fallback = ErrorCode.VALIDATION_ERROR if status < 500 else ErrorCode.INTERNAL_SERVER_ERROR
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    error = ApiError(_BY_STATUS.get(status, fallback), status=status, headers=headers)
    return error_answer(request, error)
