"""Django on ASGI with threads and connections that last."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.signals import request_finished, request_started
from django.db import OperationalError, connections
from django.db.backends.signals import connection_created

from interviewgpt import db
from interviewgpt.handler import PooledHandler
from interviewgpt.tests import handler_urls

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Answer:
    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    pieces: list[bytes] = field(default_factory=list)

    @property
    def body(self) -> bytes:
        return b"".join(self.pieces)

    @property
    def data(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    def all(self, name: bytes) -> list[bytes]:
        return [value for key, value in self.headers if key.lower() == name]


def may_wait(scope: dict[str, Any]) -> bool:
    return str(scope["path"]).startswith("/waits")


@pytest.fixture
async def handler(settings: Any) -> AsyncIterator[PooledHandler]:
    settings.ROOT_URLCONF = "interviewgpt.tests.handler_urls"
    handler_urls.held.clear()
    handler_urls.closed.clear()
    yield PooledHandler(may_wait)
    handler_urls.held.set()


def scope_of(path: str, method: str = "GET", **more: Any) -> dict[str, Any]:
    return {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
        "scheme": "http",
        "http_version": "1.1",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        **more,
    }


async def ask(handler: PooledHandler, path: str, *body: bytes, **more: Any) -> Answer:
    """Send a request; the client stays until it has its answer."""
    answer = Answer()
    pieces = list(body or [b""])

    async def receive() -> dict[str, Any]:
        if pieces:
            piece = pieces.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(pieces)}
        await asyncio.Event().wait()
        raise AssertionError("an event that is never set")

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            answer.status, answer.headers = message["status"], message["headers"]
        else:
            answer.pieces.append(message.get("body", b""))

    await handler(scope_of(path, **more), receive, send)
    return answer


@contextmanager
def counted(*signals: Any) -> Iterator[list[Any]]:
    seen: list[Any] = []

    def note(signal: Any, **_: Any) -> None:
        seen.append(signal)

    for signal in signals:
        signal.connect(note)
    try:
        yield seen
    finally:
        for signal in signals:
            signal.disconnect(note)


# --- Threads and connections ----------------------------------------------------------------


async def test_requests_share_a_few_threads_and_their_connections(handler: PooledHandler) -> None:
    await asyncio.to_thread(db.shut_down)
    with counted(connection_created) as opened:
        answers = [await ask(handler, "/where") for _ in range(30)]
        answers += await asyncio.gather(*(ask(handler, "/where") for _ in range(30)))
    assert [answer.status for answer in answers] == [200] * 60
    assert len({answer.data["thread"] for answer in answers}) <= django_settings.DATABASE_THREADS
    assert len(opened) <= django_settings.DATABASE_THREADS


async def test_sockets_and_requests_share_the_pool(handler: PooledHandler) -> None:
    name = (await ask(handler, "/where")).data["name"]
    assert name.startswith("db")


async def test_a_request_that_waits_takes_no_thread_of_the_quick(
    handler: PooledHandler, settings: Any
) -> None:
    settings.WAITING_THREADS = 3
    await asyncio.to_thread(db.shut_down)
    late = [asyncio.ensure_future(ask(handler, "/waits")) for _ in range(20)]
    for _ in range(3):
        await asyncio.to_thread(handler_urls.waiting.acquire)
    quick = await asyncio.gather(*(ask(handler, "/where") for _ in range(20)))
    assert [answer.status for answer in quick] == [200] * 20
    assert not any(task.done() for task in late)
    handler_urls.held.set()
    assert {(await task).body for task in late} == {b"waited"}
    for _ in range(17):
        handler_urls.waiting.acquire()
    await asyncio.to_thread(db.shut_down)


async def test_health_is_told_while_all_other_threads_hang(
    handler: PooledHandler, settings: Any
) -> None:
    settings.WAITING_THREADS = 3
    await asyncio.to_thread(db.shut_down)
    threads = settings.DATABASE_THREADS + settings.WAITING_THREADS
    paths = ["/hangs"] * settings.DATABASE_THREADS + ["/waits"] * settings.WAITING_THREADS
    late = [asyncio.ensure_future(ask(handler, path)) for path in paths]
    for _ in range(threads):
        await asyncio.to_thread(handler_urls.waiting.acquire)
    for _ in range(3):
        assert (await ask(handler, "/health")).data["name"].startswith("watching")
    assert not any(task.done() for task in late)
    handler_urls.held.set()
    assert {(await task).status for task in late} == {200}
    await asyncio.to_thread(db.shut_down)


async def test_a_connection_that_has_gone_is_replaced(handler: PooledHandler) -> None:
    """PostgreSQL ends it from its side; SQLite has no other side."""
    await asyncio.to_thread(db.shut_down)

    def lose_it() -> None:
        connection = connections["default"]
        connection.ensure_connection()
        if connection.vendor != "postgresql":
            connection.close()
            return
        with suppress(OperationalError), connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    for _ in range(2 * django_settings.DATABASE_THREADS):
        await db.in_db(lose_it)
    answers = [await ask(handler, "/where") for _ in range(10)]
    assert [answer.status for answer in answers] == [200] * 10


async def test_connections_that_end_while_they_rest_cost_no_request(handler: PooledHandler) -> None:
    """As with a restart of PostgreSQL, which ends all of them; SQLite has no other side."""
    await asyncio.to_thread(db.shut_down)
    together = threading.Barrier(django_settings.DATABASE_THREADS)

    def backend() -> int | None:
        connection = connections["default"]
        connection.ensure_connection()
        together.wait(30)
        held: Any = connection.connection
        return held.info.backend_pid if connection.vendor == "postgresql" else None

    def end(backends: list[int]) -> None:
        connection = connections["default"]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM unnest(%s) pid", [backends]
            )
        connection.close()

    held = await asyncio.gather(
        *(db.in_db(backend) for _ in range(django_settings.DATABASE_THREADS))
    )
    ended = [pid for pid in held if pid is not None]
    if ended:
        await asyncio.to_thread(end, ended)
    with counted(connection_created) as opened:
        answers = await asyncio.gather(*(ask(handler, "/where") for _ in range(30)))
    assert [answer.status for answer in answers] == [200] * 30
    assert len(opened) <= len(ended)
    assert bool(opened) is bool(ended)


async def test_a_connection_left_in_a_transaction_is_not_handed_on(handler: PooledHandler) -> None:
    before = [(await ask(handler, "/undone")).status for _ in range(10)]

    def autocommits() -> bool:
        connections["default"].ensure_connection()
        return bool(connections["default"].get_autocommit())

    assert before == [200] * 10
    assert all([await db.in_db(autocommits) for _ in range(20)])


async def test_started_and_finished_are_each_sent_once(handler: PooledHandler) -> None:
    for path in ("/where", "/file", "/fails", "/nowhere"):
        with counted(request_started, request_finished) as seen:
            await ask(handler, path)
        assert seen == [request_started, request_finished], path


# --- The context ----------------------------------------------------------------------------


async def test_a_view_sees_the_context_of_its_request(handler: PooledHandler) -> None:
    handler_urls.MARK.set("from outside")
    assert (await ask(handler, "/where")).data["mark"] == "from outside"


async def test_what_a_view_leaves_in_its_context_meets_no_other_request(
    handler: PooledHandler,
) -> None:
    async def alone(path: str) -> Answer:
        return await asyncio.create_task(ask(handler, path))

    before = (await alone("/where")).data
    for _ in range(10):
        await alone("/leaves_marks")
    for _ in range(10):
        after = (await alone("/where")).data
        assert (after["mark"], after["language"]) == ("", before["language"])


async def test_async_code_in_a_view_runs_on_the_servers_loop(handler: PooledHandler) -> None:
    answer = await ask(handler, "/back")
    assert answer.data["loop"] == id(asyncio.get_running_loop())


async def test_an_asynchronous_view_is_answered(handler: PooledHandler) -> None:
    assert (await ask(handler, "/asynchronous")).body == b"async"


async def test_the_root_path_is_the_script_prefix(handler: PooledHandler) -> None:
    answer = await ask(handler, "/sub/where", root_path="/sub")
    assert answer.data["prefix"] == "/sub/"
    assert (await ask(handler, "/where")).data["prefix"] == "/"


# --- What is sent ---------------------------------------------------------------------------


async def test_body_headers_and_cookies_arrive(handler: PooledHandler) -> None:
    answer = await ask(handler, "/cookies", b"one ", b"two", method="PUT")
    assert (answer.status, answer.body) == (200, b"one two")
    assert answer.all(b"x-method") == [b"PUT"]
    assert [cookie.split(b";")[0] for cookie in answer.all(b"set-cookie")] == [b"one=1", b"two=2"]


async def test_a_file_is_sent_in_pieces_and_closed(handler: PooledHandler) -> None:
    answer = await ask(handler, "/file")
    assert answer.body == handler_urls.PIECE * 20
    assert answer.all(b"content-length") == [str(len(answer.body)).encode()]
    assert max(map(len, answer.pieces)) <= len(handler_urls.PIECE)
    assert handler_urls.closed == ["file"]


async def test_pieces_are_fetched_where_the_request_was_answered(handler: PooledHandler) -> None:
    assert (await ask(handler, "/pieces_from")).body == b"db db db "
    assert (await ask(handler, "/waits/pieces_from")).body == b"waiting waiting waiting "


async def test_a_failure_is_an_answer_without_its_text(handler: PooledHandler) -> None:
    answer = await ask(handler, "/fails")
    assert (answer.status, answer.data["error"]["code"]) == (500, "INTERNAL_SERVER_ERROR")
    assert b"not for the client" not in answer.body


async def test_an_address_that_is_not_utf8_is_a_bad_request(handler: PooledHandler) -> None:
    answer = await ask(handler, "/where", query_string=b"\xff")
    assert (answer.status, answer.data["error"]["code"]) == (400, "VALIDATION_ERROR")


async def test_only_http_is_handled(handler: PooledHandler) -> None:
    with pytest.raises(ValueError, match="websocket"):
        await handler({"type": "websocket"}, None, None)


# --- A client that leaves -------------------------------------------------------------------


async def test_who_leaves_before_the_body_is_there_is_forgotten(handler: PooledHandler) -> None:
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    with counted(request_started) as seen:
        await handler(scope_of("/where"), receive, send)
    assert (sent, seen) == ([], [])


async def test_who_leaves_during_a_stream_ends_it(handler: PooledHandler) -> None:
    events = [{"type": "http.request", "body": b"", "more_body": False}]
    left = asyncio.Event()
    sent = 0

    async def receive() -> dict[str, Any]:
        if events:
            return events.pop()
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal sent
        sent += 1
        if sent == 5:
            left.set()
        await asyncio.sleep(0)

    with counted(request_finished) as seen:
        async with asyncio.timeout(30):
            await handler(scope_of("/endless"), receive, send)
    assert 5 <= sent < 1000
    assert (handler_urls.closed, seen) == (["stream"], [request_finished])


async def test_a_cancelled_request_is_finished_all_the_same(handler: PooledHandler) -> None:
    with counted(request_finished) as seen:
        asking = asyncio.ensure_future(ask(handler, "/waits"))
        await asyncio.to_thread(handler_urls.waiting.acquire)
        asking.cancel()
        # Time enough to be told so, while the view is still under way.
        await asyncio.wait([asking], timeout=0.2)
        assert not seen
        handler_urls.held.set()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.to_thread(db.waiting.shut_down)
    assert seen == [request_finished]
