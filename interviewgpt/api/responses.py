"""What a view returns."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from rest_framework.response import Response

__all__ = ["ApiResponse", "ok"]


class ApiResponse(Response):
    """A response whose renderer also writes ``message`` beside ``data``."""

    message: str | Promise | None = None


def ok(data: Any = None, message: str | Promise | None = None, *, status: int = 200) -> ApiResponse:
    """A success: ``data``, and a short sentence about it in the language of the reader."""
    response = ApiResponse(data, status=status)
    response.message = message
    return response
