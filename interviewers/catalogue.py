"""What new interviews are made of: the panel, the bank, and the questions as they are kept in a plan."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import orjson

from interviewers.bank.index import BankEntry
from interviewers.editions import PerEdition, edition
from interviewers.models import Competency, Interviewer, Question
from interviewers.selectors import question_spec, spec_to_data
from interviewgpt.prepared import Select

__all__ = ["Catalogue", "Wording", "catalogue"]

_ACTIVE = Select(lambda: Interviewer.objects.active().in_order())
_TASKS = Select(
    lambda: (
        Competency.objects.filter(interviewers__isnull=False)
        .order_by("interviewers__id", "key")
        .values_list("interviewers__id", "key")
    )
)
_INDEX = Select(
    lambda: (
        Question.objects.filter(active=True)
        .order_by("key")
        .values_list(
            "key", "competency_id", "stage", "families", "level", "topic", "skills", "subject"
        )
    )
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question of the bank in one language: its text, and as JSON what a plan keeps of it."""

    question: Question
    language: str
    text: str
    kept: str

    def about(self, subject: str) -> str:
        """What a plan keeps of it with ``{subject}`` filled in."""
        return _kept(self.question, self.language, subject) if subject else self.kept


def _kept(question: Question, language: str, subject: str) -> str:
    return orjson.dumps(spec_to_data(question_spec(question, language, subject))).decode()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """An edition of the catalogue, shared by all threads: not to be changed.

    ``panel`` are the active interviewers in their order, ``tasks`` the keys of every interviewer's
    competencies by the interviewer's id, ``bank`` the active questions.
    """

    panel: tuple[Interviewer, ...]
    tasks: Mapping[str, tuple[str, ...]]
    bank: tuple[BankEntry, ...]
    _wordings: dict[tuple[str, str], Wording] = field(default_factory=dict)

    def wordings(self, keys: Collection[str], language: str) -> dict[str, Wording]:
        """The questions by key (one query for those that nobody has wanted yet). A key that has
        gone is left out."""
        known = self._wordings
        new = [key for key in keys if (key, language) not in known]
        if new:
            other = "zh" if language == "en" else "en"
            for key, question in Question.objects.defer(other).in_bulk(new).items():
                half = question.en if language == "en" else question.zh
                kept = _kept(question, language, "")
                known[key, language] = Wording(question, language, half["text"], kept)
        return {key: known[key, language] for key in keys if (key, language) in known}


def _read() -> Catalogue:
    tasks: dict[str, list[str]] = {}
    for member, key in _TASKS.rows():
        tasks.setdefault(member, []).append(key)
    bank = (
        BankEntry(
            key,
            competency,
            stage,
            tuple(json.loads(families)),
            level,
            topic,
            tuple(json.loads(skills)),
            subject,
        )
        for key, competency, stage, families, level, topic, skills, subject in _INDEX.stored()
    )
    return Catalogue(
        tuple(_ACTIVE.objects()),
        {member: tuple(keys) for member, keys in tasks.items()},
        tuple(bank),
    )


_read_already = PerEdition(_read)


def catalogue() -> Catalogue:
    """The catalogue as it is now (one query as long as nobody changes it)."""
    return _read_already.of(edition())
