"""The panel of an interview: what an operator changes counts from the next one on."""

from __future__ import annotations

from collections.abc import Mapping

from interviewers.engines.base import InterviewerView
from interviewers.selectors import panel_views
from interviews.models import Interview

__all__ = ["at_the_beginning", "people_of"]


def people_of(interview: Interview) -> dict[str, InterviewerView]:
    """The panel as it was at the beginning, whatever it is called by now (one query)."""
    return at_the_beginning(interview, panel_views(interview.panel, interview.language))


def at_the_beginning(
    interview: Interview, now: Mapping[str, InterviewerView]
) -> dict[str, InterviewerView]:
    """The panel as the candidate has met it; ``now`` tells what was not noted at the beginning."""
    found = {}
    for key in interview.panel:
        known = interview.people.get(key, {})
        present = now.get(key) or InterviewerView(key, key, "")
        found[key] = InterviewerView(
            key,
            known.get("name", present.name),
            known.get("role", present.role),
            known.get("persona", present.persona),
        )
    return found
