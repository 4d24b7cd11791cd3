"""Statements that are compiled once say what the ORM says each time, on every database."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, ProgrammingError, connection, transaction
from django.db.models import F, Q, Subquery
from django.db.models.functions import Now
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from interviewgpt.prepared import (
    AT_MOST,
    FROM,
    Given,
    Insert,
    InsertAndUpdate,
    NewKey,
    Select,
    Update,
)
from interviews.creation import create_interview
from interviews.models import Interview, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview() -> Interview:
    return create_interview(position="Backend Engineer", seed=1)


def by_id() -> Select[Interview]:
    return Select(lambda: Interview.objects.defer("resume_text").filter(pk=Given("key")).order_by())


def test_objects_are_the_orms(interview: Interview) -> None:
    found = by_id().first(key=interview.pk)
    plain = Interview.objects.defer("resume_text").get(pk=interview.pk)
    assert found is not None
    assert found == plain
    assert found.get_deferred_fields() == plain.get_deferred_fields() == {"resume_text"}
    assert found.__dict__.keys() == plain.__dict__.keys()
    for field in Interview._meta.concrete_fields:
        assert getattr(found, field.attname) == getattr(plain, field.attname)
    assert by_id().first(key=interview.pk + 1) is None


def test_an_object_can_be_saved(interview: Interview) -> None:
    found = by_id().first(key=interview.pk)
    assert found is not None
    found.position = "Platform Engineer"
    found.save()
    assert Interview.objects.get().position == "Platform Engineer"


def test_columns_and_a_window(interview: Interview) -> None:
    names = ("id", "content", "timestamp", "metadata", "client_id")
    query = Message.objects.filter(interview_id=interview.pk).order_by("pk").values_list(*names)
    select = Select(
        lambda: (
            Message.objects.filter(interview_id=Given("interview"))
            .order_by("pk")
            .values_list(*names)[FROM : FROM + AT_MOST]
        )
    )
    assert query.count() == 2
    assert select.rows(interview=interview.pk, first=0, count=9) == list(query)
    assert select.rows(interview=interview.pk, first=1, count=9) == list(query[1:])
    assert select.rows(interview=interview.pk, first=0, count=1) == list(query[:1])


def test_a_window_within_a_query(interview: Interview) -> None:
    query = Message.objects.filter(interview_id=interview.pk).order_by("pk")

    def build() -> Any:
        rows = Message.objects.filter(interview_id=Given("interview")).order_by("pk")
        first = rows.filter(pk__gt=Given("after")).values("pk")[FROM : FROM + 1]
        return rows.filter(pk__gte=Subquery(first), content__contains="%s")[:AT_MOST]

    for _ in range(3):
        Message.objects.create(interview=interview, content=f"100 %s {FROM}", sender_type="user")
    first, *marked = query.filter(content__contains="%s")
    select: Select[Message] = Select(build)
    given = {"interview": interview.pk, "after": first.pk}
    assert select.objects(**given, first=0, count=9) == marked
    assert select.objects(**given, first=1, count=9) == marked[1:]
    assert select.objects(**given, first=0, count=1) == marked[:1]
    assert select.objects(**given, first=2, count=9) == []


def test_it_is_compiled_once(interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []

    def build() -> Any:
        built.append(1)
        return Interview.objects.filter(pk=Given("key"), status="active")

    select: Select[Interview] = Select(build)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert [select.first(key=key) for key in (interview.pk, -1, interview.pk)] == [
            interview,
            None,
            interview,
        ]
    assert len(built) == 1
    assert len(queries) == 3


def test_a_row_can_be_locked(interview: Interview) -> None:
    locked: Select[Interview] = Select(
        lambda: Interview.objects.select_for_update().filter(pk=Given("key")).order_by()
    )
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        assert locked.first(key=interview.pk) == interview
    wanted = connection.features.has_select_for_update
    assert ("FOR UPDATE" in queries[0]["sql"]) is wanted


def test_an_update_says_how_many(interview: Interview) -> None:
    update = Update(
        lambda: (
            Interview.objects.filter(
                Q(lease_until=None) | Q(lease_until__lt=Now()), pk=Given("key")
            ),
            {
                "lease_token": Given("token"),
                "lease_until": Now(),
                "paused": Given("paused"),
                "owed_id": Given("owed"),
                "usage_calls": F("usage_calls") + 2,
                "resume_facts": Given("facts", Interview._meta.get_field("resume_facts")),
            },
        )
    )
    given = {"token": "abc", "paused": True, "facts": {"skills": ["Go", "é"]}}
    assert update.run(key=interview.pk, owed=None, **given) == 1
    assert update.run(key=-1, owed=1, **given) == 0
    interview.refresh_from_db()
    assert interview.lease_token == "abc"
    assert interview.lease_until is not None
    assert interview.paused is True
    assert interview.owed_id is None
    assert interview.usage_calls == 2
    assert interview.resume_facts == given["facts"]


@pytest.mark.parametrize("metadata", [None, {"kind": "question", "note": "你好"}])
def test_an_insert_is_a_save(interview: Interview, metadata: dict[str, Any] | None) -> None:
    message = Message(
        interview_id=interview.pk, content="100 % 你好 %s", sender_type="user", metadata=metadata
    )
    Insert(Message).run(message)
    stored = Message.objects.get(pk=message.pk)
    for field in Message._meta.concrete_fields:
        assert getattr(stored, field.attname) == getattr(message, field.attname)
    assert Message.objects.filter(metadata__isnull=True, pk=message.pk).exists() is (
        metadata is None
    )
    message.content = "changed"
    message.save()
    assert Message.objects.get(pk=message.pk).content == "changed"


def test_what_is_stored_is_left_as_it_is(interview: Interview) -> None:
    query = Message.objects.filter(interview_id=interview.pk).order_by("pk").values_list("metadata")
    select = Select(lambda: query)
    assert [json.loads(text) for (text,) in select.stored()] == [data for (data,) in query]
    assert select.rows() == list(query)


def test_one_that_is_there_is_left_out(interview: Interview) -> None:
    def message() -> Message:
        return Message(
            interview_id=interview.pk, content="a", sender_type="user", client_id="only-one"
        )

    unless = Insert(Message, unless_there=True)
    assert [unless.run(message()) for _ in range(2)] == [True, False]
    assert Message.objects.filter(client_id="only-one").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Insert(Message).run(message())


@pytest.mark.parametrize("key", [2**63, -(2**63) - 1, 2**70])
def test_a_number_that_no_row_can_have(interview: Interview, key: int) -> None:
    assert by_id().first(key=key) is None
    update = Update(lambda: (Interview.objects.filter(pk=Given("key")), {"paused": True}))
    assert update.run(key=key) == 0
    assert not Interview.objects.get().paused


def test_a_value_that_is_missing(interview: Interview) -> None:
    with pytest.raises(KeyError, match="key"):
        by_id().first(id=interview.pk)


def added(interview: Interview, **more: Any) -> Message:
    fields = {"content": "100 %s", "sender_type": "user", "metadata": {"a": "é"}, **more}
    return Message(interview=interview, **fields)


def test_what_is_added_is_known_to_the_update(interview: Interview) -> None:
    both = InsertAndUpdate(
        Message,
        lambda: (
            Interview.objects.filter(pk=Given("key")),
            {"last_message_id": NewKey(), "owed_id": NewKey(), "wish": Given("wish")},
        ),
    )
    other = create_interview(position="Backend Engineer", seed=2)
    for wish in ("hint", ""):
        message = added(interview)
        with transaction.atomic(), CaptureQueriesContext(connection) as queries:
            assert both.run(message, key=interview.pk, wish=wish)
        assert len(queries) == (1 if connection.vendor == "postgresql" else 2)
        stored = Message.objects.latest("pk")
        assert stored == message
        assert (stored.content, stored.metadata) == ("100 %s", {"a": "é"})
        interview.refresh_from_db()
        assert interview.last_message_id == interview.owed_id == message.pk
        assert interview.wish == wish
    last = other.last_message_id
    other.refresh_from_db()
    assert other.last_message_id == last


def test_nothing_is_added_that_a_constraint_keeps_out(interview: Interview) -> None:
    both = InsertAndUpdate(
        Message, lambda: (Interview.objects.filter(pk=Given("key")), {"owed_id": NewKey()})
    )
    assert both.run(added(interview, client_id="once"), key=interview.pk)
    owed = Message.objects.latest("pk").pk
    with pytest.raises(IntegrityError), transaction.atomic():
        both.run(added(interview, client_id="once"), key=interview.pk)
    interview.refresh_from_db()
    assert interview.owed_id == owed
    assert not both.run(added(interview), key=-1)


def test_nothing_is_run_in_a_transaction_that_has_broken(interview: Interview) -> None:
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            by_id().first(key=interview.pk)
    assert by_id().first(key=interview.pk) == interview


def test_a_statement_that_cannot_be_run_raises_djangos_error(interview: Interview) -> None:
    select = by_id()
    select.first(key=interview.pk)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE interviews_interview RENAME TO elsewhere")
        with pytest.raises((OperationalError, ProgrammingError)):
            select.first(key=interview.pk)
        transaction.set_rollback(True)
    assert select.first(key=interview.pk) == interview
