"""The whole house, served for real: by curl alone, by a plain WebSocket client, twenty at once."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import websockets

from interviewers.tests.fake_openai import FakeOpenAI, silent
from interviews.tests.server import ROOT, Served, get_json, serve, serve_uvicorn
from interviews.tests.support import answer_for, eventually

pytestmark = pytest.mark.e2e

INTERVIEWS = 20


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("served"), INTERVIEWGPT_CREATE_RATE="600/min") as served:
        yield served


def question(server: Served, interview_id: int) -> dict[str, Any] | None:
    """The question on the table, read beside the server."""
    with sqlite3.connect(server.database, timeout=20) as database:
        row = database.execute(
            "SELECT p.spec FROM interviews_interview i JOIN interviews_plannedquestion p "
            "ON p.id = i.open_id WHERE i.id = ?",
            [interview_id],
        ).fetchone()
    return json.loads(row[0]) if row else None


class Curl:
    """The commands as the document prints them, against another port."""

    def __init__(self, server: Served) -> None:
        program = shutil.which("curl")
        if program is None:
            pytest.skip("needs curl")
        self.program = program
        self.base = server.base

    def __call__(self, *arguments: str) -> Any:
        command = [self.program, "-sS", *arguments]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        return json.loads(done.stdout)


def test_an_interview_by_curl_alone(server: Served) -> None:
    curl = Curl(server)
    created = curl(
        "-X",
        "POST",
        f"{server.base}/api/interviews",
        "-H",
        "Content-Type: application/json",
        "-d",
        '{\n    "position": "AI应用工程师",\n    "difficulty": "medium"\n  }',
    )
    assert created["success"] is True
    key = created["data"]["id"]
    base = f"{server.base}/api/interviews/{key}"
    speakers: list[str] = []
    for _ in range(60):
        if curl(base)["data"]["status"] == "completed":
            break
        spec = question(server, key)
        if spec is not None and curl(base)["data"]["turn"] == "idle":
            body = {"content": answer_for(spec, "middling"), "sender_type": "user"}
            sent = curl(
                "-X",
                "POST",
                f"{base}/messages",
                "-H",
                "Content-Type: application/json",
                "-d",
                json.dumps(body, ensure_ascii=False),
            )
            assert sent["data"]["sender_type"] == "user"
        _settled(base)
    history = curl(f"{base}/messages?limit=1000")["data"]
    speakers = [m["interviewer_id"] for m in history if m["sender_type"] == "interviewer"]
    assert list(dict.fromkeys(speakers)) == ["technical", "behavioral", "hr"]
    assert [m["id"] for m in history] == sorted(m["id"] for m in history)
    ended = curl("-X", "POST", f"{base}/end")["data"]
    assert ended["status"] == "completed"
    feedback = curl(f"{base}/feedback")["data"]
    assert feedback["overall_score"] == ended["overall_score"]
    answers = "\n".join(m["content"] for m in history if m["sender_type"] == "user")
    quotes = [a["evidence"]["quote"] for a in feedback["assessments"]]
    assert any(quotes)
    assert all(quote in answers for quote in quotes)


def _settled(base: str) -> None:
    """Wait until no reply is owed; the built-in engine takes milliseconds."""
    for _ in range(100):
        if get_json(base)["data"]["turn"] == "idle":
            return
        time.sleep(0.05)
    raise AssertionError("a reply is overdue")


async def sit(server: Served, key: int, seen: list[dict[str, Any]]) -> None:
    """A client that knows only ``message`` and ``status``."""
    async with websockets.connect(f"{server.socket_base}/api/ws/{key}") as socket:

        async def heard() -> dict[str, Any]:
            while True:
                frame: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), 60))
                if frame["type"] in ("message", "status"):
                    return frame

        while True:
            spec = await asyncio.to_thread(question, server, key)
            if spec is None:
                break
            data = {"content": answer_for(spec, "strong"), "sender_type": "user"}
            await socket.send(json.dumps({"type": "message", "data": data}))
            while True:
                frame = await heard()
                if frame["type"] == "message":
                    seen.append(frame["data"])
                    if frame["data"]["metadata"]["kind"] != "handover":
                        break
        while True:
            frame = await heard()
            if frame["type"] == "status" and frame["data"]["status"] == "completed":
                return


async def test_twenty_interviews_at_once_and_every_list_is_right(server: Served) -> None:
    keys = []
    for number in range(INTERVIEWS):
        body = json.dumps({"position": ["后端工程师", "Backend Engineer"][number % 2]}).encode()
        created = await asyncio.to_thread(_post, f"{server.base}/api/interviews", body)
        keys.append(created["data"]["id"])
    seen: dict[int, list[dict[str, Any]]] = {key: [] for key in keys}
    sittings = asyncio.gather(*(sit(server, key, seen[key]) for key in keys))
    checks = 0
    while not sittings.done():
        health = await asyncio.to_thread(get_json, f"{server.base}/health")
        assert health["status"] == "healthy"
        sequence = await asyncio.to_thread(get_json, f"{server.base}/api/interviewers/sequence")
        assert sequence["data"] == ["technical", "behavioral", "hr"]
        key = keys[checks % len(keys)]
        listed = await asyncio.to_thread(
            get_json, f"{server.base}/api/interviews/{key}/messages?limit=1000"
        )
        ids = [m["id"] for m in listed["data"]]
        assert ids == sorted(set(ids))
        checks += 1
    await sittings
    assert checks >= 5
    for key in keys:
        listed = get_json(f"{server.base}/api/interviews/{key}/messages?limit=1000")["data"]
        spoken = [m for m in listed if m["sender_type"] == "interviewer"][1:]
        assert spoken == seen[key]
        assert get_json(f"{server.base}/api/interviews/{key}")["data"]["status"] == "completed"
        assert get_json(f"{server.base}/api/interviews/{key}/feedback")["data"]["overall_score"]
    assert "Traceback" not in server.printed()


def _post(address: str, body: bytes) -> Any:

    request = urllib.request.Request(
        address, data=body, headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def test_what_is_owed_is_answered_by_the_next_start(server: Served, tmp_path: Path) -> None:
    made = _post(f"{server.base}/api/interviews", b'{"position": "Backend Engineer"}')
    key = made["data"]["id"]
    data = tmp_path / "data"
    shutil.copytree(server.data, data, ignore=shutil.ignore_patterns("*.sqlite3*", "*.log"))
    with (
        sqlite3.connect(server.database) as running,
        sqlite3.connect(data / server.database.name) as database,
    ):
        running.backup(database)
        # What a process leaves behind that dies between the answer and its reply.
        database.execute(
            "INSERT INTO interviews_message (interview_id, content, sender_type, timestamp, planned_id) "
            "SELECT id, 'I look at the slow query log first.', 'user', '2026-01-01 00:00:00', open_id "
            "FROM interviews_interview WHERE id = ?",
            [key],
        )
        database.execute(
            "UPDATE interviews_interview SET owed_id = (SELECT max(id) FROM interviews_message), "
            "last_message_id = (SELECT max(id) FROM interviews_message) WHERE id = ?",
            [key],
        )
    with serve(data) as second:
        base = f"{second.base}/api/interviews/{key}"
        _settled(base)
        history = get_json(f"{base}/messages")["data"]
        assert [m["sender_type"] for m in history] == [
            "system",
            "interviewer",
            "user",
            "interviewer",
        ]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"garbage"),
        ("multipart/form-data; boundary=x", b"garbage"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="position"\r\n\r\nabc',
        ),
    ],
)
def test_malformed_multipart_is_a_400_in_the_envelope(
    server: Served, kind: str, body: bytes
) -> None:
    request = urllib.request.Request(
        f"{server.base}/api/interviews", data=body, headers={"Content-Type": kind}
    )
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(request, timeout=60)
    assert raised.value.code == 400
    assert json.load(raised.value)["error"]["code"] == "VALIDATION_ERROR"


# --- The end of a server --------------------------------------------------------------------


@pytest.mark.parametrize("served_by", [serve, serve_uvicorn])
async def test_a_server_ends_in_order_though_a_model_hangs(tmp_path: Path, served_by: Any) -> None:
    async with FakeOpenAI(silent(600)) as model:
        settings = {"OPENAI_BASE_URL": model.url, "INTERVIEWGPT_LEASE_SECONDS": "2"}
        with served_by(tmp_path / "data", **settings) as served:
            keys = [
                (await asyncio.to_thread(_post, f"{served.base}/api/interviews", body))["data"][
                    "id"
                ]
                for body in [b'{"position": "Backend Engineer"}'] * 2
            ]
            async with websockets.connect(f"{served.socket_base}/api/ws/{keys[0]}") as socket:
                for key in keys:
                    said = b'{"content": "I look at the slow query log.", "sender_type": "user"}'
                    address = f"{served.base}/api/interviews/{key}/messages"
                    await asyncio.to_thread(_post, address, said)
                ending = asyncio.create_task(
                    asyncio.to_thread(_refusal, f"{served.base}/api/interviews/{keys[1]}/end")
                )
                await eventually(lambda: _ending(served, keys[1]) and model.busy > 0)
                served.process.terminate()
                async with asyncio.timeout(25):
                    with suppress(websockets.ConnectionClosed):
                        async for _ in socket:
                            pass
                    assert await ending == (500, "AI_SERVICE_ERROR")
                    await asyncio.to_thread(served.process.wait)
            assert socket.close_code == 1012
            with sqlite3.connect(served.database) as database:
                left = database.execute(
                    "SELECT lease_token, owed_id IS NULL, failure FROM interviews_interview "
                    "ORDER BY id"
                ).fetchall()
            assert left == [("", 0, ""), ("", 0, "")]
            assert "never retrieved" not in served.printed()


async def test_one_connection_too_many_is_told_to_come_again(tmp_path: Path) -> None:
    """1013 is a code that Daphne by itself cannot close with. Redis is away, which changes nothing."""
    away = "redis://127.0.0.1:1/0"
    with serve(tmp_path / "data", REDIS_URL=away, INTERVIEWGPT_ROOM_CONNECTIONS="1") as served:
        made = await asyncio.to_thread(
            _post, f"{served.base}/api/interviews", b'{"position": "QA"}'
        )
        address = f"{served.socket_base}/api/ws/{made['data']['id']}"
        async with websockets.connect(address) as first:
            welcome = json.loads(await asyncio.wait_for(first.recv(), 60))
            assert welcome["data"]["status"] == "connected"
            async with websockets.connect(address) as second:
                error = json.loads(await asyncio.wait_for(second.recv(), 60))
                assert error["data"]["code"] == "THROTTLED"
                await asyncio.wait_for(second.wait_closed(), 60)
                assert second.close_code == 1013
        assert "invalid close code" not in served.printed()


def _ending(served: Served, key: int) -> bool:
    """Whether the end has been asked for and a runner is at work on it."""
    with sqlite3.connect(served.database, timeout=20) as database:
        row = database.execute(
            "SELECT ending_at, lease_token FROM interviews_interview WHERE id = ?", [key]
        ).fetchone()
    return row[0] is not None and row[1] != ""


def _refusal(address: str) -> tuple[int, str]:
    """Status and code of a POST that is refused."""
    request = urllib.request.Request(address, method="POST")
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(request, timeout=60)
    return raised.value.code, json.load(raised.value)["error"]["code"]


def test_kills_in_the_midst_of_interviews_lose_nothing(tmp_path: Path) -> None:
    """The short run of the trial in docs/reliability.md."""
    figures = tmp_path / "figures.json"
    trial = ["benchmarks/killing.py", "--kills", "2", "--interviews", "4", "--minutes", "8"]
    done = subprocess.run(
        [sys.executable, *trial, "--json", str(figures)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(figures.read_text(encoding="utf-8"))
    assert (found["kills"], found["wrong"]) == (2, [])
    assert found["acknowledged"] >= 1
    assert found["replies"] >= found["interviews"] >= 4
