"""What the questions of an interview go by: what was read from the résumé and the job description,
and which of it is asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from interviews.models import Interview
from interviews.plan import Reason
from interviews.resumes import facts

__all__ = ["Grounds", "grounds", "read_reason"]

_REMEMBERED = 64
"""So many job descriptions of at most 20,000 characters; to read a long one takes a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """``skills`` and ``projects`` are the résumé's, ``wanted`` the skills of the job description;
    ``asked`` what the plan asks about of these and of its subjects, in the plan's order. ``resume``
    and ``job`` are whether there is one."""

    resume: bool
    job: bool
    skills: tuple[str, ...]
    projects: tuple[str, ...]
    wanted: tuple[str, ...]
    asked: tuple[str, ...]


def grounds(interview: Interview, reasons: Iterable[str]) -> Grounds:
    """``reasons`` are those of the planned questions, as they are stored and in order. Costs a query:
    an interview comes without its long texts."""
    texts = Interview.objects.values_list("resume_facts", "job_description")
    told, job_description = texts.filter(pk=interview.pk).first() or (
        {},
        "",
    )  # It may be deleted by now.
    read = [read_reason(reason) for reason in reasons]
    asked = [mention for name, mention, _again in read if mention and name != Reason.VARIANT]
    return Grounds(
        resume=bool(interview.resume_path),
        job=bool(job_description.strip()),
        skills=tuple(told.get("skills", ())),
        projects=tuple(told.get("projects", ())),
        wanted=_wanted(job_description),
        asked=tuple(dict.fromkeys(asked)),
    )


def read_reason(stored: str) -> tuple[str, str, bool]:
    """The name of a planned question's reason, what leads to it ("" for nothing), and whether the
    candidate had the question lately: what `interviews.creation` has stored."""
    code, _colon, mention = stored.partition(": ")
    name, _blank, again = code.partition(" ")
    return name, mention, bool(again)


@lru_cache(maxsize=_REMEMBERED)
def _wanted(job_description: str) -> tuple[str, ...]:
    return facts(job_description).skills if job_description else ()
