"""The envelope around what a view returns, and what the answer does not depend on."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.translation import gettext_lazy, override

from interviewgpt.api.rendering import dumps, envelope
from interviewgpt.api.stamps import utc_stamp

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

NOTE = {"title": "甲", "level": "easy"}


def test_success_has_data_and_message_in_this_order(client: Client) -> None:
    answer = client.post("/api/notes", {"title": "甲"}, content_type="application/json")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    body = answer.json()
    assert list(body) == ["success", "data", "message"]
    assert body == {"success": True, "data": NOTE, "message": "该字段是必填项。"}


def test_no_message_leaves_the_key_out(client: Client) -> None:
    answer = client.get("/api/notes")
    assert answer.content == '{"success":true,"data":[{"title":"甲","level":"easy"}]}'.encode()


def test_error_has_code_message_and_timestamp_in_this_order(client: Client) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    answer = client.get("/api/notes/77")
    body = answer.json()
    assert answer.status_code == 404
    assert list(body) == ["success", "error"]
    assert body["success"] is False
    assert list(body["error"]) == ["code", "message", "timestamp"]
    assert body["error"]["code"] == "INTERVIEW_NOT_FOUND"
    stamp = body["error"]["timestamp"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp)
    assert before <= datetime.fromisoformat(stamp) <= datetime.now(UTC)


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml", "*/*", "image/png;q=0.1", "nonsense", "a" * 9000, ""]
)
def test_accept_does_not_matter(client: Client, accept: str) -> None:
    for path, status in (("/api/notes", 200), ("/api/notes/77", 404), ("/api/nowhere", 404)):
        answer = client.get(path, headers={"Accept": accept})
        assert answer.status_code == status
        assert answer["Content-Type"] == "application/json"


def test_a_format_parameter_does_not_matter(client: Client) -> None:
    assert client.get("/api/notes?format=api").json()["data"] == [NOTE]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/notes", 200), ("/api/notes/", 200), ("/api/notes/3", 200), ("/api/notes/3/", 200)],
)
def test_a_trailing_slash_is_answered_directly(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "Location" not in answer


@pytest.mark.parametrize(
    "path", ["/api/notes%0A", "/api/notes//", "/api/notes/3//", "/api/notes/3%0A"]
)
def test_what_is_no_slash_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("note_id", ["abc", "0", "-1", "1.5", "٣", "1e0", str(2**63), str(2**70)])
def test_an_id_that_cannot_be_one_is_an_unknown_interview(client: Client, note_id: str) -> None:
    answer = client.get(f"/api/notes/{note_id}")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "INTERVIEW_NOT_FOUND"


def test_head_is_answered(client: Client) -> None:
    answer = client.head("/api/notes")
    assert answer.status_code == 200
    assert answer.content == b""


def test_no_cookie_no_session_no_csrf() -> None:
    strict = Client(enforce_csrf_checks=True)
    for made_up in ("short", "long-enough-to-be-a-session-key"):
        strict.cookies["sessionid"] = made_up
        answer = strict.post("/api/notes", {"title": "甲"}, content_type="application/json")
        assert answer.status_code == 200
        assert not answer.cookies
        assert "cookie" not in answer["Vary"].lower()


# --- JSON ------------------------------------------------------------------------------------


def test_moments_are_utc_stamps_to_the_second() -> None:
    moment = datetime(2024, 1, 1, 8, 0, 0, 999999, tzinfo=timezone(timedelta(hours=8)))
    assert utc_stamp(moment) == "2024-01-01T00:00:00Z"
    assert dumps({"at": moment}) == b'{"at":"2024-01-01T00:00:00Z"}'


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        utc_stamp(datetime(2024, 1, 1))  # noqa: DTZ001


def test_lazy_texts_and_decimals_are_written() -> None:
    with override("zh-hans"):
        assert json.loads(dumps(envelope(Decimal("85.5"), gettext_lazy("Not found.")))) == {
            "success": True,
            "data": 85.5,
            "message": "未找到。",
        }


def test_what_orjson_refuses_is_written_all_the_same() -> None:
    value = {"text": "a\ud800b", "number": 2**70, "at": datetime(2024, 1, 1, tzinfo=UTC)}
    expected = {"text": "a\ud800b", "number": 2**70, "at": "2024-01-01T00:00:00Z"}
    assert json.loads(dumps(value)) == expected


def test_what_has_no_json_form_raises() -> None:
    with pytest.raises(TypeError, match="object"):
        dumps(object())
