"""Keeps judgements. An engine's word is held to the scale, the bank and the transcript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from feedback.models import Assessment
from interviewers.engines.base import AnswerAssessment, QuestionSpec, RubricSpec
from interviewers.engines.builtin.judging.lexical import judge_thread
from interviewgpt.prepared import Given, Insert, Select
from interviewgpt.prepared_objects import fresh

__all__ = [
    "assessment_of",
    "covered_points",
    "keep",
    "latest_assessments",
    "made",
    "renew_evidence",
]


_RECORDED = Insert(Assessment, unless_there=True)
_OF_INTERVIEW = Select(
    lambda: Assessment.objects.filter(interview_id=Given("interview_id")).order_by("answer_id")
)
_COVERED = Select(
    lambda: (
        Assessment.objects.filter(planned_id=Given("planned_id"))
        .order_by("answer_id")
        .values_list("answer_id", "covered")
    )
)
_OF_ANSWER = Select(
    lambda: Assessment.objects.filter(
        planned_id=Given("planned_id"), answer_id=Given("answer_id")
    ).order_by("-id")
)


def made(
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
    takeover: Mapping[str, str] | None = None,
    usage: Mapping[str, Any] | None = None,
) -> Assessment:
    """The judgement of the answer that ends with message ``answer_id``, not yet kept.

    ``texts`` are the candidate's messages on the question by id. Evidence that stands in none of
    them word for word is dropped. Level and score are clamped to their ranges. ``takeover`` is
    given when ``engine`` stood in for another one, ``usage`` what a model cost on the way.
    """
    level = max(1, min(5, result.level))
    evidence = result.evidence.strip()
    holder = next((key for key, text in texts.items() if evidence and evidence in text), None)
    names = {point.key: point.text for point in spec.points}

    def named(keys: Sequence[str]) -> list[dict[str, str]]:
        return [{"key": key, "text": names[key]} for key in keys if key in names]

    return fresh(
        Assessment,
        answer_id=answer_id,
        competency=rubric.competency,
        interview_id=interview_id,
        planned_id=planned_id,
        interviewer_id=interviewer_id,
        evidence_message_id=holder,
        level=level,
        score=round(max(0.0, min(100.0, result.score)), 1),
        anchor=rubric.anchors[level - 1],
        evidence=evidence if holder is not None else "",
        reason=result.reason,
        covered=named(result.covered),
        missing=named(result.missing),
        flags=[flag.value for flag in result.flags],
        engine=engine,
        prompt=result.prompt,
        gradings=[max(1, min(5, grading)) for grading in result.gradings],
        unheard=result.unheard,
        rubric_version=rubric.version,
        takeover=dict(takeover) if takeover else None,
        usage=dict(usage) if usage else None,
    )


def keep(assessment: Assessment) -> Assessment:
    """Store a judgement; a second one of the same answer and competency gives the first back."""
    if _RECORDED.run(assessment):
        return assessment
    return Assessment.objects.get(answer_id=assessment.answer_id, competency=assessment.competency)


def covered_points(planned_id: int) -> dict[int, frozenset[str]]:
    """The keys of the points that every judgement on a planned question took for covered, by the
    answer judged, the first answer's first (one query)."""
    return {
        answer_id: frozenset(point["key"] for point in orjson.loads(covered))
        for answer_id, covered in _COVERED.stored(planned_id=planned_id)
    }


def assessment_of(planned_id: int, answer_id: int) -> Assessment | None:
    """The judgement of an answer to a planned question (one query)."""
    return _OF_ANSWER.first(planned_id=planned_id, answer_id=answer_id)


def latest_assessments(interview_id: int) -> dict[int, Assessment]:
    """The last judgement of every answered question, by the planned question's id (one query)."""
    rows = _OF_INTERVIEW.objects(interview_id=interview_id)
    return {row.planned_id: row for row in rows}


def renew_evidence(
    assessment: Assessment,
    spec: QuestionSpec,
    language: str,
    *,
    texts: Mapping[int, str],
    stands: Sequence[str],
) -> None:
    """Let a judgement quote what ``stands``, where what it quotes from ``texts`` (as in `made`) was taken back after it;
    where nothing that stands can be quoted, it is left as it is."""
    quote = assessment.evidence
    if not stands or not quote or any(quote in text for text in stands):
        return
    found = judge_thread(spec, language, stands).evidence
    holder = next((key for key, text in texts.items() if found and found in text), None)
    if holder is not None:
        assessment.evidence, assessment.evidence_message_id = found, holder
        assessment.save(update_fields=["evidence", "evidence_message"])
