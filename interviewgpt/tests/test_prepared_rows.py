"""Rows that are added together are those the ORM would add, on every database."""

from __future__ import annotations

import json
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import DataError, connection, transaction

from interviewgpt.prepared_rows import InsertRows
from interviews.creation import create_interview
from interviews.models import Interview, PlannedQuestion

pytestmark = pytest.mark.django_db

GIVEN = ("interview", "slot", "interviewer_id", "competency", "level", "question_key", "spec")
TEXTS = ("plain", '50 % of it\'s "quoted" \\ back {slot}', "中文，换行\n和表情 🦜", "%s")


@pytest.fixture
def interview() -> Interview:
    return create_interview(position="Backend Engineer", seed=1)


def row(interview: Interview, slot: int, text: str) -> tuple[Any, ...]:
    spec = json.dumps({"text": text, "points": [1, None, True]}, ensure_ascii=False)
    return (interview.pk, slot, "technical", text, 2, "key", spec)


def test_rows_are_as_objects_would_be(interview: Interview) -> None:
    insert = InsertRows(PlannedQuestion, GIVEN)
    keys = insert.run([row(interview, 90 + n, text) for n, text in enumerate(TEXTS)])
    stored = PlannedQuestion.objects.filter(slot__gte=90).order_by("pk")
    assert keys == [one.pk for one in stored] == sorted(keys)
    for number, (one, text) in enumerate(zip(stored, TEXTS, strict=True)):
        plain = PlannedQuestion(
            pk=one.pk,
            interview=interview,
            slot=90 + number,
            interviewer_id="technical",
            competency=text,
            level=2,
            question_key="key",
            spec={"text": text, "points": [1, None, True]},
        )
        for field in PlannedQuestion._meta.concrete_fields:
            assert getattr(one, field.attname) == getattr(plain, field.attname), field.name


def test_json_can_be_searched(interview: Interview) -> None:
    InsertRows(PlannedQuestion, GIVEN).run([row(interview, 90, "needle")])
    assert PlannedQuestion.objects.get(spec__text="needle").slot == 90


def test_no_rows_are_no_statement(interview: Interview, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert InsertRows(PlannedQuestion, GIVEN).run([]) == []


def test_what_is_too_long_is_refused_where_it_would_be(interview: Interview) -> None:
    """SQLite keeps texts of any length."""
    insert = InsertRows(PlannedQuestion, GIVEN)
    strict = connection.vendor == "postgresql"
    refused = pytest.raises(DataError) if strict else nullcontext()
    with refused, transaction.atomic():
        insert.run([row(interview, 90, "short"), row(interview, 91, "x" * 41)])
    assert PlannedQuestion.objects.filter(slot__gte=90).count() == (0 if strict else 2)
