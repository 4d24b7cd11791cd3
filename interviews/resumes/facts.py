"""What a résumé claims: skills and projects, for questions that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviewgpt.expressions import expression
from interviews.resumes.projects import find_projects
from interviews.resumes.sections import Line, Section, read_lines
from interviews.resumes.skills import find_skills, skill_key

__all__ = ["ResumeFacts", "as_claimed", "facts", "only_interned"]


@dataclass(frozen=True, slots=True)
class ResumeFacts:
    """``skills`` (at most 30), the most prominent first; ``projects`` (at most 8), in their order.

    Both are claims of the candidate's and stand in the text, skills in their usual spelling. ``alone`` are
    the projects that somebody did by themselves, as far as the text says so.
    """

    skills: tuple[str, ...]
    projects: tuple[str, ...]
    alone: tuple[str, ...] = ()


def facts(text: str) -> ResumeFacts:
    """The facts in a résumé's text, Chinese or English. Pure; the same text gives the same facts."""
    lines = read_lines(text)
    projects = find_projects(lines)
    return ResumeFacts(find_skills(lines), projects, tuple(_alone(lines, projects)))


_OF_ONE = expression(
    r"个人(?:项目|作品|开发|[)）])|独立(?:开发|完成|设计|项目)|业余|論文|论文|一个人|"
    r"\b(?:personal|side|solo|hobby|own) (?:projects?|work)\b|\b(?:of|on) my own\b|\b(?:thesis|dissertation|single-handed(?:ly)?)\b",
    re.IGNORECASE,
)
"""How what somebody did without others is headed, or told."""


def _alone(lines: Sequence[Line], projects: Sequence[str]) -> Iterator[str]:
    """The projects that stand under such a heading, or are told so where they are named."""
    heading = ""
    for line in lines:
        heading = line.text if line.heading else heading
        if line.heading or not _OF_ONE.search(f"{heading} {line.text}"):
            continue
        yield from (name for name in projects if name in line.text)


_DATED = expression(r"(?:19|20)\d\d")
_INTERNS = expression(r"实习|實習|\bintern(?:ship)?s?\b", re.IGNORECASE)


def only_interned(text: str) -> bool:
    """Whether all the employment a résumé's text tells of, and some of it, was as an intern."""
    heading = ""
    jobs = []
    for line in read_lines(text):
        if line.heading:
            heading = line.text
        elif line.section is Section.WORK and not line.bullet and _DATED.search(line.text):
            under = "" if "工作" in heading else heading
            jobs.append(_INTERNS.search(f"{under} {line.text}") is not None)
    return bool(jobs) and all(jobs)


def as_claimed(wanted: Sequence[str], claimed: Sequence[str]) -> tuple[str, ...]:
    """Skills that are asked for, in the spelling of those that are claimed: a job description may
    be in another language than the résumé. Both as `facts` gives them."""
    own = {skill_key(name): name for name in reversed(claimed)}
    return tuple(own.get(skill_key(name), name) for name in wanted)
