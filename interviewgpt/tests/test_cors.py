"""A single-page application on another port works at once, errors included."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

APP = "http://localhost:5173"


def preflight(client: Client, path: str, origin: str = APP, method: str = "POST") -> Any:
    return client.options(
        path,
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": "content-type, authorization, x-custom",
        },
    )


@pytest.mark.parametrize("method", ["POST", "GET", "DELETE"])
@pytest.mark.parametrize("path", ["/api/notes", "/api/notes/", "/api/notes/3", "/api/nowhere"])
def test_preflight_from_any_origin(client: Client, path: str, method: str) -> None:
    answer = preflight(client, path, method=method)
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert method in answer["Access-Control-Allow-Methods"]
    allowed = answer["Access-Control-Allow-Headers"].split(", ")
    assert {"content-type", "authorization", "*"} <= set(allowed)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/health", "/openapi.json", "/api/notes"])
def test_answers_may_be_read_by_any_origin(client: Client, path: str) -> None:
    answer = client.get(path, headers={"Origin": APP})
    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nowhere", 404),
        ("GET", "/api/notes/77", 404),
        ("PUT", "/api/notes", 405),
        ("OPTIONS", "/api/notes", 405),
        ("GET", "/api/plain/method", 405),
        ("GET", "/api/notes/failures/unknown", 500),
        ("GET", "/api/plain/unknown", 500),
    ],
)
def test_errors_may_be_read_too(client: Client, method: str, path: str, status: int) -> None:
    answer = client.generic(method, path, headers={"Origin": APP})
    assert answer.status_code == status
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in answer["Access-Control-Expose-Headers"]


def test_too_large_a_body_may_be_read_about(client: Client) -> None:
    answer = client.post(
        "/api/notes",
        b" " * (1024 * 1024 + 1),
        content_type="application/json",
        headers={"Origin": APP},
    )
    assert answer.status_code == 413
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_pages_are_nobody_elses_business(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/docs", headers={"Origin": APP})


def test_origins_can_be_narrowed(client: Client, settings: Any) -> None:
    settings.CORS_ALLOW_ALL_ORIGINS = False
    settings.CORS_ALLOWED_ORIGINS = [APP]
    assert preflight(client, "/api/notes")["Access-Control-Allow-Origin"] == APP
    stranger = preflight(client, "/api/notes", origin="http://elsewhere.example")
    assert "Access-Control-Allow-Origin" not in stranger
