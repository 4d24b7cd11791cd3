"""The WebSocket's token: how it comes, how long it counts, and that nobody writes it down."""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import websockets
from channels.testing import WebsocketCommunicator
from django.contrib.auth.models import User
from rest_framework_simplejwt.tokens import AccessToken

from interviewgpt.asgi import application
from interviewgpt.db import in_db
from interviews import presence, services
from interviews.models import Interview
from interviews.tests.server import serve, serve_uvicorn
from interviews.tests.support import sit
from interviews.tests.test_access import interview_of

database = pytest.mark.django_db(transaction=True)


@pytest.fixture
def jwt(settings: Any) -> None:
    settings.AUTH = "jwt"


def _owned() -> tuple[User, Interview]:
    owner = User.objects.create_user("owner")
    return owner, interview_of(owner)


# --- How it comes ---------------------------------------------------------------------------


@database
async def test_the_subprotocol_is_answered_without_the_token(jwt: None) -> None:
    owner, interview = await in_db(_owned)
    offered = ["bearer", str(AccessToken.for_user(owner))]
    socket = WebsocketCommunicator(application, f"/api/ws/{interview.pk}", subprotocols=offered)
    connected, chosen = await socket.connect(timeout=30)
    assert (connected, chosen) == (True, "bearer")
    assert json.loads(await socket.receive_from(timeout=30))["data"]["status"] == "connected"
    await socket.disconnect()


@database
async def test_the_token_may_be_a_query_parameter_beside_others(jwt: None) -> None:
    owner, interview = await in_db(_owned)
    await in_db(
        services.post_message, interview_id=interview.pk, content="在", sender_type="system"
    )
    token = AccessToken.for_user(owner)
    async with sit(interview.pk, f"since=0&token={token}") as room:
        assert (await room.next())["data"]["status"] == "connected"
        assert (await room.until("message"))["content"] == "在"


@database
@pytest.mark.parametrize("query", ["", "token=", "token=x", "since=0&token=a.b.c"])
async def test_without_a_good_token_nobody_comes_in(jwt: None, query: str) -> None:
    _owner, interview = await in_db(_owned)
    async with sit(interview.pk, query, accept_language="en") as room:
        error = await room.until("error")
        assert error["code"] == "NOT_AUTHENTICATED"
        assert await room.close_code() == 4401
        await room.send("ping", 1)
        assert await room.silent()


@database
async def test_where_everything_is_open_a_bad_token_is_as_good_as_none() -> None:
    _owner, interview = await in_db(_owned)
    async with sit(interview.pk, token="x") as room:
        assert (await room.next())["data"]["status"] == "connected"


async def test_no_scope_keeps_the_token() -> None:
    seen: list[dict[str, Any]] = []

    async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
        seen.append(scope)

    from interviewgpt.accounts.sockets import HandshakeToken

    for query, offered, token, left in [
        (b"token=a.b.c&since=3", ["x"], "a.b.c", (b"since=3", ["x"])),
        (b"since=3&token=a&token=b", [], "b", (b"since=3", [])),
        (b"", ["bearer", "a.b.c", "y"], "a.b.c", (b"", ["bearer", "y"])),
        (b"token=a", ["bearer", "b"], "b", (b"", ["bearer"])),
        (b"", ["bearer"], None, (b"", ["bearer"])),
        (b"tokens=1", ["y"], None, (b"tokens=1", ["y"])),
    ]:
        scope = {"type": "websocket", "query_string": query, "subprotocols": offered}
        await HandshakeToken(app)(scope, None, None)
        assert scope["token"] == token
        assert (scope["query_string"], scope["subprotocols"]) == left
    assert len(seen) == 6


# --- How long it counts ---------------------------------------------------------------------


@database
@pytest.mark.parametrize("event", ["expiry", "deactivation", "demotion"])
async def test_who_may_not_stay_is_told_by_the_sweep(jwt: None, event: str) -> None:
    owner, interview = await in_db(_owned)
    token = AccessToken.for_user(owner)
    if event == "expiry":
        token.set_exp(lifetime=timedelta(seconds=3))
    async with sit(interview.pk, token=str(token)) as room:
        await room.until("status", status="connected")
        await room.send("ping", 1)
        await room.until("pong")
        await presence.catch_up()
        if event == "expiry":
            await asyncio.sleep(max(0.0, token["exp"] + 0.1 - time.time()))
        elif event == "deactivation":
            await in_db(lambda: User.objects.update(is_active=False))
        else:
            # Staff or not is what the connection was let in with: it comes back to be asked anew.
            await in_db(lambda: User.objects.update(is_staff=True))
        await presence.catch_up()
        assert (await room.until("error"))["code"] == "NOT_AUTHENTICATED"
        assert await room.close_code() == 4401


# --- Who writes it down ---------------------------------------------------------------------


def _post(base: str, path: str, body: Any, **headers: str) -> Any:
    request = urllib.request.Request(
        base + path,
        json.dumps(body).encode(),
        {"Content-Type": "application/json", **headers},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["data"]


@pytest.mark.e2e
@pytest.mark.parametrize("server", [serve, serve_uvicorn])
def test_no_server_writes_a_token_down(server: Any, tmp_path: Path) -> None:
    with server(tmp_path / "served", INTERVIEWGPT_AUTH="jwt") as served:
        account = {"username": "lin", "password": "quiet-harbour-7"}
        pair = _post(served.base, "/api/auth/register", account)
        bearer = {"Authorization": f"Bearer {pair['access']}"}
        created = _post(served.base, "/api/interviews", {"position": "后端工程师"}, **bearer)

        async def visit() -> None:
            address = f"{served.socket_base}/api/ws/{created['id']}"
            offered = ["bearer", pair["access"]]
            async with websockets.connect(address, subprotocols=offered) as socket:
                assert socket.subprotocol == "bearer"
                assert json.loads(await socket.recv())["data"]["status"] == "connected"
                await socket.send("{")
                assert json.loads(await socket.recv())["type"] == "error"
            async with websockets.connect(f"{address}?token={pair['access']}") as socket:
                assert json.loads(await socket.recv())["data"]["status"] == "connected"
            async with websockets.connect(f"{address}?token={pair['access']}x") as socket:
                assert json.loads(await socket.recv())["data"]["code"] == "NOT_AUTHENTICATED"

        asyncio.run(visit())
        renewed = _post(served.base, "/api/auth/refresh", {"refresh": pair["refresh"]})
        printed = served.printed()
    assert f"/api/ws/{created['id']}" in printed
    for secret in (pair["access"], pair["refresh"], renewed["access"], account["password"]):
        assert secret not in printed
        assert secret.rpartition(".")[2] not in printed
