"""Metrics: for who has the token alone, by routes and not by paths."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from interviewgpt import meters
from interviewgpt.db import in_db
from interviewgpt.llm_errors import StalledError
from interviews.runner import runner
from interviews.tests.support import create, sit

TOKEN = "t" * 32


@pytest.fixture(autouse=True)
def token(settings: Any) -> str:
    settings.METRICS_TOKEN = TOKEN
    return TOKEN


def scrape(client: Client) -> dict[tuple[str, tuple[str, ...]], float]:
    """Values by sample and its labels' values."""
    answer = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


@pytest.mark.django_db
def test_there_are_none_without_the_setting(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    answer = client.get("/metrics", headers={"Authorization": "Bearer "})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("header", ["", "Bearer", f"Bearer {TOKEN}x", TOKEN, "Bearer é"])
def test_nor_without_the_token(client: Client, header: str) -> None:
    answer = client.get("/metrics", headers={"Authorization": header} if header else {})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "NOT_AUTHENTICATED"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_other_methods(client: Client) -> None:
    answer = client.post("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.django_db
def test_requests_are_counted_by_route(client: Client) -> None:
    key = ("interviewgpt_requests_total", ("GET", "/api/interviews/<interview_id>", "404"))
    unrouted = ("interviewgpt_requests_total", ("GET", "unrouted", "404"))
    before = scrape(client)
    client.get("/api/interviews/999999")
    client.get("/api/interviews/secret/")
    client.get("/nowhere/secret")
    after = scrape(client)
    assert after[key] - before.get(key, 0) == 2
    assert after[unrouted] - before.get(unrouted, 0) == 1
    assert not any("secret" in label for _name, labels in after for label in labels)
    assert after["interviewgpt_request_seconds_count", ("/api/interviews/<interview_id>",)] >= 2


@pytest.mark.django_db
def test_the_models_calls(client: Client) -> None:
    before = scrape(client)
    meters.model_answered(0.3, None)
    meters.model_answered(20, StalledError("silence"))
    meters.tokens_used(21, 7)
    after = scrape(client)

    def grown(name: str, *labels: str) -> float:
        return after[name, labels] - before.get((name, labels), 0)

    assert grown("interviewgpt_model_seconds_count", "ok") == 1
    assert grown("interviewgpt_model_seconds_sum", "stalled") == 20
    assert grown("interviewgpt_model_tokens_total", "prompt") == 21
    assert grown("interviewgpt_model_tokens_total", "completion") == 7


@pytest.mark.django_db(transaction=True)
async def test_turns_rooms_and_what_is_due(settings: Any) -> None:
    done = ("interviewgpt_turns_total", ("builtin", "done"))
    client = Client()
    before = await in_db(scrape, client)
    interview = await in_db(create)
    async with sit(interview.pk) as room:
        during = await in_db(scrape, client)
        assert during["interviewgpt_rooms", ()] == before["interviewgpt_rooms", ()] + 1
        assert during["interviewgpt_connections", ()] == before["interviewgpt_connections", ()] + 1
        assert during["interviewgpt_due_turns", ()] == 0
        await room.say("我先看慢查询日志，再看索引。")
        await room.until("message", sender_type="interviewer")
        await runner.take_up(interview.pk)
    after = await in_db(scrape, client)
    assert after[done] - before.get(done, 0) == 1
    assert after["interviewgpt_sweeps_total", ("done",)] >= 1
