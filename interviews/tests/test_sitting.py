"""A whole interview: panel, follow-ups, handovers, closing, feedback; and what answers are worth."""

from __future__ import annotations

import re
from typing import Any

import pytest

from feedback.models import Assessment, Feedback
from interviewgpt.db import in_db
from interviews.models import Interview, Message
from interviews.tests.support import create, interview_by_socket

pytestmark = pytest.mark.django_db(transaction=True)


def messages(frames: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [frame["data"] for frame in frames if frame["type"] == "message"]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_panel_interviews_hands_over_and_closes(language: str) -> None:
    interview = await in_db(create, language)
    frames = await interview_by_socket(interview.pk, "middling", language)
    said = messages(frames)
    assert list(dict.fromkeys(m["interviewer_id"] for m in said)) == [
        "technical",
        "behavioral",
        "hr",
    ]
    kinds = [m["metadata"]["kind"] for m in said]
    assert kinds.count("handover") == 2
    assert kinds.count("greeting") == 2
    assert kinds.count("follow_up") >= 3
    assert kinds[-1] == "closing"
    changed = [f["data"] for f in frames if f["data"].get("status") == "interviewer_changed"]
    assert [data["current_interviewer"] for data in changed] == ["behavioral", "hr"]
    finished = await in_db(Interview.objects.get, pk=interview.pk)
    assert finished.status == "completed"
    assert finished.completed_at is not None
    assert finished.overall_score is not None
    # The panel looks back on what was really said, or on nothing.
    lines = Message.objects.filter(interview=interview, sender_type="user")
    heard = "\n".join(await in_db(lambda: list(lines.values_list("content", flat=True))))
    quoted = re.findall("[「“](.+?)[」”]", said[-1]["content"])
    assert all(quote in heard for quote in quoted)


async def test_the_pieces_joined_are_the_message_that_follows(settings: Any) -> None:
    settings.SWEEP_SECONDS = 60  # which may bring a message before the last piece of it
    interview = await in_db(create)
    frames = await interview_by_socket(interview.pk, "strong")
    spoken = ""
    checked = 0
    for frame in frames:
        data = frame["data"]
        if frame["type"] == "delta":
            spoken = data["text"] if data["seq"] == 0 else spoken + data["text"]
        elif frame["type"] == "message":
            assert data["content"] == spoken
            checked += 1
    assert checked >= 10


async def test_the_history_is_what_was_sent_and_acknowledged() -> None:
    interview = await in_db(create)
    frames = await interview_by_socket(interview.pk, "middling")
    seen = [f["data"]["id"] for f in frames if f["type"] in ("message", "ack")]
    stored = await in_db(
        lambda: list(Message.objects.filter(interview=interview).values_list("id", flat=True))
    )
    assert seen == stored[2:]


@pytest.mark.words
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_strong_middling_and_empty_answers_score_in_that_order(language: str) -> None:
    scores: dict[str, float] = {}
    for quality in ("strong", "middling", "empty"):
        interview = await in_db(create, language)
        await interview_by_socket(interview.pk, quality, language)
        score = (await in_db(Interview.objects.get, pk=interview.pk)).overall_score
        assert score is not None
        scores[quality] = score
    assert scores["strong"] >= scores["middling"] + 15
    assert scores["middling"] >= scores["empty"] + 20
    assert scores["empty"] <= 15


@pytest.mark.words
async def test_evidence_stands_word_for_word_in_the_message_it_names() -> None:
    interview = await in_db(create)
    await interview_by_socket(interview.pk, "strong")

    def check() -> int:
        found = 0
        for assessment in Assessment.objects.select_related("evidence_message"):
            if assessment.evidence:
                assert assessment.evidence_message is not None
                assert assessment.evidence in assessment.evidence_message.content
                assert assessment.evidence_message.sender_type == "user"
                found += 1
        return found

    assert await in_db(check) >= 8


@pytest.mark.words
async def test_who_knows_nothing_is_let_on_and_gets_the_lowest_level() -> None:
    interview = await in_db(create)
    frames = await interview_by_socket(interview.pk, "empty")
    assert "follow_up" not in [m["metadata"]["kind"] for m in messages(frames)]
    levels = await in_db(lambda: set(Assessment.objects.values_list("level", flat=True)))
    assert levels == {1}
    feedback = await in_db(Feedback.objects.get, interview=interview)
    assert feedback.strengths == []


async def test_the_next_interviewer_refers_to_what_was_said() -> None:
    interview = await in_db(create)
    frames = await interview_by_socket(interview.pk, "strong")
    greetings = [m for m in messages(frames) if m["metadata"]["kind"] == "greeting"]
    answers = [f["data"] for f in frames if f["type"] == "ack"]
    assert len(greetings) == 2
    assert answers
    said = await in_db(
        lambda: "\n".join(
            Message.objects.filter(interview=interview, sender_type="user").values_list(
                "content", flat=True
            )
        )
    )
    quotes = [re.search("「(.+?)」", m["content"]) for m in greetings]
    assert all(quote is not None and quote[1] in said for quote in quotes)
