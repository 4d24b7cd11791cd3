"""The chunks of a streamed reply, read off the wire.

The `openai` library makes objects of types of its own of every chunk, which takes longer than all
else that is done with one; here they stay the dictionaries they arrive as.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import orjson

from interviewgpt.llm_errors import ServerFailedError

__all__ = ["Events", "chunks"]

_LONGEST = 1024 * 1024
_DONE = b"[DONE]"


class Events:
    """The data of server-sent events, from bytes as they come (HTML Standard, 9.2.6)."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The data of the events that end with this piece. Raises ValueError for a line that is
        longer than a megabyte."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) > _LONGEST:
            raise ValueError("a line without an end")
        for line in lines:
            yield from self._line(line.removesuffix(b"\r"))

    def rest(self) -> Iterator[bytes]:
        """The data of an event whose end never came: some servers leave the last blank line out."""
        line, self._rest = self._rest, b""
        yield from self._line(line.removesuffix(b"\r"))
        yield from self._line(b"")

    def _line(self, line: bytes) -> Iterator[bytes]:
        if line:
            name, _, value = line.partition(b":")
            if name == b"data":
                self._data.append(value.removeprefix(b" "))
        elif self._data:
            yield b"\n".join(self._data)
            self._data = []


async def chunks(body: AsyncIterator[bytes]) -> AsyncIterator[Any]:
    """The chunks of a reply until its end is told; what comes after is read and left.

    Raises ValueError for what is no JSON, ServerFailedError for an error in place of a chunk, and
    what reading raises.
    """
    events, done = Events(), False
    async for piece in body:
        for data in events.feed(piece):
            done = done or data.startswith(_DONE)
            if not done:
                yield _chunk(data)
    for data in events.rest():
        if not done and not data.startswith(_DONE):
            yield _chunk(data)


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
