"""What can be done with interviews. Keyword-only, synchronous, atomic; callers wrap them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Subquery
from django.utils import timezone
from orjson import Fragment

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.moments import Stamp
from interviewgpt.prepared import AT_MOST, FROM, Given, Select
from interviews import ledger
from interviews.models import Interview, Message, SenderType, TurnState, Wish
from interviews.people import people_of
from interviews.protocol import Command, MessageRow, interview_data
from interviews.rooms import RoomView
from interviews.statements import LONG_TEXTS

__all__ = [
    "command",
    "describe",
    "get_interview",
    "list_interviews",
    "list_messages",
    "look_in",
    "message_page",
    "post_message",
]


_BY_ID = Select(
    lambda: Interview.objects.defer(*LONG_TEXTS).filter(pk=Given("interview_id")).order_by()
)


def _messages(**bounds: Any) -> QuerySet[Message]:
    return Message.objects.filter(interview_id=Given("interview_id"), **bounds).order_by("pk")


class _Page:
    """Messages with ``after`` < id <= ``until``: at most ``count`` of them from ``first``."""

    def __init__(self, timestamp: Any) -> None:
        self._columns = (
            "id",
            "content",
            "sender_type",
            "interviewer_id",
            timestamp,
            "metadata",
            "client_id",
        )
        self._beginning = Select(lambda: self._from(pk__gt=Given("after")))
        self._later = Select(lambda: self._from(pk__gte=Subquery(_first())))

    def at(self, offset: int) -> Select[Message]:
        return self._later if offset else self._beginning

    def _from(self, **beginning: Any) -> QuerySet[Message, tuple[Any, ...]]:
        rows = _messages(**beginning, pk__lte=Given("until"))
        return rows.values_list(*self._columns)[:AT_MOST]


def _first() -> QuerySet[Message, Any]:
    """The page's first id: what is skipped is counted off in the index alone. It has to be the only
    lower bound of the page, or SQLite would begin at the other and pass over the same rows again.
    """
    return _messages(pk__gt=Given("after")).values("pk")[FROM : FROM + 1]


_ROWS = _Page("timestamp")
_DATA = _Page(Stamp("timestamp"))
_NEWEST = 2**63 - 1
"""No message's id is higher: the databases' largest."""


def get_interview(*, interview_id: int) -> Interview:
    """Raises ApiError INTERVIEW_NOT_FOUND."""
    found = _BY_ID.first(interview_id=interview_id)
    if found is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return found


def describe(interview: Interview) -> dict[str, Any]:
    """The interview object of the API."""
    return interview_data(interview, ledger.turn_state(interview, timezone.now()).value)


def list_interviews(*, owner_id: int | None, limit: int, offset: int) -> list[Interview]:
    """Interviews with their owners, newest first; of one owner, or for None of everybody."""
    rows = Interview.objects.defer(*LONG_TEXTS)
    if owner_id is not None:
        rows = rows.filter(owner_id=owner_id)
    rows = rows.order_by("-pk")
    if offset:
        # Of what is skipped neither rows nor owners are read.
        rows = rows.filter(pk__lte=Subquery(rows.values("pk")[offset : offset + 1]))
    return list(rows.select_related("owner")[:limit])


def look_in(*, interview_id: int) -> RoomView:
    """The room as a newcomer finds it. Raises ApiError INTERVIEW_NOT_FOUND."""
    interview = get_interview(interview_id=interview_id)
    people = people_of(interview)
    data = describe(interview)
    last = spoken = interview.last_message_id
    if data["turn"] != TurnState.IDLE:
        spoken = _last_spoken(interview_id)
    return RoomView(
        language=interview.language,
        last_message_id=last,
        last_spoken_id=spoken,
        state=(interview.status, interview.current_interviewer, interview.paused),
        roles={key: person.role for key, person in people.items()},
        data=data,
    )


def _last_spoken(interview_id: int) -> int | None:
    said = Message.objects.filter(
        interview_id=interview_id, sender_type=SenderType.INTERVIEWER, metadata__isnull=False
    )
    return said.order_by("-pk").values_list("pk", flat=True).first()


def list_messages(
    *,
    interview_id: int,
    after: int = 0,
    until: int | None = None,
    limit: int = 100,
    offset: int = 0,
) -> list[MessageRow]:
    """Messages with ``after`` < id <= ``until`` in order of id, at most ``limit`` from ``offset``."""
    rows = _ROWS.at(offset).rows(
        interview_id=interview_id,
        after=after,
        until=_NEWEST if until is None else until,
        first=offset,
        count=limit,
    )
    return [MessageRow(*values) for values in rows]


def message_page(
    *, interview_id: int, after: int = 0, limit: int = 100, offset: int = 0
) -> list[dict[str, Any]]:
    """A page of the history as the API sends it, for nothing but to be sent: the metadata goes from
    the database into the answer without being looked at."""
    rows = _DATA.at(offset).stored(
        interview_id=interview_id, after=after, until=_NEWEST, first=offset, count=limit
    )
    return [
        {
            "id": id,
            "content": content,
            "sender_type": sender_type,
            "interviewer_id": interviewer_id,
            "timestamp": timestamp,
            "metadata": None if metadata is None else Fragment(metadata),
            "client_id": client_id,
        }
        for id, content, sender_type, interviewer_id, timestamp, metadata, client_id in rows
    ]


def post_message(
    *,
    interview_id: int,
    content: str,
    sender_type: str,
    interviewer_id: str | None = None,
    client_id: str | None = None,
    claiming: bool = False,
) -> ledger.Posted:
    """Commit a message from outside; ``claiming`` is for who replies to it at once. Raises ApiError:
    see `ledger.post`."""
    return ledger.post(
        interview_id=interview_id,
        content=content,
        sender_type=SenderType(sender_type),
        interviewer_id=interviewer_id,
        client_id=client_id,
        claiming=claiming,
    )


def command(*, interview_id: int, name: Command) -> bool:
    """Carry out a candidate's command; whether it changed anything or made something due.

    Raises ApiError INTERVIEW_NOT_FOUND; INTERVIEW_ENDED for everything but ``end``;
    INTERVIEW_PAUSED for ``skip`` and ``hint``.
    """
    if name is Command.END:
        return ledger.ask_to_end(interview_id=interview_id)
    if name is Command.RETRY:
        return ledger.try_again(interview_id=interview_id)
    if name in (Command.SKIP, Command.HINT):
        return ledger.make_wish(interview_id=interview_id, wish=Wish(name.value))
    return ledger.set_paused(interview_id=interview_id, paused=name is Command.PAUSE)
