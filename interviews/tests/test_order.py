"""Messages of one interview: ids and commits have the same order, whoever writes at once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connections

from interviews import services
from interviews.models import Interview, Message
from interviews.tests.support import create

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 8
EACH = 15


def test_no_lower_id_is_committed_after_a_higher_one() -> None:
    interview = create()
    stop = threading.Event()
    wrong: list[tuple[list[int], list[int]]] = []

    def write(number: int) -> list[int]:
        try:
            return [
                services.post_message(
                    interview_id=interview.pk,
                    content=f"{number}.{turn}",
                    sender_type="user" if number % 2 else "system",
                ).row.id
                for turn in range(EACH)
            ]
        finally:
            connections.close_all()

    def watch() -> None:
        seen: list[int] = []
        try:
            while not stop.is_set():
                close_old_connections()
                rows = [
                    row.id for row in services.list_messages(interview_id=interview.pk, limit=1000)
                ]
                if rows[: len(seen)] != seen:
                    wrong.append((seen, rows))
                seen = rows
        finally:
            connections.close_all()

    watcher = threading.Thread(target=watch)
    watcher.start()
    with ThreadPoolExecutor(WRITERS) as pool:
        written = [key for keys in pool.map(write, range(WRITERS)) for key in keys]
    stop.set()
    watcher.join()
    assert wrong == []
    assert len(set(written)) == WRITERS * EACH
    stored = list(Message.objects.filter(interview=interview).values_list("id", flat=True))
    assert stored[2:] == sorted(written)
    now = Interview.objects.get(pk=interview.pk)
    assert now.last_message_id == max(written)


def test_every_message_knows_the_one_before() -> None:
    interview = create()
    last = interview.last_message_id
    for turn in range(5):
        posted = services.post_message(
            interview_id=interview.pk, content=str(turn), sender_type="system"
        )
        assert posted.previous_id == last
        last = posted.row.id


def test_the_same_client_id_from_many_at_once_is_one_message() -> None:
    interview = create()

    def write(_: int) -> tuple[int, bool]:
        try:
            posted = services.post_message(
                interview_id=interview.pk, content="hi", sender_type="user", client_id="once"
            )
            return posted.row.id, posted.created
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        results = list(pool.map(write, range(WRITERS)))
    assert len({key for key, _ in results}) == 1
    assert sum(created for _, created in results) == 1
