"""Log lines: one id per request, in every form, and never the data of anybody."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from asgiref.testing import ApplicationCommunicator

from interviewgpt import requestid
from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.db import in_db
from interviewgpt.logs import JsonFormatter, LineFormatter, WithRequest, configuration
from interviewgpt.requestid import RequestId

MARKER = "Zebrafink"
Exchange: Any = ApplicationCommunicator
logger = logging.getLogger("interviewgpt.tests.logs")


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    noting = WithRequest()
    caplog.handler.addFilter(noting)
    caplog.set_level("INFO")
    yield caplog
    caplog.handler.removeFilter(noting)


def scope(kind: str = "http", *headers: tuple[bytes, bytes]) -> dict[str, object]:
    return {
        "type": kind,
        "method": "GET",
        "path": "/api/x",
        "raw_path": b"/api/x?token=" + MARKER.encode(),
        "query_string": b"token=" + MARKER.encode(),
        "headers": list(headers),
        "client": ("192.0.2.7", 4711),
    }


async def answer(scope: object, receive: object, send: Any) -> None:
    """An application that logs on the loop, in a thread, and in the pool of the database."""
    logger.info("loop")
    await sync_to_async(logger.info)("thread")
    await in_db(logger.info, "pool")
    body = json.dumps(error_object(ApiError(ErrorCode.NOT_FOUND))).encode()
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": body})


async def ask(*headers: tuple[bytes, bytes]) -> tuple[str, str]:
    """The id in the header of the answer, and the one in its error."""
    exchange = Exchange(RequestId(answer), scope("http", *headers))
    await exchange.send_input({"type": "http.request", "body": b""})
    start = await exchange.receive_output(10)
    body = await exchange.receive_output(10)
    await exchange.wait(10)
    return dict(start["headers"])[b"x-request-id"].decode(), json.loads(body["body"])["request_id"]


async def test_one_id_in_every_line_in_the_header_and_in_the_error(
    log: pytest.LogCaptureFixture,
) -> None:
    header, error = await ask()
    assert len(header) == 16
    assert error == header
    ours = [line for line in log.records if line.name.startswith("interviewgpt.")]
    assert [line.message.split()[0] for line in ours] == ["loop", "thread", "pool", "192.0.2.7"]
    assert {vars(line)["request_id"] for line in ours} == {header}
    assert ours[-1].message.startswith("192.0.2.7 GET /api/x 404 ")
    assert requestid.current() == ""


async def test_a_clients_own_id_is_kept() -> None:
    assert await ask((b"x-request-id", b"trace-42.a_B")) == ("trace-42.a_B", "trace-42.a_B")


@pytest.mark.parametrize("value", [b"", b"a" * 65, b"a b", b"a\nb", b'"', "é".encode()])
async def test_an_id_that_is_none_is_replaced(value: bytes) -> None:
    header, error = await ask((b"x-request-id", value))
    assert header == error
    assert len(header) == 16


async def test_a_client_that_has_hung_up_is_no_failure_of_its_connection() -> None:
    heard = []

    async def application(scope: object, receive: Any, send: Any) -> None:
        await send({"type": "websocket.send", "text": "too late"})
        heard.append(await receive())

    async def receive() -> dict[str, str]:
        return {"type": "websocket.disconnect"}

    async def send(message: object) -> None:
        raise OSError

    await RequestId(application)(scope("websocket"), receive, send)
    assert heard == [{"type": "websocket.disconnect"}]


async def test_requests_at_once_do_not_mix() -> None:
    first = Exchange(RequestId(answer), scope())
    second = Exchange(RequestId(answer), scope())
    for exchange in (first, second):
        await exchange.send_input({"type": "http.request", "body": b""})
    ids = []
    for exchange in (first, second):
        start = await exchange.receive_output(10)
        body = json.loads((await exchange.receive_output(10))["body"])
        assert dict(start["headers"])[b"x-request-id"].decode() == body["request_id"]
        ids.append(body["request_id"])
        await exchange.wait(10)
    assert ids[0] != ids[1]


def record(message: str, *arguments: object, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error is not None else None
    made = logging.LogRecord("a.b", logging.ERROR, "f.py", 1, message, arguments, info)
    WithRequest().filter(made)
    line = LineFormatter().format(made)
    parsed = json.loads(JsonFormatter().format(made))
    assert parsed["level"] == "ERROR"
    assert parsed["request_id"] == "-"
    for words in (MARKER, "Traceback"):
        assert (words in line) == (words in json.dumps(parsed))
    return line


@pytest.mark.parametrize(
    "text",
    [
        f'"WebSocket /api/ws/1?token={MARKER}" [accepted]',
        f"GET /x?since=3&access_token={MARKER}&a=b",
        f"Authorization: Bearer {MARKER}.{MARKER}",
        f"Sec-WebSocket-Protocol: bearer.{MARKER}",
    ],
)
def test_tokens_are_taken_out(text: str) -> None:
    assert "…" in record("%s", text)
    assert MARKER not in record("%s", text)


def test_of_an_exception_only_the_beginning_is_kept() -> None:
    try:
        try:
            raise ValueError(f"refused\nDETAIL: failing row contains ({MARKER})")
        except ValueError as error:
            raise RuntimeError("x" * 300 + MARKER) from error
    except RuntimeError as error:
        line = record("failed", error=error)
    assert "test_of_an_exception_only_the_beginning_is_kept" in line
    assert "ValueError: refused" in line
    assert "RuntimeError: xxx" in line
    assert MARKER not in line


def test_an_exception_that_cannot_speak_is_written_all_the_same() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise ZeroDivisionError

    assert "MuteError" in record("failed", error=MuteError())


def test_a_line_is_one_json_object_by_a_setting() -> None:
    code = (
        "import logging; from django.conf import settings; "
        "from django.utils.log import configure_logging; "
        "configure_logging(settings.LOGGING_CONFIG, settings.LOGGING); "
        "logging.getLogger('django.db.backends').debug('SELECT'); "
        "logging.getLogger('a').debug('你好')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={
            "DJANGO_SETTINGS_MODULE": "interviewgpt.settings",
            "INTERVIEWGPT_SECRET_KEY": "x" * 40,
            "INTERVIEWGPT_LOG_LEVEL": "debug",
            "INTERVIEWGPT_LOG_FORMAT": "json",
            "PYTEST_VERSION": "no file",
            "PYTHONUTF8": "1",
        },
    )
    written = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["message"] for line in written if line["logger"] != "asyncio"] == ["你好"]


@pytest.mark.parametrize(
    ("level", "library"), [("DEBUG", "INFO"), ("INFO", "INFO"), ("WARNING", "WARNING")]
)
def test_libraries_are_held_above_their_finest_levels_and_to_ours(level: str, library: str) -> None:
    loggers = configuration(level, "line")["loggers"]
    assert loggers["httpx2"]["level"] == loggers["openai"]["level"] == library
    assert loggers["django.request"]["level"] == "CRITICAL"
