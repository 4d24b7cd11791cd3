"""The shape of the question bank's files, and the only reader of them.

A file ``<name>.json`` in this folder is ``{"items": [...]}``; ``competencies.json`` is
``{"competencies": [...]}``, ``told.json`` ``{"views": [...], "stories": [...]}``. A mistake in a file
stops the reader with the file and the place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from interviewers.engines.base import Cue
from interviewers.engines.builtin.contrary.misheld import StatementError, check_statement

__all__ = [
    "BankError",
    "BankItem",
    "CompetencyItem",
    "ToldFile",
    "ToldItem",
    "items_unread",
    "read_bank",
    "read_competencies",
    "read_told",
]

BANK = Path(__file__).parent
_COMPETENCIES, _TOLD = "competencies.json", "told.json"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
Pattern = Annotated[str, StringConstraints(min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Family = Literal[
    "backend", "frontend", "ai", "data", "mobile", "devops", "qa", "product", "ds", "general"
]
Stage = Literal["technical", "behavioral", "hr"]


class BankError(ValueError):
    """A file of the bank is not what it should be; the text names the file and the place."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _said(text: str) -> dict[str, str]:
    return {"text": text}


class PointText(Strict):
    key: Key
    text: Text
    synonyms: tuple[Text, ...] = ()
    cue: Cue | None = None
    contrary: tuple[Text, ...] = ()

    @field_validator("contrary")
    @classmethod
    def contrary_can_be_read(cls, texts: tuple[str, ...]) -> tuple[str, ...]:
        for text in texts:
            try:
                check_statement(text)
            except StatementError as error:
                raise PydanticCustomError(
                    "contrary", "{error}", {**_said(text), "error": str(error)}
                ) from error
        return texts

    @field_validator("synonyms")
    @classmethod
    def synonyms_have_words(cls, texts: tuple[str, ...]) -> tuple[str, ...]:
        for text in texts:
            if not any(map(str.isalnum, text)):
                raise PydanticCustomError("mute", "a synonym without a word: {text}", _said(text))
        return texts

    @model_validator(mode="after")
    def can_be_heard(self) -> PointText:
        if not self.synonyms and self.cue is None:
            raise PydanticCustomError("bare", "a point with neither synonyms nor a cue")
        return self


class FollowUpText(Strict):
    point: Key
    text: Text


class ItemText(Strict):
    """One language's half of an item."""

    text: Text
    reference: Annotated[str, StringConstraints(strip_whitespace=True, min_length=30)]
    points: Annotated[tuple[PointText, ...], Field(min_length=3, max_length=8)]
    follow_ups: Annotated[tuple[FollowUpText, ...], Field(min_length=2)]
    hints: Annotated[tuple[Text, ...], Field(min_length=2, max_length=3)]

    @model_validator(mode="after")
    def follow_ups_name_points(self) -> ItemText:
        keys = [point.key for point in self.points]
        if len(set(keys)) != len(keys):
            raise PydanticCustomError("same_keys", "two scoring points have the same key")
        unknown = {follow_up.point for follow_up in self.follow_ups} - set(keys)
        if unknown:
            told = {"unknown": ", ".join(sorted(unknown))}
            raise PydanticCustomError(
                "unknown_points", "follow-ups name unknown points: {unknown}", told
            )
        return self


