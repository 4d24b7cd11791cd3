"""Chinese or English: by header for the API, by cookie first for pages."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from interviewgpt.language import header_language

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "zh"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us,en;q=0.5", "en"),
        ("zh", "zh"),
        ("zh-TW,zh;q=0.9,en;q=0.8", "zh"),
        ("zh-Hant-HK", "zh"),
        ("fr", "zh"),
        ("fr, en;q=0.1", "en"),
        ("en;q=0.3, zh;q=0.4", "zh"),
        ("en;q=0.5, zh;q=0.5", "en"),
        ("en;q=0", "zh"),
        ("zh;q=0, en;q=0.2", "en"),
        ("*", "zh"),
        ("en;q=0.1, *;q=0.5", "zh"),
        ("en;q=nan", "zh"),
        ("en;q=7, zh", "en"),
        ("english", "zh"),
        (",;q,=;en", "zh"),
        ("x" * 5000 + ",en", "zh"),
    ],
)
def test_the_header(header: str, expected: str) -> None:
    assert header_language(header) == expected


@pytest.mark.parametrize(
    ("header", "code", "sentence"),
    [
        ({}, "zh-hans", "面试会话不存在。"),
        ({"Accept-Language": "en-US,en;q=0.9"}, "en", "This interview does not exist."),
    ],
)
def test_errors_of_the_api(
    client: Client, header: dict[str, str], code: str, sentence: str
) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en" if code == "zh-hans" else "zh-hans"
    answer = client.get("/api/notes/77", headers=header)
    assert answer["Content-Language"] == code
    assert answer.json()["error"]["message"] == sentence
    assert "accept-language" in answer["Vary"].lower()
    assert "cookie" not in answer["Vary"].lower()


def test_field_messages_of_the_api(client: Client) -> None:
    said = {}
    for language in ("zh-CN", "en"):
        answer = client.post(
            "/api/notes", {"title": " "}, headers={"Accept-Language": language}
        ).json()
        said[language] = answer["error"]["details"]["title"]
    assert said == {"zh-CN": ["该字段不能为空。"], "en": ["This field may not be blank."]}


@pytest.mark.parametrize(
    ("cookie", "header", "expected"),
    [
        ("en", "zh", "en"),
        ("zh-hans", "en", "zh-hans"),
        ("nonsense", "en", "en"),
        ("", "en", "en"),
        ("", "", "zh-hans"),
    ],
)
def test_pages_heed_the_cookie_first(
    client: Client, cookie: str, header: str, expected: str
) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    answer = client.get("/nowhere", headers={"Accept-Language": header})
    assert answer["Content-Language"] == expected
    assert "cookie" in answer["Vary"].lower()


def test_the_language_does_not_outlive_the_request(client: Client) -> None:
    with translation.override("zh-hans"):
        client.get("/api/notes", headers={"Accept-Language": "en"})
        assert translation.get_language() == "zh-hans"
