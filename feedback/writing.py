"""Writes the report. The numbers are ours; an engine only finds the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from feedback import records
from feedback.briefing import Report, coverage
from feedback.models import Feedback, Review
from interviewers.engines.base import Conclusion

__all__ = ["write_feedback"]


@transaction.atomic
def write_feedback(
    *,
    interview_id: int,
    report: Report,
    conclusion: Conclusion,
    engines: Mapping[str, Any] | None = None,
) -> Feedback:
    """Write the report of an interview; one that exists already is given back unchanged.

    ``engines`` says which engines had a part in the interview and in the report.
    """
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
        coverage=coverage(report),
        score_range=records.range_data(report.totals.range),
        skill_ranges={
            skill: records.range_data(found) for skill, found in report.totals.skill_ranges.items()
        },
        disagreements=records.disagreement_data(report),
        next_steps=records.step_data(conclusion, report),
        better_answers=records.better_data(conclusion, report),
        delivery=records.delivery_data(report.delivery),
        prompt=conclusion.prompt,
        engines=dict(engines or {}),
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
