"""A page of a history or of a list is the slice it says, however it is found."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from interviews import services
from interviews.models import Interview, Message
from interviews.protocol import message_data
from interviews.tests.support import create

pytestmark = pytest.mark.django_db

SIZES = (0, 1, 99, 100, 101, 250)


def fill(interview: Interview, size: int) -> list[int]:
    """Give the interview a history of ``size`` messages; their ids, with gaps between them."""
    Message.objects.filter(interview=interview).delete()
    other = create()
    Message.objects.bulk_create(
        Message(interview=at, content=str(n), sender_type="system")
        for n in range(size)
        for at in (interview, other)
    )
    ids = Message.objects.filter(interview=interview).order_by("pk").values_list("pk", flat=True)
    assert len(ids) == size
    return list(ids)


def page(client: Client, key: int, **window: int) -> list[int]:
    response = client.get(f"/api/interviews/{key}/messages", window)
    assert response.status_code == 200
    return [message["id"] for message in response.json()["data"]]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_the_plain_slice(client: Client, size: int) -> None:
    interview = create()
    ids = fill(interview, size)
    for offset in range(0, size + 101, 50):
        assert page(client, interview.pk, offset=offset) == ids[offset : offset + 100]
    for offset in {0, 1, size // 2, max(0, size - 1), size, size + 1}:
        for limit in (1, 7, 1000):
            found = page(client, interview.pk, offset=offset, limit=limit)
            assert found == ids[offset : offset + limit]


@pytest.mark.parametrize("size", SIZES)
def test_a_page_counts_from_after(client: Client, size: int) -> None:
    interview = create()
    ids = fill(interview, size)
    for after in {0, *ids[:1], *ids[size // 2 : size // 2 + 1], *ids[-1:]}:
        newer = [key for key in ids if key > after]
        for offset in (0, 1, 60):
            found = page(client, interview.pk, after=after, offset=offset, limit=50)
            assert found == newer[offset : offset + 50]


def test_a_gap_is_read_to_its_end_and_no_further() -> None:
    interview = create()
    ids = fill(interview, 30)
    for offset in (0, 1, 9, 10, 29, 30):
        rows = services.list_messages(
            interview_id=interview.pk, after=ids[4], until=ids[14], limit=6, offset=offset
        )
        assert [row.id for row in rows] == ids[5:15][offset : offset + 6]


def test_what_comes_in_between_two_pages_moves_neither(client: Client) -> None:
    interview = create()
    ids = fill(interview, 101)
    first = page(client, interview.pk)
    sent = client.post(
        f"/api/interviews/{interview.pk}/messages",
        {"content": "new", "sender_type": "system"},
        content_type="application/json",
    ).json()["data"]
    assert first + page(client, interview.pk, offset=100) == [*ids, sent["id"]]


@pytest.mark.parametrize(
    ("moment", "stamp"),
    [
        ("2024-01-01T08:00:00+08:00", "2024-01-01T00:00:00Z"),
        ("2024-02-29T23:59:59.999999+00:00", "2024-02-29T23:59:59Z"),
        ("1999-12-31T20:00:00.5-05:00", "2000-01-01T01:00:00Z"),
    ],
)
def test_moments_are_written_as_everywhere_else(client: Client, moment: str, stamp: str) -> None:
    interview = create()
    Message.objects.filter(interview=interview).update(timestamp=datetime.fromisoformat(moment))
    for offset in (0, 1):
        rows = services.list_messages(interview_id=interview.pk, offset=offset)
        window = {"offset": offset}
        data = client.get(f"/api/interviews/{interview.pk}/messages", window).json()["data"]
        assert data == [message_data(row) for row in rows]
        assert {message["timestamp"] for message in data} == {stamp}


def test_a_page_is_one_query(client: Client, django_assert_num_queries: Any) -> None:
    interview = create()
    fill(interview, 101)
    with django_assert_num_queries(1):
        page(client, interview.pk, offset=100)


def test_a_list_of_interviews_is_the_plain_slice(admin_user: Any) -> None:
    everybody = [create(owner=owner).pk for owner in (admin_user, None) * 3][::-1]
    own = everybody[1::2]
    for owner_id, keys in ((None, everybody), (admin_user.pk, own)):
        for offset in range(len(keys) + 2):
            rows = services.list_interviews(owner_id=owner_id, limit=2, offset=offset)
            assert [row.pk for row in rows] == keys[offset : offset + 2]


def test_a_list_of_interviews_is_one_query_with_its_owners(
    admin_user: Any, django_assert_num_queries: Any
) -> None:
    for _ in range(3):
        create(owner=admin_user)
    with django_assert_num_queries(1):
        rows = services.list_interviews(owner_id=None, limit=2, offset=1)
        assert [row.owner for row in rows] == [admin_user] * 2
