"""The chunks of a streamed reply, read off the wire.

The `openai` library makes objects of types of its own of every chunk, which takes longer than all
else that is done with one; here they stay the dictionaries they arrive as.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any

import orjson

from interviewgpt.llm_errors import ServerFailedError

__all__ = ["Coming", "Events", "chunks"]

_LONGEST = 1024 * 1024
_BOM = b"\xef\xbb\xbf"
_DONE = b"[DONE]"
_MOST = 1000
"""Chunks that may wait to be taken; as long as so many do, nothing is read."""
_PER_DELAY, _MOST_LONGER = 2.0, 0.2
"""How much longer than asked chunks are gathered: so many times what the loop was late by, at most so
many seconds. A loop that is late has too much to do, and what is taken together costs less."""


class Events:
    """The data of server-sent events, from bytes as they come (HTML Standard, 9.2.6)."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []
        self._first, self._after_cr = True, False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The data of the events that end with this piece. Raises ValueError for a line that is
        longer than a megabyte."""
        *lines, self._rest = (self._rest + self._with_line_feeds(piece)).split(b"\n")
        if len(self._rest) > _LONGEST:
            raise ValueError("a line without an end")
        for line in lines:
            yield from self._line(line)

    def rest(self) -> Iterator[bytes]:
        """The data of an event whose end never came: some servers leave the last blank line out."""
        line, self._rest = self._rest, b""
        yield from self._line(line)
        yield from self._line(b"")

    def _with_line_feeds(self, piece: bytes) -> bytes:
        """The piece with LF for each CR LF and each CR alone, wherever pieces were cut."""
        if self._after_cr and piece:
            piece, self._after_cr = piece.removeprefix(b"\n"), False
        if b"\r" not in piece:
            return piece
        self._after_cr = piece.endswith(b"\r")
        return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _line(self, line: bytes) -> Iterator[bytes]:
        if self._first:
            line, self._first = line.removeprefix(_BOM), False
        if line:
            name, _, value = line.partition(b":")
            if name == b"data":
                self._data.append(value.removeprefix(b" "))
        elif self._data:
            yield b"\n".join(self._data)
            self._data = []


async def chunks(body: AsyncIterator[bytes], *, whole: bool = False) -> AsyncGenerator[Any, None]:
    """The chunks of a reply until its end is told; what comes after is read and left. A ``whole``
    reply is one chunk: its server knows of no streams.

    Raises ValueError for what is no JSON, ServerFailedError for an error in place of a chunk, and
    what reading raises.
    """
    if whole:
        yield _as_chunk(_chunk(await _everything(body)))
        return
    events, done = Events(), False
    async for piece in body:
        for data in events.feed(piece):
            done = done or data.startswith(_DONE)
            if not done:
                yield _chunk(data)
    for data in events.rest():
        if not done and not data.startswith(_DONE):
            yield _chunk(data)


def _as_chunk(reply: Any) -> Any:
    """A whole reply as the only chunk of one. In a stream a ``message`` is no more than all that was said:
    some servers end with it."""
    choices = reply.get("choices") if isinstance(reply, dict) else None
    if not isinstance(choices, list):
        return reply
    told = [
        {**choice, "delta": choice.get("message")} if isinstance(choice, dict) else choice
        for choice in choices
    ]
    return {**reply, "choices": told}


async def _everything(body: AsyncIterator[bytes]) -> bytes:
    read = bytearray()
    async for piece in body:
        read += piece
        if len(read) > _LONGEST:
            raise ValueError("a reply without an end")
    return bytes(read)


class Coming:
    """The chunks of a reply, read as they come by a task of its own and taken several at a time:
    what is done with one costs more than reading it, and most of that no more for ten together."""

    def __init__(self, body: AsyncIterator[bytes], *, whole: bool = False) -> None:
        self.ended = False
        """Whether nothing comes after what has been taken."""
        self._chunks: list[Any] = []
        self._arrived, self._room = asyncio.Event(), asyncio.Event()
        self._late = 0.0
        self._reader = asyncio.create_task(self._read(chunks(body, whole=whole)))

    async def _read(self, chunks: AsyncGenerator[Any, None]) -> None:
        try:
            async with aclosing(chunks) as coming:
                async for chunk in coming:
                    self._chunks.append(chunk)
                    self._arrived.set()
                    if len(self._chunks) >= _MOST:
                        self._room.clear()
                        await self._room.wait()
        finally:
            self._arrived.set()

    async def take(self, due: float, window: float) -> list[Any]:
        """What has come within ``window`` seconds of the first chunk that waits; earlier, at the end,
        and later where the loop has no time. With 0 the next chunk alone. Raises TimeoutError where
        none has come at ``due``, by the loop's clock."""
        async with asyncio.timeout_at(due):
            await self._arrived.wait()
        if window and not self._reader.done():
            await self._gather(window)
        most = len(self._chunks) if window else 1
        taken, self._chunks = self._chunks[:most], self._chunks[most:]
        # What was read before a failure is taken before it, if it is taken alone.
        self.ended = self._reader.done() and not self._chunks and (window > 0 or not taken)
        if not (self._chunks or self._reader.done()):
            self._arrived.clear()
        self._room.set()
        return taken

    async def _gather(self, window: float) -> None:
        """Let come what comes, until the end at most."""
        now = asyncio.get_running_loop().time
        until = now() + window + min(_PER_DELAY * self._late, _MOST_LONGER)
        await asyncio.wait([self._reader], timeout=until - now())
        self._late = max(0.0, now() - until)

    def check(self) -> None:
        """Once it has ended: raises what reading has raised (see `chunks`)."""
        if self.ended:
            self._reader.result()

    async def close(self) -> None:
        """Read no further."""
        self._reader.cancel()
        await asyncio.wait([self._reader])
        if not self._reader.cancelled():
            self._reader.exception()


def _chunk(data: bytes) -> Any:
    try:
        chunk = orjson.loads(data)
    except orjson.JSONDecodeError:
        # Half a surrogate pair, whose other half comes with the next chunk, is one reason.
        chunk = json.loads(data)
    if isinstance(chunk, dict) and (error := chunk.get("error")):
        told = error.get("message") if isinstance(error, dict) else None
        raise ServerFailedError(f"an error in the stream: {told if isinstance(told, str) else ''}")
    return chunk
