"""The threads of a server process, and the database connections that last with them.

Requests, sockets and turns share a small pool; requests that may wait for something else have one
of their own. The ORM's own asynchronous methods would put every socket of the process on one
thread; Django's handler would give every request a new one.
"""

from __future__ import annotations

import asyncio
import contextvars
import os
import select
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import Empty
from typing import Any, ParamSpec, TypeVar

from asgiref.sync import SyncToAsync
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from interviewgpt.requestid import current, within

__all__ = [
    "Pool",
    "begin",
    "in_db",
    "lasting",
    "let_go",
    "quick",
    "shut_down",
    "trust",
    "waiting",
    "watching",
]

P = ParamSpec("P")
T = TypeVar("T")

_TRUSTED_SECONDS = 30

_thread = threading.local()


class _LastFirst:
    """What threads wait for, as a `queue.SimpleQueue`; who has begun to wait last is served first.

    So a server with little to do uses one thread and its connection, and what that connection has
    read of the database is still good: each write makes all others' worthless.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._items: deque[Any] = deque()
        self._idle: list[tuple[threading.Lock, list[Any]]] = []

    def put(self, item: Any) -> None:
        with self._guard:
            if self._idle:
                bell, hand = self._idle.pop()
                hand.append(item)
                bell.release()
            else:
                self._items.append(item)

    def get(self, block: bool = True) -> Any:
        """Raises queue.Empty where there is nothing, unless it may ``block``."""
        with self._guard:
            if self._items:
                return self._items.popleft()
            if not block:
                raise Empty
            bell, hand = threading.Lock(), list[Any]()
            bell.acquire()
            self._idle.append((bell, hand))
        bell.acquire()
        return hand[0]

    def get_nowait(self) -> Any:
        return self.get(block=False)


class Pool:
    """At most ``settings.<size>`` threads, made when they are needed.

    Their connections last with them if ``keeps`` is true, and end with each call if not.
    """

    def __init__(self, name: str, size: str, *, keeps: bool) -> None:
        self._name, self._size, self._keeps = name, size, keeps
        self._guard = threading.Lock()
        self._executor: ThreadPoolExecutor | None = None

    async def run(self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run synchronous ``func`` in a thread, in a copy of the present context; return or raise
        what it does. `async_to_sync` in it comes back to this loop. Who is cancelled meanwhile
        waits for the thread all the same."""
        loop = asyncio.get_running_loop()
        context = contextvars.copy_context()
        work = partial(_kept if self._keeps else _lent, partial(func, *args, **kwargs))
        call = partial(context.run, _at_home, loop, work)
        running = loop.run_in_executor(self.threads(), call)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            if not running.done():
                await asyncio.wait({running})
            raise

    def shut_down(self) -> None:
        """End the threads and close their connections; the next call starts anew."""
        with self._guard:
            executor, self._executor = self._executor, None
        if executor is None:
            return
        workers = len(executor._threads)
        barrier = threading.Barrier(workers) if workers else None

        def close() -> None:
            if barrier is not None:
                barrier.wait(5)
            connections.close_all()

        for future in [executor.submit(close) for _ in range(workers)]:
            future.result(10)
        executor.shutdown()

    def threads(self) -> ThreadPoolExecutor:
        """The executor itself, for what needs neither context nor a way back to the loop."""
        if self._executor is None:
            with self._guard:
                if self._executor is None:
                    size: int = getattr(settings, self._size)
                    executor = ThreadPoolExecutor(size, thread_name_prefix=self._name)
                    executor._work_queue = _LastFirst()  # type: ignore[assignment]
                    self._executor = executor
        return self._executor


quick = Pool("db", "DATABASE_THREADS", keeps=True)
"""What waits for nothing but the database. Shared by requests, sockets and turns."""

waiting = Pool("waiting", "WAITING_THREADS", keeps=False)
"""Requests that may wait for a model or another process."""

watching = Pool("watching", "WATCHING_THREADS", keeps=False)
"""Who asks whether the service can work, and is to be told that the database hangs while all other
threads hang at it."""


async def in_db(func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run synchronous ``func`` in the pool and return or raise what it does.

    ``func`` must not wait for anything but the database. Of the context (`contextvars`) it knows
    the request's id and no more.
    """
    return await begin(func, *args, **kwargs)


def begin(func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
    """As `in_db`, begun at once; to be awaited."""
    loop = asyncio.get_running_loop()
    call = partial(within, current(), partial(func, *args, **kwargs))
    # As `run_in_executor`, which looks first whether it was given a coroutine.
    return asyncio.wrap_future(quick.threads().submit(_kept, call), loop=loop)


def _at_home(loop: asyncio.AbstractEventLoop, work: Callable[[], T]) -> T:
    """Run with the loop known to which `async_to_sync` goes back, as under `sync_to_async`, whose
    own way here costs a small request a tenth of its time."""
    home = SyncToAsync.threadlocal
    home.main_event_loop, home.main_event_loop_pid, home.task_context = loop, os.getpid(), None
    return work()


def _kept(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run with this thread's lasting connection; one that has broken is replaced first.

    One that has rested for a while, or been told something meanwhile, is asked whether it still
    lives before it is used.
    """
    open_ones = connections.all(initialized_only=True)
    rested = time.monotonic() - getattr(_thread, "used", 0.0)
    _thread.trusted = rested < _TRUSTED_SECONDS and not any(map(_was_told, open_ones))
    if not _thread.trusted:
        for connection in open_ones:
            connection.close_if_unusable_or_obsolete()
    trust()
    try:
        return call(*args, **kwargs)
    finally:
        _thread.used = time.monotonic()
        for connection in connections.all(initialized_only=True):
            connection.close_if_unusable_or_obsolete()


def _was_told(connection: BaseDatabaseWrapper) -> bool:
    """Whether something has come to a connection that had asked nothing. From PostgreSQL that is
    nearly always its end: a restart would otherwise cost every thread one request."""
    held: Any = connection.connection
    if held is None or connection.vendor != "postgresql":
        return False
    if held.closed:
        return True
    news = select.poll()
    news.register(held.fileno(), select.POLLIN)
    return bool(news.poll(0))


def _lent(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    _thread.lent = True
    try:
        return call(*args, **kwargs)
    finally:
        connections.close_all()


def lasting(func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run what is left to do of a request that may wait, and waits no more for anything but the
    database: with one of the lasting connections, for to open one costs several queries. Where
    the thread at hand has such a one, simply run."""
    if not getattr(_thread, "lent", False):
        return func(*args, **kwargs)
    call = partial(contextvars.copy_context().run, partial(func, *args, **kwargs))
    return quick.threads().submit(_kept, call).result()


def trust() -> None:
    """Spare connections that were in use a moment ago the question whether they still live.

    Django asks it anew after every ``request_started``.
    """
    if getattr(_thread, "trusted", False):
        for connection in connections.all(initialized_only=True):
            connection.health_check_done = True  # type: ignore[attr-defined]


def let_go() -> None:
    """Close this thread's connections, for a request that is going to wait for something else.

    The next query opens one again. Inside a transaction nothing happens.
    """
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


def shut_down() -> None:
    """Close the threads of all pools and their connections; the next call starts new ones."""
    for pool in (quick, waiting, watching):
        pool.shut_down()
