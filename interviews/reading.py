"""The feedback object as the report page shows it, with what a reader's language adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from feedback.documents import dots
from interviewers.engines.base import AnswerFlag, Fault, MessageKind
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.models import Skill
from interviewers.names import engine_name
from interviews.report import radar

__all__ = [
    "fault_names",
    "flag_names",
    "judged_answers",
    "kind_names",
    "quotes",
    "report_parts",
    "skill_names",
    "spread",
]


def report_parts(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the page shows beside texts and transcript. ``data`` is the API's feedback object."""
    scores = _scores(data)
    labels = skill_names()
    answers = judged_answers(data["assessments"], data["interviewer_feedbacks"])
    return {
        "meaning": _meaning(data["overall_score"]),
        "scores": scores,
        "radar": radar([(score["name"], score["value"]) for score in scores]),
        "answers": answers,
        "steps": [
            {**step, "number": None if step["assessment"] is None else step["assessment"] + 1}
            for step in data["next_steps"]
        ],
        "unnamed": _unnamed(data["improvements"], data["next_steps"], answers),
        "disagreements": [
            {**entry, "skill_name": labels.get(entry["skill"], entry["skill"])}
            for entry in data["disagreements"]
        ],
        "delivery": data["delivery"] if data["delivery"]["answers"] else None,
    }


def _meaning(score: float | None) -> str:
    """What a score 0-100 says in words, by its level; "" for none."""
    if score is None:
        return ""
    return (
        _("Level 1 of 5: most of what was asked for is still missing."),
        _("Level 2 of 5: part of what was asked for is there, and more of it is missing."),
        _("Level 3 of 5: the main things are there, not yet complete or concrete enough."),
        _("Level 4 of 5: complete but for a few points or details."),
        _("Level 5 of 5: complete and concrete."),
    )[level_of(score) - 1]


def _unnamed(
    improvements: Sequence[str],
    steps: Sequence[Mapping[str, Any]],
    answers: Sequence[Mapping[str, Any]],
) -> list[str]:
    """The improvements that say more than the next steps. One whose missing points all stand in a step
    on its competency would only be read twice."""
    missing = {point for answer in answers for point in answer["missing"]}

    def named(line: str) -> bool:
        # Of any answer: points of several questions may be worded alike, or one be part of another.
        points = [point for point in missing if point in line]
        return bool(points) and any(
            line.startswith(step["competency_name"]) and all(p in step["text"] for p in points)
            for step in steps
        )

    return [line for line in improvements if not named(line)]


def judged_answers(
    assessments: Sequence[Mapping[str, Any]], people: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The assessments, numbered, with the interviewers' names."""
    names = {entry["interviewer_id"]: entry["name"] for entry in people}
    flags, faults = flag_names(), fault_names()
    return [
        {
            **entry,
            "number": number,
            "name": names.get(entry["interviewer_id"], entry["interviewer_id"]),
            "engine": engine_name(entry["engine"]),
            "flag_names": [flags.get(flag, flag) for flag in entry["flags"]],
            "takeover_reason": _reason(entry["takeover"], faults),
            "spread": spread(entry["gradings"]),
            "dots": dots(entry["evidence"]["quote"]),
        }
        for number, entry in enumerate(assessments, start=1)
    ]


def _reason(takeover: Mapping[str, str] | None, faults: Mapping[str, str]) -> str:
    return faults.get(takeover["reason"], takeover["reason"]) if takeover else ""


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


def kind_names() -> dict[str, str]:
    """What a message of the panel is, in the reader's language."""
    return {
        MessageKind.WELCOME: _("Welcome"),
        MessageKind.GREETING: _("Greeting"),
        MessageKind.QUESTION: _("Question"),
        MessageKind.FOLLOW_UP: _("Follow-up"),
        MessageKind.HINT: _("Hint"),
        MessageKind.HANDOVER: _("Handover"),
        MessageKind.CLOSING: _("Closing"),
    }


def fault_names() -> dict[str, str]:
    """Why the built-in engine stood in for a model, in the reader's language."""
    return {
        Fault.UNREACHABLE: _("the model could not be reached"),
        Fault.UNAUTHORIZED: _("the model's server refused the key"),
        Fault.RATE_LIMITED: _("too many requests to the model"),
        Fault.REJECTED: _("the model's server refused the request"),
        Fault.SERVER_ERROR: _("an error of the model's server"),
        Fault.TIMEOUT: _("the model took too long"),
        Fault.MALFORMED: _("the model's answer could not be read"),
        Fault.UNFINISHED: _("the model's answer broke off"),
        Fault.CUT_SHORT: _("the model's answer was too long"),
        Fault.REFUSED: _("the model declined to answer"),
        Fault.EMPTY: _("the model said nothing"),
        Fault.UNFIT: _("what the model said was not to be said"),
        Fault.FAILED: _("the model failed"),
        Fault.RESTING: _("the model had failed several times in a row"),
        Fault.USED_UP: _("the interview had used up its share of the model"),
    }
