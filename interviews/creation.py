"""How an interview begins: the panel, the plan, the welcome and the first question."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from interviewers.engines.base import Brief, InterviewerView, MessageKind, QuestionSpec
from interviewers.engines.builtin.wording import render
from interviewers.engines.registry import current_engine
from interviewers.models import Interviewer, Question
from interviewers.selectors import (
    active_panel,
    panel_competencies,
    question_spec,
    spec_from_data,
    spec_to_data,
)
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.prepared import Given, Insert, Select, Update
from interviews import ledger
from interviews.bridges import asked_topics, is_about
from interviews.memory import asked_lately
from interviews.models import (
    Difficulty,
    Interview,
    Language,
    PlannedQuestion,
    PlanState,
    SenderType,
)
from interviews.plan import BankEntry, PlanItem, Reason, Seat, make_plan
from interviews.quotas import admit_another
from interviews.resumes import facts
from interviews.roles import role_family, script_language, unfit_topics

__all__ = ["ResumeFile", "create_interview"]


@dataclass(frozen=True, slots=True)
class ResumeFile:
    """A stored résumé: the path it is known by, and its text."""

    path: str
    text: str


def create_interview(
    *,
    position: str,
    difficulty: str = Difficulty.MEDIUM,
    language: str | None = None,
    job_description: str = "",
    interviewers: Sequence[str] | None = None,
    resume: ResumeFile | None = None,
    owner: AbstractBaseUser | None = None,
    browser: str = "",
    seed: int | None = None,
) -> Interview:
    """Plan an interview and let it begin: the welcome and the first interviewer's greeting with
    the first question are in the history when this returns. No model is called.

    ``interviewers`` is a subset of the active ones, in the order they are to speak. Questions that
    the ``owner``, or without one the ``browser``, had in their last three interviews are asked
    only where the bank has no other. ``seed`` makes the choice repeatable. Raises ApiError VALIDATION_ERROR for an unknown
    interviewer, INTERVIEWER_ERROR when there is nobody, or nothing to ask, THROTTLED when the
    ``owner`` has too many under way, NOT_AUTHENTICATED when the ``owner`` has just been deleted.
    """
    spoken = Language(language or script_language(position))
    level = Difficulty(difficulty).question_level
    family = role_family(position, job_description)
    claimed = facts(resume.text) if resume else None
    wanted = facts(job_description).skills if job_description else ()
    panel = _panel(interviewers)
    tasks = panel_competencies()
    unfit = unfit_topics(position, job_description, claimed.skills if claimed else ())
    items = make_plan(
        seats=[
            Seat(member.id, member.stage, tasks.get(member.id, ()), member.question_count)
            for member in panel
        ],
        bank=[entry for entry in _bank() if entry.topic not in unfit],
        family=family,
        level=level,
        skills=claimed.skills if claimed else (),
        projects=claimed.projects if claimed else (),
        job_skills=wanted,
        job_topics=asked_topics(job_description),
        avoid=asked_lately(owner_id=owner.pk if owner else None, browser=browser),
        seed=secrets.randbits(32) if seed is None else seed,
    )
    seated = [member for member in panel if any(i.interviewer_id == member.id for i in items)]
    if not seated:
        raise ApiError(ErrorCode.INTERVIEWER_ERROR)
    with transaction.atomic():
        if owner is not None:
            _hold(owner)
            admit_another(owner_id=owner.pk)
        interview = Interview(
            owner_id=owner.pk if owner else None,
            browser=browser,
            position=position,
            difficulty=difficulty,
            language=spoken,
            family=family,
            engine=current_engine().name,
            panel=[member.id for member in seated],
            people={
                member.id: {"name": member.name(spoken), "role": member.role(spoken)}
                for member in seated
            },
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
        _BEGUN.run(interview)
        first = _store_plan(interview, items, {member.id: member for member in seated})
        _open(interview, seated, first)
    return interview


def _hold(owner: AbstractBaseUser) -> None:
    """Keep the account until this transaction ends: whoever deletes it meanwhile waits, and takes
    the new interview along (`deletion.after_account`). Raises ApiError NOT_AUTHENTICATED when it
    is gone."""
    accounts = get_user_model()._default_manager.select_for_update(no_key=True)
    if not accounts.filter(pk=owner.pk).values_list("pk", flat=True):
        raise ApiError(ErrorCode.NOT_AUTHENTICATED, _("This account does not exist any more."))


def _invalid(message: Any) -> ApiError:
    return ApiError(ErrorCode.VALIDATION_ERROR, details={"interviewers": [message]})


def _panel(ids: Sequence[str] | None) -> list[Interviewer]:
    active = active_panel()
    if ids is None:
        chosen = active
    else:
        known = {member.id: member for member in active}
        unknown = [key for key in ids if key not in known]
        if unknown:
            raise _invalid(_("There is no such interviewer."))
        if len(set(ids)) != len(ids) or not ids:
            raise _invalid(_("Name at least one interviewer, and each one once."))
        chosen = [known[key] for key in ids]
    if not chosen:
        raise ApiError(ErrorCode.INTERVIEWER_ERROR)
    return chosen


_ASKED = Select(
    lambda: (
        Question.objects.filter(active=True)
        .order_by("key")
        .values_list(
            "key", "competency_id", "stage", "families", "level", "topic", "skills", "subject"
        )
    )
)
_BEGUN, _PLANNED = Insert(Interview), Insert(PlannedQuestion)
_FIRST = Select(
    lambda: PlannedQuestion.objects.filter(
        interview_id=Given("interview_id"), state=PlanState.OPEN
    ).order_by()
)
_GREETED = Update(
    lambda: (
        Interview.objects.filter(pk=Given("interview_id")),
        {"open_id": Given("open_id"), "last_message_id": Given("last_message_id")},
    )
)


class _Bank:
    """The active items as they were last read: to see that nothing has changed is cheap, and to
    take several hundred of them apart is not."""

    rows: list[tuple[Any, ...]] | None = None
    entries: list[BankEntry]


_bank_read = _Bank()


def _bank() -> list[BankEntry]:
    """The active items, one query; not to be changed."""
    global _bank_read
    known, rows = _bank_read, _ASKED.stored()
    if known.rows != rows:
        known = _Bank()
        known.rows, known.entries = rows, [_entry(*row) for row in rows]
        _bank_read = known
    return known.entries


def _entry(
    key: str,
    competency: str,
    stage: str,
    families: str,
    level: int,
    topic: str,
    skills: str,
    subject: str,
) -> BankEntry:
    suits, named = tuple(json.loads(families)), tuple(json.loads(skills))
    return BankEntry(key, competency, stage, suits, level, topic, named, subject)


def _store_plan(
    interview: Interview, items: Sequence[PlanItem], panel: dict[str, Interviewer]
) -> PlannedQuestion:
    """Keep the plan with the questions as they are now; the first one is on the table."""
    other = "zh" if interview.language == Language.EN else "en"
    questions = Question.objects.defer(other).in_bulk([item.question_key for item in items])
    opening = next(item for item in items if item.interviewer_id == interview.panel[0])
    _PLANNED.many(
        PlannedQuestion(
            interview_id=interview.pk,
            slot=item.slot,
            interviewer_id=item.interviewer_id,
            competency=item.competency,
            level=item.level,
            question_key=item.question_key,
            spec=spec_to_data(
                question_spec(questions[item.question_key], interview.language, item.subject)
            ),
            mention=_bridge(item, questions[item.question_key], interview.language)[:120],
            mention_from=_MENTION_FROM.get(item.reason, "resume") if item.mention else "",
            reason=_reason(item),
            state=_first_state(item, opening),
            follow_up_budget=panel[item.interviewer_id].follow_up_budget,
        )
        for item in items
    )
    (first,) = _FIRST.objects(interview_id=interview.pk)
    return first


_MENTION_FROM = {Reason.JOB_SKILL: "job", Reason.JOB_TOPIC: "job", Reason.BOTH: "both"}


def _bridge(item: PlanItem, question: Question, language: str) -> str:
    """What may be said to lead to the question: what it is really about."""
    half = question.en if language == Language.EN else question.zh
    about = (half["text"], question.key, question.topic)
    if item.subject or item.reason is Reason.JOB_TOPIC or is_about(item.mention, *about):
        return item.mention
    return ""


def _reason(item: PlanItem) -> str:
    """The reason as it is stored: its name, "again" for a question the candidate had lately, and
    after a colon what of the résumé or the job description leads to it."""
    name = f"{item.reason.value} again" if item.again else item.reason.value
    return f"{name}: {item.mention}"[:300] if item.mention else name


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
    _GREETED.run(
        interview_id=interview.pk,
        open_id=first.pk,
        last_message_id=interview.last_message_id,
    )


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
