"""The statements of `ledger`, which every message and every turn runs."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Func, Q, QuerySet
from django.db.models.functions import Now

from interviewers.models import Interviewer
from interviewgpt.prepared import Given, Insert, InsertAndUpdate, NewKey, Select, Update
from interviews.models import WORK, Interview, Message, Status

__all__ = [
    "ANSWERED",
    "ANSWERED_AND_CLAIMED",
    "CLAIMED",
    "HELD",
    "HELD_LOCKED",
    "KNOWN",
    "LOCKED",
    "LONG_TEXTS",
    "MEMBER",
    "POSTED",
    "RELEASED",
    "SPOKEN",
]

LONG_TEXTS = ("resume_text", "resume_facts", "job_description")
"""Fields of an interview that most work does not read."""

LOCKED = Select(
    lambda: (
        Interview.objects.select_for_update()
        .defer(*LONG_TEXTS)
        .filter(pk=Given("interview_id"))
        .order_by()
    )
)
KNOWN = Select(
    lambda: Message.objects.filter(
        interview_id=Given("interview_id"), client_id=Given("client_id")
    ).order_by()
)
MEMBER = Select(lambda: Interviewer.objects.filter(pk=Given("key")).order_by().values_list("pk"))
POSTED = Insert(Message)
SPOKEN = InsertAndUpdate(
    Message,
    lambda: (Interview.objects.filter(pk=Given("interview_id")), {"last_message_id": NewKey()}),
)


class _LeaseEnd(Func):
    """``lease`` seconds from now, by the database's clock. What Django makes of a sum of moments on
    SQLite goes back to Python for it."""

    output_field = DateTimeField()

    def __init__(self) -> None:
        super().__init__(Given("lease"))

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        seconds, given = compiler.compile(self.source_expressions[0])
        form = "%%Y-%%m-%%d %%H:%%M:%%f"  # as that of `Now`
        return f"STRFTIME('{form}', 'NOW', '+' || {seconds} || ' seconds')", given

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        seconds, given = compiler.compile(self.source_expressions[0])
        return f"(STATEMENT_TIMESTAMP() + {seconds} * INTERVAL '1 second')", given


_LEASED = {"lease_token": Given("token"), "lease_until": _LeaseEnd()}
_OWED = {
    "last_message_id": NewKey(),
    "owed_id": NewKey(),
    "failure": "",
    "wish": Given("wish"),
}
ANSWERED = InsertAndUpdate(
    Message, lambda: (Interview.objects.filter(pk=Given("interview_id")), _OWED)
)
ANSWERED_AND_CLAIMED = InsertAndUpdate(
    Message, lambda: (Interview.objects.filter(pk=Given("interview_id")), _OWED | _LEASED)
)
CLAIMED = Update(
    lambda: (
        Interview.objects.filter(
            WORK,
            Q(lease_until=None) | Q(lease_until__lt=Now()),
            pk=Given("interview_id"),
        ),
        _LEASED,
    ),
    returning=("owed_id", "ending_at", "wish"),
)
RELEASED = Update(
    lambda: (
        Interview.objects.filter(pk=Given("interview_id"), lease_token=Given("token")),
        {"lease_token": "", "lease_until": None},
    )
)


def _held() -> QuerySet[Interview]:
    return Interview.objects.order_by().filter(
        pk=Given("interview_id"), lease_token=Given("token"), status=Status.ACTIVE
    )


HELD = Select(lambda: _held().defer("resume_text", "job_description"))
HELD_LOCKED = Select(
    lambda: (
        _held()
        .only(
            "language",
            "engine",
            "current_interviewer",
            "last_message_id",
            "open_id",
            "owed_id",
            "wish",
            "ending_at",
            "lease_token",
        )
        .select_for_update()
    )
)
