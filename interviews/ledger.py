"""Who owes what to whom: messages, the debt of a reply, leases and the end.

Debts are made and leases are taken here; `moves.commit_move` and `ending.complete` settle them,
under the same lease.

Every function runs in one short transaction of its own, first touches the interview's row, and
never waits for anything but the database. Leases use the database's clock.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.prepared_objects import fresh
from interviews import statements
from interviews.checking import ends_in_wish
from interviews.conductor import PROBE_HINTS, REPEATS
from interviews.models import (
    Interview,
    Message,
    PlannedQuestion,
    SenderType,
    Status,
    TurnState,
    Wish,
)
from interviews.protocol import MessageRow
from interviews.understanding import request_of, subject_of

__all__ = [
    "Claim",
    "LeaseLostError",
    "Posted",
    "ask_to_end",
    "claim",
    "fail",
    "insert_message",
    "is_gone",
    "load_held",
    "lock",
    "lost",
    "make_wish",
    "message_row",
    "post",
    "release",
    "renew",
    "set_paused",
    "try_again",
    "turn_state",
]


class LeaseLostError(Exception):
    """The work is no longer ours: the lease ran out, or what is owed has changed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on one interview until the lease runs out.

    ``owed_id`` is the message that is owed a reply, None when only a wish or the end is due;
    ``reply_to`` is what the reply is told to reply to; ``interview`` is the row as it was when the
    work was claimed, where that has been read.
    """

    interview_id: int
    token: str
    owed_id: int | None
    ending: bool
    wish: str = ""
    reply_to: int | None = None
    interview: Interview | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Posted:
    """A message of the history, the id before it in its interview, and whether it is new. ``claim``
    is the right to reply to it, where that was taken along with it."""

    row: MessageRow
    previous_id: int | None
    created: bool
    claim: Claim | None = None

    @property
    def due(self) -> bool:
        """Whether the panel owes a reply to it."""
        return self.created and self.row.sender_type == SenderType.USER


def message_row(message: Message) -> MessageRow:
    return MessageRow(
        message.pk,
        message.content,
        message.sender_type,
        message.interviewer_id,
        message.timestamp,
        message.metadata,
        message.client_id,
    )


def turn_state(interview: Interview, now: Any) -> TurnState:
    """Where the reply stands; ``now`` is the present moment with a time zone."""
    if interview.status == Status.COMPLETED:
        return TurnState.IDLE
    if interview.failure:
        return TurnState.FAILED
    if interview.owed_id is None and not interview.wish and interview.ending_at is None:
        return TurnState.IDLE
    running = interview.lease_until is not None and interview.lease_until > now
    return TurnState.RUNNING if running else TurnState.DUE


def lock(interview_id: int) -> Interview:
    """The interview's row, held until the transaction ends, without its long texts.

    Raises ApiError INTERVIEW_NOT_FOUND.
    """
    found = statements.LOCKED.first(interview_id=interview_id)
    if found is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return found


def insert_message(interview: Interview, **fields: Any) -> Posted:
    """Add a message to a locked interview; ``fields`` are those of its row, as the database keeps
    them. The caller saves ``last_message_id``."""
    message = fresh(Message, interview_id=interview.pk, **fields)
    statements.POSTED.run(message)
    return _posted(interview, message)


def _posted(interview: Interview, message: Message) -> Posted:
    """What has been added to the locked interview, which knows its last message from now on."""
    previous, interview.last_message_id = interview.last_message_id, message.pk
    return Posted(message_row(message), previous, True)


@transaction.atomic
def post(
    *,
    interview_id: int,
    content: str,
    sender_type: SenderType,
    interviewer_id: str | None = None,
    client_id: str | None = None,
    claiming: bool = False,
) -> Posted:
    """Commit a message from outside together with the debt it makes and, when whoever stores it is
    ``claiming`` and nobody else holds it, the lease of the work.

    A candidate's message that is a request and no answer ("能再说一遍吗", "skip") is a wish and
    belongs to no question; what corrects an earlier answer belongs to that one's. A ``client_id``
    already known gives its first message back, in every state. Raises ApiError
    INTERVIEW_NOT_FOUND; VALIDATION_ERROR for an interviewer nobody knows, whoever speaks, or one
    left out where an interviewer does; INTERVIEW_ENDED or INTERVIEW_PAUSED.
    """
    interview = lock(interview_id)
    speaks = sender_type == SenderType.INTERVIEWER
    if speaks or interviewer_id is not None:
        _check_speaker(interview, interviewer_id)
    if client_id is not None:
        known = statements.KNOWN.first(interview_id=interview_id, client_id=client_id)
        if known is not None:
            return Posted(message_row(known), None, False)
    if interview.status != Status.ACTIVE or interview.ending_at is not None:
        raise ApiError(ErrorCode.INTERVIEW_ENDED)
    if interview.paused:
        raise ApiError(ErrorCode.INTERVIEW_PAUSED)
    owes = sender_type == SenderType.USER
    request = request_of(interview, content) if owes else None
    message = fresh(
        Message,
        interview_id=interview_id,
        content=content,
        sender_type=sender_type.value,
        interviewer_id=interviewer_id if speaks else None,
        client_id=client_id,
        planned_id=subject_of(interview, request, content) if owes else None,
    )
    if not owes:
        statements.SPOKEN.run(message, interview_id=interview_id)
        return _posted(interview, message)
    # Whoever answers after all wants no hint any more, unless they ask for one there, or for time; a skip stays a skip.
    if interview.wish != Wish.SKIP:
        if request is None and message.planned_id is not None:
            request = ends_in_wish(content)
        interview.wish = request.value if request else ""
    owed = {"interview_id": interview_id, "wish": interview.wish}
    # A lease that has run out is for `claim` to judge: by the database's clock.
    if not claiming or interview.lease_until is not None:
        statements.ANSWERED.run(message, **owed)
        return _posted(interview, message)
    token = secrets.token_hex(16)
    statements.ANSWERED_AND_CLAIMED.run(message, **owed, token=token, lease=settings.LEASE_SECONDS)
    posted = _posted(interview, message)
    key = interview.owed_id = message.pk
    interview.failure = ""
    claim = Claim(interview_id, token, key, False, interview.wish, key, interview)
    return replace(posted, claim=claim)


def _check_speaker(interview: Interview, interviewer_id: str | None) -> None:
    problem = None
    if not interviewer_id:
        problem = _("Say which interviewer speaks.")
    elif interviewer_id not in interview.people and not statements.MEMBER.rows(key=interviewer_id):
        problem = _("There is no such interviewer.")
    if problem is not None:
        raise ApiError(ErrorCode.VALIDATION_ERROR, details={"interviewer_id": [problem]})


@transaction.atomic
def ask_to_end(*, interview_id: int) -> bool:
    """Note that the interview is to end; a failed end becomes due again.

    Returns whether there is anything left to do. Raises ApiError INTERVIEW_NOT_FOUND.
    """
    interview = lock(interview_id)
    if interview.status == Status.COMPLETED:
        return False
    Interview.objects.filter(pk=interview_id, ending_at=None).update(ending_at=Now())
    Interview.objects.filter(pk=interview_id).exclude(failure="").update(failure="")
    return True


@transaction.atomic
def make_wish(*, interview_id: int, wish: Wish) -> bool:
    """Note that the candidate wants to skip the open question, or a hint on it.

    Returns whether something became due: a hint is not while an answer waits for its reply or when
    it has been said often enough that there is no other, and nothing is between questions. Raises
    ApiError INTERVIEW_NOT_FOUND, INTERVIEW_ENDED or INTERVIEW_PAUSED.
    """
    interview = _lock_active(interview_id)
    if interview.paused:
        raise ApiError(ErrorCode.INTERVIEW_PAUSED)
    if interview.open_id is None or (wish is Wish.HINT and not _may_have_hint(interview)):
        return False
    Interview.objects.filter(pk=interview_id).update(wish=wish, failure="")
    return True


def _may_have_hint(interview: Interview) -> bool:
    if interview.owed_id is not None:
        return False
    table = PlannedQuestion.objects.filter(pk=interview.open_id or 0)
    used, repeats, probed, hints = table.values_list(
        "hints_here", "repeats", "follow_ups", "spec__hints"
    ).get()
    return bool(used <= (PROBE_HINTS if probed else len(hints)) or repeats < REPEATS)


@transaction.atomic
def set_paused(*, interview_id: int, paused: bool) -> bool:
    """Pause or resume; whether that changed anything. A reply under way is spoken to its end.

    Raises ApiError as `make_wish` does, but never INTERVIEW_PAUSED.
    """
    _lock_active(interview_id)
    rows = Interview.objects.filter(pk=interview_id, paused=not paused)
    return bool(rows.update(paused=paused))


@transaction.atomic
def try_again(*, interview_id: int) -> bool:
    """Make failed work due again; whether there was any. Raises ApiError INTERVIEW_NOT_FOUND or
    INTERVIEW_ENDED."""
    interview = lock(interview_id)
    if interview.status != Status.ACTIVE:
        raise ApiError(ErrorCode.INTERVIEW_ENDED)
    return bool(Interview.objects.filter(pk=interview_id).exclude(failure="").update(failure=""))


def _lock_active(interview_id: int) -> Interview:
    interview = lock(interview_id)
    if interview.status != Status.ACTIVE or interview.ending_at is not None:
        raise ApiError(ErrorCode.INTERVIEW_ENDED)
    return interview


def claim(interview_id: int) -> Claim | None:
    """Take the lease if there is work and nobody holds it; None otherwise."""
    token = secrets.token_hex(16)
    taken = statements.CLAIMED.rows(
        interview_id=interview_id, token=token, lease=settings.LEASE_SECONDS
    )
    if not taken:
        return None
    ((owed_id, ending_at, wish),) = taken
    return Claim(interview_id, token, owed_id, ending_at is not None, wish, owed_id)


def load_held(claim: Claim, *, locked: bool = False) -> Interview | None:
    """The interview without its long texts as long as the work is still ours, None otherwise.
    ``locked``, until the transaction ends, it is no more than what is owed and where it stands."""
    held = statements.HELD_LOCKED if locked else statements.HELD
    rows = held.objects(interview_id=claim.interview_id, token=claim.token)
    ours = [row for row in rows if claim.ending or _owes(row, claim)]
    return ours[0] if ours else None


def _owes(interview: Interview, claim: Claim) -> bool:
    now = (interview.owed_id, interview.wish, interview.ending_at)
    return now == (claim.owed_id, claim.wish, None)


def renew(claims: Sequence[Claim]) -> set[Claim]:
    """Hold the leases for longer, whatever has become of the debts (one transaction); those that
    are lost."""
    with transaction.atomic():
        rows = Interview.objects.filter(
            lease_token__in=[claim.token for claim in claims],
            pk__in=[claim.interview_id for claim in claims],
            status=Status.ACTIVE,
        )
        rows.update(lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS))
        ours = set(rows.values_list("lease_token", flat=True))
    return {claim for claim in claims if claim.token not in ours}


def lost(claims: Sequence[Claim]) -> set[int]:
    """The interviews whose replies are no longer ours, or no longer what is owed (one query)."""
    now = {
        row[0]: row[1:]
        for row in Interview.objects.filter(
            pk__in=[claim.interview_id for claim in claims], status=Status.ACTIVE, ending_at=None
        ).values_list("pk", "lease_token", "owed_id", "wish")
    }
    return {
        claim.interview_id
        for claim in claims
        if now.get(claim.interview_id) != (claim.token, claim.owed_id, claim.wish)
    }


def is_gone(claim: Claim) -> bool:
    """Whether the interview has been deleted meanwhile."""
    return not Interview.objects.filter(pk=claim.interview_id).exists()


def release(claim: Claim) -> None:
    """Give the lease back, whatever became of the work."""
    statements.RELEASED.run(interview_id=claim.interview_id, token=claim.token)


@transaction.atomic
def fail(claim: Claim, code: ErrorCode) -> str:
    """Keep the work as failed, so that nobody tries it again by himself: the interview's language,
    "" when the work is no longer ours."""
    interview = load_held(claim, locked=True)
    if interview is None:
        return ""
    rows = Interview.objects.filter(pk=interview.pk)
    rows.update(failure=code.value, lease_token="", lease_until=None)
    return interview.language
