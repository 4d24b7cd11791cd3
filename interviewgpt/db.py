"""The one way from asynchronous code to the database.

Work runs in a small pool of threads whose connections last. The ORM's own asynchronous methods
would put every socket of the process on one thread.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.conf import settings
from django.db import connections

from interviewgpt.requestid import current, within

__all__ = ["in_db", "let_go", "shut_down"]

P = ParamSpec("P")
T = TypeVar("T")

_TRUSTED_SECONDS = 30

_thread = threading.local()
_guard = threading.Lock()
_pool: ThreadPoolExecutor | None = None


def _executor() -> ThreadPoolExecutor:
    global _pool
    if _pool is None:
        with _guard:
            if _pool is None:
                _pool = ThreadPoolExecutor(settings.DATABASE_THREADS, thread_name_prefix="db")
    return _pool


def _run(call: Callable[[], T]) -> T:
    """Run with this thread's lasting connection; one that has broken is replaced first.

    Connections of request threads end with their request (``CONN_MAX_AGE`` 0), these do not. One
    that has rested for a while is asked whether it still lives before it is used.
    """
    now = time.monotonic()
    rested = now - getattr(_thread, "used", now) > _TRUSTED_SECONDS
    _keep_connections()
    for connection in connections.all(initialized_only=True):
        connection.health_check_done = not rested  # type: ignore[attr-defined]
    try:
        return call()
    finally:
        _thread.used = time.monotonic()
        _keep_connections()


def _keep_connections() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close_at = None
        connection.close_if_unusable_or_obsolete()


def let_go() -> None:
    """Close this thread's connections, for a request that is going to wait for something else.

    The next query opens one again. Inside a transaction nothing happens.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


async def in_db(func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run synchronous ``func`` in the pool and return or raise what it does.

    ``func`` must not wait for anything but the database: the pool is shared by all sockets and turns.
    """
    loop = asyncio.get_running_loop()
    call = partial(within, current(), partial(func, *args, **kwargs))
    return await loop.run_in_executor(_executor(), _run, call)


def shut_down() -> None:
    """Close the pool's threads and their connections; the next call starts a new pool."""
    global _pool
    with _guard:
        pool, _pool = _pool, None
    if pool is None:
        return
    workers = len(pool._threads)
    barrier = threading.Barrier(workers) if workers else None

    def close() -> None:
        if barrier is not None:
            barrier.wait(5)
        connections.close_all()

    for future in [pool.submit(close) for _ in range(workers)]:
        future.result(10)
    pool.shutdown()
