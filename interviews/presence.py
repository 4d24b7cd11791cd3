"""The connections of this server process, and how they learn of what the channel layer dropped."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Protocol

from interviewgpt.db import in_db
from interviews.models import Interview

__all__ = ["Connection", "State", "catch_up", "enter", "leave", "read_state"]

logger = logging.getLogger(__name__)

State = tuple[int | None, str, str, bool]
"""Last message id, status, current interviewer, paused."""

_PATIENCE = 10
_FAREWELL = 2
_present: dict[int, set[Connection]] = {}


class Connection(Protocol):
    """A connection to one interview's room."""

    def lacks(self, state: State) -> bool:
        """Whether this connection has not been told everything of ``state``."""
        ...

    async def bring_up(self) -> None:
        """Read the present state and send what this connection lacks of it."""
        ...

    async def come_again(self) -> None:
        """Close, so that the client comes back and asks for what it lacks."""
        ...


def enter(interview_id: int, connection: Connection) -> None:
    _present.setdefault(interview_id, set()).add(connection)


def leave(interview_id: int, connection: Connection) -> None:
    connections = _present.get(interview_id)
    if connections is not None:
        connections.discard(connection)
        if not connections:
            del _present[interview_id]


async def catch_up() -> None:
    """Compare every connection here with the database: one query, none when nobody is here.

    Connections are served side by side, each for at most ten seconds; one that fails or does not
    read keeps nobody else waiting, is closed, and has to come back.
    """
    if not _present:
        return
    states = await in_db(_states, list(_present))
    behind = [
        (interview_id, connection)
        for interview_id, state in states.items()
        for connection in list(_present.get(interview_id, ()))
        if connection.lacks(state)
    ]
    await asyncio.gather(*(_serve(interview_id, connection) for interview_id, connection in behind))


async def _serve(interview_id: int, connection: Connection) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            await connection.bring_up()
    except Exception:
        logger.info("interview %s: a connection cannot be served", interview_id, exc_info=True)
        leave(interview_id, connection)
        with suppress(Exception):
            async with asyncio.timeout(_FAREWELL):
                await connection.come_again()


def read_state(interview_id: int) -> State | None:
    """The present state of an interview; None when it is gone."""
    return _states([interview_id]).get(interview_id)


def _states(ids: list[int]) -> dict[int, State]:
    return {
        key: (last, status, current, paused)
        for key, last, status, current, paused in Interview.objects.filter(pk__in=ids).values_list(
            "pk", "last_message_id", "status", "current_interviewer", "paused"
        )
    }
