"""Writers of one process take turns on SQLite, and give their turn back however they end."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.utils import ConnectionHandler, OperationalError
from pytest_django import DjangoDbBlocker

TIMEOUT = 0.2
"""Seconds that a writer waits, in the tests of those who wait in vain."""


@pytest.fixture
def handler(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[ConnectionHandler]:
    options = {"transaction_mode": "IMMEDIATE", "timeout": TIMEOUT}
    engine = {"ENGINE": "interviewgpt.sqlite", "NAME": str(tmp_path / "db"), "OPTIONS": options}
    handler = ConnectionHandler({"default": engine})
    with django_db_blocker.unblock():
        with handler["default"].cursor() as cursor:
            cursor.execute("CREATE TABLE counts (number integer)")
        yield handler
        handler.close_all()


def begin(connection: Any) -> None:
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def write(handler: ConnectionHandler) -> bool:
    """Whether another thread gets its turn."""
    done: list[bool] = []

    def count() -> None:
        connection = handler["default"]
        try:
            begin(connection)
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO counts VALUES (1)")
            connection.commit()
            done.append(True)
        except OperationalError:
            done.append(False)
        finally:
            connection.close()

    thread = threading.Thread(target=count)
    thread.start()
    thread.join(30)
    (result,) = done
    return result


def test_a_writer_waits_for_the_one_before_it_and_not_for_ever(handler: ConnectionHandler) -> None:
    begin(handler["default"])
    assert not write(handler)
    handler["default"].commit()
    assert write(handler)


@pytest.mark.parametrize("end", ["rollback", "close"])
def test_a_turn_that_ends_badly_is_given_back(handler: ConnectionHandler, end: str) -> None:
    begin(handler["default"])
    getattr(handler["default"], end)()
    assert write(handler)


def test_who_finds_the_database_locked_by_another_process_gives_the_turn_back(
    handler: ConnectionHandler, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError):
        begin(handler["default"])
    other.execute("COMMIT")
    other.close()
    assert write(handler)


def test_everybody_gets_a_turn(handler: ConnectionHandler) -> None:
    handler.settings["default"]["OPTIONS"]["timeout"] = 30
    results: list[bool] = []
    writers = [threading.Thread(target=lambda: results.append(write(handler))) for _ in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert results == [True] * 12
    with handler["default"].cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM counts").fetchone() == (12,)
