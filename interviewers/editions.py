"""What is made of the catalogue once and used until somebody changes it.

To ask whether it has changed is one row (`Edition`); to read and to take apart several hundred
questions costs more than all the rest of a new interview.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from interviewers.models import Edition
from interviewgpt.prepared import Select

__all__ = ["PerEdition", "edition"]

T = TypeVar("T")

_TOKENS = Select(lambda: Edition.objects.order_by("pk").values_list("token"))


def edition() -> tuple[str, ...]:
    """The edition of the catalogue as this connection sees it (one query). Empty where nothing
    keeps account of changes: after the table has been emptied, until the next change."""
    return tuple(token for (token,) in _TOKENS.stored())


class PerEdition(Generic[T]):
    """What ``make`` makes of the catalogue's rows, which is shared by all threads: it must never be
    changed, except for what is added to a dictionary."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._kept: tuple[tuple[str, ...], T] | None = None

    def of(self, current: tuple[str, ...]) -> T:
        """That of the ``current`` edition, as `edition` has just given it; no query where it is
        known."""
        kept = self._kept
        if kept is not None and current and kept[0] == current:
            return kept[1]
        made = self._make()
        # What changed while it was read may have got into it: that is nothing to be kept.
        if edition() == current:
            self._kept = current, made
        return made
