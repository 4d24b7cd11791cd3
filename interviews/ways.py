"""How a piece of work reaches the database and the room.

The same coroutine runs either way. With an engine that waits it lives on the server's loop and goes
to a thread for every look at the database. With one that never does it is run from beginning to end
in one database thread, and what it tells the room is told when it is over: the ways between loop and
threads would cost more than a reply does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from interviewgpt.db import in_db
from interviews import rooms

__all__ = ["AtOnce", "Waiting", "Way", "at_once"]

P = ParamSpec("P")
T = TypeVar("T")


class Way(ABC):
    """``live`` is whether the room hears what is told as soon as it is told."""

    live: bool

    @abstractmethod
    async def db(self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run synchronous ``func``, which waits for nothing but the database."""

    @abstractmethod
    async def tell(self, interview_id: int, event: rooms.Event) -> None:
        """Send an event to the room."""


class Waiting(Way):
    """On the loop."""

    live = True

    async def db(self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await in_db(func, *args, **kwargs)

    async def tell(self, interview_id: int, event: rooms.Event) -> None:
        await rooms.send(interview_id, event)


class AtOnce(Way):
    """In a database thread; ``events`` are still to be sent, in this order."""

    live = False

    def __init__(self) -> None:
        self.events: list[rooms.Event] = []

    async def db(self, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return func(*args, **kwargs)

    async def tell(self, interview_id: int, event: rooms.Event) -> None:
        self.events.append(event)


def at_once(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that waits for nothing to its end. Raises RuntimeError when it does wait."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    coroutine.close()
    raise RuntimeError("an engine that never waits has waited")
