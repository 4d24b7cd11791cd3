"""The API's documents: true to what comes, and complete without any other host."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiParameter
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from interviewgpt import docs
from interviewgpt.api.errors import ErrorCode
from interviewgpt.api.schema import documented

FRAME = "interviewgpt.tests.frame_urls"
PAGES = ("/docs", "/docs/", "/redoc", "/redoc/")
JSON = "application/json"


@pytest.fixture(params=[FRAME, settings.ROOT_URLCONF])
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The OpenAPI document as it is served, of the test's API and of the real one."""
    generator = SchemaGenerator(urlconf=request.param)  # type: ignore[no-untyped-call]
    schema = generator.get_schema(public=True)  # type: ignore[no-untyped-call]
    result: dict[str, Any] = json.loads(json.dumps(schema, default=str))
    return result


def operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def contents(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    body = operation.get("requestBody", {}).get("content", {})
    yield from (("request", content) for kind, content in body.items() if kind == JSON)
    for status, response in operation["responses"].items():
        yield status, response["content"][JSON]


# --- The document ----------------------------------------------------------------------------


@pytest.mark.parametrize("urlconf", [FRAME, settings.ROOT_URLCONF])
def test_the_document_is_valid_openapi_without_a_warning(tmp_path: Path, urlconf: str) -> None:
    file = tmp_path / "openapi.json"
    call_command(
        "spectacular",
        validate=True,
        fail_on_warn=True,
        urlconf=urlconf,
        format="openapi-json",
        file=str(file),
    )
    assert json.loads(file.read_text())["openapi"].startswith("3.1")


def test_every_operation_has_an_example_of_everything(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["tags"], name
        for part, content in contents(operation):
            assert content.get("examples"), f"{name} {part}"


def test_every_example_is_what_its_schema_says(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        for part, content in contents(operation):
            schema = {**content["schema"], "components": document["components"]}
            for example in content["examples"].values():
                problems = list(Draft202012Validator(schema).iter_errors(example["value"]))
                assert not problems, f"{name} {part}: {problems}"


def test_every_answer_is_in_its_envelope(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        bare = name in ("get /", "get /health")
        for status, response in operation["responses"].items():
            schema = response["content"][JSON]["schema"]
            if status == "200":
                assert ("success" in schema["properties"]) is not bare, name
                assert bare or "data" in schema["required"], name
            elif not (bare and status == "503"):
                assert schema == {"$ref": "#/components/schemas/ErrorEnvelope"}, name


def test_every_operation_names_its_errors(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        responses = operation["responses"]
        found = {
            code
            for status, response in responses.items()
            if status >= "400"
            for code in response["content"][JSON]["examples"]
        }
        assert "INTERNAL_SERVER_ERROR" in found, name
        if "/api" in name:
            assert {"DATABASE_ERROR", "THROTTLED"} <= found, name
            assert "Retry-After" in responses["429"]["headers"], name
        if "requestBody" in operation:
            assert {"400", "413", "415", "422"} <= set(responses), name
        if re.match("post .*/(end|skip|hint|pause|resume|retry)$", name):
            assert {"400", "413"} <= set(responses), name
        if "{interview_id}" in name:
            assert found & {"INTERVIEW_NOT_FOUND", "NOT_AUTHENTICATED"}, name
    assert document["components"]["schemas"]["CodeEnum"]["enum"] == list(ErrorCode.values)


def test_paths_have_no_slash_at_their_end(document: dict[str, Any]) -> None:
    assert {"/", "/health"} <= set(document["paths"])
    for path in document["paths"]:
        assert path == "/" or not path.endswith("/")
        assert not re.search(r"[\\^$?]", path)


def test_the_real_document_has_the_documented_paths() -> None:
    documented_paths = {
        "/": {"get"},
        "/health": {"get"},
        "/api/interviews": {"post"},
        "/api/interviews/{interview_id}": {"get"},
        "/api/interviews/{interview_id}/end": {"post"},
        "/api/interviews/{interview_id}/messages": {"get", "post"},
        "/api/interviews/{interview_id}/feedback": {"get"},
        "/api/interviewers": {"get"},
        "/api/interviewers/sequence": {"get"},
    }
    paths = json.loads(docs.openapi_document())["paths"]
    for path, methods in documented_paths.items():
        assert methods <= set(paths[path]), path


def test_a_request_must_come_with_an_example() -> None:
    with pytest.raises(TypeError, match="example of its request"):
        documented(summary="x", request=dict, response=None, example_response=None)


def test_descriptions_and_parameters_of_an_operation(document: dict[str, Any]) -> None:
    if "/api/notes/{note_id}" not in document["paths"]:
        return
    operation = document["paths"]["/api/notes/{note_id}"]["get"]
    (parameter,) = operation["parameters"]
    assert (parameter["name"], parameter["in"]) == ("note_id", OpenApiParameter.PATH)
    invalid = document["paths"]["/api/notes"]["post"]["responses"]["422"]
    example = invalid["content"][JSON]["examples"]["VALIDATION_ERROR"]["value"]
    assert example["error"]["details"] == {"title": ["该字段是必填项。"]}


# --- The pages -------------------------------------------------------------------------------

served = pytest.mark.urls(FRAME)


@served
@pytest.mark.parametrize("path", ["/openapi.json", "/openapi.json/"])
def test_the_document_is_served_as_json(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == JSON
    assert answer.json()["info"]["title"] == "Interview-GPT API"
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@served
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_served_with_all_it_needs_from_here(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/html")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    page = answer.content.decode()
    assert "<script>" not in page
    assert 'data-document="/openapi.json"' in page
    assets = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(assets) >= 3
    for asset in assets:
        assert asset.startswith("/")
        assert client.get(asset).status_code == 200, asset


@served
def test_redoc_does_not_fetch_its_makers_logo(client: Client) -> None:
    script = b"".join(client.get("/redoc/redoc.js"))
    assert len(script) > 500_000
    assert b"cdn.redoc" not in script


@served
@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_the_documents_are_for_reading_only(path: str) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.head(path).status_code == 200
    for method in ("POST", "OPTIONS"):
        answer = client.generic(method, path)
        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD"
        assert answer.json()["error"]["code"] == "METHOD_NOT_ALLOWED"


def test_a_text_that_may_be_blank_or_null_is_said_once(client: Client) -> None:
    """A type that names null twice is none; what fits two of "one of" is refused."""
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    texts = {
        name: field
        for name, field in schemas["CreateInterviewBodyRequest"]["properties"].items()
        if name in ("job_description", "browser")
    }
    assert [field["type"] for field in texts.values()] == [["string", "null"]] * 2
    assert all("oneOf" not in field and "pattern" in field for field in texts.values())
    assert (
        schemas["CreateInterviewFormRequest"]["properties"]["job_description"]["type"] == "string"
    )
