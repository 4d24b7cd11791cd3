"""Commits what a turn has decided and said: reply and settled debt in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from interviewers.engines.base import MessageKind
from interviewgpt.prepared import Given, Select, Update
from interviews.conductor import Ask, Close, FollowUp, Handover, Hint, Move, Repeat
from interviews.ledger import Claim, LeaseLostError, Posted, insert_message, load_held
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType

__all__ = ["commit_move", "kind_of"]


_FOLLOW_UPS = Select(
    lambda: PlannedQuestion.objects.filter(pk=Given("item_id")).order_by().values_list("follow_ups")
)
_FOLLOWED_UP = Update(
    lambda: (
        PlannedQuestion.objects.filter(pk=Given("item_id")),
        {
            "follow_ups": Given("follow_ups", PlannedQuestion._meta.get_field("follow_ups")),
            "hints_here": 0,
        },
    )
)
_ANSWERED = Select(
    lambda: (
        Message.objects.filter(planned_id=Given("item_id"), sender_type=SenderType.USER)
        .order_by()
        .values_list("pk")[:1]
    )
)
_LAID_ASIDE = Update(
    lambda: (
        PlannedQuestion.objects.filter(pk=Given("item_id"), state=PlanState.OPEN),
        {"state": Given("state")},
    )
)
_OPENED = Update(
    lambda: (PlannedQuestion.objects.filter(pk=Given("item_id")), {"state": PlanState.OPEN}),
    returning=("slot",),
)
_DROPPED = Update(
    lambda: (
        PlannedQuestion.objects.filter(
            interview_id=Given("interview_id"), slot=Given("slot"), state=PlanState.PENDING
        ).exclude(pk=Given("item_id")),
        {"state": PlanState.DROPPED},
    )
)


def _changed(**more: Any) -> Update:
    names = ("last_message_id", "wish", "open_id", "owed_id", "current_interviewer", "lease_token")
    values = {name: Given(name) for name in names}
    return Update(lambda: (Interview.objects.filter(pk=Given("interview_id")), values | more))


_GOING_ON, _SETTLED, _CLOSED = _changed(), _changed(lease_until=None), _changed(ending_at=Now())


@transaction.atomic
def commit_move(
    *, claim: Claim, move: Move, speaker_id: str, text: str, metadata: dict[str, Any]
) -> tuple[Claim | None, Posted]:
    """Store what was said and what follows from it.

    Returns the claim that goes on (after a handover the next interviewer still owes a question,
    after the closing the end is due) or None when the debt is settled and the lease given back.
    Raises LeaseLostError, and stores nothing, when the lease or the debt is no longer the claim's.
    """
    interview = load_held(claim, locked=True)
    if interview is None:
        raise LeaseLostError
    planned_id = move.item_id if isinstance(move, Ask | FollowUp | Hint | Repeat) else None
    posted = insert_message(
        interview,
        content=text,
        sender_type=SenderType.INTERVIEWER,
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
        ((asked,),) = _FOLLOW_UPS.rows(item_id=move.item_id)
        _FOLLOWED_UP.run(item_id=move.item_id, follow_ups=[*asked, move.gap])
    elif isinstance(move, Hint):
        PlannedQuestion.objects.filter(pk=move.item_id).update(
            hints_used=F("hints_used") + 1, hints_here=move.step + 1
        )
    elif isinstance(move, Repeat):
        PlannedQuestion.objects.filter(pk=move.item_id).update(repeats=F("repeats") + 1)
    else:
        _lay_aside(interview)
    if isinstance(move, Ask):
        _put_on_table(interview, move.item_id)
        changes["open_id"] = move.item_id
    elif isinstance(move, Handover):
        # The question stays within reach: what is said before the next one still belongs to it.
        changes["current_interviewer"] = move.to
        # The wish is granted with the handover; the next interviewer's question is still owed.
        changes["owed_id"] = claim.owed_id or posted.row.id
        following = replace(claim, owed_id=changes["owed_id"], wish="")
    elif isinstance(move, Close):
        changes |= {"open_id": None, "owed_id": None}
        following = replace(claim, owed_id=None, ending=True)
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


def _lay_aside(interview: Interview) -> None:
    """The open question is answered, or was skipped without a word."""
    if interview.open_id is None:
        return
    answered = _ANSWERED.rows(item_id=interview.open_id)
    state = PlanState.DONE if answered else PlanState.SKIPPED
    _LAID_ASIDE.run(item_id=interview.open_id, state=str(state))


def _put_on_table(interview: Interview, item_id: int) -> None:
    ((slot,),) = _OPENED.rows(item_id=item_id)
    _DROPPED.run(interview_id=interview.pk, slot=slot, item_id=item_id)
