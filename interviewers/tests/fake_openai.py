"""An OpenAI-compatible server on loopback that goes wrong on demand, over a real socket.

A `Reply` writes one answer. The server takes them from its script in order and repeats the last.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "FakeOpenAI",
    "Reply",
    "Request",
    "blocks_of",
    "breaking",
    "data",
    "erring",
    "error_event",
    "html",
    "redirecting",
    "refusing",
    "silent",
    "speech",
    "stalling",
    "stream",
    "willing",
]

_BLOCK = re.compile(r"<<<DATA ([0-9a-f]{16}) (\w+)>>>\n(.*?)\n<<<END \1 \2>>>", re.DOTALL)


@dataclass(frozen=True)
class Request:
    """What a client asked: headers with lower-case names, and the body read as JSON."""

    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        return str(self.body["messages"][1]["content"])

    @property
    def rung(self) -> str:
        """How data is asked for; "" for none."""
        return str(self.body.get("response_format", {}).get("type", ""))


Reply = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class FakeOpenAI:
    """``async with FakeOpenAI(...) as server``; ``requests`` keeps what was asked."""

    script: list[Reply]
    requests: list[Request] = field(default_factory=list)
    url: str = ""
    busy: int = 0
    busiest: int = 0

    def __init__(self, *script: Reply) -> None:
        self.script = list(script)
        self.requests = []
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> FakeOpenAI:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            pairs = (line.split(":", 1) for line in head.splitlines()[1:] if ":" in line)
            headers = {name.strip().lower(): value.strip() for name, value in pairs}
            content = await reader.readexactly(int(headers["content-length"]))
            request = Request(headers, json.loads(content))
            place = min(len(self.requests), len(self.script) - 1)
            self.requests.append(request)
            await self.script[place](request, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            self.busy -= 1
            self._open.discard(task)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


# --- What a server may say ------------------------------------------------------------------


def erring(status: int, body: object = None, **headers: str) -> Reply:
    """An error with a JSON body; header names with underscores for hyphens."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        content = json.dumps(body or {"error": {"message": "no", "code": None}}).encode()
        _head(writer, status, "application/json", len(content), headers)
        writer.write(content)
        await writer.drain()

    return reply


def html(status: int) -> Reply:
    """A page, as proxies send it."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        content = b"<html><body>" + b"<p>Something stands in between.</p>" * 200 + b"</body></html>"
        _head(writer, status, "text/html", len(content), {})
        writer.write(content)
        await writer.drain()

    return reply


def silent(seconds: float) -> Reply:
    """Not a byte for a while, then the connection closes."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)

    return reply


def stream(*events: object, pause: float = 0.0, done: bool = True, hang: float = 0.0) -> Reply:
    """Server-sent events: strings as they are, anything else as JSON; a generator's in its place,
    when it gives them. ``hang`` seconds of silence come before the end."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        _head(writer, 200, "text/event-stream", None, {})
        async for event in _each(events):
            text = event if isinstance(event, str) else f"data: {json.dumps(event)}"
            _part(writer, f"{text}\n\n".encode())
            await writer.drain()
            if pause:
                await asyncio.sleep(pause)
        if hang:
            await asyncio.sleep(hang)
        if done:
            _part(writer, b"data: [DONE]\n\n")
        writer.write(b"0\r\n\r\n")
        await writer.drain()

    return reply


async def _each(events: tuple[object, ...]) -> AsyncIterator[object]:
    for event in events:
        if isinstance(event, AsyncIterator):
            async for given in event:
                yield given
        else:
            yield event


def redirecting(status: int) -> Reply:
    """Sends whoever asks to where they have just asked."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        _head(writer, status, "text/plain", 0, {"Location": "/v1/chat/completions"})
        await writer.drain()

    return reply


def chunk(
    delta: dict[str, Any] | None = None, finish: str | None = None, index: int = 0
) -> dict[str, Any]:
    """One chunk of a streamed completion."""
    choices = [{"index": index, "delta": delta or {}, "finish_reason": finish}]
    return {
        "id": "c-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "served-model",
        "choices": choices,
    }


def _usage(prompt: int, completion: int) -> dict[str, Any]:
    tokens = {"prompt_tokens": prompt, "completion_tokens": completion}
    return {**chunk(), "choices": [], "usage": {**tokens, "total_tokens": prompt + completion}}


