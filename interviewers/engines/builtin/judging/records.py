"""Scoring a record from outside (`manage.py score_answers`): a question, its references, an answer."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin.expected.calibration import level_of
from interviewers.engines.builtin.judging.bilingual import other_language
from interviewers.engines.builtin.judging.lexical import Judgement, judge
from interviewers.engines.builtin.reading.glossary import in_terms_of
from interviewers.engines.builtin.reading.text import (
    atoms,
    count_words,
    fold,
    language_of,
    spans,
    terms,
)

__all__ = ["refused", "score_record"]

LONGEST = 20_000
"""Characters of a text that are read: the limit of an answer in an interview."""

SENTENCE = 4.0
"""Words of a sentence (two Chinese characters are one); fewer are a name or a formula, in any language."""
LANGUAGES = {"zh": ("zh", "cn", "chi", "cmn", "中", "汉", "漢"), "en": ("en", "英")}


def _text(record: Mapping[str, Any], field: str) -> str:
    value = record.get(field)
    if not isinstance(value, str):
        raise ValueError(f"{field}: a text is required")
    return value.strip()[:LONGEST]


def _answer(record: Mapping[str, Any]) -> str:
    """What was answered: nothing where it is null or left out, a number as it is written."""
    value = record.get("answer")
    if value is None:
        return ""
    if isinstance(value, int | float):
        if isinstance(value, bool) or not isfinite(value):
            raise ValueError("answer: a text is required")
        return str(value)
    return _text(record, "answer")


def _references(record: Mapping[str, Any]) -> tuple[str, ...]:
    value = record.get("reference")
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise ValueError("reference: a text or a list of texts is required")
    kept = tuple(text[:LONGEST] for text in found if text.strip())
    if not kept:
        raise ValueError("reference: at least one text must not be empty")
    return kept


def _language(record: Mapping[str, Any], references: tuple[str, ...]) -> str:
    """The language a record names, by code or by name; another one, or none, is guessed."""
    value = record.get("language")
    if not (value is None or isinstance(value, str)):
        raise ValueError("language: must be zh or en")
    named = (value or "").strip().lower()
    known = (code for code, names in LANGUAGES.items() if named.startswith(names))
    return next(known, None) or language_of(references[0])


def _speaks(answer: str, language: str) -> bool:
    """Whether a whole sentence of an answer is in a language: then it counts for itself."""
    sentences = (answer[start:end] for start, end in spans(answer))
    return any(
        language_of(one) == language and count_words(atoms(fold(one))) >= SENTENCE
        for one in sentences
    )


def _by_terms(
    question: str, references: tuple[str, ...], answer: str, language: str, plain: Judgement
) -> Judgement:
    """The judgement of an answer in the other language by the terms of that language, if it says more that is
    expected than the words of the question; else, or where it is better, the ``plain`` one. The question itself
    is copied in any language."""
    other = other_language(answer, language)
    asked, *expected, told = (in_terms_of(text, other) for text in (question, *references, answer))
    topic, said = set(terms(fold(asked))), set(terms(fold(told)))
    if not any(said.intersection(terms(fold(text))) - topic for text in expected):
        if not answer.rstrip().endswith(("?", "？")):
            return plain
        return judge(question=question, references=references, answer=question, language=language)
    found = judge(question=asked, references=tuple(expected), answer=told, language=other)
    return max(plain, found, key=lambda judgement: judgement.score)


def score_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """Judge ``{"question", "reference", "answer", "language"}`` as an interview would.

    ``reference`` is a text or a list of alternatives. A missing or null ``answer`` is an empty one. Without a
    known ``language`` the script of the reference decides. Of longer texts the first `LONGEST` characters are
    read. The result has ``score`` (0-100), ``level`` (1-5), ``covered`` and ``missing`` (short phrases of the
    best reference) and ``flags``. Of an answer in the other language its terms count (`glossary`). Raises
    `ValueError` naming the field that is wrong.
    """
    if not isinstance(record, Mapping):
        raise ValueError("record: an object is required")
    question, answer = _text(record, "question"), _answer(record)
    references = _references(record)
    language = _language(record, references)
    judgement = judge(question=question, references=references, answer=answer, language=language)
    flags = judgement.flags
    if other_language(answer, language) and not _speaks(answer, language):
        judgement = _by_terms(question, references, answer, language, judgement)
        flags = (*judgement.flags, AnswerFlag.OTHER_LANGUAGE)
    return {
        "score": judgement.score,
        "level": judgement.level,
        "covered": list(judgement.covered),
        "missing": list(judgement.missing),
        "flags": [flag.value for flag in flags],
    }


def refused(error: ValueError) -> dict[str, Any]:
    """The result for a record that cannot be read: the lowest values, and ``error``."""
    return {
        "score": 0.0,
        "level": level_of(0.0),
        "covered": [],
        "missing": [],
        "flags": [],
        "error": str(error),
    }
