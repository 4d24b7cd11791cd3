"""What can be done with interviews. Keyword-only, synchronous, atomic; callers wrap them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewers.engines.base import Brief, InterviewerView, MessageKind, QuestionSpec
from interviewers.engines.builtin.wording import render
from interviewers.engines.registry import current_engine
from interviewers.models import Interviewer, Question
from interviewers.selectors import (
    active_panel,
    panel_views,
    question_spec,
    spec_from_data,
    spec_to_data,
)
from interviewgpt.api.errors import ApiError, ErrorCode
from interviews import ledger
from interviews.models import (
    Difficulty,
    Interview,
    Language,
    Message,
    PlannedQuestion,
    PlanState,
    SenderType,
    Wish,
)
from interviews.plan import BankEntry, PlanItem, Reason, Seat, make_plan
from interviews.protocol import Command, MessageRow, interview_data
from interviews.resumes import facts
from interviews.roles import role_family, script_language
from interviews.rooms import RoomView

__all__ = [
    "ResumeFile",
    "command",
    "create_interview",
    "describe",
    "get_interview",
    "list_messages",
    "look_in",
    "post_message",
]


@dataclass(frozen=True, slots=True)
class ResumeFile:
    """A stored résumé: the path it is known by, and its text."""

    path: str
    text: str


def get_interview(*, interview_id: int) -> Interview:
    """Raises ApiError INTERVIEW_NOT_FOUND."""
    found = (
        Interview.objects.defer("resume_text", "resume_facts", "job_description")
        .filter(pk=interview_id)
        .first()
    )
    if found is None:
        raise ApiError(ErrorCode.INTERVIEW_NOT_FOUND)
    return found


def describe(interview: Interview) -> dict[str, Any]:
    """The interview object of the API."""
    return interview_data(interview, ledger.turn_state(interview, timezone.now()).value)


def look_in(*, interview_id: int) -> RoomView:
    """The room as a newcomer finds it. Raises ApiError INTERVIEW_NOT_FOUND."""
    interview = get_interview(interview_id=interview_id)
    people = panel_views(interview.panel, interview.language)
    return RoomView(
        language=interview.language,
        last_message_id=interview.last_message_id,
        state=(interview.status, interview.current_interviewer, interview.paused),
        roles={key: person.role for key, person in people.items()},
        data=describe(interview),
    )


def list_messages(
    *,
    interview_id: int,
    after: int = 0,
    until: int | None = None,
    limit: int = 100,
    offset: int = 0,
) -> list[MessageRow]:
    """Messages with ``after`` < id <= ``until`` in order of id, at most ``limit`` from ``offset``."""
    rows = Message.objects.filter(interview_id=interview_id)
    if after:
        rows = rows.filter(pk__gt=after)
    if until is not None:
        rows = rows.filter(pk__lte=until)
    return [
        MessageRow(*values)
        for values in rows.order_by("pk").values_list(
            "id", "content", "sender_type", "interviewer_id", "timestamp", "metadata", "client_id"
        )[offset : offset + limit]
    ]


def post_message(
    *,
    interview_id: int,
    content: str,
    sender_type: str,
    interviewer_id: str | None = None,
    client_id: str | None = None,
) -> ledger.Posted:
    """Commit a message from outside. Raises ApiError: see `ledger.post`; VALIDATION_ERROR for an
    interviewer nobody knows, or one left out where an interviewer speaks."""
    sender = SenderType(sender_type)
    if sender is SenderType.INTERVIEWER:
        if not interviewer_id:
            _refuse("interviewer_id", _("Say which interviewer speaks."))
        elif not Interviewer.objects.filter(pk=interviewer_id).exists():
            _refuse("interviewer_id", _("There is no such interviewer."))
    return ledger.post(
        interview_id=interview_id,
        content=content,
        sender_type=sender,
        interviewer_id=interviewer_id if sender is SenderType.INTERVIEWER else None,
        client_id=client_id,
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


def _refuse(field: str, message: Any) -> None:
    raise ApiError(ErrorCode.VALIDATION_ERROR, details={field: [message]})


def create_interview(
    *,
    position: str,
    difficulty: str = Difficulty.MEDIUM,
    language: str | None = None,
    job_description: str = "",
    interviewers: Sequence[str] | None = None,
    resume: ResumeFile | None = None,
    seed: int | None = None,
) -> Interview:
    """Plan an interview and let it begin: the welcome and the first interviewer's greeting with
    the first question are in the history when this returns. No model is called.

    ``interviewers`` is a subset of the active ones, in the order they are to speak. ``seed``
    makes the choice of questions repeatable. Raises ApiError VALIDATION_ERROR for an unknown
    interviewer, INTERVIEWER_ERROR when there is nobody, or nothing to ask.
    """
    spoken = Language(language or script_language(position))
    level = Difficulty(difficulty).question_level
    family = role_family(position, job_description)
    claimed = facts(resume.text) if resume else None
    wanted = facts(job_description).skills if job_description else ()
    panel = _panel(interviewers)
    items = make_plan(
        seats=[_seat(member) for member in panel],
        bank=_bank(),
        family=family,
        level=level,
        skills=claimed.skills if claimed else (),
        projects=claimed.projects if claimed else (),
        job_skills=wanted,
        seed=secrets.randbits(32) if seed is None else seed,
    )
    seated = [member for member in panel if any(i.interviewer_id == member.id for i in items)]
    if not seated:
        raise ApiError(ErrorCode.INTERVIEWER_ERROR)
    with transaction.atomic():
        interview = Interview.objects.create(
            position=position,
            difficulty=difficulty,
            language=spoken,
            family=family,
            engine=current_engine().name,
            panel=[member.id for member in seated],
            current_interviewer=seated[0].id,
            resume_path=resume.path if resume else "",
            resume_text=resume.text if resume else "",
            resume_facts=(
                {"skills": list(claimed.skills), "projects": list(claimed.projects)}
                if claimed
                else {}
            ),
            job_description=job_description,
        )
        first = _store_plan(interview, items, {member.id: member for member in seated})
        _open(interview, seated, first)
    return interview


def _panel(ids: Sequence[str] | None) -> list[Interviewer]:
    active = active_panel()
    if ids is None:
        chosen = active
    else:
        known = {member.id: member for member in active}
        unknown = [key for key in ids if key not in known]
        if unknown:
            _refuse("interviewers", _("There is no such interviewer."))
        if len(set(ids)) != len(ids) or not ids:
            _refuse("interviewers", _("Name at least one interviewer, and each one once."))
        chosen = [known[key] for key in ids]
    if not chosen:
        raise ApiError(ErrorCode.INTERVIEWER_ERROR)
    return chosen


def _seat(member: Interviewer) -> Seat:
    keys = tuple(competency.key for competency in member.competencies.all())
    return Seat(member.id, member.stage, keys, member.question_count)


def _bank() -> list[BankEntry]:
    return [
        BankEntry(key, competency, stage, tuple(families), level, topic, tuple(skills), subject)
        for key, competency, stage, families, level, topic, skills, subject in (
            Question.objects.filter(active=True)
            .order_by("key")
            .values_list(
                "key", "competency_id", "stage", "families", "level", "topic", "skills", "subject"
            )
        )
    ]


def _store_plan(
    interview: Interview, items: Sequence[PlanItem], panel: dict[str, Interviewer]
) -> PlannedQuestion:
    """Keep the plan with the questions as they are now; the first one is on the table."""
    questions = Question.objects.in_bulk([item.question_key for item in items])
    opening = next(item for item in items if item.interviewer_id == interview.panel[0])
    PlannedQuestion.objects.bulk_create(
        PlannedQuestion(
            interview=interview,
            slot=item.slot,
            interviewer_id=item.interviewer_id,
            competency=item.competency,
            level=item.level,
            question_key=item.question_key,
            spec=spec_to_data(
                question_spec(questions[item.question_key], interview.language, item.subject)
            ),
            mention=item.mention[:120],
            mention_from="job" if item.reason is Reason.JOB_SKILL else "resume",
            reason=f"{item.reason.value}: {item.mention}"[:300] if item.mention else item.reason,
            state=_first_state(item, opening),
            follow_up_budget=panel[item.interviewer_id].follow_up_budget,
        )
        for item in items
    )
    return PlannedQuestion.objects.get(interview=interview, state=PlanState.OPEN)


def _first_state(item: PlanItem, opening: PlanItem) -> PlanState:
    if item is opening:
        return PlanState.OPEN
    return PlanState.DROPPED if item.slot == opening.slot else PlanState.PENDING


def _open(interview: Interview, panel: Sequence[Interviewer], first: PlannedQuestion) -> None:
    """The welcome, and the first interviewer's greeting with the first question."""
    people = [_view(member, interview.language) for member in panel]
    spec = spec_from_data(first.spec)
    for kind, speaker in ((MessageKind.WELCOME, None), (MessageKind.GREETING, people[0])):
        text = render(_opening_brief(interview, kind, people, spec, first))
        metadata: dict[str, Any] = {"kind": kind.value, "engine": "builtin"}
        if speaker is not None:
            metadata["question"] = first.slot + 1
        ledger.insert_message(
            interview,
            content=text,
            sender_type=SenderType.INTERVIEWER if speaker else SenderType.SYSTEM,
            interviewer_id=speaker.id if speaker else None,
            metadata=metadata,
            planned_id=first.pk if speaker else None,
        )
    interview.open_id = first.pk
    interview.save(update_fields=["open_id", "last_message_id"])


def _view(member: Interviewer, language: str) -> InterviewerView:
    return InterviewerView(
        member.id, member.name(language), member.role(language), member.persona(language)
    )


def _opening_brief(
    interview: Interview,
    kind: MessageKind,
    people: Sequence[InterviewerView],
    spec: QuestionSpec,
    first: PlannedQuestion,
) -> Brief:
    return Brief(
        kind=kind,
        language=interview.language,
        position=interview.position,
        speaker=people[0],
        variation=interview.pk,
        question=spec,
        mention="" if spec.subject else first.mention,
        mention_from=first.mention_from,
        panel=tuple(people),
    )
