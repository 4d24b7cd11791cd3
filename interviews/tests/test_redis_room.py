"""A room over Redis: connections and runners in different processes meet there."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from pathlib import Path
from typing import Any

import websockets

from interviews.tests.server import Served, free_port, serve


def post(served: Served, path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        served.base + path,
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["data"]


async def test_two_servers_on_redis_share_a_room(redis_url: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with (
        serve(data, free_port(), REDIS_URL=redis_url) as one,
        serve(data, free_port(), REDIS_URL=redis_url) as two,
    ):
        created = await asyncio.to_thread(post, one, "/api/interviews", {"position": "后端工程师"})
        key = created["id"]
        async with websockets.connect(f"{two.socket_base}/api/ws/{key}") as socket:
            frames = [json.loads(await asyncio.wait_for(socket.recv(), 30))]
            answer = {"content": "先看慢查询日志，再看索引。", "sender_type": "user"}
            sent = await asyncio.to_thread(post, one, f"/api/interviews/{key}/messages", answer)
            messages: list[dict[str, Any]] = []
            while len(messages) < 2:
                frame = json.loads(await asyncio.wait_for(socket.recv(), 30))
                frames.append(frame)
                if frame["type"] == "message":
                    messages.append(frame["data"])
            assert messages[0] == sent
            assert messages[1]["sender_type"] == "interviewer"
            assert {f["type"] for f in frames} >= {"status", "message", "delta"}
