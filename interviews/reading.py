"""The feedback object as the report page shows it, with what a reader's language adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from feedback.documents import dots
from interviewers.engines.base import AnswerFlag
from interviewers.models import Skill
from interviews.report import radar

__all__ = ["flag_names", "judged_answers", "quotes", "report_parts", "skill_names", "spread"]


def report_parts(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the page shows beside texts and transcript. ``data`` is the API's feedback object."""
    scores = _scores(data)
    labels = skill_names()
    return {
        "scores": scores,
        "radar": radar([(score["name"], score["value"]) for score in scores]),
        "answers": judged_answers(data["assessments"], data["interviewer_feedbacks"]),
        "steps": [
            {**step, "number": None if step["assessment"] is None else step["assessment"] + 1}
            for step in data["next_steps"]
        ],
        "disagreements": [
            {**entry, "skill_name": labels.get(entry["skill"], entry["skill"])}
            for entry in data["disagreements"]
        ],
        "delivery": data["delivery"] if data["delivery"]["answers"] else None,
    }


def judged_answers(
    assessments: Sequence[Mapping[str, Any]], people: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The assessments, numbered, with the interviewers' names."""
    names = {entry["interviewer_id"]: entry["name"] for entry in people}
    flags = flag_names()
    return [
        {
            **entry,
            "number": number,
            "name": names.get(entry["interviewer_id"], entry["interviewer_id"]),
            "flag_names": [flags.get(flag, flag) for flag in entry["flags"]],
            "spread": spread(entry["gradings"]),
            "dots": dots(entry["evidence"]["quote"]),
        }
        for number, entry in enumerate(assessments, start=1)
    ]


def skill_names() -> dict[str, str]:
    return {skill.value: str(skill.label) for skill in Skill}


def _scores(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All skills in their order, those nobody observed without a value."""
    return [
        {
            "name": name,
            "value": data["skill_scores"].get(skill),
            "range": data["skill_ranges"].get(skill),
            # Where ranges are given at all, only a single answer has none.
            "single": data["score_range"] is not None and skill not in data["skill_ranges"],
        }
        for skill, name in skill_names().items()
    ]


def quotes(answers: Sequence[Mapping[str, Any]]) -> dict[int, list[tuple[int, str]]]:
    """The numbered quotes by the message they stand in."""
    found: dict[int, list[tuple[int, str]]] = {}
    for answer in answers:
        evidence = answer["evidence"]
        found.setdefault(evidence["message_id"], []).append((answer["number"], evidence["quote"]))
    return found


def spread(gradings: list[int]) -> str:
    """The levels of several gradings, the lowest first; "" where there was one."""
    return " · ".join(map(str, sorted(gradings))) if len(gradings) > 1 else ""


def flag_names() -> dict[str, str]:
    """What counted against an answer, in the reader's language."""
    return {
        AnswerFlag.EMPTY: _("empty"),
        AnswerFlag.DONT_KNOW: _("did not know"),
        AnswerFlag.OFF_TOPIC: _("beside the question"),
        AnswerFlag.COPIED_QUESTION: _("repeats the question"),
        AnswerFlag.KEYWORD_LIST: _("a list of key words"),
        AnswerFlag.SHUFFLED: _("no sentences"),
        AnswerFlag.NEGATED: _("says the opposite"),
        AnswerFlag.REPETITION: _("repeats itself"),
        AnswerFlag.FILLER: _("mostly empty words"),
        AnswerFlag.FORGED: _("forged text, left out"),
        AnswerFlag.OTHER_LANGUAGE: _("in the other language"),
    }
