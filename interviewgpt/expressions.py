"""Regular expressions that are compiled when they are first used.

What a panel listens for takes more than a thousand of them. Compiling all of them took two of the five seconds of
CPU in which a command starts; most commands need none, and an interview those of its language.
"""

from __future__ import annotations

import re
from typing import Any, cast

__all__ = ["expression"]


class _Expression:
    """Becomes, attribute by attribute, what `re.compile` makes of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, which raises `re.error` where the text is none: here only when it is first used."""
    return cast("re.Pattern[str]", _Expression(text, flags))
