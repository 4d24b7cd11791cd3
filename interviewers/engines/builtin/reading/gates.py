"""Patterns that are tried only on texts with one of the words they need for a match.

For speed: dozens of long patterns rarely match, and looking for a few words takes a hundredth of the time.
`needs` derives these words from the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from interviewers.engines.builtin.reading.needs import Needs, needs_of, together

__all__ = ["Gated", "Row", "lone_letters", "words_of"]

_ODD = re.compile("[\u0130\u0131\u017f\u212a]")
"""Letters that match ``i``, ``s`` or ``k`` where case does not count, and are not lowered to them."""
_NOWHERE = "(?!)"
"""Matches nothing."""


class _Gate:
    """One pattern with the words it needs; it is always tried if these are not known."""

    __slots__ = ("always", "never", "parts", "pattern", "words")

    def __init__(self, pattern: re.Pattern[str], needs: Needs | None) -> None:
        self.pattern = pattern
        self.never = pattern.pattern == _NOWHERE
        self.always = needs is None and not self.never
        self.words = needs.words if needs else frozenset()
        self.parts = tuple(sorted(needs.parts)) if needs else ()

    def opens(self, low: str) -> bool:
        """False only where the pattern matches nowhere in a text, given in lower case where case does not
        count."""
        if self.always:
            return True
        if self.words and not self.words.isdisjoint(words_of(low)):
            return True
        for part in self.parts:  # noqa: SIM110 (this is asked so often that a generator shows)
            if part in low:
                return True
        return False


def _gates(pattern: re.Pattern[str], *, whole: bool) -> tuple[_Gate, _Gate]:
    """The gates of a pattern for any text, and for ASCII text. The latter leaves out alternatives that
    match no ASCII: most patterns have words of two languages, most texts are in one."""
    source, flags = pattern.pattern, pattern.flags
    each = [source] if pattern.groups else _alternatives(source)
    try:
        needs = [needs_of(one, flags, whole=whole) for one in each]
    except re.error:  # no pattern by itself, whatever it is
        each, needs = [source], [needs_of(source, flags, whole=whole)]
    kept = [place for place, one in enumerate(needs) if one is None or one.in_ascii()]
    plain = pattern
    if len(kept) < len(each):
        plain = re.compile("|".join(each[place] for place in kept) if kept else _NOWHERE, flags)
    in_ascii = (one and one.in_ascii() for one in (needs[place] for place in kept))
    return _Gate(pattern, together(needs)), _Gate(plain, together(in_ascii))


class Gated:
    """A compiled pattern with its gate; the methods are those of `re.Pattern`."""

    __slots__ = ("_any", "_ascii", "_folds", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._folds = bool(pattern.flags & re.IGNORECASE)
        self._any, self._ascii = _gates(pattern, whole=True)

    def may_match(self, text: str) -> bool:
        """False only where it matches nowhere in ``text``."""
        return self._tried_on(text) is not None

    def _tried_on(self, text: str) -> re.Pattern[str] | None:
        """The pattern to try on a text, None where it cannot match."""
        gate = self._ascii if text.isascii() else self._any
        low = _lowered(text) if self._folds else text
        return gate.pattern if low is None or gate.opens(low) else None

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str) -> str:
        pattern = self._tried_on(text)
        return text if pattern is None else pattern.sub(repl, text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        pattern = self._tried_on(text)
        return iter(()) if pattern is None else pattern.finditer(text)

    def findall(self, text: str) -> list[Any]:
        pattern = self._tried_on(text)
        return [] if pattern is None else pattern.findall(text)

    def search(self, text: str) -> re.Match[str] | None:
        pattern = self._tried_on(text)
        return None if pattern is None else pattern.search(text)


class _Index:
    """Numbers of gates: those always tried, the others by the words and parts they need."""

    __slots__ = ("always", "parts", "words")

    def __init__(self, gates: Iterable[tuple[int, _Gate]]) -> None:
        self.always: set[int] = set()
        self.words: dict[str, set[int]] = {}
        self.parts: dict[str, set[int]] = {}
        for number, gate in gates:
            if gate.always:
                self.always.add(number)
            for word in gate.words:
                self.words.setdefault(word, set()).add(number)
            for part in gate.parts:
                self.parts.setdefault(part, set()).add(number)

    def open_in(self, low: str) -> set[int]:
        found = set(self.always)
        if self.words:
            for word in self.words.keys() & words_of(low):
                found |= self.words[word]
        for part, numbers in self.parts.items():
            if part in low:
                found |= numbers
        return found


class Row:
    """Patterns tried one after the other; a word that several need is looked for once.

    ``changing``: the text is changed in between, so that part of a word may become a word.
    """

    __slots__ = ("_in_any", "_in_ascii", "_patterns")

    def __init__(self, patterns: Iterable[re.Pattern[str]], *, changing: bool = True) -> None:
        self._patterns = tuple(enumerate(patterns))
        gates = [
            (number, bool(pattern.flags & re.IGNORECASE), _gates(pattern, whole=not changing))
            for number, pattern in self._patterns
        ]
        self._in_any, self._in_ascii = (
            tuple(
                _Index((number, both[place]) for number, folds, both in gates if folds is wanted)
                for wanted in (True, False)
            )
            for place in (0, 1)
        )

    def __iter__(self) -> Iterator[re.Pattern[str]]:
        return (pattern for _, pattern in self._patterns)

    def likely(self, text: str) -> list[tuple[int, re.Pattern[str]]]:
        """The patterns that may match in ``text`` (or in what is left of a changing one), with their
        numbers, in order."""
        low = _lowered(text)
        if low is None:
            return list(self._patterns)
        folded, plain = self._in_ascii if text.isascii() else self._in_any
        found = folded.open_in(low) | plain.open_in(text)
        return [entry for entry in self._patterns if entry[0] in found] if found else []


_last: tuple[str, str | None] = ("", "")


def _lowered(text: str) -> str | None:
    """``text`` in lower case, None where a pattern ignoring case would read it otherwise (`_ODD`). The
    last result is kept: many patterns ask for the same text."""
    global _last
    last = _last
    if last[0] is not text:
        last = _last = (text, None if _ODD.search(text) else text.lower())
    return last[1]


_APART = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(256))


@lru_cache(maxsize=128)
def words_of(low: str) -> frozenset[str]:
    """The ASCII words of a text, and ASCII pieces of other words. Takes a fifth of the time of a
    pattern."""
    return frozenset(low.encode("ascii", "replace").translate(_APART).decode().split())


def lone_letters(text: str) -> int:
    """How many words of a text of ASCII have one letter or digit."""
    return list(map(len, text.encode().translate(_APART).split())).count(1)


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
