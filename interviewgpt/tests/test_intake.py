"""Bodies come to the application piece by piece, and of endless ones only the beginning is kept."""

from __future__ import annotations

import io
from typing import Any

import daphne.http_protocol
import pytest

from interviewgpt import intake
from interviewgpt.intake import PIECE, BodyFromFile, hand_over

LIMIT = 11 * 1024 * 1024


class Request:
    """As much of Daphne's request as is handed over."""

    def __init__(self, body: bytes) -> None:
        self.content = io.BytesIO(body)


async def read(body: bytes, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What an application hears that reads until there is no more, and once again."""
    request, heard = Request(body), []
    scope: dict[str, Any] = {"type": "http"}

    async def receive() -> dict[str, Any]:
        return events.pop(0)

    async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
        assert scope == {"type": "http"}
        more = True
        while more:
            heard.append(await receive())
            more = heard[-1].get("more_body", False)
        if heard[-1]["type"] == "http.request":
            heard.append(await receive())

    kept = request.content
    hand_over(request, scope)
    assert request.content.read() == b""
    await BodyFromFile(application)(scope, receive, None)
    assert kept.closed
    return heard


EMPTY = {"type": "http.request", "body": b"", "more_body": False}
GONE = {"type": "http.disconnect"}


@pytest.mark.parametrize("size", [0, 5, PIECE - 1, PIECE, 2 * PIECE, 2 * PIECE + 7])
async def test_a_body_comes_in_pieces(size: int) -> None:
    body = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    *pieces, after = await read(body, [EMPTY, GONE])
    assert b"".join(piece["body"] for piece in pieces) == body
    assert all(len(piece["body"]) <= PIECE for piece in pieces)
    assert after == GONE


async def test_a_client_that_has_gone_is_heard_of_first() -> None:
    assert await read(b"body", [GONE]) == [GONE]


async def test_other_scopes_pass() -> None:
    seen = []

    async def application(*given: Any) -> None:
        seen.append(given)

    await BodyFromFile(application)({"type": "lifespan"}, "receive", "send")  # type: ignore[arg-type]
    assert seen == [({"type": "lifespan"}, "receive", "send")]


def test_daphne_keeps_a_byte_more_than_can_be_welcome() -> None:
    assert daphne.http_protocol.WebRequest is intake._Request
    request = intake._Request.__new__(intake._Request)
    request.content = io.BytesIO()
    for _ in range(40):
        request.handleContentChunk(b"x" * 1024 * 1024)
    assert request.content.tell() == LIMIT + 1
