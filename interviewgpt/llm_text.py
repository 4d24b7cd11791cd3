"""What a model writes, made fit for use: the words of a chunk, storable, without thoughts; the
JSON in it."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["Cleaner", "Thoughts", "json_in", "usage_in", "words_in"]

_HIGH_HALF = re.compile("[\ud800-\udbff]\\Z")
_HALVES = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_FENCED = re.compile(r"\A```[\w-]*\s*\n(.*?)\n?\s*```\Z", re.DOTALL)
_OPENING, _CLOSING = "<think>", "</think>"


class Cleaner:
    """Takes out, piece by piece, what databases refuse: NUL, control characters, and halves of
    surrogate pairs. A pair cut in two by a piece's end is put together again."""

    def __init__(self) -> None:
        self._half = ""

    def feed(self, text: str) -> str:
        text, self._half = self._half + text, ""
        if found := _HIGH_HALF.search(text):
            text, self._half = text[:-1], found.group()
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        return _CONTROL.sub("", text)


class Thoughts:
    """Swallows the ``<think>…</think>`` some servers leave at the beginning of a reply, and
    blanks before the first word."""

    def __init__(self) -> None:
        self._held = ""
        self._thinking = self._speaking = False

    def feed(self, text: str) -> str:
        if self._speaking:
            return text
        self._held += text
        if self._thinking:
            _, closing, rest = self._held.partition(_CLOSING)
            if not closing:
                self._held = self._held[-len(_CLOSING) :]
                return ""
            self._held, self._thinking = rest, False
        self._held = self._held.lstrip()
        if self._held.startswith(_OPENING):
            self._held, self._thinking = self._held.removeprefix(_OPENING), True
            return self.feed("")
        if not self._held or _OPENING.startswith(self._held):
            return ""
        self._speaking = True
        return self._held

    def rest(self) -> str:
        """What was held back because it might have become a thought, once nothing follows."""
        return "" if self._speaking or self._thinking else self._held


def json_in(text: str) -> Any:
    """The JSON value of a reply that may wrap it in a fence or a sentence. ValueError if none."""
    text = text.strip()
    if fenced := _FENCED.match(text):
        text = fenced.group(1)
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("there is no JSON object in the reply")
    try:
        # Raw line ends inside strings are the commonest slip of models without a grammar.
        return _cleaned(json.loads(text[start : end + 1], strict=False))
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return Cleaner().feed(value)
    if isinstance(value, list):
        return [_cleaned(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _cleaned(entry) for key, entry in value.items()}
    return value


def _of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def words_in(chunk: Any) -> tuple[str, str, bool]:
    """Words, finish reason ("" for none yet) and whether the model declines, from one chunk.

    Nobody has validated what a server sends: anything may be missing or of another type.
    """
    choices = _of(chunk, "choices")
    if not isinstance(choices, list) or not choices:
        return "", "", False
    delta = _of(choices[0], "delta")
    words = _of(delta, "content")
    finish = _of(choices[0], "finish_reason")
    return (
        words if isinstance(words, str) else "",
        finish if isinstance(finish, str) else "",
        bool(_of(delta, "refusal")),
    )


def usage_in(chunk: Any) -> tuple[int, int] | None:
    """Tokens of prompt and reply so far, where a chunk tells them."""
    usage = _of(chunk, "usage")
    prompt, completion = _of(usage, "prompt_tokens"), _of(usage, "completion_tokens")
    if not (isinstance(prompt, int) and isinstance(completion, int)):
        return None
    return max(0, prompt), max(0, completion)
