"""What the report rests on: the latest judgement of every answered question, and its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from feedback.delivery import Delivery
from feedback.scoring import Scored, Totals, combine
from feedback.services import latest_assessments, renew_evidence
from interviewers.engines.base import (
    AnswerFlag,
    AssessedItem,
    InterviewerView,
    PanelBrief,
    QuestionSpec,
)
from interviewers.engines.builtin.reading.standing import standing
from interviewers.engines.builtin.reporting.better import KNOWLEDGE
from interviewers.selectors import competency_names_and_skills, rubrics

__all__ = ["Observed", "Report", "coverage", "report_brief"]


@dataclass(frozen=True, slots=True)
class Observed:
    """A planned question of the interview, as far as the report needs it. ``context`` is a project
    or a skill of the résumé it is about; ``answers`` what was said on it, ``texts`` in the candidate's messages by
    their ids."""

    planned_id: int
    interviewer_id: str
    competency: str
    question: str
    asked: bool
    answered: bool
    spec: QuestionSpec | None = None
    answers: tuple[str, ...] = ()
    context: str = ""
    texts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What the conclusion may speak of, with the numbers behind it. ``planned_ids`` go with the
    brief's items."""

    brief: PanelBrief
    totals: Totals
    planned_ids: tuple[int, ...] = ()
    plan: tuple[Observed, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    delivery: Delivery = field(default_factory=lambda: Delivery("words", ()))


def report_brief(
    *,
    interview_id: int,
    language: str,
    position: str,
    difficulty: str,
    panel: Sequence[InterviewerView],
    plan: Sequence[Observed],
    projects: Sequence[str] = (),
    delivery: Delivery,
) -> Report:
    """Gather the latest judgement of every answered question and combine the scores. What was taken back later on
    is quoted only where nothing that stands can be (see `renew_evidence`)."""
    latest = latest_assessments(interview_id)
    keys = {item.competency for item in plan} | {a.competency for a in latest.values()}
    names, skills = competency_names_and_skills(keys, language)
    anchors = rubrics(keys, language)
    judged = [(entry, latest[entry.planned_id]) for entry in plan if entry.planned_id in latest]
    stands = standing({entry.planned_id: entry.answers for entry, _ in judged})
    for entry, assessment in judged:
        if entry.spec is not None:
            left = stands[entry.planned_id]
            renew_evidence(assessment, entry.spec, language, texts=entry.texts, stands=left)
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
            spec=entry.spec,
            answers=entry.answers,
            next_anchor=_after(anchors[assessment.competency].anchors, assessment.level),
            context=entry.context,
        )
        for entry, assessment in judged
    ]
    totals = combine(
        [
            Scored(
                i.interviewer_id,
                i.competency,
                i.skill,
                i.score,
                i.level,
                i.level > 1 or bool(i.evidence),
            )
            for i in items
        ]
    )
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
        knowledge=frozenset(
            names.get(key, key) for key in unobserved if skills.get(key) in KNOWLEDGE
        ),
        unanswered=sum(1 for entry in plan if entry.asked and not entry.answered),
        projects=tuple(projects),
    )
    planned_ids = tuple(entry.planned_id for entry, _ in judged)
    return Report(brief, totals, planned_ids, tuple(plan), names, delivery)


def _after(anchors: Sequence[str], level: int) -> str:
    """The anchor of the level above."""
    return anchors[level] if level < len(anchors) else ""


def coverage(report: Report) -> dict[str, object]:
    """What was planned, asked and answered, per interviewer and per competency, and what nobody
    got to see. What was answered was judged, and so observed."""
    plan = report.plan
    planned = Counter(entry.interviewer_id for entry in plan)
    asked = Counter(entry.interviewer_id for entry in plan if entry.asked)
    answered = Counter(entry.interviewer_id for entry in plan if entry.answered)
    counts: dict[str, list[int]] = {}
    observed = set(report.planned_ids)
    for entry in plan:
        count = counts.setdefault(entry.competency, [0, 0, 0])
        count[0] += 1
        count[1] += entry.asked
        count[2] += entry.planned_id in observed
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
        "competencies": [
            {
                "competency": key,
                "competency_name": report.names.get(key, key),
                "planned": count[0],
                "asked": count[1],
                "observed": count[2],
            }
            for key, count in counts.items()
        ],
    }
