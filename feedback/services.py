"""Keeps judgements and writes the report. The numbers are ours; an engine only finds the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from feedback.models import Assessment, Feedback, Review
from feedback.scoring import Scored, Totals, combine
from interviewers.engines.base import (
    AnswerAssessment,
    AnswerFlag,
    AssessedItem,
    Conclusion,
    InterviewerView,
    PanelBrief,
    QuestionSpec,
    RubricSpec,
)
from interviewers.selectors import competency_names, competency_skills

__all__ = [
    "Observed",
    "Report",
    "coverage",
    "latest_assessments",
    "record_assessment",
    "report_brief",
    "write_feedback",
]


@dataclass(frozen=True, slots=True)
class Observed:
    """A planned question of the interview, as far as the report needs it."""

    planned_id: int
    interviewer_id: str
    competency: str
    question: str
    asked: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What the conclusion may speak of, with the numbers behind it."""

    brief: PanelBrief
    totals: Totals


@transaction.atomic
def record_assessment(
    *,
    interview_id: int,
    planned_id: int,
    answer_id: int,
    interviewer_id: str,
    spec: QuestionSpec,
    rubric: RubricSpec,
    engine: str,
    result: AnswerAssessment,
    texts: Mapping[int, str],
) -> Assessment:
    """Keep the judgement of the answer that ends with message ``answer_id``; a second one of the
    same answer and competency gives the first back.

    ``texts`` are the candidate's messages on the question by id. Evidence that stands in none of
    them word for word is dropped. Level and score are clamped to their ranges.
    """
    level = max(1, min(5, result.level))
    evidence = result.evidence.strip()
    holder = next((key for key, text in texts.items() if evidence and evidence in text), None)
    names = {point.key: point.text for point in spec.points}

    def named(keys: Sequence[str]) -> list[dict[str, str]]:
        return [{"key": key, "text": names[key]} for key in keys if key in names]

    made, _ = Assessment.objects.get_or_create(
        answer_id=answer_id,
        competency=rubric.competency,
        defaults={
            "interview_id": interview_id,
            "planned_id": planned_id,
            "interviewer_id": interviewer_id,
            "evidence_message_id": holder,
            "level": level,
            "score": round(max(0.0, min(100.0, result.score)), 1),
            "anchor": rubric.anchors[level - 1],
            "evidence": evidence if holder is not None else "",
            "reason": result.reason,
            "covered": named(result.covered),
            "missing": named(result.missing),
            "flags": [flag.value for flag in result.flags],
            "engine": engine,
            "rubric_version": rubric.version,
        },
    )
    return made


def latest_assessments(interview_id: int) -> dict[int, Assessment]:
    """The last judgement of every answered question, by the planned question's id (one query)."""
    rows = Assessment.objects.filter(interview_id=interview_id).select_related("planned")
    return {row.planned_id: row for row in rows.order_by("answer_id")}


def report_brief(
    *,
    interview_id: int,
    language: str,
    position: str,
    difficulty: str,
    panel: Sequence[InterviewerView],
    plan: Sequence[Observed],
) -> Report:
    """Gather the latest judgement of every answered question and combine the scores."""
    latest = latest_assessments(interview_id)
    keys = {item.competency for item in plan} | {a.competency for a in latest.values()}
    names, skills = competency_names(keys, language), competency_skills(keys)
    items = [
        AssessedItem(
            interviewer_id=entry.interviewer_id,
            competency=assessment.competency,
            competency_name=names.get(assessment.competency, assessment.competency),
            skill=skills.get(assessment.competency, "technical"),
            question=entry.question,
            level=assessment.level,
            score=assessment.score,
            evidence=assessment.evidence,
            anchor=assessment.anchor,
            covered=tuple(point["text"] for point in assessment.covered),
            missing=tuple(point["text"] for point in assessment.missing),
            flags=tuple(AnswerFlag(flag) for flag in assessment.flags),
        )
        for entry in plan
        if (assessment := latest.get(entry.planned_id)) is not None
    ]
    totals = combine([Scored(i.interviewer_id, i.competency, i.skill, i.score) for i in items])
    seen = {item.competency for item in items}
    unobserved = dict.fromkeys(e.competency for e in plan if e.competency not in seen)
    brief = PanelBrief(
        language=language,
        position=position,
        difficulty=difficulty,
        panel=tuple(panel),
        items=tuple(items),
        overall_score=totals.overall,
        skill_scores=totals.skills,
        unobserved=tuple(names.get(key, key) for key in unobserved),
        unanswered=sum(1 for entry in plan if entry.asked and not entry.answered),
    )
    return Report(brief, totals)


def coverage(report: Report, plan: Sequence[Observed]) -> dict[str, object]:
    """What was planned, asked and answered, per interviewer, and what nobody got to see."""
    planned = Counter(entry.interviewer_id for entry in plan)
    asked = Counter(entry.interviewer_id for entry in plan if entry.asked)
    answered = Counter(entry.interviewer_id for entry in plan if entry.answered)
    return {
        "interviewers": [
            {
                "interviewer_id": member.id,
                "planned": planned[member.id],
                "asked": asked[member.id],
                "answered": answered[member.id],
                "score": report.totals.interviewers.get(member.id),
            }
            for member in report.brief.panel
        ],
        "not_observed": list(report.brief.unobserved),
    }


@transaction.atomic
def write_feedback(
    *, interview_id: int, report: Report, conclusion: Conclusion, plan: Sequence[Observed]
) -> Feedback:
    """Write the report of an interview; one that exists already is given back unchanged."""
    existing = Feedback.objects.filter(interview_id=interview_id).first()
    if existing is not None:
        return existing
    feedback = Feedback.objects.create(
        interview_id=interview_id,
        summary=conclusion.summary,
        overall_score=report.totals.overall,
        skill_scores=report.totals.skills,
        strengths=list(conclusion.strengths),
        improvements=list(conclusion.improvements),
        coverage=coverage(report, plan),
    )
    contents = {review.interviewer_id: review.content for review in conclusion.reviews}
    Review.objects.bulk_create(
        Review(
            feedback=feedback,
            order=place,
            interviewer_id=member.id,
            name=member.name,
            role=member.role,
            content=contents.get(member.id, ""),
            score=report.totals.interviewers.get(member.id),
        )
        for place, member in enumerate(report.brief.panel)
    )
    return feedback
