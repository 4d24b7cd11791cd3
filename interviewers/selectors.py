"""What other rooms may know of interviewers, questions and rubrics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import orjson
from django.db.models import Count

from interviewers.engines.base import (
    Cue,
    FollowUp,
    InterviewerView,
    QuestionSpec,
    RubricSpec,
    ScoringPoint,
)
from interviewers.engines.builtin.speaking.phrases import inside
from interviewers.models import Competency, Interviewer, Question, RubricLevel
from interviewgpt.prepared import Select

__all__ = [
    "competency_names_and_skills",
    "competency_skills",
    "panel_views",
    "question_spec",
    "questions_in_bank",
    "rubrics",
    "spec_from_data",
    "spec_from_json",
    "spec_to_data",
]


_COMPETENCIES = Select(Competency.objects.order_by)


def _views(language: str) -> Select[Interviewer]:
    names = ("id", f"name_{language}", f"role_{language}", f"persona_{language}")
    return Select(lambda: Interviewer.objects.order_by().values_list(*names))


_VIEWS = {language: _views(language) for language in ("zh", "en")}


def panel_views(ids: Collection[str], language: str) -> dict[str, InterviewerView]:
    """The named interviewers, active or not, as a candidate meets them (one query)."""
    return {
        row[0]: InterviewerView(*row) for row in _VIEWS[_one(language)].stored() if row[0] in ids
    }


def rubrics(competencies: Collection[str], language: str) -> dict[str, RubricSpec]:
    """The anchors of several competencies by key (two queries). One that an operator has deleted
    has version 0 and empty anchors, so that interviews that used it can still be ended."""
    found = Competency.objects.filter(key__in=competencies).prefetch_related("levels")
    known = {c.key: _rubric(c, c.levels.all(), language) for c in found}
    return {key: known.get(key) or RubricSpec(key, key, 0, ("",) * 5) for key in competencies}


def _rubric(competency: Competency, levels: Iterable[RubricLevel], language: str) -> RubricSpec:
    anchors = {
        level.level: level.anchor_en if language == "en" else level.anchor_zh for level in levels
    }
    name = competency.name(language)
    return RubricSpec(competency.key, name, competency.version, _five(anchors))


def _one(language: str) -> str:
    return "en" if language == "en" else "zh"


def _five(anchors: Mapping[int, str]) -> tuple[str, str, str, str, str]:
    one, two, three, four, five = (anchors.get(level, "") for level in range(1, 6))
    return one, two, three, four, five


def competency_names_and_skills(
    keys: Collection[str], language: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Both by key (one query); without those that an operator has deleted."""
    found = [c for c in _COMPETENCIES.objects() if c.key in keys]
    return {c.key: c.name(language) for c in found}, {c.key: c.skill for c in found}


def competency_skills(keys: Collection[str]) -> dict[str, str]:
    return {c.key: c.skill for c in _COMPETENCIES.objects() if c.key in keys}


def questions_in_bank(competencies: Collection[str]) -> dict[str, int]:
    """How many active questions there are for each competency, 0 included (one query)."""
    found = Question.objects.filter(active=True, competency__in=competencies)
    counts = dict(found.values_list("competency").annotate(Count("pk")).order_by())
    return {key: counts.get(key, 0) for key in competencies}


def question_spec(question: Question, language: str, subject: str = "") -> QuestionSpec:
    """The question in one language, with ``{subject}`` filled in: it stands in quotation marks there."""
    half: Mapping[str, Any] = question.en if language == "en" else question.zh
    named = inside(subject)

    def fill(text: str) -> str:
        return text.replace("{subject}", named) if subject else text

    return QuestionSpec(
        key=question.key,
        competency=question.competency_id,
        level=question.level,
        text=fill(half["text"]),
        reference=fill(half["reference"]),
        points=tuple(
            ScoringPoint(
                point["key"],
                fill(point["text"]),
                tuple(point.get("synonyms", ())),
                Cue(point["cue"]) if point.get("cue") else None,
                tuple(point.get("contrary", ())),
            )
            for point in half["points"]
        ),
        follow_ups=tuple(FollowUp(f["point"], fill(f["text"])) for f in half["follow_ups"]),
        hints=tuple(fill(hint) for hint in half["hints"]),
        topic=question.topic,
        subject=subject,
    )


def spec_to_data(spec: QuestionSpec) -> dict[str, Any]:
    """As JSON data, for `spec_from_data`."""
    return {
        "key": spec.key,
        "competency": spec.competency,
        "level": spec.level,
        "text": spec.text,
        "reference": spec.reference,
        "points": [
            {
                "key": p.key,
                "text": p.text,
                "synonyms": list(p.synonyms),
                "cue": p.cue,
                "contrary": list(p.contrary),
            }
            for p in spec.points
        ],
        "follow_ups": [{"point": f.point, "text": f.text} for f in spec.follow_ups],
        "hints": list(spec.hints),
        "topic": spec.topic,
        "subject": spec.subject,
    }


@lru_cache(maxsize=1_024)
def spec_from_json(text: str) -> QuestionSpec:
    """The question of `spec_to_data` from JSON as it is stored. What belongs to a question is found
    again by it, so that those who are asked the same share one, however a database writes it."""
    return _shared(spec_from_data(orjson.loads(text)))


@lru_cache(maxsize=1_024)
def _shared(spec: QuestionSpec) -> QuestionSpec:
    return spec


def spec_from_data(data: Mapping[str, Any]) -> QuestionSpec:
    points: Sequence[Mapping[str, Any]] = data["points"]
    return QuestionSpec(
        key=data["key"],
        competency=data["competency"],
        level=data["level"],
        text=data["text"],
        reference=data["reference"],
        points=tuple(
            ScoringPoint(
                p["key"],
                p["text"],
                tuple(p["synonyms"]),
                Cue(p["cue"]) if p["cue"] else None,
                tuple(p.get("contrary", ())),
            )
            for p in points
        ),
        follow_ups=tuple(FollowUp(f["point"], f["text"]) for f in data["follow_ups"]),
        hints=tuple(data["hints"]),
        topic=data["topic"],
        subject=data["subject"],
    )
