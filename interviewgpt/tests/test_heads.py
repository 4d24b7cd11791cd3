"""HEAD: the headers of a GET and not a byte more."""

from __future__ import annotations

from typing import Any

from interviewgpt.heads import HeadWithoutBody

PIECES = [b"x" * 70_000, b"y" * 70_000]


async def answer(method: str) -> list[dict[str, Any]]:
    async def application(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for piece in PIECES:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"end"})

    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await HeadWithoutBody(application)({"type": "http", "method": method}, None, send)
    return sent


async def test_head_has_headers_only() -> None:
    start, end = await answer("HEAD")
    assert start["status"] == 200
    assert end == {"type": "http.response.body", "body": b"", "more_body": False}


async def test_get_is_untouched() -> None:
    bodies = [message.get("body") for message in await answer("GET")]
    assert bodies == [None, *PIECES, b"end"]
