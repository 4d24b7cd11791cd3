"""How an interview begins: the panel, the plan, the welcome and the first question."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from interviewers.catalogue import Catalogue, Wording, catalogue
from interviewers.engines.base import Brief, InterviewerView, MessageKind, QuestionSpec
from interviewers.engines.builtin.speaking.wording import render
from interviewers.engines.registry import current_engine
from interviewers.models import Interviewer
from interviewers.selectors import spec_from_json
from interviewgpt.api.errors import ApiError, ErrorCode
from interviewgpt.prepared import Given, Insert, InsertAndUpdate, NewKey
from interviewgpt.prepared_rows import InsertRows
from interviews import ledger
from interviews.bridges import asked_duties, asked_topics, is_about
from interviews.memory import asked_lately
from interviews.models import (
    Difficulty,
    Interview,
    Language,
    Message,
    PlannedQuestion,
    PlanState,
    SenderType,
)
from interviews.plan import PlanItem, Reason, Seat, make_plan
from interviews.quotas import admit_another
from interviews.readiness import get_ready_soon
from interviews.resumes import as_claimed, as_written, facts, named_in_both
from interviews.roles import role_family, script_language, unfit_topics
from interviews.runner import runner

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
    # A tool nobody has listed is one all the same, where both name it.
    shared = named_in_both(resume.text, job_description) if resume else ()
    duties = asked_duties(job_description) if family == "general" else ()
    # Without a bank of the trade, and a job description, what somebody does tells what to ask.
    told = resume.text if resume and family == "general" and not duties else ""
    own_duties = asked_duties(told)
    known = catalogue()
    panel = _panel(known.panel, interviewers)
    unfit = unfit_topics(
        position,
        job_description,
        claimed.skills if claimed else (),
        resume.text if resume else "",
    )
    items = make_plan(
        seats=[
            Seat(member.id, member.stage, known.tasks.get(member.id, ()), member.question_count)
            for member in panel
        ],
        bank=[entry for entry in known.bank if entry.topic not in unfit],
        family=family,
        level=level,
        skills=(*claimed.skills, *shared) if claimed else (),
        projects=claimed.projects if claimed else (),
        alone=claimed.alone if claimed else (),
        job_skills=(*as_claimed(wanted, claimed.skills), *shared) if claimed else wanted,
        job_topics=(*asked_topics(job_description), *duties),
        resume_topics=own_duties,
        position=position,
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
                member.id: {
                    "name": member.name(spoken),
                    "role": member.role(spoken),
                    "persona": member.persona(spoken),
                }
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
        first = _store_plan(interview, items, {member.id: member for member in seated}, known)
        _open(interview, seated, first)
    if runner.willing:
        get_ready_soon(first.spec, spoken)
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


def _panel(active: Sequence[Interviewer], ids: Sequence[str] | None) -> list[Interviewer]:
    if ids is None:
        chosen = list(active)
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


_BEGUN = Insert(Interview)
_PLANNED = InsertRows(
    PlannedQuestion,
    (
        "interview",
        "slot",
        "interviewer_id",
        "competency",
        "level",
        "question_key",
        "spec",
        "mention",
        "mention_from",
        "reason",
        "state",
        "follow_up_budget",
    ),
)
_GREETED = InsertAndUpdate(
    Message,
    lambda: (
        Interview.objects.filter(pk=Given("interview_id")),
        {"open_id": Given("open_id"), "last_message_id": NewKey()},
    ),
)


@dataclass(frozen=True, slots=True)
class _First:
    """The question that is on the table from the beginning."""

    planned_id: int
    slot: int
    spec: QuestionSpec
    mention: str
    mention_from: str


def _store_plan(
    interview: Interview,
    items: Sequence[PlanItem],
    panel: dict[str, Interviewer],
    known: Catalogue,
) -> _First:
    """Keep the plan with the questions as they are now; the first one is on the table."""
    wordings = known.wordings([item.question_key for item in items], interview.language)
    opening = items[0]
    led = {item.slot: item.reason for item in items if item.reason is not Reason.VARIANT}
    rows = []
    for item in items:
        wording = wordings[item.question_key]
        # A variant is about what led to the question whose place it takes.
        origin = led.get(item.slot, item.reason)
        row = (
            interview.pk,
            item.slot,
            item.interviewer_id,
            item.competency,
            item.level,
            item.question_key,
            wording.about(item.subject),
            _bridge(item, origin, wording, interview)[:120],
            _MENTION_FROM.get(origin, "resume") if item.mention else "",
            _reason(item),
            _first_state(item, opening).value,
            panel[item.interviewer_id].follow_up_budget,
        )
        rows.append(row)
    key = _PLANNED.run(rows)[0]
    return _First(key, opening.slot, spec_from_json(rows[0][6]), rows[0][7], rows[0][8])


_MENTION_FROM = {Reason.JOB_SKILL: "job", Reason.JOB_TOPIC: "job", Reason.BOTH: "both"}


def _bridge(item: PlanItem, origin: Reason, wording: Wording, interview: Interview) -> str:
    """What may be said to lead to the question: what it is really about, as it stands where it is from."""
    about = (wording.text, wording.question.key, wording.question.topic)
    if origin is Reason.RESUME_TOPIC:
        return ""  # a question on what most people of a trade do is not about theirs
    if item.subject or origin is Reason.JOB_TOPIC or not item.mention:
        return item.mention
    if not is_about(item.mention, *about):
        return ""
    asked = origin is Reason.JOB_SKILL
    return as_written(interview.job_description if asked else interview.resume_text, item.mention)


def _reason(item: PlanItem) -> str:
    """The reason as it is stored: its name, "again" for a question the candidate had lately, and
    after a colon what of the résumé or the job description leads to it."""
    name = f"{item.reason.value} again" if item.again else item.reason.value
    return f"{name}: {item.mention}"[:300] if item.mention else name


def _first_state(item: PlanItem, opening: PlanItem) -> PlanState:
    if item is opening:
        return PlanState.OPEN
    return PlanState.DROPPED if item.slot == opening.slot else PlanState.PENDING


def _open(interview: Interview, panel: Sequence[Interviewer], first: _First) -> None:
    """The welcome, and the first interviewer's greeting with the first question."""
    people = [_view(member, interview.language) for member in panel]
    ledger.insert_message(
        interview,
        content=render(_opening_brief(interview, MessageKind.WELCOME, people, first)),
        sender_type=SenderType.SYSTEM,
        metadata={"kind": MessageKind.WELCOME.value, "engine": "builtin"},
    )
    greeting = Message(
        interview_id=interview.pk,
        content=render(_opening_brief(interview, MessageKind.GREETING, people, first)),
        sender_type=SenderType.INTERVIEWER,
        interviewer_id=people[0].id,
        metadata={
            "kind": MessageKind.GREETING.value,
            "engine": "builtin",
            "question": first.slot + 1,
        },
        planned_id=first.planned_id,
    )
    _GREETED.run(greeting, interview_id=interview.pk, open_id=first.planned_id)
    interview.open_id, interview.last_message_id = first.planned_id, greeting.pk


def _view(member: Interviewer, language: str) -> InterviewerView:
    return InterviewerView(
        member.id, member.name(language), member.role(language), member.persona(language)
    )


def _opening_brief(
    interview: Interview,
    kind: MessageKind,
    people: Sequence[InterviewerView],
    first: _First,
) -> Brief:
    return Brief(
        kind=kind,
        language=interview.language,
        position=interview.position,
        speaker=people[0],
        variation=interview.pk,
        question=first.spec,
        mention="" if first.spec.subject else first.mention,
        mention_from=first.mention_from,
        panel=tuple(people),
    )
