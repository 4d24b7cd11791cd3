"""A message frame as most are is read without the serializer, and as the serializer would."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework.serializers import ValidationError

from interviewers.engines.vocabulary import MessageKind
from interviewgpt.api.documents import DESCRIPTION
from interviews.protocol import MAX_CLIENT_ID, MAX_CONTENT, Command, FrameType, RoomStatus
from interviews.representations import MessageRepresentation
from interviews.serializers import FrameMessageSerializer, plain_message, valid

USUAL: list[dict[str, Any]] = [
    {"content": "I look at the plan first."},
    {"content": " 先看执行计划\n", "sender_type": "user"},
    {"content": "x" * MAX_CONTENT, "client_id": "c" * MAX_CLIENT_ID},
    {"content": "x", "client_id": " c-1 ", "colour": "blue"},
    {"content": "👩\u200d💻\ufe0f"},
    {"content": "\u200bx"},
]
UNUSUAL: list[dict[str, Any]] = [
    {"content": "x", "sender_type": "interviewer", "interviewer_id": "technical"},
    {"content": "x", "sender_type": "system"},
    {"content": "x", "interviewer_id": None},
    {"content": "x", "client_id": None},
]
WRONG: list[dict[str, Any]] = [
    {},
    {"content": None},
    {"content": 7},
    {"content": ["x"]},
    {"content": ""},
    {"content": " \n\u3000"},
    {"content": "\u200b\u200d\ufeff"},
    {"content": "x" * (MAX_CONTENT + 1)},
    {"content": "a\0b"},
    {"content": "\ud83d"},
    {"content": "x", "sender_type": "nobody"},
    {"content": "x", "sender_type": None},
    {"content": "x", "sender_type": []},
    {"content": "x", "client_id": 7},
    {"content": "x", "client_id": ""},
    {"content": "x", "client_id": " \u3000"},
    {"content": "x", "client_id": "c" * (MAX_CLIENT_ID + 1)},
    {"content": "x", "client_id": "a\0"},
]


@pytest.mark.parametrize("data", USUAL)
def test_a_usual_one_is_what_the_serializer_makes_of_it(data: dict[str, Any]) -> None:
    assert plain_message(data) == valid(FrameMessageSerializer, data)


@pytest.mark.parametrize("data", UNUSUAL)
def test_any_other_is_left_to_the_serializer(data: dict[str, Any]) -> None:
    assert plain_message(data) is None
    assert valid(FrameMessageSerializer, data)["content"] == "x"


@pytest.mark.parametrize("data", WRONG)
def test_so_is_one_to_be_refused(data: dict[str, Any]) -> None:
    assert plain_message(data) is None
    with pytest.raises(ValidationError):
        valid(FrameMessageSerializer, data)


def test_the_document_names_all_that_goes_over_the_wire() -> None:
    """In both of its languages; what OpenAPI has no place for stands in its prose."""
    for half in DESCRIPTION.split("\n---\n"):
        for word in (*FrameType, *RoomStatus, *Command):
            assert f"`{word.value}`" in half, word
    kinds = str(MessageRepresentation().fields["metadata"].help_text)
    assert [kind for kind in MessageKind if kind.value not in kinds] == []
