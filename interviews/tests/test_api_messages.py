"""REST: sending and reading messages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from interviews.models import Interview, Message
from interviews.tests.support import create
from interviews.tests.test_api_interviews import STAMP, expect_error

pytestmark = pytest.mark.django_db

ANSWER = {"content": "我有3年的Python开发经验，熟悉机器学习框架。", "sender_type": "user"}


def send(client: Client, key: int, body: Any) -> Any:
    return client.post(f"/api/interviews/{key}/messages", body, content_type="application/json")


def history(client: Client, key: int, query: str = "") -> Any:
    return client.get(f"/api/interviews/{key}/messages{query}")


def test_a_sent_message_comes_back_as_documented(client: Client) -> None:
    interview = create()
    response = send(client, interview.pk, ANSWER)
    assert response.status_code == 200
    data = response.json()["data"]
    assert list(data) == [
        "id",
        "content",
        "sender_type",
        "interviewer_id",
        "timestamp",
        "metadata",
        "client_id",
    ]
    assert data["content"] == ANSWER["content"]
    assert data["sender_type"] == "user"
    assert data["interviewer_id"] is data["metadata"] is data["client_id"] is None
    assert STAMP.match(data["timestamp"])
    assert history(client, interview.pk).json()["data"][-1] == data


def test_a_candidates_message_owes_a_reply(client: Client) -> None:
    interview = create()
    sent = send(client, interview.pk, ANSWER).json()["data"]
    interview.refresh_from_db()
    assert interview.owed_id == sent["id"]
    assert client.get(f"/api/interviews/{interview.pk}").json()["data"]["turn"] == "due"


@pytest.mark.parametrize(
    "body",
    [
        {
            "content": "请详细介绍你的项目经验。",
            "sender_type": "interviewer",
            "interviewer_id": "hr",
        },
        {"content": "面试将在五分钟后结束。", "sender_type": "system"},
    ],
)
def test_a_person_may_speak_for_the_panel_and_owes_no_reply(
    client: Client, body: dict[str, str]
) -> None:
    interview = create()
    data = send(client, interview.pk, body).json()["data"]
    assert data["sender_type"] == body["sender_type"]
    assert data["interviewer_id"] == body.get("interviewer_id")
    interview.refresh_from_db()
    assert interview.owed_id is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"sender_type": "user"}, "content"),
        ({"content": "", "sender_type": "user"}, "content"),
        ({"content": " \n", "sender_type": "user"}, "content"),
        ({"content": "\u200b \u2060\U000e0041\ufe0f\u3164", "sender_type": "user"}, "content"),
        ({"content": "x" * 20_001, "sender_type": "user"}, "content"),
        ({"content": "a\0", "sender_type": "user"}, "content"),
        ({"content": "\udc00", "sender_type": "user"}, "content"),
        ({"content": 1, "sender_type": "user"}, "content"),
        ({"content": "hi"}, "sender_type"),
        ({"content": "hi", "sender_type": "robot"}, "sender_type"),
        ({"content": "hi", "sender_type": "interviewer"}, "interviewer_id"),
        (
            {"content": "hi", "sender_type": "interviewer", "interviewer_id": "nobody"},
            "interviewer_id",
        ),
        ({"content": "hi", "sender_type": "interviewer", "interviewer_id": None}, "interviewer_id"),
        ({"content": "hi", "sender_type": "user", "interviewer_id": "nobody"}, "interviewer_id"),
        ({"content": "hi", "sender_type": "system", "interviewer_id": "nobody"}, "interviewer_id"),
        ({"content": "hi", "sender_type": "user", "client_id": "x" * 65}, "client_id"),
        ({"content": "hi", "sender_type": "user", "client_id": ""}, "client_id"),
        ({"content": "hi", "sender_type": "user", "client_id": 7}, "client_id"),
    ],
)
def test_bad_fields_are_named_and_nothing_is_stored(
    client: Client, body: dict[str, Any], field: str
) -> None:
    interview = create()
    details = expect_error(send(client, interview.pk, body), 422, "VALIDATION_ERROR")
    assert list(details) == [field]
    assert Message.objects.filter(interview=interview).count() == 2


def test_the_longest_message_is_kept_to_the_letter(client: Client) -> None:
    interview = create()
    text = "  " + "长" * 19_996 + " \n"
    data = send(client, interview.pk, {"content": text, "sender_type": "user"}).json()["data"]
    assert data["content"] == text
    assert Message.objects.get(pk=data["id"]).content == text


def test_the_same_client_id_is_the_same_message(client: Client) -> None:
    interview = create()
    body = {**ANSWER, "client_id": "abc-1"}
    first = send(client, interview.pk, body).json()["data"]
    again = send(client, interview.pk, {**body, "content": "something else"}).json()["data"]
    assert again == first
    assert first["client_id"] == "abc-1"
    assert Message.objects.filter(interview=interview).count() == 3


def test_a_client_id_is_kept_to_the_letter(client: Client) -> None:
    interview = create()
    sent = ["a", " a", "a ", "A", "\u3000a\n"]
    said = [
        send(client, interview.pk, {**ANSWER, "client_id": key}).json()["data"]["client_id"]
        for key in sent
    ]
    assert said == sent
    blank = send(client, interview.pk, {**ANSWER, "client_id": " \n"})
    assert list(blank.json()["error"]["details"]) == ["client_id"]


def test_a_client_id_is_known_in_its_own_interview_only(client: Client) -> None:
    one, two = create(), create()
    body = {**ANSWER, "client_id": "abc-1"}
    first = send(client, one.pk, body).json()["data"]
    second = send(client, two.pk, body).json()["data"]
    assert first["id"] != second["id"]


def test_an_ended_interview_takes_no_message_but_knows_its_own(client: Client) -> None:
    interview = create()
    known = send(client, interview.pk, {**ANSWER, "client_id": "k"}).json()["data"]
    Interview.objects.filter(pk=interview.pk).update(status="completed")
    expect_error(send(client, interview.pk, ANSWER), 409, "INTERVIEW_ENDED")
    response = send(client, interview.pk, {**ANSWER, "client_id": "k"})
    assert response.status_code == 200
    assert response.json()["data"] == known


def test_a_paused_interview_takes_no_message(client: Client) -> None:
    interview = create()
    Interview.objects.filter(pk=interview.pk).update(paused=True)
    expect_error(send(client, interview.pk, ANSWER), 409, "INTERVIEW_PAUSED")
    assert Message.objects.filter(interview=interview).count() == 2


def test_an_empty_history_is_an_empty_list(client: Client) -> None:
    interview = create()
    Message.objects.filter(interview=interview).delete()
    assert history(client, interview.pk).json()["data"] == []


def test_the_history_is_paged_oldest_first(client: Client) -> None:
    interview = create()
    for number in range(5):
        send(client, interview.pk, {"content": str(number), "sender_type": "system"})
    ids = [m["id"] for m in history(client, interview.pk).json()["data"]]
    assert ids == sorted(ids)
    assert len(ids) == 7
    page = [m["id"] for m in history(client, interview.pk, "?limit=2&offset=3").json()["data"]]
    assert page == ids[3:5]
    newer = [m["id"] for m in history(client, interview.pk, f"?after={ids[4]}").json()["data"]]
    assert newer == ids[5:]
    both = history(client, interview.pk, f"?after={ids[1]}&limit=1&offset=1").json()["data"]
    assert [m["id"] for m in both] == [ids[3]]


def test_a_hundred_messages_by_default(client: Client) -> None:
    interview = create()
    Message.objects.bulk_create(
        Message(interview=interview, content=str(n), sender_type="system") for n in range(120)
    )
    assert len(history(client, interview.pk).json()["data"]) == 100
    assert len(history(client, interview.pk, "?limit=1000").json()["data"]) == 122


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=abc",
        "limit=",
        "limit=1.5",
        "limit=1_0",
        "limit=%D9%A1%D9%A0",
        "limit=%2010",
        "offset=1_0",
        "after=%EF%BC%91",
        "offset=-1",
        "offset=x",
        f"offset={2**63}",
        f"limit={10**30}",
        "after=-1",
        f"after={2**63}",
        "after=x",
    ],
)
def test_a_bad_window_is_refused(client: Client, query: str) -> None:
    interview = create()
    details = expect_error(history(client, interview.pk, f"?{query}"), 422, "VALIDATION_ERROR")
    assert list(details) == [query.partition("=")[0]]


def test_the_largest_window_is_taken(client: Client) -> None:
    interview = create()
    assert history(client, interview.pk, f"?offset={2**63 - 1}").json()["data"] == []
    assert history(client, interview.pk, f"?after={2**63 - 1}").json()["data"] == []


def test_reading_takes_few_queries(client: Client, django_assert_num_queries: Any) -> None:
    interview = create()
    with django_assert_num_queries(1):
        history(client, interview.pk)
    with django_assert_num_queries(1):
        client.get(f"/api/interviews/{interview.pk}")


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "text/plain", "application/xml"]
)
def test_messages_are_json(client: Client, kind: str) -> None:
    interview = create()
    response = client.post(
        f"/api/interviews/{interview.pk}/messages",
        "content=hi&sender_type=user",
        content_type=kind,
    )
    expect_error(response, 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    "body",
    [
        {"content": "hi", "sender_type": "interviewer", "interviewer_id": "nobody"},
        {"content": "hi", "sender_type": "interviewer"},
        {"content": "", "sender_type": "user"},
        {},
    ],
)
def test_that_there_is_no_interview_goes_before_what_is_wrong(
    client: Client, body: dict[str, Any]
) -> None:
    answer = client.post("/api/interviews/987654/messages", body, content_type="application/json")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "INTERVIEW_NOT_FOUND"
