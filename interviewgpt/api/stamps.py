"""The API's one way to write a moment."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["utc_stamp"]


def utc_stamp(moment: datetime) -> str:
    """``moment`` in UTC to the second, like ``2024-01-01T00:00:00Z``; fractions are cut off.

    Raises ValueError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone cannot be written in UTC.")
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    # Ends in "+00:00".
    return f"{moment.isoformat(timespec='seconds')[:-6]}Z"
