"""How many statements the hot requests take, and that none asks the same twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interviews.tests.test_api_interviews import create

pytestmark = pytest.mark.django_db(transaction=True)

MESSAGE = {"content": "x", "sender_type": "interviewer", "interviewer_id": "technical"}


@pytest.fixture
def asked(client: Client) -> Callable[..., list[str]]:
    """Makes a request the second time and tells its statements, those around transactions left out."""

    def ask(method: str, path: str, body: Any = None) -> list[str]:
        more = {"data": body, "content_type": "application/json"} if body is not None else {}
        # What the first one of a process reads for all others is not counted.
        getattr(client, method)(path, **more)
        queries = CaptureQueriesContext(connection)
        with queries:
            response = getattr(client, method)(path, **more)
            assert response.status_code == 200, response.content
        said = [query["sql"] for query in queries]
        return [sql for sql in said if not sql.startswith(("BEGIN", "COMMIT"))]

    return ask


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/interviewers", 1),
        ("/api/interviewers/sequence", 1),
        ("/api/interviews/{key}", 1),
        ("/api/interviews/{key}/messages", 1),
        ("/api/interviews/{key}/messages?after=1", 1),
        ("/api/interviews/{key}/feedback", 5),
    ],
)
def test_reading(client: Client, asked: Callable[..., list[str]], path: str, most: int) -> None:
    key = create(client).json()["data"]["id"]
    if "feedback" in path:
        said = {"content": "I add an index and measure.", "sender_type": "user"}
        client.post(f"/api/interviews/{key}/messages", said, "application/json")
        client.post(f"/api/interviews/{key}/end")
    statements = asked("get", path.format(key=key))
    assert len(statements) <= most, statements
    assert len(set(statements)) == len(statements)


def test_posting_and_creating(client: Client, asked: Callable[..., list[str]]) -> None:
    key = create(client).json()["data"]["id"]
    posted = asked("post", f"/api/interviews/{key}/messages", MESSAGE)
    created = asked("post", "/api/interviews", {"position": "QA"})
    # On PostgreSQL the message and its interview's row are one statement.
    assert len(posted) <= (2 if connection.vendor == "postgresql" else 3), posted
    assert len(set(posted)) == len(posted)
    assert len(set(created)) == len(created)
    # SQLite, which is no other process, is given the rows of a plan one by one.
    if connection.vendor == "postgresql":
        assert len(created) <= 6, created
