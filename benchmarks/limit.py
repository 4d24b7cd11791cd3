"""The limit: a bare ASGI function that answers bytes it already has, by path.

``BENCH_ANSWERS`` is a JSON file of ``"METHOD /path"`` to the body one of the servers gave.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

ANSWERS: dict[str, bytes] = {
    key: body.encode()
    for key, body in json.loads(
        Path(os.environ["BENCH_ANSWERS"]).read_text(encoding="utf-8")
    ).items()
}
MISSING = b'{"success":false}'


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
