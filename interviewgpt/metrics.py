"""What Prometheus may ask this process: requests, turns, the model, rooms, what is due.

`/metrics` exists where ``METRICS_TOKEN`` is set, for who shows it as a bearer token. Every server
process counts for itself and is to be asked by itself. Labels are closed sets: routes, not paths.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.contrib.admindocs.views import simplify_regex
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.errorpages import error_answer
from interviewgpt.meters import REQUEST_SECONDS, REQUESTS

__all__ = ["MetricsMiddleware", "urlpatterns"]

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@lru_cache(maxsize=256)
def _readable(route: str) -> str:
    """``/api/interviews/<interview_id>`` for the pattern of a route."""
    simple: str = simplify_regex(route)
    return simple.replace(r"\Z", "").rstrip("?").rstrip("/") or "/"


class MetricsMiddleware:
    """Counts requests by the route that answered them; what had none is "unrouted"."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.METRICS_TOKEN:
            return self.get_response(request)
        begun = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        route = _readable(match.route) if match is not None else "unrouted"
        method = request.method if request.method in _METHODS else "other"
        REQUESTS.labels(method, route, str(response.status_code)).inc()
        REQUEST_SECONDS.labels(route).observe(time.perf_counter() - begun)
        return response


@csrf_exempt
def metrics(request: HttpRequest) -> HttpResponse:
    token = settings.METRICS_TOKEN
    if not token:
        return error_answer(request, ApiError(ErrorCode.NOT_FOUND))
    if request.method not in ("GET", "HEAD"):
        headers = {"Allow": "GET, HEAD"}
        return error_answer(request, ApiError(ErrorCode.METHOD_NOT_ALLOWED, headers=headers))
    given = request.headers.get("Authorization", "")
    if not secrets.compare_digest(given.encode(), f"Bearer {token}".encode()):
        headers = {"WWW-Authenticate": "Bearer"}
        return error_answer(request, ApiError(ErrorCode.NOT_AUTHENTICATED, headers=headers))
    response = HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)
    response["Cache-Control"] = "no-store"
    return response


urlpatterns = [re_path(r"^metrics/?\Z", metrics, name="metrics")]
