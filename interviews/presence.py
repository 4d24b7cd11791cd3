"""The connections of this server process, and how they learn of what the channel layer dropped."""

from __future__ import annotations

from typing import Protocol

from interviewgpt.db import in_db
from interviews.models import Interview

__all__ = ["Connection", "State", "catch_up", "enter", "leave"]

State = tuple[int | None, str, str, bool]
"""Last message id, status, current interviewer, paused."""

_present: dict[int, set[Connection]] = {}


class Connection(Protocol):
    """A connection to one interview's room."""

    async def bring_up_to(self, state: State) -> None:
        """Send what this connection lacks of ``state``."""
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
    """Compare every connection here with the database: one query, none when nobody is here."""
    if not _present:
        return
    states = await in_db(_states, list(_present))
    for interview_id, state in states.items():
        for connection in list(_present.get(interview_id, ())):
            await connection.bring_up_to(state)


def _states(ids: list[int]) -> dict[int, State]:
    return {
        key: (last, status, current, paused)
        for key, last, status, current, paused in Interview.objects.filter(pk__in=ids).values_list(
            "pk", "last_message_id", "status", "current_interviewer", "paused"
        )
    }
