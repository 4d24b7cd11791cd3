"""Commits what a turn has decided and said: reply and settled debt in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from interviewers.engines.base import MessageKind
from interviews.conductor import Ask, Close, FollowUp, Handover, Hint, Move, Repeat
from interviews.ledger import Claim, LeaseLostError, Posted, held, insert_message
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType, Wish

__all__ = ["commit_move", "kind_of"]


@transaction.atomic
def commit_move(
    *, claim: Claim, move: Move, speaker_id: str, text: str, metadata: dict[str, Any]
) -> tuple[Claim | None, Posted]:
    """Store what was said and what follows from it.

    Returns the claim that goes on (after a handover the next interviewer still owes a question,
    after the closing the end is due) or None when the debt is settled and the lease given back.
    Raises LeaseLostError, and stores nothing, when the lease or the debt is no longer the claim's.
    """
    interview = held(claim).select_for_update().defer("resume_text", "job_description").first()
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
    changes: dict[str, Any] = {"last_message_id": posted.row.id, "wish": Wish.NONE}
    following: Claim | None = None
    if isinstance(move, FollowUp):
        item = PlannedQuestion.objects.get(pk=move.item_id)
        item.follow_ups = [*item.follow_ups, move.gap]
        item.hints_here = 0
        item.save(update_fields=["follow_ups", "hints_here"])
    elif isinstance(move, Hint):
        PlannedQuestion.objects.filter(pk=move.item_id).update(
            hints_used=F("hints_used") + 1, hints_here=move.step + 1
        )
    elif isinstance(move, Repeat):
        PlannedQuestion.objects.filter(pk=move.item_id).update(repeats=F("repeats") + 1)
    else:
        _lay_aside(interview)
    if isinstance(move, Ask):
        changes["open_id"] = _put_on_table(interview, move.item_id).pk
    elif isinstance(move, Handover):
        # The question stays within reach: what is said before the next one still belongs to it.
        changes["current_interviewer"] = move.to
        # The wish is granted with the handover; the next interviewer's question is still owed.
        changes["owed_id"] = claim.owed_id or posted.row.id
        following = replace(claim, owed_id=changes["owed_id"], wish="")
    elif isinstance(move, Close):
        changes |= {"open_id": None, "owed_id": None, "ending_at": Now()}
        following = replace(claim, owed_id=None, ending=True)
    if following is None:
        changes |= {"owed_id": None, "lease_token": "", "lease_until": None}
    Interview.objects.filter(pk=interview.pk).update(**changes)
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
    answered = Message.objects.filter(
        planned_id=interview.open_id, sender_type=SenderType.USER
    ).exists()
    PlannedQuestion.objects.filter(pk=interview.open_id, state=PlanState.OPEN).update(
        state=PlanState.DONE if answered else PlanState.SKIPPED
    )


def _put_on_table(interview: Interview, item_id: int) -> PlannedQuestion:
    item = PlannedQuestion.objects.get(pk=item_id)
    PlannedQuestion.objects.filter(
        interview_id=interview.pk, slot=item.slot, state=PlanState.PENDING
    ).exclude(pk=item_id).update(state=PlanState.DROPPED)
    PlannedQuestion.objects.filter(pk=item_id).update(state=PlanState.OPEN)
    return item
