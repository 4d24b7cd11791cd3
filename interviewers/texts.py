"""What every turn of an interview has to know of the catalogue: who they are that speak, and the anchors.

Read once per edition: a turn asks only whether anybody has changed it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from interviewers.editions import PerEdition, edition
from interviewers.engines.base import InterviewerView, RubricSpec
from interviewers.models import Competency, Interviewer
from interviewers.selectors import panel_views, rubrics
from interviewgpt.prepared import Select

__all__ = ["Texts", "texts"]

_LANGUAGES = ("zh", "en")
_MEMBERS = Select(lambda: Interviewer.objects.order_by().values_list("pk"))
_COMPETENCIES = Select(lambda: Competency.objects.order_by().values_list("pk"))


@dataclass(frozen=True, slots=True)
class Texts:
    """The interviewers and the anchors of one edition by language and key, shared by all threads: not
    to be changed."""

    _people: Mapping[str, Mapping[str, InterviewerView]]
    _rubrics: Mapping[str, Mapping[str, RubricSpec]]

    def panel(self, ids: Collection[str], language: str) -> dict[str, InterviewerView]:
        """The named interviewers, active or not, as a candidate meets them."""
        people = self._people[_one(language)]
        return {key: people[key] for key in ids if key in people}

    def rubric(self, competency: str, language: str) -> RubricSpec:
        """The five anchors of a competency; those of one that is gone are empty, as in `rubrics`."""
        known = self._rubrics[_one(language)]
        return known.get(competency) or RubricSpec(competency, competency, 0, ("",) * 5)


def _one(language: str) -> str:
    return "en" if language == "en" else "zh"


def _read() -> Texts:
    members = [key for (key,) in _MEMBERS.stored()]
    competencies = [key for (key,) in _COMPETENCIES.stored()]
    return Texts(
        {language: panel_views(members, language) for language in _LANGUAGES},
        {language: rubrics(competencies, language) for language in _LANGUAGES},
    )


_read_already = PerEdition(_read)


def texts() -> Texts:
    """Those of now (one query as long as nobody changes the catalogue)."""
    return _read_already.of(edition())
