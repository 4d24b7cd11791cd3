"""REST when something behind it fails: the code says what, nothing else leaks, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from interviewers.models import Interviewer
from interviews.models import Interview, Message
from interviews.tests.scripted import ScriptedEngine, scripted
from interviews.tests.support import create
from interviews.tests.test_api_interviews import expect_error

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def failing(settings: Any) -> type[ScriptedEngine]:
    engine = scripted(settings)
    engine.fails = {"conclude"}
    return engine


def test_an_end_whose_model_fails_can_be_called_again(
    client: Client, failing: type[ScriptedEngine]
) -> None:
    interview = create()
    sent = client.post(
        f"/api/interviews/{interview.pk}/messages",
        {"content": "先看慢查询日志。", "sender_type": "user"},
        content_type="application/json",
    )
    assert sent.status_code == 200
    expect_error(client.post(f"/api/interviews/{interview.pk}/end"), 500, "AI_SERVICE_ERROR")
    data = client.get(f"/api/interviews/{interview.pk}").json()["data"]
    assert data["status"] == "active"
    assert data["turn"] == "failed"
    assert Message.objects.filter(interview=interview, sender_type="user").count() == 1
    failing.fails = set()
    ended = client.post(f"/api/interviews/{interview.pk}/end")
    assert ended.status_code == 200
    assert ended.json()["data"]["status"] == "completed"


def test_an_end_with_a_panel_that_is_gone_is_still_reported(client: Client) -> None:
    interview = create(interviewers=["hr"])
    Interviewer.objects.filter(pk="hr").delete()
    ended = client.post(f"/api/interviews/{interview.pk}/end")
    assert ended.status_code == 200
    feedback = client.get(f"/api/interviews/{interview.pk}/feedback").json()["data"]
    (review,) = feedback["interviewer_feedbacks"]
    assert (review["interviewer_id"], review["name"]) == ("hr", "王经理")


def test_creation_calls_no_model(client: Client, failing: type[ScriptedEngine]) -> None:
    failing.spoken = []
    failing.fails = {"speak", "assess", "conclude"}
    response = client.post("/api/interviews", {"position": "后端"}, content_type="application/json")
    assert response.status_code == 200
    assert response.json()["data"]["engine"] == "scripted"
    assert failing.spoken == []
    assert Interview.objects.get().messages.count() == 2
