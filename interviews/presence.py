"""The connections of this server process, and how they learn of what the channel layer dropped."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Protocol

from interviewgpt.accounts.principals import Principal
from interviewgpt.accounts.tokens import still_standing
from interviewgpt.api.errors import ApiError, ErrorCode
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
    """A connection to one interview's room, and whose it is."""

    who: Principal

    def lacks(self, state: State) -> bool:
        """Whether this connection has not been told everything of ``state``."""
        ...

    async def bring_up(self) -> None:
        """Read the present state and send what this connection lacks of it."""
        ...

    async def come_again(self) -> None:
        """Close, so that the client comes back and asks for what it lacks."""
        ...

    async def dismiss(self, error: ApiError) -> None:
        """Say ``error`` and close the connection."""
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
    """Compare every connection here with the database: one query, one more where somebody is
    signed in, none when nobody is here.

    Who is behind is brought up to date; who may not be here any more, because the interview, the
    account or the token's time is gone, is dismissed. Connections are served side by side, each
    for at most ten seconds; one that fails or does not read keeps nobody else waiting, is closed,
    and has to come back.
    """
    present = {key: list(connections) for key, connections in _present.items()}
    if not present:
        return
    everybody = {connection.who for here in present.values() for connection in here}
    states, standing = await in_db(_look, list(present), everybody)
    await asyncio.gather(
        *(
            _serve(key, connection, refusal)
            for key, here in present.items()
            for connection in here
            if (refusal := _refusal(states.get(key), connection.who in standing))
            or connection.lacks(states[key])
        )
    )


def _look(ids: list[int], everybody: set[Principal]) -> tuple[dict[int, State], set[Principal]]:
    return _states(ids), still_standing(everybody)


def _refusal(state: State | None, standing: bool) -> ErrorCode | None:
    """Why somebody may not be here any more, None if they may."""
    if not standing:
        return ErrorCode.NOT_AUTHENTICATED
    return ErrorCode.INTERVIEW_NOT_FOUND if state is None else None


async def _serve(interview_id: int, connection: Connection, refusal: ErrorCode | None) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            if refusal is None:
                await connection.bring_up()
            else:
                leave(interview_id, connection)
                await connection.dismiss(ApiError(refusal))
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
