"""Commits what a turn has decided and said: reply and settled debt in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Case, Exists, F, Q, Value, When
from django.db.models.functions import Now

from feedback.models import Assessment
from feedback.services import keep
from interviewers.engines.base import MessageKind
from interviewgpt.prepared import Given, Update
from interviews.conductor import Ask, Close, FollowUp, Handover, Hint, Move, Repeat
from interviews.ledger import Claim, LeaseLostError, Posted, insert_message, load_held
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType
from interviews.sitting import Sitting

__all__ = ["commit_move", "kind_of"]


_FOLLOWED_UP = Update(
    lambda: (
        PlannedQuestion.objects.filter(pk=Given("item_id")),
        {
            "follow_ups": Given("follow_ups", PlannedQuestion._meta.get_field("follow_ups")),
            "hints_here": 0,
        },
    )
)


def _laid_aside() -> Case:
    """What becomes of the question on the table: it is answered, or was skipped without a word."""
    said = Message.objects.filter(planned_id=Given("before"), sender_type=SenderType.USER)
    return Case(When(Exists(said), then=Value(PlanState.DONE)), default=Value(PlanState.SKIPPED))


_OPEN = Q(pk=Given("before"), state=PlanState.OPEN)
_LAID_ASIDE = Update(
    lambda: (PlannedQuestion.objects.filter(_OPEN), {"state": _laid_aside()}),
)
_PUT_ON_TABLE = Update(
    lambda: (
        PlannedQuestion.objects.filter(
            Q(pk=Given("item_id"))
            | _OPEN
            | Q(interview_id=Given("interview_id"), slot=Given("slot"), state=PlanState.PENDING)
        ),
        {
            "state": Case(
                When(pk=Given("item_id"), then=Value(PlanState.OPEN)),
                When(pk=Given("before"), then=_laid_aside()),
                default=Value(PlanState.DROPPED),
            )
        },
    )
)
"""One statement, from the question on the table to the one that is asked; its variants are dropped."""


def _changed(**more: Any) -> Update:
    names = ("last_message_id", "wish", "open_id", "owed_id", "current_interviewer", "lease_token")
    values = {name: Given(name) for name in names}
    return Update(lambda: (Interview.objects.filter(pk=Given("interview_id")), values | more))


_GOING_ON, _SETTLED, _CLOSED = _changed(), _changed(lease_until=None), _changed(ending_at=Now())


@transaction.atomic
def commit_move(
    *,
    claim: Claim,
    sitting: Sitting,
    judged: Assessment | None,
    move: Move,
    speaker_id: str,
    text: str,
    metadata: dict[str, Any],
) -> tuple[Claim | None, Posted]:
    """Store what was said and what follows from it, and the judgement it rests on, if that is not
    kept yet. ``sitting`` is as it was read under this claim.

    Returns the claim that goes on (after a handover the next interviewer still owes a question,
    after the closing the end is due) or None when the debt is settled and the lease given back.
    Raises LeaseLostError, and stores nothing, when the lease or the debt is no longer the claim's.
    """
    interview = load_held(claim, locked=True)
    if interview is None:
        raise LeaseLostError
    if judged is not None and judged.pk is None:
        keep(judged)
    planned_id = move.item_id if isinstance(move, Ask | FollowUp | Hint | Repeat) else None
    posted = insert_message(
        interview,
        content=text,
        sender_type=SenderType.INTERVIEWER.value,
        interviewer_id=speaker_id,
        metadata=metadata,
        planned_id=planned_id,
    )
    changes: dict[str, Any] = {
        "last_message_id": posted.row.id,
        "wish": "",
        "open_id": interview.open_id,
        "owed_id": interview.owed_id,
        "current_interviewer": interview.current_interviewer,
        "lease_token": interview.lease_token,
    }
    following: Claim | None = None
    if isinstance(move, FollowUp):
        asked = [*sitting.items[move.item_id].asked, move.gap]
        _FOLLOWED_UP.run(item_id=move.item_id, follow_ups=asked)
    elif isinstance(move, Hint):
        # That there is no other is no hint.
        given = int(move.step < sitting.hints())
        PlannedQuestion.objects.filter(pk=move.item_id).update(
            hints_used=F("hints_used") + given, hints_here=move.step + 1
        )
    elif isinstance(move, Repeat):
        PlannedQuestion.objects.filter(pk=move.item_id).update(repeats=F("repeats") + 1)
    elif isinstance(move, Ask):
        _PUT_ON_TABLE.run(
            interview_id=interview.pk,
            item_id=move.item_id,
            slot=sitting.items[move.item_id].slot,
            before=interview.open_id,
        )
        changes["open_id"] = move.item_id
    else:
        _LAID_ASIDE.run(before=interview.open_id)
    if isinstance(move, Handover):
        # The question stays within reach: what is said before the next one still belongs to it.
        changes["current_interviewer"] = move.to
        # The wish is granted with the handover; the next interviewer's question is still owed.
        changes["owed_id"] = claim.owed_id or posted.row.id
        following = replace(claim, owed_id=changes["owed_id"], wish="", interview=None)
    elif isinstance(move, Close):
        changes |= {"open_id": None, "owed_id": None}
        following = replace(claim, owed_id=None, ending=True, interview=None)
    if following is None:
        _SETTLED.run(interview_id=interview.pk, **changes | {"owed_id": None, "lease_token": ""})
    elif following.ending:
        _CLOSED.run(interview_id=interview.pk, **changes)
    else:
        _GOING_ON.run(interview_id=interview.pk, **changes)
    return following, posted


def kind_of(move: Move) -> MessageKind:
    """What the message of a move is called."""
    if isinstance(move, FollowUp) or (isinstance(move, Repeat) and move.gap):
        return MessageKind.FOLLOW_UP
    if isinstance(move, Repeat):
        return MessageKind.QUESTION
    if isinstance(move, Hint):
        return MessageKind.HINT
    if isinstance(move, Handover):
        return MessageKind.HANDOVER
    if isinstance(move, Close):
        return MessageKind.CLOSING
    return MessageKind.GREETING if move.opening else MessageKind.QUESTION
