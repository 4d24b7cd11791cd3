"""An interview on a real server that logs all it can: nothing that was said or sent stands there."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import websockets

from interviewers.tests.fake_openai import FakeOpenAI, willing
from interviews.tests.resume_files import pdf
from interviews.tests.server import ON_UVICORN, serve

pytestmark = pytest.mark.e2e

# Unlike any word of ours, one for each thing that somebody entrusts to us.
ANSWER, RESUME, JOB, TOKEN, REFUSED = "qzanswer", "qzresume", "qzjob", "qztoken", "qzrefused"
REQUEST_ID = "seen-by-the-client-1"


def post(address: str, body: bytes, kind: str = "application/json") -> Any:
    headers = {"Content-Type": kind, "Authorization": f"Bearer {TOKEN}.{TOKEN}.{TOKEN}"}
    request = urllib.request.Request(address, body, {**headers, "X-Request-ID": REQUEST_ID})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return json.load(error)


def form(**fields: str | bytes) -> bytes:
    parts = []
    for name, value in fields.items():
        file = f'; filename="{RESUME}.pdf"' if isinstance(value, bytes) else ""
        head = f'--x\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        content = value if isinstance(value, bytes) else value.encode()
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + b"--x--\r\n"


async def sit(address: str) -> None:
    """Say something, send what is refused, and end the interview."""
    async with websockets.connect(address) as socket:
        said = {"content": f"I {ANSWER} with two queues.", "sender_type": "user"}
        await socket.send(json.dumps({"type": "message", "data": said}))
        await until(socket, "message")
        await socket.send(f'{{"type": "message", "data": {REFUSED}')
        await until(socket, "error")
        await socket.send(json.dumps({"type": "message", "data": {"content": [REFUSED]}}))
        error = await until(socket, "error")
        assert error["request_id"]
        await socket.send(json.dumps({"type": "command", "data": {"name": "end"}}))
        while (await until(socket, "status"))["status"] != "completed":
            pass


async def until(socket: Any, kind: str) -> dict[str, Any]:
    while True:
        frame: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), 60))
        if frame["type"] == kind:
            data: dict[str, Any] = frame["data"]
            return data


async def test_nothing_entrusted_is_logged(tmp_path: Path) -> None:
    settings = {
        "INTERVIEWGPT_LOG_LEVEL": "DEBUG",
        "INTERVIEWGPT_LOG_FORMAT": "json",
        "INTERVIEWGPT_DEBUG": "1",
        "OPENAI_API_KEY": TOKEN,
    }
    async with FakeOpenAI(willing) as model:
        with serve(tmp_path / "data", None, OPENAI_BASE_URL=model.url, **settings) as server:
            base = f"{server.base}/api/interviews"
            resume = pdf([f"Avery {RESUME}", "Skills", "Python, Django, PostgreSQL"])
            body = form(position="Backend Engineer", job_description=JOB, resume=resume)
            made = await asyncio.to_thread(post, base, body, "multipart/form-data; boundary=x")
            key = made["data"]["id"]
            await sit(f"{server.socket_base}/api/ws/{key}?since=0&token={TOKEN}")
            refused = await asyncio.to_thread(
                post, base, b'{"position": ["%s"]}' % REFUSED.encode()
            )
            assert refused["error"]["request_id"] == REQUEST_ID
            answer = json.dumps({"content": ANSWER, "sender_type": "user"}).encode()
            ended = await asyncio.to_thread(post, f"{base}/{key}/messages?token={TOKEN}", answer)
            assert ended["error"]["code"] == "INTERVIEW_ENDED"
        printed = server.printed()
    assert any(ANSWER in request.user for request in model.requests)
    for marker in (ANSWER, RESUME, JOB, TOKEN, REFUSED):
        assert marker not in printed, marker
    logged = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    # uvicorn's own lines are held at INFO.
    lowest = {"INFO"} if ON_UVICORN else {"DEBUG", "INFO"}
    assert lowest <= {line["level"] for line in logged}
    ours = [line for line in logged if line["request_id"] == REQUEST_ID]
    assert f"/api/interviews/{key}/messages" in {line.get("path") for line in ours}
    assert "Traceback" not in printed
