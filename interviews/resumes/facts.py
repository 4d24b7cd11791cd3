"""What a résumé claims: skills and projects, for questions that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.resumes.projects import find_projects
from interviews.resumes.sections import read_lines
from interviews.resumes.skills import find_skills, skill_key

__all__ = ["ResumeFacts", "as_claimed", "facts"]


@dataclass(frozen=True, slots=True)
class ResumeFacts:
    """``skills`` (at most 30), the most prominent first; ``projects`` (at most 8), in their order.

    Both are claims of the candidate's and stand in the text, skills in their usual spelling.
    """

    skills: tuple[str, ...]
    projects: tuple[str, ...]


def facts(text: str) -> ResumeFacts:
    """The facts in a résumé's text, Chinese or English. Pure; the same text gives the same facts."""
    lines = read_lines(text)
    return ResumeFacts(skills=find_skills(lines), projects=find_projects(lines))


def as_claimed(wanted: Sequence[str], claimed: Sequence[str]) -> tuple[str, ...]:
    """Skills that are asked for, in the spelling of those that are claimed: a job description may
    be in another language than the résumé. Both as `facts` gives them."""
    own = {skill_key(name): name for name in reversed(claimed)}
    return tuple(own.get(skill_key(name), name) for name in wanted)
