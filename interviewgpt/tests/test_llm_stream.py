"""Server-sent events from bytes, however they are cut."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from interviewgpt.llm_errors import ServerFailedError
from interviewgpt.llm_stream import Events, chunks

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
