"""Answers to what fails outside DRF: Django's error handlers, and what they are made of.

Under ``/api`` an error is always JSON. Elsewhere it is JSON too, unless HTML is preferred.
"""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.utils.cache import patch_vary_headers

from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.api.handling import api_error
from interviewgpt.api.negotiation import prefers_html
from interviewgpt.api.rendering import dumps, error_envelope
from interviewgpt.language import active_code
from interviewgpt.requestid import current

__all__ = [
    "bad_request",
    "error_answer",
    "is_api",
    "json_error",
    "page_not_found",
    "permission_denied",
    "server_error",
]


def is_api(path: str) -> bool:
    """Whether the path belongs to the API, whose answers are JSON whatever is asked for."""
    return path == "/api" or path.startswith("/api/")


def json_error(error: ApiError) -> HttpResponse:
    """The error envelope in the active language."""
    return HttpResponse(
        dumps(error_envelope(error_object(error))),
        content_type="application/json",
        status=error.status,
        headers=error.headers,
    )


def error_answer(request: HttpRequest, error: ApiError) -> HttpResponse:
    """The answer to a request that failed outside DRF, in the request's language."""
    with translation.override(active_code(request)):
        if is_api(request.path_info):
            return json_error(error)
        response = _page(error) if prefers_html(request) else json_error(error)
    patch_vary_headers(response, ("Accept",))
    return response


def _page(error: ApiError) -> HttpResponse:
    with translation.override("zh-hans"):
        chinese = str(error.message)
    with translation.override("en"):
        english = str(error.message)
    # Without the request: what failed may be the session or the database behind it.
    html = get_template("error.html").render(
        {
            "status": error.status,
            "chinese": chinese,
            "english": english,
            "request_id": current(),
        }
    )
    return HttpResponse(html, status=error.status, headers=error.headers)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_answer(request, api_error(exception))


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_answer(request, ApiError(ErrorCode.PERMISSION_DENIED))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_answer(request, ApiError(ErrorCode.PERMISSION_DENIED))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_answer(request, ApiError(ErrorCode.NOT_FOUND))


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls this while the exception is being handled, and has logged it."""
    exception = sys.exc_info()[1]
    error = ApiError(ErrorCode.INTERNAL_SERVER_ERROR)
    return error_answer(request, error if exception is None else api_error(exception))
