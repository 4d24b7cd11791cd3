"""Serializer fields and readers that more than one app needs."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

__all__ = ["MAX_ROW_ID", "CleanCharField", "PlainIntegerField", "row_id", "unstorable"]

MAX_ROW_ID = 2**63 - 1
"""The largest id the databases can hold."""


class CleanCharField(serializers.CharField):
    """Text that every database can store: no NUL, no lone surrogates, and a string to begin with.

    Numbers and booleans are refused, not turned into text. Forms, whose values are always
    strings, are not affected.
    """

    default_error_messages = {
        "null_character": _("The NUL character is not allowed."),
        "surrogate": _("The text has half a surrogate pair, which is not a character."),
    }

    def run_validation(self, data: Any = serializers.empty) -> Any:
        # Before DRF's own look at the value, which writes containers out as text.
        if data is not serializers.empty and data is not None:
            if not isinstance(data, str):
                self.fail("invalid")
            if fault := unstorable(data):
                self.fail(fault)
        return super().run_validation(data)


class PlainIntegerField(serializers.IntegerField):
    """An integer of a query string, in plain digits: Python's own reading also takes ``1_0``,
    digits of other scripts and blanks around them."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, str) and not _PLAIN.fullmatch(data):
            self.fail("invalid")
        return super().to_internal_value(data)


_PLAIN = re.compile(r"-?[0-9]+", re.ASCII)


def unstorable(text: str) -> str:
    """Why not every database can store a text, as a key of `CleanCharField`'s messages; "" if all can."""
    if "\0" in text:
        return "null_character"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "surrogate"
    return ""


def row_id(text: str) -> int | None:
    """The id a piece of a path stands for: plain digits from 1 to 2^63-1, else None."""
    if not (text.isascii() and text.isdigit()) or len(text) > 19:
        return None
    value = int(text)
    return value if 1 <= value <= MAX_ROW_ID else None
