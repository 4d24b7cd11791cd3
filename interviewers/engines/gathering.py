"""Speech in pieces that are worth sending: the first at once, the rest a few times a blink."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

__all__ = ["WINDOW", "gathered"]

WINDOW = 0.04
"""Seconds in which what comes is gathered into one piece."""


async def gathered(
    source: AsyncGenerator[str, None], window: float = WINDOW
) -> AsyncGenerator[str, None]:
    """The first piece of ``source`` as soon as it is there, then one piece for what came within
    ``window`` seconds of its first word, whether or not more comes after it.

    An error of ``source`` is raised in its place; what was gathered and not yet given is dropped.
    """
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    async def read() -> None:
        try:
            async with aclosing(source):
                async for text in source:
                    queue.put_nowait(text)
        finally:
            queue.put_nowait(None)

    loop = asyncio.get_running_loop()
    reader = loop.create_task(read())
    try:
        first = await queue.get()
        if first is not None:
            yield first
        ended = first is None
        while not ended:
            text = await queue.get()
            piece = text or ""
            ended = text is None
            due = loop.time() + window
            while not ended:
                try:
                    async with asyncio.timeout_at(due):
                        text = await queue.get()
                except TimeoutError:
                    break
                piece += text or ""
                ended = text is None
            if ended:
                await reader
            if piece:
                yield piece
        await reader
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if not reader.cancelled():
            reader.exception()
