"""The limit: a bare ASGI function that answers bytes it already has, by path.

``BENCH_ANSWERS`` is a JSON file of ``"METHOD /path"`` to the body one of the servers gave. With
``OPENAI_BASE_URL`` a socket's messages are passed to the model there, and what it streams is passed
on as it comes, unread and not stored.
"""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ANSWERS: dict[str, bytes] = {
    key: body.encode()
    for key, body in json.loads(
        Path(os.environ["BENCH_ANSWERS"]).read_text(encoding="utf-8")
    ).items()
}
MISSING = b'{"success":false}'
MODEL = urlsplit(os.environ.get("OPENAI_BASE_URL", ""))
QUESTION = json.dumps(
    {"messages": [{"role": "system", "content": ""}, {"role": "user", "content": ""}]}
).encode()
CALL = (
    f"POST {MODEL.path}/chat/completions HTTP/1.1\r\nHost: {MODEL.netloc}\r\n"
    f"Content-Length: {len(QUESTION)}\r\n\r\n"
).encode() + QUESTION


async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "websocket":
        await _room(receive, send)
    else:
        await _answer(scope, receive, send)


async def _live(receive: Any, send: Any) -> None:
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


async def _answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    body = ANSWERS.get(f"{scope['method']} {scope['path']}", MISSING)
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    status = 404 if body is MISSING else 200
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _room(receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    await send(
        {"type": "websocket.send", "text": '{"type":"status","data":{"status":"connected"}}'}
    )
    while (event := await receive())["type"] == "websocket.receive":
        kind = "pong" if '"ping"' in event["text"] else "ack"
        await send({"type": "websocket.send", "text": f'{{"type":"{kind}","data":{{"id":1}}}}'})
        if MODEL.netloc:
            await _pass_on(send)


async def _pass_on(send: Any) -> None:
    reader, writer = await asyncio.open_connection(MODEL.hostname, MODEL.port)
    writer.write(CALL)
    async for line in reader:
        if line.startswith(b"data: {"):
            text = f'{{"type":"delta","data":{line[6:].decode()}}}'
            await send({"type": "websocket.send", "text": text})
    writer.close()
    await send({"type": "websocket.send", "text": '{"type":"message","data":{"id":2}}'})
