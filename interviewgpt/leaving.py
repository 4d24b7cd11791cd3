"""Hearing of a server's end before the server says so.

An ASGI server announces its end (``lifespan.shutdown``) only when all connections are closed;
requests that wait for a model would keep it from ever getting there.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from types import FrameType

__all__ = ["on_leaving"]

_NOBODYS = (None, signal.SIG_DFL, signal.SIG_IGN, signal.default_int_handler)


def on_leaving(call: Callable[[], None]) -> None:
    """Have ``call`` run on this loop when the process is asked to end, before the server's own
    handler of the signal.

    Servers that have no handler of their own yet, or run in another thread, are left in peace:
    they tell of their end in time, or not at all.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        theirs = signal.getsignal(number)
        if not callable(theirs) or theirs in _NOBODYS:
            continue

        def heard(
            signum: int,
            frame: FrameType | None,
            theirs: Callable[[int, FrameType | None], object] = theirs,
        ) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(call)
            theirs(signum, frame)

        signal.signal(number, heard)
