"""What the document says a text may be is what the server takes, whoever's regular expressions
read it."""

from __future__ import annotations

import re
import sys

import pytest
from django.test import Client
from rest_framework.exceptions import ValidationError

from interviewgpt.api.fields import CleanCharField, VisibleCharField


@pytest.fixture(scope="module")
def documented() -> str:
    schemas = Client().get("/openapi.json").json()["components"]["schemas"]
    return str(schemas["RefreshRequest"]["properties"]["refresh"]["pattern"])


def test_every_blank_is_one_in_the_document_too(documented: str) -> None:
    pattern = re.compile(documented)
    blanks = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert len(blanks) > 20
    for blank in blanks:
        assert not pattern.search(blank), hex(ord(blank))
        with pytest.raises(ValidationError):
            CleanCharField().run_validation(blank)


@pytest.mark.parametrize("text", ["a", " a ", "\ufeff", "\u200b", "\x1b", "\u180e", "\x84"])
def test_everything_else_is_text(documented: str, text: str) -> None:
    assert re.search(documented, text)
    assert CleanCharField().run_validation(text) == text.strip()


def test_the_pattern_has_no_class_that_differs_between_languages(documented: str) -> None:
    assert not re.search(r"\\[sSwWdDbB]", documented)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u200b\u2060\ufeff", False),
        (" \u00ad\x1b\u3164", False),
        ("\ufe0f\u034f", False),
        ("\u200bx", True),
        ("👩\u200d💻", True),
        ("？", True),
        ("é", True),
    ],
)
def test_a_message_has_something_to_be_seen(text: str, seen: bool) -> None:
    schemas = Client().get("/openapi.json").json()["components"]["schemas"]
    pattern = schemas["PostMessageRequest"]["properties"]["content"]["pattern"]
    assert bool(re.search(pattern, text)) is seen
    field = VisibleCharField(trim_whitespace=False)
    if seen:
        assert field.run_validation(text) == text
    else:
        with pytest.raises(ValidationError):
            field.run_validation(text)
