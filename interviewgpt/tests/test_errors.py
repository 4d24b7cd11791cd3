"""Every exception has its code; what went wrong stands in the log, never in the answer."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from django.utils.translation import gettext_lazy, override

from interviewgpt.api.errors import ApiError, ErrorCode, error_object
from interviewgpt.tests.frame_urls import SECRET

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

EXPECTED = {
    "unknown": (500, "INTERNAL_SERVER_ERROR"),
    "recursion": (500, "INTERNAL_SERVER_ERROR"),
    "database": (500, "DATABASE_ERROR"),
    "interface": (500, "DATABASE_ERROR"),
    "http404": (404, "NOT_FOUND"),
    "notfound": (404, "NOT_FOUND"),
    "denied": (403, "PERMISSION_DENIED"),
    "forbidden": (403, "PERMISSION_DENIED"),
    "anonymous": (401, "NOT_AUTHENTICATED"),
    "token": (401, "NOT_AUTHENTICATED"),
    "suspicious": (400, "VALIDATION_ERROR"),
    "bad": (400, "VALIDATION_ERROR"),
    "odd": (500, "INTERNAL_SERVER_ERROR"),
    "teapot": (406, "VALIDATION_ERROR"),
    "paused": (409, "INTERVIEW_PAUSED"),
    "busy": (500, "AI_SERVICE_ERROR"),
}


@pytest.mark.parametrize("where", ["/api/notes/failures/", "/api/plain/"])
@pytest.mark.parametrize(("kind", "expected"), EXPECTED.items())
def test_every_exception_has_its_code(
    client: Client, where: str, kind: str, expected: tuple[int, str]
) -> None:
    answer = client.get(f"{where}{kind}", headers={"Origin": "http://localhost:5173"})
    assert (answer.status_code, answer.json()["error"]["code"]) == expected
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    for word in SECRET.split():
        assert word not in answer.content.decode()


@pytest.mark.django_db
def test_a_failing_statement_is_a_database_error_without_its_sql(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/api/notes/failures/sql")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "DATABASE_ERROR")
    assert "hunter2" not in answer.content.decode()
    assert "hunter2" in caplog.text


@pytest.mark.parametrize("where", ["/api/notes/failures/", "/api/plain/"])
def test_an_unknown_exception_is_logged_with_its_traceback(
    client: Client, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    client.get(f"{where}unknown")
    (record,) = [item for item in caplog.records if item.name == "interviewgpt.api"]
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    assert record.exc_info[0] is KeyError


def test_a_refusal_is_not_logged_as_an_error(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/api/notes/failures/paused")
    assert [item for item in caplog.records if item.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("model", {"title": ["too plain", "too long"]}),
        ("nested", {"tags": ["first", "second"]}),
        ("loose", {"non_field_errors": ["one", "two"]}),
    ],
)
def test_details_are_lists_of_messages_by_field(
    client: Client, kind: str, details: dict[str, list[str]]
) -> None:
    answer = client.get(f"/api/notes/failures/{kind}")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"
    assert answer.json()["error"]["details"] == details


def test_not_signed_in_says_how(client: Client) -> None:
    assert client.get("/api/notes/failures/anonymous")["WWW-Authenticate"] == "Bearer"


def test_retry_after_is_whole_seconds_rounded_up(client: Client) -> None:
    assert client.get("/api/notes/failures/busy")["Retry-After"] == "3"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_a_wrong_method_names_the_right_ones(client: Client, method: str) -> None:
    answer = client.generic(method, "/api/notes")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "METHOD_NOT_ALLOWED"
    assert set(answer["Allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_a_refusal_of_a_plain_view_becomes_the_envelope(client: Client) -> None:
    answer = client.get("/api/plain/method")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "METHOD_NOT_ALLOWED"
    assert answer["Allow"] == "PUT"


# --- The error object --------------------------------------------------------------------------


def test_every_code_has_a_status_and_a_sentence_in_both_languages() -> None:
    for code in ErrorCode:
        assert 400 <= code.status <= 500
        with override("en"):
            english = error_object(ApiError(code))["message"]
        with override("zh-hans"):
            chinese = error_object(ApiError(code))["message"]
        assert english.isascii()
        assert not chinese.isascii(), f"{code} is not translated"


def test_the_documents_codes_have_the_documents_statuses() -> None:
    documented = {
        "VALIDATION_ERROR": 422,
        "INTERVIEW_NOT_FOUND": 404,
        "INTERVIEWER_ERROR": 500,
        "AI_SERVICE_ERROR": 500,
        "FILE_UPLOAD_ERROR": 500,
        "DATABASE_ERROR": 500,
        "INTERNAL_SERVER_ERROR": 500,
    }
    assert {code: ErrorCode(code).status for code in documented} == documented


def test_details_are_left_out_when_there_are_none_and_plain_when_there_are() -> None:
    assert "details" not in error_object(ApiError(ErrorCode.NOT_FOUND))
    details = {"field": (gettext_lazy("Not found."), "a\ud800"), "number": 3}
    with override("zh-hans"):
        error = error_object(ApiError(ErrorCode.VALIDATION_ERROR, "无效", details=details))
    assert error["message"] == "无效"
    assert error["details"] == {"field": ["未找到。", "a?"], "number": 3}
    assert list(error) == ["code", "message", "details", "timestamp"]


def test_an_error_in_a_log_is_its_code_and_sentence() -> None:
    assert str(ApiError(ErrorCode.NOT_FOUND, "gone")) == "NOT_FOUND: gone"