class BankItem(Strict):
    """A question in both languages. ``level`` is 1 (junior), 2 (middle) or 3 (senior).

    ``subject`` marks a template whose texts contain ``{subject}``, to be filled with a skill or a
    project that the résumé names. ``skills`` are lower-case names as they stand in résumés.
    """

    key: Key
    competency: Key
    stage: Stage
    families: Annotated[tuple[Family, ...], Field(min_length=1)]
    level: Literal[1, 2, 3]
    topic: Key
    skills: tuple[Text, ...] = ()
    subject: Literal["", "skill", "project"] = ""
    zh: ItemText
    en: ItemText

    @model_validator(mode="after")
    def halves_agree(self) -> BankItem:
        if [p.key for p in self.zh.points] != [p.key for p in self.en.points]:
            raise ValueError("the two languages have different scoring points")
        if [p.cue for p in self.zh.points] != [p.cue for p in self.en.points]:
            raise ValueError("the two languages have different cues")
        for name, half in (("zh", self.zh), ("en", self.en)):
            if bool(self.subject) != ("{subject}" in half.text):
                told = {"half": name, "subject": "{subject}"}
                raise PydanticCustomError("subject", "subject and {subject} go together", told)
        return self


class CompetencyItem(Strict):
    """A competency with its five behavioural anchors (level 1 to 5) in both languages."""

    key: Key
    skill: Literal[
        "technical", "problem_solving", "communication", "collaboration", "professionalism"
    ]
    name_zh: Text
    name_en: Text
    anchors_zh: tuple[Text, Text, Text, Text, Text]
    anchors_en: tuple[Text, Text, Text, Text, Text]


class Patterns(Strict):
    """Regular expressions, any of which will do, for case-folded text; the English ones begin at a word."""

    zh: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    en: Annotated[tuple[Pattern, ...], Field(min_length=1)]


class ToldItem(Strict):
    """How follow-ups ask for a thing, and everyday signs that it has been told; where something is
    ``quoted``, English quotation marks are a sign as well. ``about`` is for whoever reads the file."""

    about: Text
    asks: Patterns
    told: Patterns
    quoted: bool = False


def _load(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (RecursionError, ValueError) as error:
        raise BankError(f"{path.name}: {error}") from error
    if not isinstance(data, dict):
        raise BankError(f"{path.name}: not an object")
    return data


class _ItemsFile(Strict):
    items: tuple[BankItem, ...]


class _CompetenciesFile(Strict):
    competencies: tuple[CompetencyItem, ...]


class ToldFile(Strict):
    """What is asked of plans and ``views`` is asked of ``stories`` as well, hardly ever the other way round."""

    views: tuple[ToldItem, ...]
    stories: tuple[ToldItem, ...]


def read_told() -> ToldFile:
    """What follow-ups ask for, and how it sounds when it is told. Raises `BankError`."""
    try:
        return ToldFile.model_validate(_load(BANK / _TOLD))
    except ValidationError as error:
        raise BankError(f"{_TOLD}: {error}") from error


@cache
def read_competencies() -> tuple[CompetencyItem, ...]:
    """All competencies, in the file's order. Raises `BankError`."""
    try:
        return _CompetenciesFile.model_validate(_load(BANK / _COMPETENCIES)).competencies
    except ValidationError as error:
        raise BankError(f"{_COMPETENCIES}: {error}") from error


def _files() -> Iterator[Path]:
    others = {_COMPETENCIES, _TOLD}
    return (path for path in sorted(BANK.glob("*.json")) if path.name not in others)


def items_unread() -> Iterator[dict[str, Any]]:
    """All items as they stand in the files, one file after the other, neither checked nor kept: for
    whoever needs a few words of each and not some megabytes of synonyms for good."""
    for path in _files():
        yield from orjson.loads(path.read_bytes())["items"]


@cache
def read_bank() -> tuple[BankItem, ...]:
    """All items of all files, by file name, then in the file's order. Raises `BankError`."""
    items: list[BankItem] = []
    for path in _files():
        try:
            items.extend(_ItemsFile.model_validate(_load(path)).items)
        except ValidationError as error:
            raise BankError(f"{path.name}: {error}") from error
    seen: set[str] = set()
    competencies = {competency.key for competency in read_competencies()}
    for item in items:
        if item.key in seen:
            raise BankError(f"two items have the key {item.key}")
        if item.competency not in competencies:
            raise BankError(f"{item.key}: unknown competency {item.competency}")
        seen.add(item.key)
    return tuple(items)
