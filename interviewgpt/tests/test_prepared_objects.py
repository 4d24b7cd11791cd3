"""Objects that are made without the constructor are those it makes."""

from __future__ import annotations

from typing import Any

import pytest

from feedback.models import Assessment
from interviewgpt.prepared import Insert
from interviewgpt.prepared_objects import fresh
from interviews.creation import create_interview
from interviews.models import Message


def test_a_new_object_is_as_the_constructor_makes_it() -> None:
    given: dict[str, Any] = {"interview_id": 7, "answer_id": 9, "level": 3, "covered": [1]}
    made, plain = fresh(Assessment, **given), Assessment(**given)
    own = {key: value for key, value in made.__dict__.items() if key != "_state"}
    assert own == {key: value for key, value in plain.__dict__.items() if key != "_state"}
    assert (made._state.adding, made._state.db) == (True, None)
    assert made.pk is None


def test_defaults_are_not_shared() -> None:
    one, other = fresh(Assessment), fresh(Assessment)
    one.missing.append({"key": "index"})
    assert other.missing == []


def test_what_is_no_column_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        fresh(Message, colour="blue")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "metadata",
    [{"kind": "问", "n": [1, 2.5, None, True]}, {"huge": 2**70}, {"half": "\\u"}, [], "", None],
)
def test_it_is_stored_as_saved(metadata: Any) -> None:
    interview = create_interview(position="Backend Engineer", seed=1)
    given = {"interview_id": interview.pk, "content": "x", "sender_type": "system"}
    message = fresh(Message, **given, metadata=metadata)
    assert Insert(Message).run(message)
    kept = Message.objects.get(pk=message.pk)
    assert (kept.content, kept.metadata) == ("x", metadata)
    assert abs(kept.timestamp - message.timestamp).total_seconds() < 1e-3
    null = Message.objects.filter(pk=message.pk, metadata__isnull=True).exists()
    assert null is (metadata is None)
