"""Which of several wordings is said. Pure and deterministic.

It follows from what is said and when; a wording already used in this interview comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from interviewgpt.expressions import expression

__all__ = ["choose", "unsaid"]

_PLACE = expression(r"\{\w+\}")


def choose(ways: Sequence[str], name: str, variation: int, said: Iterable[str] = ()) -> str:
    """One of the wordings of ``name``, of those that have been ``said`` least often; the same
    arguments give the same one."""
    told = [*said]
    return min(_turned(ways, name, variation), key=lambda way: _times(way, told))


def unsaid(ways: Sequence[str], name: str, variation: int, said: Iterable[str] = ()) -> str:
    """One of the wordings that have not been ``said``, "" where there is none."""
    told = [*said]
    return next((way for way in _turned(ways, name, variation) if not _times(way, told)), "")


def _turned(ways: Sequence[str], name: str, variation: int) -> tuple[str, ...]:
    """The wordings, begun with the one whose turn it is."""
    start = crc32(f"{name} {variation}".encode()) % len(ways)
    return (*ways[start:], *ways[:start])


def _times(way: str, said: Sequence[str]) -> int:
    """How often a wording was used: by the longest of what stands around its places."""
    mark = max(_PLACE.split(way), key=len).strip()
    return sum(mark in text for text in said)
