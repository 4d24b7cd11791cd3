"""Server-sent events from bytes, however they are cut."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from interviewgpt.llm_errors import ServerFailedError
from interviewgpt.llm_stream import Coming, Events, chunks

STREAM = (
    ': hello\n\ndata: {"a": "你\\u2028好"}\n\nevent: x\r\nid: 1\r\ndata:{"b":\r\ndata: 1}\r\n\r\n'
    'data: {"c": "\\ud83d"}\n\ndata: [DONE]\n\ndata: {"d": 1}\n\n'
).encode()


def all_of(pieces: list[bytes]) -> list[bytes]:
    events = Events()
    found = [data for piece in pieces for data in events.feed(piece)]
    return [*found, *events.rest()]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_events_do_not_depend_on_how_they_are_cut(size: int) -> None:
    pieces = [STREAM[start : start + size] for start in range(0, len(STREAM), size)]
    whole = all_of([STREAM])
    assert all_of(pieces) == whole
    assert len(whole) == 5
    assert whole[1] == b'{"b":\n1}'


@pytest.mark.parametrize("size", [1, 2, 1000])
@pytest.mark.parametrize("end", [b"\r", b"\r\n", b"\n"])
def test_one_mark_before_the_stream_and_every_line_end_are_the_standards(
    size: int, end: bytes
) -> None:
    stream = b"\xef\xbb\xbfdata: 1\n\ndata: 2\ndata: 3\n\n\xef\xbb\xbfdata: 4\n\ndata: 5"
    stream = stream.replace(b"\n", end)
    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]
    assert all_of(pieces) == [b"1", b"2\n3", b"5"]


def test_the_last_blank_line_may_be_left_out() -> None:
    assert all_of([b"data: 1\n\ndata: 2"]) == [b"1", b"2"]
    assert all_of([b"data: 1\n"]) == [b"1"]
    assert all_of([b""]) == []


def test_a_line_without_an_end_is_not_gathered_for_ever() -> None:
    events = Events()
    for _ in range(10):
        assert list(events.feed(b"x" * 100_000)) == []
    with pytest.raises(ValueError, match="without an end"):
        list(events.feed(b"x" * 100_000))


async def body(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def test_chunks_end_where_the_reply_does() -> None:
    found = [chunk async for chunk in chunks(body(STREAM))]
    assert found == [{"a": "你\u2028好"}, {"b": 1}, {"c": "\ud83d"}]


async def test_an_error_in_place_of_a_chunk() -> None:
    with pytest.raises(ServerFailedError, match="out of cards"):
        async for _ in chunks(body(b'data: {"error": {"message": "out of cards"}}\n\n')):
            pass


async def test_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="Expecting"):
        async for _ in chunks(body(b"data: {oops\n\n")):
            pass


# --- Taken several at a time -----------------------------------------------------------------

SOON = 60.0
"""Seconds after which a test has failed."""


async def served(asked: asyncio.Queue[bytes | None]) -> AsyncIterator[bytes]:
    while (piece := await asked.get()) is not None:
        yield piece


def soon() -> float:
    return asyncio.get_running_loop().time() + SOON


async def test_the_next_chunk_alone_or_all_until_the_end() -> None:
    coming = Coming(body(b"data: 1\n\ndata: 2\n\ndata: 3\n\n"))
    assert await coming.take(soon(), 0) == [1]
    assert not coming.ended
    assert await coming.take(soon(), SOON) == [2, 3]
    assert coming.ended
    coming.check()
    await coming.close()


async def test_a_window_ends_though_nothing_more_comes() -> None:
    wire: asyncio.Queue[bytes | None] = asyncio.Queue()
    coming = Coming(served(wire))
    for number in (b"1", b"2"):
        wire.put_nowait(b"data: " + number + b"\n\n")
    taken: list[object] = []
    while len(taken) < 2:
        taken += await coming.take(soon(), 0.01)
    assert taken == [1, 2]
    assert not coming.ended
    wire.put_nowait(None)
    assert await coming.take(soon(), 0) == []
    assert coming.ended
    await coming.close()


async def test_a_loop_that_is_late_gathers_longer() -> None:
    window, late = 0.01, 0.08
    loop = asyncio.get_running_loop()
    wire: asyncio.Queue[bytes | None] = asyncio.Queue()
    coming = Coming(served(wire))
    wire.put_nowait(b"data: 1\n\n")
    await coming.take(soon(), 0)
    wire.put_nowait(b"data: 2\n\n")
    loop.call_later(window / 2, time.sleep, late)
    assert await coming.take(soon(), window) == [2]
    wire.put_nowait(b"data: 3\n\n")
    began = loop.time()
    assert await coming.take(soon(), window) == [3]
    assert loop.time() - began >= window + late
    await coming.close()


@pytest.mark.parametrize("window", [0, SOON])
async def test_what_came_before_a_failure_is_taken_and_the_failure_checked(window: float) -> None:
    coming = Coming(body(b"data: 1\n\ndata: {oops\n\n"))
    taken = []
    while not coming.ended:
        coming.check()
        taken += await coming.take(soon(), window)
    assert taken == [1]
    with pytest.raises(ValueError, match="Expecting"):
        coming.check()
    await coming.close()


async def test_silence_until_it_is_due_is_a_timeout() -> None:
    coming = Coming(served(asyncio.Queue()))
    with pytest.raises(TimeoutError):
        await coming.take(asyncio.get_running_loop().time() + 0.01, 0)
    await coming.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_no_more_is_read_than_is_taken() -> None:
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        for read in range(1, 5000):  # noqa: B007 (looked at from outside)
            yield b"data: 1\n\n"
            await asyncio.sleep(0)

    coming = Coming(endless())
    first = await coming.take(soon(), 0.5)
    assert len(first) == read == 1000
    while not coming.ended:
        first += await coming.take(soon(), 0.01)
    assert len(first) == 4999
    await coming.close()
