"""What the report keeps as JSON, and the only place that knows its shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from feedback.briefing import Report
from feedback.delivery import Delivery
from feedback.scoring import Range
from interviewers.engines.base import Conclusion

__all__ = ["better_data", "delivery_data", "disagreement_data", "range_data", "step_data"]


def range_data(found: Range | None) -> dict[str, int] | None:
    return None if found is None else {"low": found.low, "high": found.high}


def disagreement_data(report: Report) -> list[dict[str, Any]]:
    """Who came to which level, by the names they had in this interview."""
    names = {member.id: member.name for member in report.brief.panel}
    return [
        {
            "skill": entry.skill,
            "interviewers": [
                {"interviewer_id": key, "name": names.get(key, key), "level": level}
                for key, level in entry.levels.items()
            ],
        }
        for entry in report.totals.disagreements
    ]


def step_data(conclusion: Conclusion, report: Report) -> list[dict[str, Any]]:
    return [
        {
            "text": step.text,
            "competency_name": step.competency_name,
            "planned_id": _planned(step.item, report.planned_ids),
        }
        for step in conclusion.next_steps
    ]


def better_data(conclusion: Conclusion, report: Report) -> list[dict[str, Any]]:
    return [
        {
            "planned_id": _planned(better.item, report.planned_ids),
            "text": better.text,
            "engine": better.engine,
        }
        for better in conclusion.better
    ]


def delivery_data(delivery: Delivery) -> dict[str, Any]:
    return {
        "unit": delivery.unit,
        "median_seconds": delivery.median_seconds,
        "median_length": delivery.median_length,
        "fillers": delivery.fillers,
        "answers": [
            {
                "message_id": answer.message_id,
                "seconds": answer.seconds,
                "length": answer.length,
                "per_minute": answer.per_minute,
                "fillers": dict(answer.fillers),
            }
            for answer in delivery.answers
        ],
    }


def _planned(item: int | None, planned_ids: Sequence[int]) -> int | None:
    return planned_ids[item] if item is not None else None
