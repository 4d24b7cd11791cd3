"""Whoever changes the catalogue, by whatever way: what is made of it is made anew, and only then."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from interviewers.catalogue import catalogue
from interviewers.editions import PerEdition, edition
from interviewers.models import Competency, Edition, Interviewer, Question, RubricLevel
from interviews.creation import create_interview
from interviews.models import PlannedQuestion


def _sql(text: str) -> Callable[[], None]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(text)

    return run


def _add_question() -> Question:
    one = Question.objects.order_by("key").first()
    assert one is not None
    one.pk = "wholly-new"
    one.save(force_insert=True)
    return one


def _edit_and_save() -> None:
    one = Question.objects.order_by("key").first()
    assert one is not None
    one.topic = "another"
    one.save()


def _ignoring_conflicts() -> None:
    Competency.objects.bulk_create(
        [Competency(key="new-one", skill="technical", name_zh="新", name_en="New")],
        ignore_conflicts=True,
    )


CHANGES: dict[str, Callable[[], object]] = {
    "save": _edit_and_save,
    "add": _add_question,
    "delete": lambda: Question.objects.filter(level=1).delete(),
    "update": lambda: Question.objects.filter(level=1).update(active=False),
    "bulk": lambda: Question.objects.bulk_update([Question.objects.all()[0]], ["topic"]),
    "ignoring conflicts": _ignoring_conflicts,
    "own sql": _sql("UPDATE interviewers_question SET topic = 'x' WHERE level = 2"),
    "competency": lambda: Competency.objects.update(name_en="Skill"),
    "rubric": lambda: RubricLevel.objects.filter(level=1).update(anchor_en="Nothing"),
    "rubric gone": lambda: RubricLevel.objects.filter(level=1).delete(),
    "interviewer": lambda: Interviewer.objects.filter(pk="hr").update(active=False),
    "new interviewer": lambda: Interviewer.objects.create(id="fourth", name_zh="四", name_en="F"),
    "tasks": lambda: Interviewer.competencies.through.objects.filter(interviewer="hr").delete(),
}


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_makes_another_edition(change: Callable[[], object]) -> None:
    before = edition()
    assert before
    assert edition() == before
    change()
    assert edition() not in (before, ())


@pytest.mark.django_db
def test_interviews_leave_the_edition_alone() -> None:
    before = edition()
    create_interview(position="Backend Engineer", seed=1)
    assert edition() == before


@pytest.mark.django_db
def test_an_unchanged_catalogue_is_one_query_and_a_changed_one_is_read() -> None:
    known = catalogue()
    keys = [entry.key for entry in known.bank[:9]]
    said = known.wordings(keys, "zh")
    assert list(said) == keys
    with CaptureQueriesContext(connection) as queries:
        assert catalogue() is known
        assert known.wordings(keys, "zh") == said
    assert len(queries) == 1
    gone = known.bank[0].key
    Question.objects.filter(pk=gone).update(active=False)
    assert gone not in {entry.key for entry in catalogue().bank}
    Interviewer.objects.filter(pk="hr").update(active=False)
    assert [member.id for member in catalogue().panel] == ["technical", "behavioral"]


@pytest.mark.django_db
def test_an_edit_is_in_the_very_next_interview_and_in_none_before() -> None:
    first = create_interview(position="后端工程师", seed=3)
    item = PlannedQuestion.objects.filter(interview=first).order_by("pk")[1]
    question = Question.objects.get(pk=item.question_key)
    question.zh = {**question.zh, "text": "改过的问题？"}
    question.save()
    second = create_interview(position="后端工程师", seed=3)
    again = PlannedQuestion.objects.get(interview=second, question_key=item.question_key)
    assert again.spec["text"] == "改过的问题？"
    item.refresh_from_db()
    assert item.spec["text"] != "改过的问题？"


@pytest.mark.django_db
def test_what_was_taken_back_is_not_kept() -> None:
    before, known = edition(), catalogue()
    with transaction.atomic():
        Question.objects.update(active=False)
        assert catalogue().bank == ()
        transaction.set_rollback(True)
    assert edition() == before
    assert catalogue().bank == known.bank


@pytest.mark.django_db
def test_without_an_account_of_changes_nothing_is_kept() -> None:
    Edition.objects.all().delete()
    assert edition() == ()
    assert catalogue() is not catalogue()
    Question.objects.update(active=True)
    assert len(edition()) == 1
    assert catalogue() is catalogue()


@pytest.mark.django_db
def test_what_changed_while_it_was_read_is_read_again() -> None:
    changes = iter((True, False, False))
    made: list[int] = []

    def make() -> int:
        if next(changes):
            Question.objects.filter(level=3).update(active=True)
        made.append(len(made))
        return made[-1]

    kept = PerEdition(make)
    assert kept.of(edition()) == 0
    assert kept.of(edition()) == 1
    assert kept.of(edition()) == 1


@pytest.mark.django_db(transaction=True)
def test_who_changes_something_at_the_same_time_does_not_wait() -> None:
    """Where the database lets two write at once, the second has committed while the first is open."""
    one, two = Question.objects.order_by("key")[:2]
    before, told = edition(), threading.Event()

    def beside() -> None:
        try:
            Question.objects.filter(pk=two.pk).update(active=False)
            told.set()
        finally:
            connection.close()

    with transaction.atomic():
        Question.objects.filter(pk=one.pk).update(active=False)
        thread = threading.Thread(target=beside)
        thread.start()
        if connection.vendor == "postgresql":
            assert told.wait(20)
    assert told.wait(30)
    thread.join()
    after = edition()
    assert set(after).isdisjoint(before)
    assert len(after) == (2 if connection.vendor == "postgresql" else 1)
    assert {one.key, two.key}.isdisjoint(entry.key for entry in catalogue().bank)
