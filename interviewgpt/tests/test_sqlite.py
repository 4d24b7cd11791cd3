"""Writers of one process take turns on SQLite, and give their turn back however they end."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.utils import ConnectionHandler, OperationalError
from pytest_django import DjangoDbBlocker

IN_VAIN, LONG = 0.2, 30
"""Seconds that a writer waits who is to wait in vain, and one who is not."""


@pytest.fixture
def made(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Callable[[float], ConnectionHandler]]:
    """Connections to one database whose writers wait for so many seconds."""
    handlers = []

    def handler(timeout: float) -> ConnectionHandler:
        options = {"transaction_mode": "IMMEDIATE", "timeout": timeout}
        engine = {"ENGINE": "interviewgpt.sqlite", "NAME": str(tmp_path / "db"), "OPTIONS": options}
        handlers.append(ConnectionHandler({"default": engine}))
        return handlers[-1]

    with django_db_blocker.unblock():
        with handler(LONG)["default"].cursor() as cursor:
            cursor.execute("CREATE TABLE counts (number integer)")
        yield handler
        for one in handlers:
            one.close_all()


def begin(connection: Any) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def write(handler: ConnectionHandler) -> str:
    """What another thread that writes is told, "" where it gets its turn."""
    told: list[str] = []

    def count() -> None:
        connection = handler["default"]
        try:
            begin(connection)
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO counts VALUES (1)")
            connection.commit()
            told.append("")
        except OperationalError as error:
            told.append(str(error))
        finally:
            connection.close()

    thread = threading.Thread(target=count)
    thread.start()
    thread.join(2 * LONG)
    (result,) = told
    return result


Made = Callable[[float], ConnectionHandler]


def test_a_writer_waits_for_the_one_before_it_and_not_for_ever(made: Made) -> None:
    first = made(LONG)["default"]
    begin(first)
    assert "another thread of this process" in write(made(IN_VAIN))
    first.commit()
    assert write(made(LONG)) == ""


@pytest.mark.parametrize("end", ["rollback", "close"])
def test_a_turn_that_ends_badly_is_given_back(made: Made, end: str) -> None:
    first = made(LONG)["default"]
    begin(first)
    getattr(first, end)()
    assert write(made(LONG)) == ""


def test_who_finds_the_database_locked_by_another_process_gives_the_turn_back(
    made: Made, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError):
        begin(made(IN_VAIN)["default"])
    other.execute("COMMIT")
    other.close()
    assert write(made(LONG)) == ""


def test_everybody_gets_a_turn(made: Made) -> None:
    handler = made(LONG)
    results: list[str] = []
    writers = [threading.Thread(target=lambda: results.append(write(handler))) for _ in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(2 * LONG)
    assert results == [""] * 12
    with handler["default"].cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM counts").fetchone() == (12,)
