"""Request bodies, read strictly: what is malformed is refused before any field is looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any, NoReturn, cast
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.http import parse_header_parameters
from django.utils.translation import gettext_lazy as _
from rest_framework.parsers import BaseParser, DataAndFiles, MultiPartParser

from interviewgpt.api.errors import ApiError, ErrorCode

__all__ = [
    "MAX_DEPTH",
    "StrictFormParser",
    "StrictJSONParser",
    "StrictMultiPartParser",
    "TooDeepError",
    "strict_json",
]

_TAIL = 1024
MAX_DEPTH = 64
"""How deeply arrays and objects of JSON may be nested in each other."""


class TooDeepError(ValueError):
    """JSON whose arrays and objects are nested deeper than ``MAX_DEPTH``."""


def strict_json(text: str) -> Any:
    """The value of JSON text. Raises TooDeepError, and ValueError for what is not JSON (``NaN`` and
    ``Infinity`` are not) or has an integer longer than Python reads."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise TooDeepError from None
    if _too_deep(text, value):
        raise TooDeepError
    return value


def _malformed(message: str | Promise) -> ApiError:
    return ApiError(ErrorCode.VALIDATION_ERROR, message, status=400)


def _not_utf8() -> ApiError:
    return _malformed(_("The request body is not UTF-8."))


def _read(stream: IO[bytes]) -> bytes:
    """The body, at most ``MAX_JSON_BYTES`` of it; raises PAYLOAD_TOO_LARGE when there is more."""
    body = stream.read(settings.MAX_JSON_BYTES + 1)
    if len(body) > settings.MAX_JSON_BYTES:
        raise ApiError(ErrorCode.PAYLOAD_TOO_LARGE)
    return body


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _too_deep(text: str, value: Any) -> bool:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return False
    level = [value]
    for _depth in range(MAX_DEPTH + 1):
        level = [
            child
            for node in level
            if isinstance(node, list | dict)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return False
    return True


class StrictJSONParser(BaseParser):
    """A JSON object in UTF-8 of at most ``MAX_JSON_BYTES``.

    400 for what is not JSON (``NaN`` and ``Infinity`` are not), not UTF-8, nested deeper than
    ``MAX_DEPTH`` or has an integer longer than Python reads; 413 for too much; 422 for JSON that
    is not an object. NUL and lone surrogates pass: they are the fields' business.
    """

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        try:
            text = _read(stream).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _not_utf8() from None
        try:
            value = strict_json(text)
        except TooDeepError:
            raise _malformed(_("The JSON is nested too deeply.")) from None
        except ValueError:
            raise _malformed(_("The request body is not valid JSON.")) from None
        if not isinstance(value, dict):
            raise ApiError(
                ErrorCode.VALIDATION_ERROR,
                details={"non_field_errors": [_("A JSON object is expected.")]},
            )
        return value


class StrictFormParser(BaseParser):
    """URL-encoded fields in UTF-8 of at most ``MAX_JSON_BYTES``; 400 for other encodings."""

    media_type = "application/x-www-form-urlencoded"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> QueryDict:
        fields = QueryDict(mutable=True)
        limit: int | None = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        try:
            text = _read(stream).decode("utf-8")
            if limit is not None and text.count("&") >= limit:
                raise TooManyFieldsSent("The form has too many fields.")
            for key, value in parse_qsl(text, keep_blank_values=True, errors="strict"):
                fields.appendlist(key, value)
        except UnicodeDecodeError:
            raise _not_utf8() from None
        return fields


class _Tail:
    """A stream that remembers the end of what was read from it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.end = b""

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self.end = (self.end + piece[-_TAIL:])[-_TAIL:]
        return piece


class StrictMultiPartParser(MultiPartParser):
    """Multipart fields in UTF-8; 400 for other encodings and for a body without its last boundary,
    which was cut off or is none.

    Django replaces what is not UTF-8 without a word. Read as Latin-1, which loses nothing, a
    field can still be decoded strictly.
    """

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> DataAndFiles:
        context = {**(parser_context or {}), "encoding": "latin-1"}
        body = _Tail(stream)
        parsed = super().parse(cast("IO[bytes]", body), media_type, context)
        _type, options = parse_header_parameters(media_type or "")
        if f"--{options.get('boundary', '')}--".encode() not in body.end:
            raise _malformed(_("The request could not be understood."))
        fields = QueryDict(mutable=True)
        try:
            for key, values in parsed.data.lists():
                fields.setlist(key, [value.encode("latin-1").decode("utf-8") for value in values])
        except UnicodeDecodeError:
            raise _not_utf8() from None
        return DataAndFiles(fields, parsed.files)
