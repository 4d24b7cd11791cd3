"""Serializer fields and readers that more than one app needs."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from interviewgpt.expressions import expression

__all__ = [
    "MAX_ROW_ID",
    "CleanCharField",
    "PlainIntegerField",
    "VisibleCharField",
    "is_blank",
    "row_id",
    "unstorable",
]

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


class VisibleCharField(CleanCharField):
    """Text with something to be seen in it (see `is_blank`)."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        value = super().run_validation(data)
        if isinstance(value, str) and is_blank(value):
            self.fail("blank")
        return value


class PlainIntegerField(serializers.IntegerField):
    """An integer of a query string, in plain digits: Python's own reading also takes ``1_0``,
    digits of other scripts and blanks around them."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, str) and not _PLAIN.fullmatch(data):
            self.fail("invalid")
        return super().to_internal_value(data)


_PLAIN = expression(r"-?[0-9]+", re.ASCII)


_UNSEEN = expression(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters, marks and signs that have no ink, whatever category Unicode has them in."""


def is_blank(text: str) -> bool:
    """Whether there is nothing to be seen in a text: no more than blanks, characters without a
    width, and others that only tell how to set or to read what stands beside them."""
    return all(
        unicodedata.category(char) in _WITHOUT_INK or _UNSEEN.match(char) is not None
        for char in text
    )


_WITHOUT_INK = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


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
