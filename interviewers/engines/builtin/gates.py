"""Patterns that are only tried on texts that have one of the words they cannot match without.

Dozens of long patterns look for what hardly any answer has. Whether one of a few words stands in a
text is told in a hundredth of the time; which words those are is read off the pattern.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

__all__ = ["Gated", "Row", "for_ascii", "needed"]

_MOST = 120
"""A pattern with more words than that is tried at once."""
_ODD = re.compile("[\u0130\u0131\u017f\u212a]")
"""Letters that match ``i``, ``s`` or ``k`` where case does not count, and are not lowered to them."""

_NOWHERE = "(?!)"
"""Matches nothing."""

Words = frozenset[str]


class Gated:
    """A compiled pattern behind its words. Its methods are those of `re.Pattern`."""

    __slots__ = ("_ascii", "_ascii_words", "_folds", "_not_ascii", "_words", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._folds = bool(pattern.flags & re.IGNORECASE)
        self._words = tuple(sorted(needed(pattern)))
        self._ascii = for_ascii(pattern)
        self._ascii_words = tuple(sorted(needed(self._ascii)))
        self._not_ascii = self._ascii.pattern == _NOWHERE

    def may_match(self, text: str) -> bool:
        """False only where it matches nowhere in ``text``."""
        if text.isascii():
            words = self._ascii_words
            if not words:
                return not self._not_ascii
        else:
            words = self._words
            if not words:
                return True
        low = _lowered(text) if self._folds else text
        if low is None:
            return True
        for word in words:  # noqa: SIM110 (this is asked so often that a generator shows)
            if word in low:
                return True
        return False

    def _for(self, text: str) -> re.Pattern[str]:
        return self._ascii if text.isascii() else self.pattern

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._for(text).sub(repl, text) if self.may_match(text) else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._for(text).finditer(text) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        return self._for(text).findall(text) if self.may_match(text) else []

    def search(self, text: str) -> re.Match[str] | None:
        return self._for(text).search(text) if self.may_match(text) else None


_Index = tuple[set[int], dict[str, set[int]], dict[str, set[int]]]
"""The numbers of patterns that are always tried, and of the others by their words: of those where
case does not count, and of those where it does."""


class Row:
    """Gated patterns that are tried one after the other. A word that several need is looked for once."""

    __slots__ = ("_in_any", "_in_ascii", "_patterns")

    def __init__(self, patterns: Iterable[Gated]) -> None:
        self._patterns = tuple(enumerate(patterns))
        every = self._patterns
        self._in_any = self._index(every, lambda pattern: pattern._words)
        some = [entry for entry in every if not entry[1]._not_ascii]
        self._in_ascii = self._index(some, lambda pattern: pattern._ascii_words)

    def _index(
        self,
        patterns: Iterable[tuple[int, Gated]],
        words_of: Callable[[Gated], Sequence[str]],
    ) -> _Index:
        always: set[int] = set()
        by_word: dict[bool, dict[str, set[int]]] = {True: {}, False: {}}
        for number, pattern in patterns:
            words = words_of(pattern)
            if not words:
                always.add(number)
            for word in words:
                by_word[pattern._folds].setdefault(word, set()).add(number)
        return always, by_word[True], by_word[False]

    def __iter__(self) -> Iterator[Gated]:
        return (pattern for _, pattern in self._patterns)

    def likely(self, text: str) -> list[tuple[int, Gated]]:
        """Those that may match in ``text`` or in what is left of it, with their numbers, in order."""
        low = _lowered(text)
        if low is None:
            return list(self._patterns)
        always, folded, plain = self._in_ascii if text.isascii() else self._in_any
        found = set(always)
        for by_word, within in ((folded, low), (plain, text)):
            for word, numbers in by_word.items():
                if word in within:
                    found |= numbers
        return [entry for entry in self._patterns if entry[0] in found]


_last: tuple[str, str | None] = ("", "")


def _lowered(text: str) -> str | None:
    """``text`` in lower case, None where that is not what a pattern takes it for. The last one is
    remembered: one pattern after the other asks for it."""
    global _last
    last = _last
    if last[0] is not text:
        last = _last = (text, None if _ODD.search(text) else text.lower())
    return last[1]


def for_ascii(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """``pattern`` without the alternatives that match nothing in a text of ASCII alone: what looks
    for words of two languages looks for one of them in vain in most texts."""
    if pattern.groups or pattern.pattern.isascii():
        return pattern
    try:
        kept = [
            one
            for one in _alternatives(pattern.pattern)
            if not (words := needed(re.compile(one, pattern.flags))) or any(map(str.isascii, words))
        ]
        return re.compile("|".join(kept) if kept else _NOWHERE, pattern.flags)
    except re.error:  # no pattern by itself, whatever it is
        return pattern


def _alternatives(source: str) -> list[str]:
    """A pattern cut at the bars that are in no group and no class."""
    found, depth, start, place = [], 0, 0, 0
    while place < len(source):
        char = source[place]
        if char == "\\":
            place += 1
        elif char == "[":
            place += 2 if source[place + 1] == "^" else 1
            while source[place + 1 : place + 2] != "]":
                place += 2 if source[place + 1] == "\\" else 1
            place += 1
        elif char == "|" and not depth:
            found.append(source[start:place])
            start = place + 1
        else:
            depth += (char == "(") - (char == ")")
        place += 1
    return [*found, source[start:]]


def needed(pattern: re.Pattern[str]) -> Words:
    """Words of which every match of ``pattern`` has one, in lower case where case does not count;
    none where there are too many, or nothing can be told."""
    try:
        parser = importlib.import_module("re._parser")
        parsed = parser.parse(pattern.pattern, pattern.flags)
    except (ImportError, AttributeError):  # another Python may keep its parser elsewhere
        return frozenset()
    found = _of_row(parsed, folds=bool(pattern.flags & re.IGNORECASE))
    return found if found and len(found) <= _MOST else frozenset()


def _of_row(row: Iterable[Any], *, folds: bool) -> Words | None:
    """The best of what the parts of a row cannot do without; None where that is nothing."""
    found: list[Words] = []
    letters = ""
    for operation, argument in row:
        name = str(operation)
        if name == "LITERAL":
            letters += chr(argument)
            continue
        if letters:
            found.append(frozenset({letters}))
            letters = ""
        part = _of_part(name, argument, folds=folds)
        if part:
            found.append(part)
    if letters:
        found.append(frozenset({letters}))
    usable = [
        frozenset(word.lower() for word in words) if folds else words
        for words in found
        if not folds or all(_plain(word) for word in words)
    ]
    return min(usable, key=_chance, default=None)


def _of_part(name: str, argument: Any, *, folds: bool) -> Words | None:
    if name == "SUBPATTERN":
        _, added, _, row = argument
        return None if added & re.IGNORECASE and not folds else _of_row(row, folds=folds)
    if name == "ATOMIC_GROUP":
        return _of_row(argument, folds=folds)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, row = argument
        return _of_row(row, folds=folds) if least else None
    if name == "BRANCH":
        branches = [_of_row(row, folds=folds) for row in argument[1]]
        if all(branches):
            return frozenset(word for words in branches if words for word in words)
    return None


def _plain(word: str) -> bool:
    """Whether case is a matter of ASCII only in it."""
    return all(char.isascii() or char.lower() == char.upper() for char in word)


def _chance(words: Words) -> float:
    """How likely a text has one of the words, roughly, and what it costs to ask."""
    return sum((30.0 if word.isascii() else 500.0) ** -len(word) + 0.00001 for word in words)
