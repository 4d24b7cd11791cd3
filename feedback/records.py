"""What the report keeps as JSON, and the only place that knows its shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from feedback.briefing import Report
from feedback.delivery import Delivery
from feedback.scoring import Range
from interviewers.engines.base import Conclusion

__all__ = [
    "better_data",
    "delivery_data",
    "disagreement_data",
    "engines_data",
    "range_data",
    "step_data",
    "takeover_data",
    "usage_data",
]

_USAGE = ("model", "calls", "prompt_tokens", "completion_tokens", "milliseconds")
_TAKEOVER = ("from", "reason")
_STOOD_IN = ("part", "message_id", "interviewer_id", "question", *_TAKEOVER)
_ENGINES = ("interview", "report", "stood_in", "usage")


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


def usage_data(stored: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """What a call cost, as it was stored. PostgreSQL keeps no order of keys; the API has one."""
    return None if stored is None else _ordered(stored, _USAGE)


def takeover_data(stored: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if stored is None else _ordered(stored, _TAKEOVER)


def engines_data(stored: Mapping[str, Any]) -> dict[str, Any]:
    found = _ordered(stored, _ENGINES)
    if "stood_in" in found:
        found["stood_in"] = [_ordered(entry, _STOOD_IN) for entry in found["stood_in"]]
    if "usage" in found:
        found["usage"] = usage_data(found["usage"])
    return found


def _ordered(stored: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """``stored`` with ``keys`` first; what an earlier release kept besides stays behind them."""
    known = {key: stored[key] for key in keys if key in stored}
    return known | {key: value for key, value in stored.items() if key not in known}


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
                "per_minute": delivery.pace(answer),
                "fillers": dict(answer.fillers),
            }
            for answer in delivery.answers
        ],
    }


def _planned(item: int | None, planned_ids: Sequence[int]) -> int | None:
    return planned_ids[item] if item is not None else None
