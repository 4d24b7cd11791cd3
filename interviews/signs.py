"""Finds the words of many classes in a text, trying at each place those only that can begin there.

One pattern of a thousand alternatives takes each of them up at each place. Which letters an
alternative can begin with is read off the pattern. Pure.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

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
                known = _beginnings(alternative)
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


def _beginnings(source: str) -> set[str] | None:
    """The characters a match can begin with, None where this Python has no parser of patterns to read them off.
    Raises ValueError where that is any character, or a match may be empty."""
    try:
        tree = importlib.import_module("re._parser").parse(source)
    except (ImportError, AttributeError):
        return None
    chars, empty = _first(tree)
    if empty:
        raise ValueError(f"may match nothing: {source}")
    return chars


def _first(items: Any) -> tuple[set[str], bool]:
    """The first characters of a parsed pattern, and whether it may match nothing."""
    chars: set[str] = set()
    for op, arg in items:
        name = str(op)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name == "LITERAL":
            return chars | {chr(arg)}, False
        if name == "IN":
            return chars | _members(arg), False
        if name == "SUBPATTERN":
            inner, empty = _first(arg[-1])
        elif name == "BRANCH":
            found = [_first(branch) for branch in arg[1]]
            inner, empty = set().union(*(f for f, _ in found)), any(e for _, e in found)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            inner, empty = _first(arg[2])
            empty = empty or arg[0] == 0
        else:
            raise ValueError(f"may begin with anything: {name}")
        chars |= inner
        if not empty:
            return chars, False
    return chars, True


def _members(items: Any) -> set[str]:
    chars: set[str] = set()
    for op, arg in items:
        if str(op) == "LITERAL":
            chars.add(chr(arg))
        elif str(op) == "RANGE":
            chars.update(map(chr, range(arg[0], arg[1] + 1)))
        elif str(op) == "CATEGORY" and str(arg) == "CATEGORY_DIGIT":
            chars.update("0123456789")
        else:
            raise ValueError(f"may begin with anything: {op} {arg}")
    return chars
