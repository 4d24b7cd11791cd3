"""Connections to the database: kept by the pool, let go by who waits, and enough for many writers."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from contextvars import ContextVar
from functools import partial
from queue import Empty
from typing import Any

import pytest
from django.db import connection, connections

from interviewgpt.db import _LastFirst, in_db, lasting, waiting
from interviews.models import Interview, Message
from interviews.routing import may_wait
from interviews.tests.server import ROOT
from interviews.tests.support import create
from interviews.tests.writers import write

pytestmark = pytest.mark.django_db(transaction=True)

_PRAGMAS = {"journal_mode": "wal", "busy_timeout": 20_000, "synchronous": 1}


async def test_a_request_that_waits_lets_its_connection_go() -> None:
    from interviewgpt.db import let_go

    def after() -> list[object]:
        Interview.objects.count()
        let_go()
        return [connection.connection for connection in connections.all()]

    assert await asyncio.to_thread(after) == [None]


async def test_the_pool_keeps_its_connections() -> None:
    def held() -> int:
        Interview.objects.count()
        return id(connections["default"].connection)

    seen = {await in_db(held) for _ in range(30)}
    assert len(seen) <= 8


async def test_a_connection_in_use_a_moment_ago_is_not_asked_whether_it_lives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That would be one more trip to the database for every frame and every turn."""
    asked = 0
    wrapper = type(connections["default"])
    is_usable = wrapper.is_usable

    def counted(self: Any) -> bool:
        nonlocal asked
        asked += 1
        return is_usable(self)

    await in_db(Interview.objects.count)
    monkeypatch.setattr(wrapper, "is_usable", counted)
    for _ in range(10):
        await in_db(Interview.objects.count)
    assert asked == 0
    # As after a long rest.
    monkeypatch.setattr("interviewgpt.db._TRUSTED_SECONDS", 0.0)
    for _ in range(10):  # One may be served by a thread that has no connection yet.
        await in_db(Interview.objects.count)
    assert asked > 0


def test_the_thread_that_was_at_work_last_is_served_first() -> None:
    waiting = _LastFirst()
    served: dict[str, str] = {}
    threads = []
    for place, name in enumerate(("first", "second", "third"), start=1):
        take = partial(lambda name: served.update({waiting.get(): name}), name)
        threads.append(threading.Thread(target=take, daemon=True))
        threads[-1].start()
        until = time.monotonic() + 10
        while len(waiting._idle) < place:
            assert time.monotonic() < until
            time.sleep(0.001)
    for work in ("a", "b", "c"):
        waiting.put(work)
    for thread in threads:
        thread.join(10)
    assert served == {"a": "third", "b": "second", "c": "first"}


def test_work_that_nobody_waits_for_is_kept_in_order() -> None:
    waiting = _LastFirst()
    waiting.put("a")
    waiting.put("b")
    assert [waiting.get(), waiting.get_nowait()] == ["a", "b"]
    with pytest.raises(Empty):
        waiting.get_nowait()


WRITERS = 25
EACH = 4
_WRITE = f"""
import sys, threading, django
django.setup()
from interviews.tests.writers import write
keys = [int(key) for key in sys.argv[2:]]
sys.exit(len(write(keys, sys.argv[1], {WRITERS}, {EACH})))
"""


def test_fifty_writers_at_once_all_get_through() -> None:
    """Threads of two processes; PostgreSQL is spoken to by this one alone."""
    keys = [create().pk for _ in range(5)]
    other = None
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in _PRAGMAS]
        assert found == list(_PRAGMAS.values())
        name = connection.settings_dict["NAME"]
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{name}"}
        arguments = [sys.executable, "-c", _WRITE, "other", *map(str, keys)]
        other = subprocess.Popen(arguments, cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    assert write(keys, "here", WRITERS, EACH) == []
    number = WRITERS
    if other is not None:
        _, printed = other.communicate(timeout=120)
        assert other.returncode == 0, printed.decode()
        number *= 2
    rows = list(
        Message.objects.filter(interview_id__in=keys, sender_type="user").values_list(
            "interview_id", "content"
        )
    )
    assert len(set(rows)) == len(rows) == number * EACH
    for key in keys:
        last = Message.objects.filter(interview_id=key).latest("pk")
        assert Interview.objects.get(pk=key).owed_id == last.pk


@pytest.mark.parametrize(
    ("method", "path", "waits"),
    [
        ("POST", "/api/interviews/1/end", True),
        ("POST", "/api/interviews/1/end/", True),
        ("DELETE", "/api/interviews/1", True),
        ("POST", "/demo/interviews/1/delete/", True),
        ("POST", "/admin/interviews/interview/1/delete/", True),
        ("POST", "/admin/interviews/interview/", True),
        ("GET", "/admin/interviews/interview/", False),
        ("GET", "/uploads/resumes/a.pdf", True),
        ("GET", "/api/interviews/1/end", False),
        ("GET", "/api/interviews/1", False),
        ("POST", "/api/interviews", False),
        ("POST", "/api/interviews/1/messages", False),
    ],
)
def test_who_may_wait_for_a_model_or_a_bucket(method: str, path: str, waits: bool) -> None:
    assert may_wait({"method": method, "path": path, "headers": []}) is waits


async def test_who_has_waited_goes_on_with_a_connection_that_lasts() -> None:
    """In the context of the request, and what is raised comes back to it."""
    words: ContextVar[str] = ContextVar("words", default="")

    def connected() -> tuple[str, int, str]:
        Interview.objects.count()
        return threading.current_thread().name, id(connections["default"].connection), words.get()

    def fail() -> None:
        raise LookupError(threading.current_thread().name)

    def request() -> tuple[tuple[str, int, str], object]:
        words.set("said")
        found = lasting(connected)
        with pytest.raises(LookupError, match="db"):
            lasting(fail)
        return found, connections["default"].connection

    asked = [await waiting.run(request) for _ in range(30)]
    assert all(name.startswith("db") and said == "said" for (name, _, said), _ in asked)
    assert len({held for (_, held, _), _ in asked}) <= 8
    assert [own for _, own in asked] == [None] * 30
    assert lasting(threading.current_thread) is threading.current_thread()
