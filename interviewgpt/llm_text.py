"""What a model writes, made fit for use: the words of a chunk, storable, without thoughts; the
JSON in it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import orjson

from interviewgpt.expressions import expression

__all__ = ["Cleaner", "Thoughts", "json_in", "json_of", "tokens_of", "usage_in", "words_in"]

_HAN = expression("[\u3400-\u9fff]")
_HIGH_HALF = expression("[\ud800-\udbff]\\Z")
_HALVES = expression("[\ud800-\udfff]")
_ODD = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Controls, what turns the direction of writing, what cannot be seen, and halves of pairs."""
_ORDER = expression(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[]P^_X][^\x07\x1b]{0,200}(?:\x07|\x1b\\\\)|\x1b[ -/][0-~]"
)
"""An order to a terminal (ECMA-48): a colour, a title, a link."""
_ORDER_BEGUN = expression(
    "(?:\x1b(?:\\[[0-?]{0,40}[ -/]{0,4}|[]P^_X][^\x07\x1b]{0,200}\x1b?|[ -/])?|\x9b[0-?]{0,40}[ -/]{0,4})\\Z"
)
_FENCED = expression(r"\A```[\w-]*\s*\n(.*?)\n?\s*```\Z", re.DOTALL)
_BRACES = expression(r'[{}]|"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_TAG = expression(r"<(/?)(?:think|thinking|thoughts?|reasoning)>", re.IGNORECASE)
_TAG_BEGUN = expression(r"<(?:/?[a-z]{0,9})\Z", re.IGNORECASE)
_LONGEST_TAG = 12
_MOST_TOKENS = 100_000_000
"""No call has cost so much."""


class Cleaner:
    """Takes out, piece by piece, what databases refuse or a screen would obey: NUL, control and
    invisible characters, orders to terminals, and halves of surrogate pairs. What a piece's end
    cuts in two is put together again."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        if self._held:
            text, self._held = self._held + text, ""
        if _ODD.search(text) is None:
            return text
        text = _ORDER.sub("", text)
        if found := _HIGH_HALF.search(text) or _ORDER_BEGUN.search(text):
            text, self._held = text[: found.start()], found.group()
        if _HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        return _ODD.sub("", text)


class Thoughts:
    """Swallows the ``<think>…</think>`` some servers leave in a reply, and blanks before the first
    word. What cannot be the tag of a thought is given at once.

    Some templates open the thought themselves, so that only its end is seen. With ``unopened`` all
    is held back until that end or the end of the reply; what gets longer than ``longest`` characters
    meanwhile can only be a thought. With ``data`` a reply that begins like JSON is given as it is.
    """

    def __init__(self, *, longest: int, unopened: bool = False, data: bool = False) -> None:
        self._held = ""
        self._thinking = self._speaking = False
        self._longest, self._unopened, self._data = longest, unopened, data
        self.ended = False
        """Whether a thought ended of which no beginning was seen."""

    def feed(self, text: str) -> str:
        """What of the reply may be given now. Raises ValueError when what has been given already
        turns out to be a thought."""
        if self._speaking and (self._data or not (self._thinking or self._held or "<" in text)):
            return text
        text, self._held = self._held + text, ""
        said = self._without(text)
        if not self._speaking:
            said = said.lstrip()
            self._speaking = bool(said)
        return said

    def _without(self, text: str) -> str:
        said = ""
        while not self._is_data(text) and (found := _TAG.search(text)):
            before, text = text[: found.start()], text[found.end() :]
            closes = bool(found.group(1))
            if closes and not self._thinking:
                self.ended = True
                if self._speaking:
                    raise ValueError("a thought was given")
                said = ""
            elif not self._thinking:
                said += before
            self._thinking, self._unopened = not closes, False
        data = self._is_data(text)
        if self._unopened and not data and len(text) > self._longest:
            self._thinking, self._unopened = True, False
        if data:
            said += text
        elif self._thinking:
            self._held = text[-_LONGEST_TAG:]
        elif self._unopened:
            self._held = text
        elif begun := _TAG_BEGUN.search(text):
            self._held = begun.group()
            said += text[: begun.start()]
        else:
            said += text
        return said

    def _is_data(self, text: str) -> bool:
        return self._data and not self._thinking and text.lstrip().startswith(("{", "```"))

    def rest(self) -> str:
        """What was held back because it might have become a thought, once nothing follows."""
        return "" if self._thinking else self._held if self._speaking else self._held.lstrip()


def json_of(value: Any) -> bytes:
    """A value as JSON. Half a surrogate pair, which UTF-8 cannot have, is escaped."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value).encode()


def json_in(text: str) -> Any:
    """The JSON value of a reply that may wrap it in a fence or a sentence. ValueError if none."""
    text = text.strip()
    if fenced := _FENCED.match(text):
        text = fenced.group(1)
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("there is no JSON object in the reply")
    try:
        try:
            # Raw line ends inside strings are the commonest slip of models without a grammar.
            return _cleaned(json.loads(text[start : end + 1], strict=False))
        except json.JSONDecodeError:
            if (longest := _longest_object(text)) is None:
                raise
            return _cleaned(longest)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None


def _longest_object(text: str) -> Any:
    """The longest JSON object among other words, which may have braces too; None if there is none."""
    longest: Any = None
    length = depth = begun = 0
    for token in _BRACES.finditer(text):
        if token.group() == "{":
            begun = begun if depth else token.start()
            depth += 1
        elif token.group() == "}" and depth:
            depth -= 1
            if not depth and token.end() - begun > length:
                with suppress(json.JSONDecodeError):
                    longest = json.loads(text[begun : token.end()], strict=False)
                    length = token.end() - begun
    return longest


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
    if not isinstance(choices, list):
        return "", "", False
    # Another reply beside the first one, which nobody asked for, has another index.
    choice = next((entry for entry in choices if not _of(entry, "index")), None)
    delta = _of(choice, "delta")
    words = _of(delta, "content")
    if isinstance(words, list):  # Parts, some of them thoughts.
        texts = [_of(part, "text") for part in words if _of(part, "type") == "text"]
        words = "".join(text for text in texts if isinstance(text, str))
    finish = _of(choice, "finish_reason")
    return (
        words if isinstance(words, str) else "",
        finish if isinstance(finish, str) else "",
        bool(_of(delta, "refusal")),
    )


def tokens_of(text: str) -> int:
    """About how many tokens a text is: one for each Chinese character, and one for four others, the
    rule of thumb that OpenAI gives for English."""
    han = len(_HAN.findall(text))
    return han + -(-(len(text) - han) // 4)


def usage_in(chunk: Any) -> tuple[int, int] | None:
    """Tokens of prompt and reply so far, where a chunk tells them."""
    usage = _of(chunk, "usage")
    prompt, completion = _of(usage, "prompt_tokens"), _of(usage, "completion_tokens")
    if not (isinstance(prompt, int) and isinstance(completion, int)):
        return None
    return _plausible(prompt), _plausible(completion)


def _plausible(tokens: int) -> int:
    """A count that a database can add up, whatever a server says."""
    return max(0, min(tokens, _MOST_TOKENS))
