"""The feedback object as the API sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from feedback import texts
from feedback.delivery import Delivery, unit_of
from feedback.models import Assessment, Feedback, Review
from feedback.records import delivery_data, engines_data, takeover_data, usage_data
from interviewers.models import Skill
from interviewers.selectors import competency_names_and_skills
from interviewgpt.api.stamps import utc_stamp
from interviewgpt.prepared import Given, Select

__all__ = ["assessments_data", "feedback_data"]

_SKILLS = tuple(
    dict.fromkeys((Skill.TECHNICAL, Skill.COMMUNICATION, Skill.PROBLEM_SOLVING, *Skill))
)
"""The documented ones in the order of the API's document, then ours."""


def _in_order(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is told of the skills, in `_SKILLS`' order: PostgreSQL keeps no order of keys."""
    return {skill.value: values[skill] for skill in _SKILLS if skill in values}


def _is_pasted(answer: Mapping[str, Any]) -> bool:
    """Whether an answer has a time and no pace, for nobody is as fast as that."""
    return answer["seconds"] is not None and answer["per_minute"] is None


def feedback_data(*, interview_id: int, language: str) -> dict[str, Any] | None:
    """The documented keys in order, then ours; None before the end.

    There is one assessment a question, the latest, in the order the questions were asked. Texts
    are in ``language``, the interview's.
    """
    feedback = _REPORT.first(interview_id=interview_id)
    if feedback is None:
        return None
    rows = _judged(interview_id)
    places = {row.planned_id: place for place, row in enumerate(rows)}
    # A report of an earlier release has none.
    delivery = feedback.delivery or delivery_data(Delivery(unit_of(language), ()))
    return {
        "id": feedback.pk,
        "interview_id": interview_id,
        "summary": feedback.summary,
        "overall_score": feedback.overall_score,
        "skill_scores": _in_order(feedback.skill_scores),
        "strengths": feedback.strengths,
        "improvements": feedback.improvements,
        "created_at": utc_stamp(feedback.created_at),
        "interviewer_feedbacks": [
            {
                "interviewer_id": review.interviewer_id,
                "name": review.name,
                "role": review.role,
                "content": review.content,
                "score": review.score,
            }
            for review in _REVIEWS.objects(feedback_id=feedback.pk)
        ],
        "coverage": feedback.coverage,
        "assessments": _assessments(rows, feedback.better_answers, language),
        "score_range": feedback.score_range,
        "skill_ranges": _in_order(feedback.skill_ranges),
        "disagreements": [
            {**entry, "text": texts.disagreement(language, entry["interviewers"])}
            for entry in feedback.disagreements
        ],
        "next_steps": [
            {
                "text": step["text"],
                "competency_name": step["competency_name"],
                "assessment": places.get(step["planned_id"]),
            }
            for step in feedback.next_steps
        ],
        "delivery": {
            **delivery,
            "scored": False,
            "note": texts.unscored(language, pasted=any(map(_is_pasted, delivery["answers"]))),
        },
        "prompt": feedback.prompt,
        "engines": engines_data(feedback.engines),
    }


def assessments_data(*, interview_id: int, language: str) -> list[dict[str, Any]]:
    """The judgements so far, as the feedback will have them."""
    return _assessments(_judged(interview_id), (), language)


class _Judged(NamedTuple):
    """A judgement with what it is of: fields of `Assessment`, and of its question."""

    planned_id: int
    interviewer_id: str
    competency: str
    level: int
    score: float
    anchor: str
    reason: str
    covered: list[dict[str, str]]
    missing: list[dict[str, str]]
    flags: list[str]
    engine: str
    evidence: str
    evidence_message_id: int | None
    rubric_version: int
    prompt: str
    gradings: list[int]
    takeover: dict[str, Any] | None
    usage: dict[str, Any] | None
    planned__slot: int
    planned__spec__text: str


_REPORT = Select(lambda: Feedback.objects.filter(interview_id=Given("interview_id")).order_by())
_REVIEWS = Select(lambda: Review.objects.filter(feedback_id=Given("feedback_id")).order_by("order"))
_JUDGED = Select(
    lambda: (
        Assessment.objects.filter(interview_id=Given("interview_id"))
        .order_by("answer_id")
        .values_list(*_Judged._fields)
    )
)


def _judged(interview_id: int) -> list[_Judged]:
    """The last judgement of every answered question, in the order of the plan (one query)."""
    rows = (_Judged(*values) for values in _JUDGED.rows(interview_id=interview_id))
    latest = {row.planned_id: row for row in rows}
    return sorted(latest.values(), key=lambda row: (row.planned__slot, row.planned_id))


def _assessments(
    rows: Sequence[_Judged], examples: Sequence[dict[str, Any]], language: str
) -> list[dict[str, Any]]:
    keys = {row.competency for row in rows}
    names, skills = competency_names_and_skills(keys, language)
    better = {entry["planned_id"]: entry for entry in examples}
    return [
        {
            "interviewer_id": a.interviewer_id,
            "competency": a.competency,
            "competency_name": names.get(a.competency, a.competency),
            "skill": skills.get(a.competency, "technical"),
            "question": a.planned__spec__text,
            "level": a.level,
            "score": a.score,
            "anchor": a.anchor,
            "reason": a.reason,
            "covered": [point["text"] for point in a.covered],
            "missing": [point["text"] for point in a.missing],
            "flags": a.flags,
            "engine": a.engine,
            "evidence": {
                "message_id": a.evidence_message_id,
                "quote": a.evidence,
                "enough": bool(a.evidence),
                "note": "" if a.evidence else texts.no_evidence(language),
            },
            "rubric_version": a.rubric_version,
            "prompt": a.prompt,
            "gradings": a.gradings,
            "better_answer": _better(better.get(a.planned_id), language),
            "takeover": takeover_data(a.takeover),
            "usage": usage_data(a.usage),
        }
        for a in rows
    ]


def _better(entry: dict[str, Any] | None, language: str) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {
        "text": entry["text"],
        "engine": entry["engine"],
        "note": texts.example(language),
    }
