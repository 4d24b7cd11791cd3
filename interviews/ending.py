"""The end of an interview: what the report rests on, and the one place a status changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from django.db import transaction
from django.utils import timezone

from feedback.briefing import Observed, Report, report_brief
from feedback.delivery import Spoken, figures
from feedback.writing import write_feedback
from interviewers.engines.base import Aside, Conclusion
from interviewers.selectors import spec_from_data
from interviews.answered import read_thread
from interviews.asides import Request, request_in
from interviews.ledger import Claim, LeaseLostError, load_held
from interviews.models import Interview, Message, PlannedQuestion, PlanState, SenderType, Status
from interviews.people import people_of
from interviews.standins import engines_of
from interviews.statements import LONG_TEXTS
from interviews.thinking import Done

__all__ = ["complete", "load_plan", "load_report", "spoken_lines"]

_BESIDE = [Aside.REMARK.value, Aside.QUERY.value, Aside.WAIT.value]
"""How a line is met that was taken up as an answer, and had turned out to be none."""
_PASSING = (
    Request.PAUSE,
    Request.WAIT,
    Request.THANKS,
    Request.GREET,
    Request.REPEAT,
    Request.TROUBLE,
)
"""What may have been said while a reply was due, and taken up as part of an answer."""


def load_plan(interview: Interview, lines: Sequence[Message]) -> list[Observed]:
    """The plan as the report sees it: one entry a slot, the variant that was asked if any was.
    ``lines`` are the interview's messages in order."""
    said: dict[int, list[tuple[int, str, str]]] = {}
    for line in lines:
        if line.planned_id is not None:
            said.setdefault(line.planned_id, []).append((line.pk, line.sender_type, line.content))
    slots: dict[int, PlannedQuestion] = {}
    for item in PlannedQuestion.objects.filter(interview_id=interview.pk):
        spoken = item.state not in (PlanState.PENDING, PlanState.DROPPED)
        if item.slot not in slots or spoken:
            slots[item.slot] = item
    plan = []
    for _, item in sorted(slots.items()):
        spec = spec_from_data(item.spec)
        thread = read_thread(said.get(item.pk, ()))
        plan.append(
            Observed(
                planned_id=item.pk,
                interviewer_id=item.interviewer_id,
                competency=item.competency,
                question=spec.text,
                asked=item.state not in (PlanState.PENDING, PlanState.DROPPED),
                answered=bool(thread.answers),
                spec=spec,
                answers=thread.answers,
                texts=thread.texts,
                context=spec.subject or (item.mention if item.mention_from == "resume" else ""),
            )
        )
    return plan


def load_report(claim: Claim) -> tuple[Report, list[Observed]]:
    """Judgements and scores of the interview being ended. Raises LeaseLostError."""
    interview = load_held(claim)
    if interview is None:
        raise LeaseLostError
    lines = list(Message.objects.filter(interview_id=interview.pk).order_by("id"))
    plan = load_plan(interview, lines)
    people = people_of(interview)
    report = report_brief(
        interview_id=interview.pk,
        language=interview.language,
        position=interview.position,
        difficulty=interview.difficulty,
        panel=[people[member] for member in interview.panel],
        plan=plan,
        projects=interview.resume_facts.get("projects", ()),
        delivery=figures(spoken_lines(lines), interview.language),
    )
    return report, plan


def spoken_lines(lines: Sequence[Message]) -> Iterator[Spoken]:
    """What the panel said and the candidate answered; notices of the system are no part of the
    conversation, and a request ("谢谢", "a hint, please") or a remark is no answer."""
    said = [line for line in lines if line.sender_type != SenderType.SYSTEM]
    for line, following in zip_longest(said, said[1:]):
        candidate = line.sender_type == SenderType.USER
        if candidate and line.planned_id is None:
            continue
        met = (following.metadata or {}).get("aside") if following else None
        beside = candidate and (met in _BESIDE or request_in(line.content) in _PASSING)
        yield Spoken(line.pk, candidate, line.timestamp, line.content, beside=beside)


@transaction.atomic
def complete(
    *, claim: Claim, report: Report, done: Done[Conclusion], plan: list[Observed]
) -> Interview:
    """Write the feedback and complete the interview. Raises LeaseLostError."""
    interview = load_held(claim, locked=True)
    if interview is None:
        raise LeaseLostError
    feedback = write_feedback(
        interview_id=interview.pk,
        report=report,
        conclusion=done.value,
        engines=engines_of(interview, done),
    )
    answered = any(entry.answered for entry in plan if entry.planned_id == interview.open_id)
    PlannedQuestion.objects.filter(pk=interview.open_id or 0, state=PlanState.OPEN).update(
        state=PlanState.DONE if answered else PlanState.SKIPPED
    )
    Interview.objects.filter(pk=interview.pk, status=Status.ACTIVE).update(
        status=Status.COMPLETED,
        completed_at=timezone.now(),
        overall_score=feedback.overall_score,
        open_id=None,
        owed_id=None,
        paused=False,
        lease_token="",
        lease_until=None,
    )
    return Interview.objects.defer(*LONG_TEXTS).get(pk=interview.pk)
