"""Finds the words of many classes in a text, trying at each place those only that can begin there.

One pattern of a thousand alternatives takes each of them up at each place. Which letters an
alternative can begin with is read off the pattern. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from interviewers.engines.builtin.reading.trees import beginnings

__all__ = ["Signs"]

_ANY = ""
"""In the place of a character: whatever it is."""
_LETTER = re.compile(r"\w")
_START = re.compile(r"(?<![a-z0-9_])[^\W_]")


class Signs:
    """The words of some classes: alternatives of a pattern by the class's name, in order of
    precedence. ``words`` is whether only whole words count."""

    def __init__(self, classes: Mapping[str, str], *, words: bool) -> None:
        self._words = words
        rows: dict[str, dict[str, list[str]]] = {}
        for name, found in classes.items():
            for alternative in _alternatives(found):
                known = beginnings(alternative)
                for char in (_ANY,) if known is None else known:
                    rows.setdefault(char, {}).setdefault(name, []).append(alternative)
        end = "(?![a-z0-9_])" if words else ""
        self._sources = {
            char: "(?:" + "|".join(f"(?P<{n}>{'|'.join(a)})" for n, a in row.items()) + ")" + end
            for char, row in rows.items()
        }
        self._compiled: dict[str, re.Pattern[str]] = {}

    def _from(self, char: str) -> re.Pattern[str] | None:
        """The words that begin with a character, compiled when the first text has it."""
        if char not in self._sources:
            char = _ANY
        if char not in self._sources:
            return None
        if char not in self._compiled:
            self._compiled[char] = re.compile(self._sources[char])
        return self._compiled[char]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The words in a folded text, from left to right; each has its class as ``lastgroup``."""
        after = 0
        starts = (m.start() for m in _START.finditer(text)) if self._words else range(len(text))
        for place in starts:
            if place < after or (pattern := self._from(text[place])) is None:
                continue
            if (found := pattern.match(text, place)) and found.end() > place:
                after = found.end()
                yield found

    def without(self, text: str) -> str:
        """A folded text with a comma in the place of each word."""
        rest, last = [], 0
        for found in self.finditer(text):
            rest.append(text[last : found.start()])
            last = found.end()
        return " , ".join([*rest, text[last:]])

    def covers(self, text: str) -> bool:
        """Whether a folded text is nothing but such words."""
        return not _LETTER.search(self.without(text))


def _alternatives(pattern: str) -> list[str]:
    """A pattern cut at its outermost bars."""
    found, depth, start, inside = [], 0, 0, False
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif inside:
            inside = char != "]"
        elif char == "[":
            inside = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