def speech(
    *pieces: str,
    finish: str | None = "stop",
    usage: tuple[int, int] | None = (21, 7),
    pause: float = 0.0,
    hang: float = 0.0,
) -> Reply:
    """A streamed reply; usage only for a client that asks for it."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        events: list[object] = [chunk({"role": "assistant", "content": ""})]
        events += [chunk({"content": piece}) for piece in pieces]
        if finish is not None:
            events.append(chunk(finish=finish))
        wanted = request.body.get("stream_options", {}).get("include_usage")
        if usage is not None and wanted:
            events.append(_usage(*usage))
        await stream(*events, pause=pause, hang=hang)(request, writer)

    return reply


def data(value: object) -> Reply:
    """A reply that is JSON (a string: as it is), cut into small pieces."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return speech(*(text[place : place + 23] for place in range(0, len(text), 23)))


def stalling(*pieces: str, seconds: float) -> Reply:
    """Some words, then silence with the connection open."""
    return stream(*(chunk({"content": piece}) for piece in pieces), hang=seconds)


def breaking(*pieces: str) -> Reply:
    """Some words, then the connection is reset in the middle of a chunk."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        _head(writer, 200, "text/event-stream", None, {})
        for piece in pieces:
            _part(writer, f"data: {json.dumps(chunk({'content': piece}))}\n\n".encode())
        writer.write(b'40\r\ndata: {"id"')
        await writer.drain()
        # Let the words arrive before the reset discards what is under way.
        await asyncio.sleep(0.05)
        writer.transport.abort()

    return reply


def error_event(*pieces: str) -> Reply:
    """Some words, then an error where a chunk should be."""
    failed = {"error": {"message": "the graphics card is on fire", "type": "server_error"}}
    return stream(*(chunk({"content": piece}) for piece in pieces), failed)


def refusing(*parameters: str, then: Reply, named: bool = True) -> Reply:
    """400 for requests that carry one of ``parameters`` ("json_schema" and "json_object" are values
    of the response format), otherwise ``then``."""

    async def reply(request: Request, writer: asyncio.StreamWriter) -> None:
        for parameter in parameters:
            if parameter in request.body or parameter == request.rung:
                said = f"Unsupported parameter: '{parameter}'" if named else "bad request"
                error = {"message": said, "type": "invalid_request_error"}
                await erring(400, {"error": error})(request, writer)
                return
        await then(request, writer)

    return reply


def blocks_of(text: str) -> dict[str, str]:
    """The data blocks of a prompt by name."""
    return {name: inside for _, name, inside in _BLOCK.findall(text)}


async def willing(request: Request, writer: asyncio.StreamWriter) -> None:
    """Does what is asked, from what stands in the data blocks."""
    blocks = blocks_of(request.user)
    english = "mock interview" in request.system
    if "answer" in blocks:
        said = [part for part in re.split(r"[。！？.\n]", blocks["answer"]) if part.strip()]
        quote = max(said, key=len, default="")[:200]
        keys = [line.split(":", 1)[0] for line in blocks["points"].splitlines()]
        points = {
            key: {"quote": quote if place == 0 else "", "covered": place == 0}
            for place, key in enumerate(keys)
        }
        verdict = {"points": points, "evidence": quote, "reason": "只讲到一点。", "level": 3}
        await data(verdict)(request, writer)
    elif "items" in blocks:
        people = [line.split(":", 1)[0] for line in blocks["panel"].splitlines()]
        reviews = dict.fromkeys(people, "你讲得有条理。")
        draft = {
            "summary": "你把做过的事讲清楚了。",
            "strengths": [{"item": 1, "text": "步骤具体。", "quote": ""}],
            "improvements": [{"item": 1, "text": "补上取舍的理由。"}],
            "reviews": reviews,
        }
        await data(draft)(request, writer)
    else:
        thanks, well = ("Thanks. ", "Very well.") if english else ("谢谢。", "好的。")
        asked = blocks.get("question") or blocks.get("probe") or blocks.get("hint") or well
        await speech(thanks, asked)(request, writer)


def _head(
    writer: asyncio.StreamWriter, status: int, kind: str, length: int | None, more: dict[str, str]
) -> None:
    size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    extra = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    writer.write(
        f"HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\n{size}\r\n{extra}"
        "Connection: close\r\n\r\n".encode()
    )


def _part(writer: asyncio.StreamWriter, content: bytes) -> None:
    writer.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
