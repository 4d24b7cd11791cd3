"""404, 500 and refusals where no API view was reached: JSON, or a page for who prefers one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, RequestFactory

from interviewgpt.api.negotiation import prefers_html
from interviewgpt.tests.frame_urls import SECRET

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture
def calm() -> Client:
    """A client that gets the 500 instead of the exception."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nowhere", "/api/notes/3/nowhere/"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
def test_an_unknown_api_path_is_json_for_everybody(client: Client, path: str, method: str) -> None:
    answer = client.generic(method, path, headers={"Accept": BROWSER})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "application/json, text/html"])
def test_an_unknown_path_is_json(client: Client, accept: str | None) -> None:
    answer = client.get("/nowhere", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/json"
    assert answer.json()["error"]["code"] == "NOT_FOUND"
    assert "Accept" in answer["Vary"]


def test_an_unknown_path_is_a_page_in_both_languages_for_a_browser(client: Client) -> None:
    answer = client.get("/nowhere", headers={"Accept": BROWSER})
    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("text/html")
    page = answer.content.decode()
    assert "该地址不存在。" in page
    assert "There is nothing at this address." in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_crash_of_a_page_tells_nothing(calm: Client) -> None:
    for accept in ("application/json", BROWSER):
        answer = calm.get("/plain/unknown", headers={"Accept": accept})
        assert answer.status_code == 500
        for word in SECRET.split():
            assert word not in answer.content.decode()


def test_a_database_that_fails_a_page(calm: Client) -> None:
    answer = calm.get("/plain/database")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "DATABASE_ERROR")


@pytest.mark.parametrize(("kind", "status"), [("denied", 403), ("bad", 400), ("suspicious", 400)])
def test_refusals_of_a_page(client: Client, kind: str, status: int) -> None:
    answer = client.get(f"/plain/{kind}")
    assert answer.status_code == status
    assert answer.json()["success"] is False


@pytest.mark.parametrize("path", ["/api/notes", "/health", "/nowhere"])
def test_a_foreign_host_is_refused_in_json(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Host": "evil.example"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"
    assert "evil" not in answer.content.decode()


def test_debug_pages_do_not_reach_api_clients(calm: Client, settings: Any) -> None:
    settings.DEBUG = True
    for path, status in (("/api/nowhere", 404), ("/api/plain/unknown", 500)):
        answer = calm.get(path)
        assert answer.status_code == status
        assert answer["Content-Type"] == "application/json"
        assert "hunter2" not in answer.content.decode()


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, False),
        ("*/*", False),
        ("", False),
        ("application/json", False),
        (BROWSER, True),
        ("text/html", True),
        ("TEXT/HTML", True),
        ("text/*", True),
        ("text/html;level=1", True),
        ("text/html, application/json", False),
        ("text/html;q=0.8, application/json;q=0.9", False),
        ("text/html;q=0.9, application/json;q=0.8", True),
        ("text/html, */*", True),
        ("text/html;q=0.5, */*", False),
        ("text/html;q=0, */*", False),
        ("text/html;q=0", False),
        ("text/html;q=junk", False),
        ("image/avif,image/webp,*/*", False),
        (";;,,text/html", True),
    ],
)
def test_who_prefers_html(rf: RequestFactory, accept: str | None, expected: bool) -> None:
    request = rf.get("/", headers={"Accept": accept} if accept is not None else {})
    assert prefers_html(request) is expected
