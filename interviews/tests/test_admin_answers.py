"""The answers of all interviews in the admin, the weakest first."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from feedback.models import Assessment
from interviews.models import Interview
from interviews.tests.support import create


def test_the_weakest_answers_of_the_week_come_first(
    admin_client: Client, django_assert_max_num_queries: Any
) -> None:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    for number, (score, days) in enumerate([(70, 1), (0, 2), (30.5, 6), (10, 8)]):
        interview = create("en", position=f"Place {number}")
        Interview.objects.filter(pk=interview.pk).update(
            created_at=timezone.now() - timedelta(days=days)
        )
        judgement: dict[str, Any] = {
            "interview": interview,
            "planned": interview.planned.first(),
            "interviewer_id": "technical",
            "competency": "design" if number else "practice",
            "level": 2,
            "anchor": "The words of then.",
            "reason": "It says <b>nothing</b>.",
            "rubric_version": 7,
        }
        earlier, last = interview.messages.order_by("id")
        Assessment.objects.create(**judgement, answer=earlier, score=1)
        Assessment.objects.create(**judgement, answer=last, score=score)
    path = "/admin/feedback/assessment/"
    with django_assert_max_num_queries(9):
        page = admin_client.get(path).content.decode()
    assert re.findall(r"\d+: (Place \d)", page) == ["Place 1", "Place 2", "Place 0"]
    for text in ("The words of then.", "&lt;b&gt;nothing", "Rubric version 7"):
        assert text in page
    link = re.search(r'href="(/admin/interviews/interview/\d+/change/)#message-\d+"', page)
    assert link
    assert admin_client.get(link[1]).status_code == 200
    everything = admin_client.get(path, {"days": "all", "competency": "design"}).content.decode()
    assert re.findall(r"\d+: (Place \d)", everything) == ["Place 1", "Place 3", "Place 2"]
