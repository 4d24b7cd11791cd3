"""The panel of an interview, with those who have left it."""

from __future__ import annotations

from collections.abc import Mapping

from interviewers.engines.base import InterviewerView
from interviewers.selectors import panel_views
from interviews.models import Interview

__all__ = ["people_of", "with_those_gone"]


def people_of(interview: Interview) -> dict[str, InterviewerView]:
    """The panel as it is now; those who are gone as they were at the beginning (one query)."""
    return with_those_gone(interview, panel_views(interview.panel, interview.language))


def with_those_gone(
    interview: Interview, now: Mapping[str, InterviewerView]
) -> dict[str, InterviewerView]:
    """Those of the panel who are there ``now``, and the others as they were at the beginning."""
    return {
        key: now.get(key) or InterviewerView(key, known.get("name", key), known.get("role", ""))
        for key in interview.panel
        for known in (interview.people.get(key, {}),)
    }
