"""What a reader of the report finds first: what the score means, and every missing point once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from feedback.selectors import feedback_data
from interviewgpt.db import in_db
from interviews.reading import report_parts
from interviews.tests.support import create
from interviews.tests.test_pages import complete, get

DATA: dict[str, Any] = {
    "skill_scores": {},
    "skill_ranges": {},
    "score_range": None,
    "assessments": [],
    "interviewer_feedbacks": [],
    "next_steps": [],
    "improvements": [],
    "disagreements": [],
    "delivery": {"answers": []},
}


@pytest.mark.parametrize(
    ("score", "level"),
    [(0.0, 1), (29.9, 1), (30.0, 2), (49.9, 2), (50.0, 3), (70.0, 4), (84.9, 4), (100.0, 5)],
)
def test_a_score_is_said_in_words(score: float, level: int) -> None:
    for language, start in (
        ("zh-hans", f"五级里的第 {level} 级："),
        ("en", f"Level {level} of 5: "),
    ):
        with translation.override(language):
            meaning = report_parts({**DATA, "overall_score": score})["meaning"]
        assert meaning.startswith(start)


@pytest.mark.django_db(transaction=True)
def test_without_a_score_it_says_why_and_how_to_begin(client: Client) -> None:
    interview = create("en")
    client.post(f"/api/interviews/{interview.pk}/end")
    html = get(client, f"/demo/interviews/{interview.pk}/report/", "en").content.decode()
    assert "Nothing was judged: no question was answered." in html
    assert "What to work on next" in html
    assert "Strengths" not in html
    assert "scores-title" not in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_missing_point_is_told_twice(client: Client, language: str) -> None:
    interview = await complete(language)
    data = await in_db(lambda: feedback_data(interview_id=interview.pk, language=language))
    assert data is not None
    parts = report_parts(data)
    steps = " ".join(step["text"] for step in data["next_steps"])
    missing = {point for answer in data["assessments"] for point in answer["missing"]}
    left_out = [line for line in data["improvements"] if line not in parts["unnamed"]]
    assert left_out
    for line in left_out:
        points = [point for point in missing if point in line]
        assert points
        assert all(point in steps for point in points)
    html = (await in_db(get, client, f"/demo/interviews/{interview.pk}/report/", language)).content
    places = [html.decode().rfind(f">{head}<") for head in heads(language)]
    assert -1 not in places
    assert places == sorted(places), "what was good and what to do before all figures"


def heads(language: str) -> tuple[str, ...]:
    if language == "zh":
        return "优势", "接下来练什么", "得分", "面试官评语", "面试记录"
    return "Strengths", "What to work on next", "Scores", "What the panel says", "Transcript"


def test_what_no_step_names_is_still_shown() -> None:
    """Nor is what a step says of another competency, or of a point with part of the words, the same."""
    answer = {
        "interviewer_id": "hr",
        "engine": "openai",
        "flags": [],
        "takeover": None,
        "gradings": [],
        "evidence": {"quote": "", "message_id": 1},
        "missing": ["a rollback", "the cost"],
    }
    other = {**answer, "missing": ["a rollback", "a rollback that was rehearsed"]}
    lines = [
        "Design: say more of a rollback.",
        "Speak of figures.",
        "Design: a rollback; the cost.",
        "Operations: say more of a rollback.",
        "Design: say more of a rollback that was rehearsed.",
    ]
    step = {"text": "Tell of a rollback.", "assessment": 0, "competency_name": "Design"}
    data = {
        **DATA,
        "overall_score": 40.0,
        "assessments": [answer, other],
        "next_steps": [step],
        "improvements": lines,
    }
    assert report_parts(data)["unnamed"] == lines[1:]
