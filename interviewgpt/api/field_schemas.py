"""What the OpenAPI document says of our own serializer fields.

Imported by `schema`, for drf-spectacular finds its extensions by their classes.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension

from interviewgpt.api.fields import VisibleCharField, is_blank

__all__ = ["CleanCharFieldSchema"]

# As `CleanCharField` reads text: without NUL, and with something in it where it may not be blank.
_CLEAN = r"^[^\u0000]*$"
# What is blank is written out: ``\s`` is something else in JavaScript than in Python.
_BLANK = r"\u0009-\u000d\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NOT_BLANK = rf"^[^\u0000]*[^\u0000{_BLANK}][^\u0000]*$"


@cache
def _visible() -> str:
    """As `VisibleCharField` does. Of the characters that cannot be seen those are left out which some
    readers of patterns take for two."""
    unseen = [code for code in range(1, 0x10000) if is_blank(chr(code))]
    firsts = [code for code in unseen if not is_blank(chr(code - 1))]
    lasts = [code for code in unseen if not is_blank(chr(code + 1))]
    ranges = zip([0x1, *firsts], lasts, strict=True)
    written = "".join(rf"\u{first:04x}-\u{last:04x}" for first, last in ranges)
    return rf"^[^\u0000]*[^\u0000{written}][^\u0000]*$"


class CleanCharFieldSchema(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """The pattern beside the lengths, which the inspector finds by itself."""

    target_class = "interviewgpt.api.fields.CleanCharField"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        schema: dict[str, Any] = auto_schema._map_serializer_field(
            self.target, direction, bypass_extensions=True
        )
        # Null is added to the type by whoever asked; once is enough.
        schema["type"] = "string"
        if direction == "request":
            seen = isinstance(self.target, VisibleCharField)
            filled = _visible() if seen else _NOT_BLANK
            schema["pattern"] = _CLEAN if self.target.allow_blank else filled
        return schema
