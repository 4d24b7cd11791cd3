"""From what a view returns to the bytes of the documented envelope."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.utils.mediatypes import media_type_matches

from interviewgpt.api.stamps import utc_stamp

__all__ = ["AlwaysJSON", "BareRenderer", "EnvelopeRenderer", "dumps", "envelope", "error_envelope"]

MAX_CONTENT_TYPE = 256


def _default(value: Any) -> Any:
    if isinstance(value, datetime):
        return utc_stamp(value)
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def dumps(value: Any) -> bytes:
    """``value`` as JSON in UTF-8. Datetimes become UTC stamps, lazy texts are rendered.

    Text with lone surrogates and integers beyond 64 bits, which orjson refuses, are written by
    the standard library (as escapes and digits). Raises TypeError for what has no JSON form.
    """
    try:
        return orjson.dumps(value, default=_default, option=orjson.OPT_PASSTHROUGH_DATETIME)
    except TypeError:
        return json.dumps(value, default=_default, separators=(",", ":")).encode("ascii")


def envelope(data: Any, message: str | Promise | None = None) -> dict[str, Any]:
    """The success envelope; ``message`` is left out when there is none."""
    result = {"success": True, "data": data}
    if message is not None:
        result["message"] = message
    return result


def error_envelope(error: Mapping[str, Any]) -> dict[str, Any]:
    """The error envelope around what ``error_object`` made."""
    return {"success": False, "error": error}


class EnvelopeRenderer(BaseRenderer):
    """Puts a view's data into the envelope; the exception handler's data is the error object."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        response = (renderer_context or {}).get("response")
        if response is not None and response.exception:
            return dumps(error_envelope(data))
        return dumps(self.success(data, getattr(response, "message", None)))

    def success(self, data: Any, message: str | Promise | None) -> Any:
        return envelope(data, message)


class BareRenderer(EnvelopeRenderer):
    """For the health checks: success without an envelope, errors with it."""

    def success(self, data: Any, message: str | Promise | None) -> Any:
        return data


class AlwaysJSON(BaseContentNegotiation):
    """``Accept`` and format suffixes do not matter: the answer is JSON.

    A body without a content type is taken for what the view's first parser reads.
    """

    def select_renderer(
        self,
        request: Request,
        renderers: Iterable[BaseRenderer],
        format_suffix: str | None = None,
    ) -> tuple[BaseRenderer, str]:
        renderer = next(iter(renderers))
        return renderer, str(renderer.media_type)

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        content_type = request.content_type
        if not content_type:
            return next(iter(parsers), None)
        if len(content_type) > MAX_CONTENT_TYPE:
            return None
        for parser in parsers:
            if media_type_matches(str(parser.media_type), content_type):
                return parser
        return None
