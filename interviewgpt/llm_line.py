"""The line to a model that belongs to one event loop, and its places."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from interviewgpt.llm_errors import StalledError

__all__ = ["Line", "slot"]


@dataclass(frozen=True, slots=True)
class Line:
    """The client of one event loop, and how many calls it may have under way."""

    client: Any
    slots: asyncio.Semaphore


@asynccontextmanager
async def slot(line: Line, until: float) -> AsyncIterator[Any]:
    """One of the places at the same time, and the client to use it with. Raises `StalledError` where
    none has become free at ``until``, by the loop's clock."""
    try:
        async with asyncio.timeout_at(until):
            await line.slots.acquire()
    except TimeoutError:
        raise StalledError("no call ended in time to make room for this one") from None
    try:
        yield line.client
    finally:
        line.slots.release()
