"""The feedback object as the API sends it."""

from __future__ import annotations

from typing import Any

from feedback.models import Feedback
from feedback.services import latest_assessments
from interviewers.selectors import competency_names, competency_skills
from interviewgpt.api.stamps import utc_stamp

__all__ = ["feedback_data"]


def feedback_data(*, interview_id: int, language: str) -> dict[str, Any] | None:
    """The documented keys in order, then ``coverage`` and ``assessments``; None before the end.

    There is one assessment a question, the latest, in the order the questions were asked.
    """
    feedback = (
        Feedback.objects.filter(interview_id=interview_id).prefetch_related("reviews").first()
    )
    if feedback is None:
        return None
    return {
        "id": feedback.pk,
        "interview_id": interview_id,
        "summary": feedback.summary,
        "overall_score": feedback.overall_score,
        "skill_scores": feedback.skill_scores,
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
            for review in feedback.reviews.all()
        ],
        "coverage": feedback.coverage,
        "assessments": _assessments(interview_id, language),
    }


def _assessments(interview_id: int, language: str) -> list[dict[str, Any]]:
    latest = latest_assessments(interview_id)
    keys = {assessment.competency for assessment in latest.values()}
    names, skills = competency_names(keys, language), competency_skills(keys)
    return [
        {
            "interviewer_id": a.interviewer_id,
            "competency": a.competency,
            "competency_name": names.get(a.competency, a.competency),
            "skill": skills.get(a.competency, "technical"),
            "question": a.planned.spec["text"],
            "level": a.level,
            "score": a.score,
            "anchor": a.anchor,
            "reason": a.reason,
            "covered": [point["text"] for point in a.covered],
            "missing": [point["text"] for point in a.missing],
            "flags": a.flags,
            "engine": a.engine,
            "evidence": {"message_id": a.evidence_message_id, "quote": a.evidence},
        }
        for a in sorted(latest.values(), key=lambda a: (a.planned.slot, a.planned_id))
    ]
