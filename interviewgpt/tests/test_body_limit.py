"""Bodies that are too large are refused before the application hears of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import AsyncClient

from interviewgpt.bodies import PATIENCE, BodyLimit

MIB = 1024 * 1024
JSON = ("content-type", "application/json")
FORM = ("content-type", "multipart/form-data; boundary=x")


class Application:
    """Remembers what reached it and answers 200."""

    def __init__(self) -> None:
        self.scope: dict[str, Any] | None = None
        self.body = b""
        self.after: dict[str, Any] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.scope = scope
        if scope["type"] != "http":
            return
        more = True
        while more:
            event = await receive()
            self.body += event["body"]
            more = event["more_body"]
        self.after = await receive()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok", "more_body": False})


class Exchange:
    """One request sent through the limit, piece by piece."""

    def __init__(self, *headers: tuple[str, str], pieces: list[bytes], **scope: Any) -> None:
        self.application = Application()
        self.scope: Any = {
            "type": "http",
            "method": "POST",
            "path": "/api/interviews",
            "headers": [(name.encode(), value.encode()) for name, value in headers],
            **scope,
        }
        self.events = [
            {"type": "http.request", "body": piece, "more_body": index < len(pieces) - 1}
            for index, piece in enumerate(pieces)
        ]
        self.read = 0
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> Any:
        self.read += 1
        if self.read <= len(self.events):
            return self.events[self.read - 1]
        return {"type": "http.disconnect"}

    async def send(self, event: Any) -> None:
        self.sent.append(event)

    async def run(self) -> int:
        await BodyLimit(self.application)(self.scope, self.receive, self.send)
        return int(self.sent[0]["status"]) if self.sent else 0

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.sent[0]["headers"]}

    def passed_header(self, name: str) -> str | None:
        assert self.application.scope is not None
        found = dict(self.application.scope["headers"]).get(name.encode())
        return None if found is None else found.decode()


async def test_what_fits_passes_untouched() -> None:
    exchange = Exchange(JSON, ("content-length", "7"), pieces=[b'{"a"', b":1}"])
    assert await exchange.run() == 200
    assert exchange.application.body == b'{"a":1}'
    assert exchange.application.scope is exchange.scope


@pytest.mark.parametrize(
    ("kind", "length"), [(JSON, MIB + 1), (FORM, 11 * MIB + 1), (JSON, 10**15)]
)
async def test_a_declared_length_is_refused(kind: tuple[str, str], length: int) -> None:
    exchange = Exchange(kind, ("content-length", str(length)), pieces=[b"x"])
    assert await exchange.run() == 413
    assert exchange.application.scope is None
    body = exchange.sent[1]["body"]
    assert exchange.headers["content-length"] == str(len(body))
    assert exchange.headers["content-type"] == "application/json"
    error = json.loads(body)["error"]
    assert error["code"] == "PAYLOAD_TOO_LARGE"
    assert list(error) == ["code", "message", "timestamp"]


@pytest.mark.parametrize(("kind", "length"), [(JSON, MIB), (FORM, 11 * MIB)])
async def test_a_declared_length_at_the_limit_passes(kind: tuple[str, str], length: int) -> None:
    exchange = Exchange(kind, ("content-length", str(length)), pieces=[b"x"])
    assert await exchange.run() == 200


@pytest.mark.parametrize("declared", [None, "abc", "-1", "9" * 30])
async def test_an_undeclared_length_is_counted_and_passed_on(declared: str | None) -> None:
    headers = [JSON, ("transfer-encoding", "chunked")]
    if declared is not None:
        headers.append(("content-length", declared))
    exchange = Exchange(*headers, pieces=[b'{"title"', b"", b': "a"}'])
    assert await exchange.run() == 200
    assert exchange.application.body == b'{"title": "a"}'
    assert exchange.passed_header("content-length") == "14"
    assert exchange.passed_header("transfer-encoding") is None
    assert exchange.application.after == {"type": "http.disconnect"}


@pytest.mark.parametrize("declared", [True, False])
async def test_what_is_too_large_is_read_to_its_end_before_the_refusal(declared: bool) -> None:
    """Many clients hear no answer while they are still sending."""
    length = ("content-length", str(5 * MIB))
    exchange = Exchange(JSON, *[length] * declared, pieces=[b"x" * (MIB // 2)] * 10)
    assert await exchange.run() == 413
    assert exchange.read == 10
    assert exchange.application.scope is None


@pytest.mark.parametrize("declared", [True, False])
async def test_patience_with_what_is_too_large_has_an_end(declared: bool) -> None:
    length = ("content-length", str(10**15))
    exchange = Exchange(JSON, *[length] * declared, pieces=[b"x" * MIB] * 50)
    assert await exchange.run() == 413
    assert exchange.read <= 1 + PATIENCE // MIB + 1


async def test_a_client_that_asks_first_is_not_made_to_send() -> None:
    headers = [("content-length", str(2 * MIB)), ("expect", "100-continue")]
    exchange = Exchange(JSON, *headers, pieces=[b"x" * 2 * MIB])
    assert await exchange.run() == 413
    assert exchange.read == 0


async def test_a_large_body_of_undeclared_length_is_passed_on_whole() -> None:
    pieces = [bytes([number]) * 700_000 for number in range(1, 9)]
    exchange = Exchange(FORM, pieces=pieces)
    assert await exchange.run() == 200
    assert exchange.application.body == b"".join(pieces)
    assert exchange.passed_header("content-length") == str(8 * 700_000)


async def test_a_request_without_a_body_stays_as_it_is() -> None:
    exchange = Exchange(("accept", "*/*"), pieces=[b""], method="GET")
    assert await exchange.run() == 200
    assert exchange.application.scope is exchange.scope


async def test_a_client_that_leaves_midway_reaches_nobody() -> None:
    exchange = Exchange(JSON, pieces=[b"x"])
    exchange.events[0]["more_body"] = True
    assert await exchange.run() == 0
    assert exchange.application.scope is None


@pytest.mark.parametrize("kind", ["websocket", "lifespan"])
async def test_other_protocols_pass(kind: str) -> None:
    exchange = Exchange(pieces=[], type=kind)
    await exchange.run()
    assert exchange.application.scope is exchange.scope


async def test_the_refusal_may_be_read_by_a_page_of_another_origin(settings: Any) -> None:
    headers = [JSON, ("content-length", str(2 * MIB)), ("origin", "http://localhost:5173")]
    exchange = Exchange(*headers, pieces=[])
    await exchange.run()
    assert exchange.headers["access-control-allow-origin"] == "*"

    settings.CORS_ALLOW_ALL_ORIGINS = False
    for allowed, expected in ((["http://localhost:5173"], "http://localhost:5173"), ([], None)):
        settings.CORS_ALLOWED_ORIGINS = allowed
        exchange = Exchange(*headers, pieces=[])
        await exchange.run()
        assert exchange.headers.get("access-control-allow-origin") == expected


async def test_the_refusal_of_a_page_is_for_that_page_only() -> None:
    headers = [JSON, ("content-length", str(2 * MIB)), ("origin", "http://localhost:5173")]
    exchange = Exchange(*headers, pieces=[], path="/admin/")
    assert await exchange.run() == 413
    assert "access-control-allow-origin" not in exchange.headers


@pytest.mark.parametrize(("forwarded", "named"), [("https", True), ("http", False)])
async def test_the_refusal_is_guarded_like_every_answer(
    settings: Any, forwarded: str, named: bool
) -> None:
    settings.SECURE_HSTS_SECONDS = 3600
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    answer = await AsyncClient().get("/api/nowhere", headers={"X-Forwarded-Proto": forwarded})
    exchange = Exchange(
        JSON, ("content-length", str(2 * MIB)), ("x-forwarded-proto", forwarded), pieces=[]
    )
    assert await exchange.run() == 413
    of_its_own = {"content-type", "content-length", "content-language", "vary"}
    theirs = {name.lower(): value for name, value in answer.items()}
    for headers in (theirs, exchange.headers):
        assert headers["x-content-type-options"] == "nosniff"
        assert ("strict-transport-security" in headers) is named
    assert {name: value for name, value in theirs.items() if name not in of_its_own} == {
        name: value for name, value in exchange.headers.items() if name not in of_its_own
    }


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "The request is too large."), ("zh", "请求内容过大。")]
)
async def test_the_refusal_speaks_the_requests_language(language: str, sentence: str) -> None:
    headers = [JSON, ("content-length", str(2 * MIB)), ("accept-language", language)]
    exchange = Exchange(*headers, pieces=[])
    await exchange.run()
    assert json.loads(exchange.sent[1]["body"])["error"]["message"] == sentence


async def test_head_is_refused_without_a_body() -> None:
    exchange = Exchange(JSON, ("content-length", str(2 * MIB)), pieces=[], method="HEAD")
    assert await exchange.run() == 413
    assert exchange.sent[1]["body"] == b""
