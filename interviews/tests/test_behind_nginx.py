"""Two server processes on PostgreSQL and Redis behind nginx, as docs/deployment.md sets them up.

A Daphne and a uvicorn; requests and sockets of one interview land on different ones.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
import websockets

from interviews.tests import resume_files as files
from interviews.tests.proxy import Answer, Site, nginx_site
from interviews.tests.server import serve

pytestmark = pytest.mark.e2e

MIB = 1024 * 1024
ANSWER = "I read the slow query log first, then EXPLAIN, and add the index that is missing."


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, module_postgres_url: str, module_redis_url: str
) -> Iterator[Site]:
    settings = {
        "DATABASE_URL": module_postgres_url,
        "REDIS_URL": module_redis_url,
        "INTERVIEWGPT_SECRET_KEY": "for two processes behind one proxy in a test",
        "INTERVIEWGPT_LOGIN_RATE": "2/min",
    }
    with nginx_site(tmp_path_factory.mktemp("site"), **settings) as running:
        yield running


class Socket:
    """A connection to a room through nginx, and what it has heard."""

    def __init__(self, line: Any) -> None:
        self.line = line
        self.frames: list[dict[str, Any]] = []

    async def until(self, kind: str, **data: Any) -> dict[str, Any]:
        while True:
            frame = json.loads(await asyncio.wait_for(self.line.recv(), 60))
            self.frames.append(frame)
            found: dict[str, Any] = frame["data"]
            if frame["type"] == kind and all(found.get(key) == data[key] for key in data):
                return found

    async def send(self, kind: str, **data: Any) -> None:
        await self.line.send(json.dumps({"type": kind, "data": data}))

    def spoken(self) -> list[dict[str, Any]]:
        return [frame["data"] for frame in self.frames if frame["type"] == "message"]


@asynccontextmanager
async def room(site: Site, key: int, query: str = "") -> AsyncIterator[Socket]:
    address = f"{site.socket_base}/api/ws/{key}{query}"
    async with websockets.connect(address, ssl=site.tls) as line:
        socket = Socket(line)
        await socket.until("status", status="connected")
        yield socket


async def call(site: Site, method: str, path: str, body: Any = None, **more: Any) -> Answer:
    return await asyncio.to_thread(site.call, method, path, body, **more)


async def begin(site: Site) -> int:
    made = await call(site, "POST", "/api/interviews", {"position": "Backend Engineer"})
    assert made.status == 200, made.body
    return int(made.json["data"]["id"])


def upload(content: bytes) -> dict[str, Any]:
    """Body and headers of a creation with a résumé."""
    body = (
        b'--x\r\nContent-Disposition: form-data; name="position"\r\n\r\nQA\r\n'
        b'--x\r\nContent-Disposition: form-data; name="resume"; filename="cv.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n--x--\r\n"
    )
    return {"body": body, "Content_Type": "multipart/form-data; boundary=x"}


# --- The sitting ----------------------------------------------------------------------------


async def test_an_interview_whose_requests_and_socket_land_on_different_processes(
    site: Site,
) -> None:
    key = await begin(site)
    base = f"/api/interviews/{key}"
    async with room(site, key) as socket:
        # The process with fewer connections is next: requests land on the other one.
        said = await call(
            site, "POST", f"{base}/messages", {"content": ANSWER, "sender_type": "user"}
        )
        assert await socket.until("message", sender_type="user") == said.json["data"]
        reply = await socket.until("message", sender_type="interviewer")
        pieces = [frame["data"] for frame in socket.frames if frame["type"] == "delta"]
        assert "".join(piece["text"] for piece in pieces) == reply["content"]
        assert {piece["reply_to"] for piece in pieces} == {said.json["data"]["id"]}

        await socket.send("message", content=ANSWER, sender_type="user", client_id="by socket")
        acknowledged = await socket.until("ack", client_id="by socket")
        await socket.until("message", sender_type="interviewer")
        await call(site, "POST", f"{base}/hint")
        await socket.until("message", sender_type="interviewer")
        await call(site, "POST", f"{base}/pause")
        await socket.until("status", status="paused")
        await call(site, "POST", f"{base}/resume")
        await socket.until("status", status="resumed")
        await call(site, "POST", f"{base}/skip")
        await socket.until("message", sender_type="interviewer")

        ended = await call(site, "POST", f"{base}/end")
        assert ended.json["data"]["status"] == "completed"
        await socket.until("status", status="completed")
    feedback = (await call(site, "GET", f"{base}/feedback")).json["data"]
    assert feedback["overall_score"] == ended.json["data"]["overall_score"]
    history = (await call(site, "GET", f"{base}/messages")).json["data"]
    heard = [message["id"] for message in socket.spoken()] + [acknowledged["id"]]
    # All but the welcome and the greeting, which were there before the connection.
    assert sorted(heard) == [message["id"] for message in history[2:]]

    (held,) = site.served_by(rf'"GET /api/ws/{key}" 101 ', 1)
    asked = site.served_by(rf'"POST {base}/(messages|hint|pause|resume|skip|end)" 200 ', 6)
    assert set(asked) == set(site.servers) - {held}


async def test_what_is_uploaded_to_one_process_is_there_for_the_other(site: Site) -> None:
    whole = files.pdf(files.ENGLISH).ljust(10 * MIB, b"\n")
    asked: list[str] = []
    paths: list[str] = []
    # Which process is next is nginx's to say; that it would be the same four times is not seen.
    while len(set(asked)) < 2 and len(asked) < 4:
        name = f"upload-{len(asked)}"
        made = await call(site, "POST", "/api/interviews", X_Request_ID=name, **upload(whole))
        assert made.status == 200, made.body
        paths.append(made.json["data"]["resume_path"])
        asked += site.served_by(rf'"POST /api/interviews" 200 .*{name}$', 1)
    assert set(asked) == set(site.servers)
    stored = site.servers["daphne"].data / "uploads" / "resumes"
    assert len(list(stored.iterdir())) == len(asked)
    # Nobody is signed in: the policy, not nginx, has the file.
    refused = [await call(site, "GET", path, Accept="application/json") for path in paths]
    assert {answer.json["error"]["code"] for answer in refused} == {"NOT_FOUND"}


# --- What nginx does, and what it leaves to the application --------------------------------


def test_what_is_too_large_is_refused_in_the_envelope(site: Site) -> None:
    beyond = site.call("POST", "/api/interviews", **upload(b"%PDF-1.4".ljust(10 * MIB + 1)))
    far = site.call("POST", "/api/interviews", **upload(b"%PDF-1.4".ljust(12 * MIB)))
    text = site.call("POST", "/api/interviews", {"position": "x" * MIB})
    for answer in (beyond, far, text):
        assert answer.status == 413
        assert answer.json["error"]["code"] == "PAYLOAD_TOO_LARGE"
        assert answer.json["error"]["request_id"]
    # nginx's own, which does not wait for what is announced.
    declared = site.call("POST", "/api/interviews", b"", Content_Length=str(64 * MIB))
    assert declared.status == 413
    error = declared.json["error"]
    assert error["code"] == "PAYLOAD_TOO_LARGE"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", error["timestamp"])


def test_static_files_come_from_nginx(site: Site) -> None:
    page = site.call("GET", "/demo/", Accept="text/html").body.decode()
    (sheet, *_) = re.findall(r'href="(/static/[^"]+\.css)"', page)
    answer = site.call("GET", sheet, Accept_Encoding="gzip")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/css")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "x-request-id" not in answer.headers
    assert site.call("GET", "/static/../settings.py").status in (400, 404)
    assert site.call("GET", "/metrics").status == 404


def test_https_is_known_from_the_proxy_alone(site: Site) -> None:
    moved = site.call("GET", "/demo/", plain=True, X_Forwarded_Proto="https")
    assert moved.status == 301
    assert moved.headers["location"].startswith("https://")
    page = site.call("GET", "/admin/login/", X_Forwarded_Proto="http", X_Request_ID="mine")
    assert page.status == 200
    assert page.headers["strict-transport-security"]
    assert "Secure" in page.headers["set-cookie"]
    assert page.headers["x-request-id"] == "mine"


def test_the_address_is_the_one_nginx_saw(site: Site) -> None:
    """Failed sign-ins are counted by address, for both processes together."""

    def sign_in(number: int, source: str) -> int:
        body = {"username": f"nobody-{number}", "password": "wrong"}
        forged: dict[str, Any] = {"X_Forwarded_For": f"203.0.113.{number}"}
        return site.call("POST", "/api/auth/token", body, source=source, **forged).status

    assert [sign_in(number, "127.0.0.1") for number in range(3)] == [401, 401, 429]
    assert sign_in(9, "127.0.0.2") == 401
    assert set(site.served_by(r'"POST /api/auth/token" 401 ', 3)) == set(site.servers)


# --- A server that goes ---------------------------------------------------------------------


async def test_a_daphne_goes_and_comes_back_and_nobody_is_lost(site: Site) -> None:
    assert await one_goes(site, "daphne") > 0
    served = site.servers["daphne"]
    port = int(served.base.rpartition(":")[2])
    settings: dict[str, Any] = site.settings
    back = serve(served.data, port, log="daphne-again.log", **settings)
    site.servers["daphne"] = await asyncio.to_thread(site.stack.enter_context, back)
    keys = [await begin(site) for _ in range(4)]
    async with AsyncExitStack() as stack:
        for key in keys:
            await stack.enter_async_context(room(site, key))
    rooms = "|".join(str(key) for key in keys)
    assert set(site.served_by(rf'"GET /api/ws/({rooms})" 101 ', 4)) == set(site.servers)


async def test_a_uvicorn_goes_and_nobody_is_lost(site: Site) -> None:
    """The last test here: nobody starts it again."""
    assert await one_goes(site, "uvicorn") > 0


async def one_goes(site: Site, going: str) -> int:
    """Ask one of two servers to end, with interviews on each, and go on at the other.

    Returns how many rooms had to move.
    """
    leaving = site.servers[going].process
    keys = [await begin(site) for _ in range(4)]
    async with AsyncExitStack() as stack:
        # One by one, so that least_conn spreads them.
        sockets = {key: await stack.enter_async_context(room(site, key)) for key in keys}
        for socket in sockets.values():
            await socket.send("message", content=ANSWER, sender_type="user")
            await socket.until("message", sender_type="interviewer")
        leaving.terminate()
        async with asyncio.timeout(60):
            while leaving.poll() is None:
                assert (await call(site, "GET", "/health")).status == 200
        kept = [key for key in keys if await answers(sockets[key])]
        lost = [key for key in keys if key not in kept]
        assert kept
        assert {sockets[key].line.close_code for key in lost} == {1012}
        # The other one goes on with what the lost ones had begun; nothing is skipped or sent twice.
        last = sockets[lost[0]].spoken()[-1]["id"]
        body = {"content": ANSWER, "sender_type": "user"}
        said = await call(site, "POST", f"/api/interviews/{lost[0]}/messages", body)
        async with room(site, lost[0], f"?since={last}") as again:
            await again.until("message", sender_type="interviewer")
            assert again.spoken()[0] == said.json["data"]
        return len(lost)


async def answers(socket: Socket) -> bool:
    """Whether somebody is still at the other end."""
    try:
        await socket.send("ping", still="there")
        return await socket.until("pong") == {"still": "there"}
    except websockets.ConnectionClosed:
        return False
