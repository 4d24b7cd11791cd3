"""Seeding brings the bank in, as often as one likes, and undoes nobody's work."""

from __future__ import annotations

import pytest

from interviewers.bank.schema import read_bank, read_competencies
from interviewers.models import Competency, Interviewer, Question
from interviewers.seeding import seed

pytestmark = pytest.mark.django_db


def test_everything_is_there_once() -> None:
    assert Question.objects.count() == len(read_bank())
    assert Competency.objects.count() == len(read_competencies())
    assert all(c.levels.count() == 5 for c in Competency.objects.all())
    assert list(Interviewer.objects.in_order().values_list("id", "question_count")) == [
        ("technical", 4),
        ("behavioral", 3),
        ("hr", 3),
    ]


def test_a_second_time_changes_nothing() -> None:
    done = seed()
    assert (done.competencies, done.interviewers, done.questions) == (0, 0, 0)


def test_an_outdated_question_is_renewed_and_a_missing_one_comes_back() -> None:
    first, second = Question.objects.order_by("key")[:2]
    Question.objects.filter(pk=first.pk).update(topic="old")
    Question.objects.filter(pk=second.pk).delete()
    assert seed().questions == 2
    first.refresh_from_db()
    assert first.topic != "old"
    assert Question.objects.filter(pk=second.pk).exists()


def test_what_an_operator_has_changed_stays() -> None:
    question = Question.objects.order_by("key")[0]
    Question.objects.filter(pk=question.pk).update(topic="mine", edited=True)
    Interviewer.objects.filter(pk="hr").update(name_zh="赵经理", active=False)
    Interviewer.objects.filter(pk="behavioral").delete()
    Competency.objects.filter(pk="design").update(name_zh="架构")
    seed()
    question.refresh_from_db()
    assert question.topic == "mine"
    hr = Interviewer.objects.get(pk="hr")
    assert (hr.name_zh, hr.active) == ("赵经理", False)
    assert not Interviewer.objects.filter(pk="behavioral").exists()
    assert Competency.objects.get(pk="design").name_zh == "架构"
