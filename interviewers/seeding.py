"""Bring the bank, the rubrics and the first panel into the database, as often as one likes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from interviewers.bank.schema import read_bank, read_competencies
from interviewers.models import Competency, Interviewer, Question, RubricLevel
from interviewers.panel import SEED_PANEL

__all__ = ["Seeded", "seed"]


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many rows of each kind were added or changed."""

    competencies: int
    interviewers: int
    questions: int


@transaction.atomic
def seed() -> Seeded:
    """Add what is missing and renew questions nobody has edited; never undo an operator's edit.

    What is not wanted is to be switched off, not deleted: a deleted question or competency of the
    bank comes back. Competencies and interviewers are only ever added. Raises `BankError` when a file is wrong.
    """
    return Seeded(_competencies(), _panel(), _questions())


def _competencies() -> int:
    known = set(Competency.objects.values_list("key", flat=True))
    new = [item for item in read_competencies() if item.key not in known]
    Competency.objects.bulk_create(
        Competency(key=item.key, skill=item.skill, name_zh=item.name_zh, name_en=item.name_en)
        for item in new
    )
    RubricLevel.objects.bulk_create(
        RubricLevel(competency_id=item.key, level=level, anchor_zh=zh, anchor_en=en)
        for item in new
        for level, (zh, en) in enumerate(
            zip(item.anchors_zh, item.anchors_en, strict=True), start=1
        )
    )
    return len(new)


def _panel() -> int:
    """The first panel, for an installation that has no interviewer at all."""
    if Interviewer.objects.exists():
        return 0
    for entry in SEED_PANEL:
        fields = {name: value for name, value in entry.items() if name != "competencies"}
        Interviewer.objects.create(**fields).competencies.set(entry["competencies"])
    return len(SEED_PANEL)


def _questions() -> int:
    stored = {question.key: question for question in Question.objects.all()}
    names = (
        "competency_id",
        "stage",
        "families",
        "level",
        "topic",
        "skills",
        "subject",
        "zh",
        "en",
    )
    new: list[Question] = []
    changed: list[Question] = []
    for item in read_bank():
        data = item.model_dump(mode="json")
        data["competency_id"] = data.pop("competency")
        question = stored.get(item.key)
        if question is None:
            new.append(Question(**data))
        elif not question.edited and any(getattr(question, name) != data[name] for name in names):
            for name in names:
                setattr(question, name, data[name])
            changed.append(question)
    Question.objects.bulk_create(new)
    if changed:
        Question.objects.bulk_update(changed, names)
    return len(new) + len(changed)
