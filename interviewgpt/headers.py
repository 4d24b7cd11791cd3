"""What every answer tells the browser not to do."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

__all__ = ["PAGE_POLICY", "ContentPolicyMiddleware"]

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
