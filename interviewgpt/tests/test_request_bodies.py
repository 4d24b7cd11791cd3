"""Malformed bodies are 400, bad fields 422, the wrong kind 415, too much 413."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = pytest.mark.urls("interviewgpt.tests.frame_urls")

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


def post(client: Client, body: bytes | str, content_type: str = JSON) -> Any:
    return client.post("/api/notes", body, content_type=content_type)


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, json.loads(answer.content)["error"]["code"]


# --- Accepted --------------------------------------------------------------------------------


@pytest.mark.parametrize("content_type", [JSON, "application/json; charset=utf-8", ""])
def test_json(client: Client, content_type: str) -> None:
    answer = post(client, '{"title": "面试", "unknown": {"key": [1]}}', content_type)
    assert answer.json()["data"] == {"title": "面试", "level": "easy"}


def test_json_may_begin_with_a_byte_order_mark(client: Client) -> None:
    assert post(client, b"\xef\xbb\xbf" + b'{"title": "a"}').status_code == 200


def test_json_may_be_nested_within_reason(client: Client) -> None:
    assert post(client, '{"title": "a", "x": ' + "[" * 60 + "]" * 60 + "}").status_code == 200


def test_many_brackets_side_by_side_are_not_deep(client: Client) -> None:
    assert post(client, json.dumps({"title": "a", "x": [[]] * 5000})).status_code == 200


def test_urlencoded(client: Client) -> None:
    answer = post(client, urlencode([("title", "面试 &"), ("tags", "a"), ("tags", "b")]), FORM)
    assert answer.json()["data"] == {"title": "面试 &", "level": "easy", "tags": ["a", "b"]}


def test_multipart_with_a_file_beside_the_fields(client: Client) -> None:
    file = SimpleUploadedFile("简历.pdf", b"%PDF-1.7", content_type="application/pdf")
    answer = client.post("/api/notes", {"title": "面试", "tags": ["a", "b"], "resume": file})
    assert answer.json()["data"] == {"title": "面试", "level": "easy", "tags": ["a", "b"]}


# --- 400: malformed --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"{'title': 1}", id="not JSON"),
        pytest.param(b" ", id="blank"),
        pytest.param(b'{"title": "a"} x', id="more after it"),
        pytest.param(b'{"x": NaN}', id="NaN"),
        pytest.param(b'{"x": -Infinity}', id="Infinity"),
        pytest.param(b'{"title": "\xff"}', id="not UTF-8"),
        pytest.param('{"title": "面试"}'.encode("gbk"), id="GBK"),
        pytest.param('{"title": "a"}'.encode("utf-16"), id="UTF-16"),
        pytest.param(b'{"title": "\xed\xa0\x80"}', id="surrogate in UTF-8"),
        pytest.param(b'{"title": "a\nb"}', id="control character"),
        pytest.param(b'{"x": ' + b"9" * 5000 + b"}", id="too many digits"),
        pytest.param(b'{"x": ' + b"[" * 70 + b"]" * 70 + b"}", id="deep"),
        pytest.param(b'{"a":' * 100_000 + b"1" + b"}" * 100_000, id="very deep"),
        pytest.param(b"[" * 200_000, id="very deep and cut off"),
    ],
)
def test_malformed_json(client: Client, body: bytes) -> None:
    assert refusal(post(client, body)) == (400, "VALIDATION_ERROR")


@pytest.mark.parametrize("body", [b"title=%FF", b"title=\xff", b"%FF=a"])
def test_a_form_that_is_not_utf8(client: Client, body: bytes) -> None:
    assert refusal(post(client, body, FORM)) == (400, "VALIDATION_ERROR")


def test_a_form_with_too_many_fields(client: Client) -> None:
    assert refusal(post(client, "&".join(["a=1"] * 1001), FORM)) == (400, "VALIDATION_ERROR")


def test_a_multipart_field_that_is_not_utf8(client: Client) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n\xce\xd2\r\n--x--\r\n'
    answer = post(client, body, "multipart/form-data; boundary=x")
    assert refusal(answer) == (400, "VALIDATION_ERROR")


def test_multipart_without_a_boundary(client: Client) -> None:
    assert refusal(post(client, b"x", "multipart/form-data")) == (400, "VALIDATION_ERROR")


# --- 422: bad fields -------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["", "{}", '{"level": "easy"}'])
def test_a_missing_field(client: Client, body: str) -> None:
    answer = post(client, body)
    assert refusal(answer) == (422, "VALIDATION_ERROR")
    assert answer.json()["error"]["details"] == {"title": ["该字段是必填项。"]}


@pytest.mark.parametrize("body", ["[]", '"title"', "1", "null", "[{}]"])
def test_json_that_is_no_object(client: Client, body: str) -> None:
    answer = post(client, body)
    assert refusal(answer) == (422, "VALIDATION_ERROR")
    assert list(answer.json()["error"]["details"]) == ["non_field_errors"]


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("a\0b", "NUL"),
        ("\ud800", "surrogate"),
        ("a\udfffb", "surrogate"),
        ("", "blank"),
        (" \u3000\n", "blank"),
        ("长" * 21, "20"),
        (None, "null"),
        (5, "string"),
        (True, "string"),
        (["a"], "string"),
        ({"a": "b"}, "string"),
    ],
)
def test_a_text_that_cannot_be_stored(client: Client, title: Any, message: str) -> None:
    answer = client.post(
        "/api/notes",
        json.dumps({"title": title}),
        content_type=JSON,
        headers={"Accept-Language": "en"},
    )
    assert refusal(answer) == (422, "VALIDATION_ERROR")
    (said,) = answer.json()["error"]["details"]["title"]
    assert message in said


def test_a_form_field_with_nul(client: Client) -> None:
    assert refusal(post(client, "title=a%00b", FORM)) == (422, "VALIDATION_ERROR")


def test_deep_but_bearable_values_in_a_field(client: Client) -> None:
    answer = post(client, '{"title": ' + "[" * 50 + "]" * 50 + "}")
    assert refusal(answer) == (422, "VALIDATION_ERROR")


def test_what_was_sent_is_repeated_neither_at_length_nor_broken(client: Client) -> None:
    answer = post(client, json.dumps({"title": "a", "level": "\ud800" + "x" * 10_000}))
    assert refusal(answer) == (422, "VALIDATION_ERROR")
    assert len(answer.content) < 1000
    (said,) = answer.json()["error"]["details"]["level"]
    assert said.startswith("“?xxx")


def test_messages_of_items_are_one_flat_list(client: Client) -> None:
    answer = post(client, json.dumps({"title": "a", "tags": ["ok", 1, "b\0"]}))
    assert answer.json()["error"]["details"] == {"tags": ["应为字符串。", "不允许使用 NUL 字符。"]}


# --- 415 and 413 -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "application/jsonx", "x" * 300]
)
def test_the_wrong_kind_of_content(client: Client, content_type: str) -> None:
    assert refusal(post(client, '{"title": "a"}', content_type)) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("content_type", [JSON, FORM])
def test_too_large_a_body(client: Client, content_type: str) -> None:
    answer = post(client, b'{"x": "' + b"a" * 1024 * 1024 + b'"}', content_type)
    assert refusal(answer) == (413, "PAYLOAD_TOO_LARGE")


def test_too_large_a_multipart_field(client: Client) -> None:
    answer = client.post("/api/notes", {"title": "a", "x": "a" * (1024 * 1024 + 1)})
    assert refusal(answer) == (413, "PAYLOAD_TOO_LARGE")


def test_a_body_of_just_the_allowed_size(client: Client) -> None:
    body = b'{"title": "a", "x": "' + b"b" * (1024 * 1024 - 23) + b'"}'
    assert len(body) == 1024 * 1024
    assert post(client, body).status_code == 200
