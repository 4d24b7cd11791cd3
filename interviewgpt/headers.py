"""What every answer tells the browser not to do."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

__all__ = ["PAGE_POLICY", "ContentPolicyMiddleware", "data_headers"]

# No script but our own files, none in the page; the admin's widgets set some styles in theirs.
PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"


class ContentPolicyMiddleware:
    """Gives a Content-Security-Policy to what has none of its own: pages may run our files alone,
    data nothing at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        page = response.headers.get("Content-Type", "").startswith("text/html")
        response.headers.setdefault(
            "Content-Security-Policy", PAGE_POLICY if page else _DATA_POLICY
        )
        return response


def data_headers(*, secure: bool) -> dict[str, str]:
    """What the middleware gives to data, for an answer that is none of its own; ``secure`` says
    whether the request came by HTTPS."""
    headers = {
        "Content-Security-Policy": _DATA_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }
    if secure and settings.SECURE_HSTS_SECONDS:
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
    return headers
