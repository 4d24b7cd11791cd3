"""Django's SQLite, with the transactions of one process one after the other.

SQLite lets one connection write at a time, and those who wait look again after pauses of their own,
in no order: of eight threads the unlucky one sleeps through its chances, and after the timeout
fails. Here who begins a transaction waits in this process for its turn, and is woken for it. Only then is
SQLite asked, where other processes can be in the way, and statements outside of transactions.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

__all__ = ["DatabaseWrapper"]

_TURNS: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""Held by whoever writes, by the name of the database."""
_DEFAULT_TIMEOUT = 5.0
"""Seconds; that of Python's ``sqlite3``."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits no longer for its turn than ``OPTIONS["timeout"]`` says for SQLite's own lock, which it then
    waits for as long again. Raises OperationalError after that."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn: threading.Lock | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._wait()
        try:
            if self.queries_logged or self.execute_wrappers:
                super()._start_transaction_under_autocommit()  # type: ignore[misc]
                return
            # Without Django's cursors, which nobody looks on at here.
            mode: str = self.transaction_mode or ""  # type: ignore[attr-defined]
            with self.wrap_database_errors:
                self.connection.execute(f"BEGIN {mode}")
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave()

    def _wait(self) -> None:
        turn = _TURNS[str(self.settings_dict["NAME"])]
        if not turn.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", _DEFAULT_TIMEOUT)):
            raise OperationalError("database is locked by another thread of this process")
        self._turn = turn

    def _leave(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.release()
