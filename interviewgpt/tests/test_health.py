"""The health checks: bare JSON, to the letter of the document."""

from __future__ import annotations

import re
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest
from django.db import connections
from django.test import Client

from interviewgpt import health

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("accept", ["*/*", "application/json", ""])
def test_the_root_is_online(client: Client, accept: str) -> None:
    answer = client.get("/", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == {"status": "online", "message": "Interview-GPT API 正常运行"}
    assert list(answer.json()) == ["status", "message"]
    assert "Accept" in answer["Vary"]


def test_a_browser_is_shown_to_the_pages(client: Client) -> None:
    answer = client.get("/", headers={"Accept": BROWSER})
    assert answer.status_code == 302
    assert answer["Location"] == "/practice"
    assert "Accept" in answer["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health", "/health/"])
def test_healthy(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": BROWSER})
    assert answer.status_code == 200
    body = answer.json()
    assert list(body) == ["status", "service", "version", "timestamp"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", body.pop("timestamp"))
    assert body == {"status": "healthy", "service": "Interview-GPT API", "version": "0.1.0"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/health"])
def test_head_works_and_other_methods_do_not(client: Client, path: str) -> None:
    assert client.head(path).status_code == 200
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        answer = client.generic(method, path)
        assert answer.status_code == 405
        assert answer.json()["error"]["code"] == "METHOD_NOT_ALLOWED"
        assert set(answer["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.fixture
def broken_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that refuses every connection."""
    entry = connections["default"].settings_dict
    if connections["default"].vendor == "postgresql":
        monkeypatch.setitem(entry, "HOST", "127.0.0.1")
        monkeypatch.setitem(entry, "PORT", "9")
    else:
        monkeypatch.setitem(entry, "NAME", "/nonexistent/folder/database.sqlite3")


@pytest.mark.django_db
@pytest.mark.usefixtures("broken_database")
def test_unhealthy_without_a_database(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    answer = client.get("/health")
    assert answer.status_code == 503
    body = answer.json()
    assert list(body) == ["status", "service", "version", "timestamp"]
    assert body["status"] == "unhealthy"
    assert "nonexistent" not in caplog.text


@pytest.fixture
def hanging_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A database that keeps everybody waiting until the test is over."""
    entry = connections["default"].settings_dict
    with ExitStack() as held:
        if connections["default"].vendor == "postgresql":
            silent = held.enter_context(socket.create_server(("127.0.0.1", 0)))
            monkeypatch.setitem(entry, "HOST", "127.0.0.1")
            monkeypatch.setitem(entry, "PORT", silent.getsockname()[1])
        else:
            path = tmp_path_factory.mktemp("locked") / "locked.sqlite3"
            holder = held.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
            holder.execute("PRAGMA locking_mode=EXCLUSIVE")
            holder.execute("BEGIN EXCLUSIVE")
            monkeypatch.setitem(entry, "NAME", str(path))
        yield
    assert health._probe is not None
    assert health._probe.done.wait(30)


@pytest.mark.django_db
@pytest.mark.usefixtures("hanging_database")
def test_a_database_that_hangs_is_not_waited_for() -> None:
    begun = time.monotonic()
    assert health.database_answers(patience=0.2) is False
    assert health.database_answers(patience=0.2) is False
    assert 0.4 <= time.monotonic() - begun < 15


@pytest.mark.django_db
def test_questions_at_the_same_time_are_one_question() -> None:
    answers: list[bool] = []
    threads = [
        threading.Thread(target=lambda: answers.append(health.database_answers()))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert answers == [True] * 20
