"""The words and pieces of text without which a regular expression cannot match, found in its parse tree.

For speed: looking up a hundred words in the set of a text's words is one operation; a pattern goes through
the text letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from interviewers.engines.builtin.reading.trees import tree_of
from interviewers.engines.builtin.reading.words import STOP_EN

__all__ = ["Needs", "needs_of", "together"]

_WORD = re.compile(r"\w+")
r"""A whole word, as ``\b`` takes it: as long as it goes."""

_MOST = 200
"""A pattern with more pieces is always tried."""
_A_LETTER = "[(IN, [(CATEGORY, CATEGORY_WORD)])]"
"""The class in ``(?<!\\w)`` and ``(?!\\w)``, which mark the edge of a word too."""
_MANY = 240
"""The most texts that neighbouring parts are combined into."""
_COMMON = 0.3
"""The probability that a text has a function word, roughly."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Every match has one of the ``words``, as a whole word of the text (all of them ASCII), or one of
    the ``parts`` anywhere in it; in lower case where case does not count."""

    words: frozenset[str]
    parts: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.words or self.parts)

    def in_ascii(self) -> Needs:
        """The needs that an ASCII text can meet."""
        return Needs(*(frozenset(filter(str.isascii, some)) for some in (self.words, self.parts)))


def needs_of(source: str, flags: int, *, whole: bool = True) -> Needs | None:
    """What every match of a pattern has; None where nothing is known, or there are too many. Without
    ``whole`` words are parts like any other. Raises re.error for an invalid pattern."""
    tree = tree_of(source, flags)
    if tree is None:
        return None
    reader = _Reader(folds=bool(flags & re.IGNORECASE), whole=whole)
    found = reader.of_row(reader.row(tree), left=False, right=False)
    if found is None:
        return None
    return Needs(
        frozenset(text for (text, is_word), _ in found if is_word),
        frozenset(text for (text, is_word), _ in found if not is_word),
    )


def together(several: Iterable[Needs | None]) -> Needs | None:
    """What any match of any of several patterns has; None where that is not known."""
    words: set[str] = set()
    parts: set[str] = set()
    for needs in several:
        if needs is None:
            return None
        words |= needs.words
        parts |= needs.parts
    # What has another one in it needs not be looked for.
    least = {part for part in parts if not any(other in part for other in parts if other != part)}
    return Needs(frozenset(words), frozenset(least)) if len(least) <= _MOST else None


class _Edge:
    """The beginning or end of a word."""


class _Anything:
    """Unknown text."""


_Texts = frozenset[str]
_Branches = list[list[Any]]
_Item = tuple[str, bool]
"""A text, and whether it is a whole word."""
_Found = list[tuple[_Item, float]]
"""Items with the probability that a text has them."""


class _Reader:
    """Reads parse trees. ``folds``: case does not count; ``whole``: whole words are told from parts."""

    def __init__(self, *, folds: bool, whole: bool) -> None:
        self.folds, self.whole = folds, whole

    def row(self, row: Iterable[Any]) -> list[Any]:
        """The parts of a row: sets of possible texts, branches (too many for a set), edges, or unknown
        text. Neighbouring letters are one text."""
        found: list[Any] = []
        part: Any
        for part in self._read(row):
            if found and _is_one(part) and _is_one(found[-1]):
                found[-1] = frozenset(a + b for a in found[-1] for b in part)
            else:
                found.append(part)
        return found

    def _read(self, row: Iterable[Any]) -> Iterator[_Texts | _Branches | _Edge | _Anything]:
        """The parts of a row, without look-ahead and look-behind, which consume nothing."""
        for operation, argument in row:
            name = str(operation)
            if name == "LITERAL":
                yield frozenset({chr(argument)})
            elif name == "IN":
                chars = _chars(argument)
                yield _Anything() if chars is None else chars
            elif name == "SUBPATTERN":
                _, added, _, inner = argument
                if added & re.IGNORECASE and not self.folds:
                    yield _Anything()
                else:
                    yield from self._read(inner)
            elif name == "ATOMIC_GROUP":
                yield from self._read(argument)
            elif name == "BRANCH":
                branches = [self.row(inner) for inner in argument[1]]
                texts = [_texts(branch) for branch in branches]
                if all(some is not None for some in texts):
                    every = frozenset(text for some in texts if some is not None for text in some)
                    yield every if len(every) <= _MANY else branches
                else:
                    yield branches
            elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                yield from self._repeated(*argument)
            elif name == "AT":
                if str(argument) != "AT_NON_BOUNDARY":
                    yield _Edge()
            elif name == "ASSERT_NOT":
                if str(list(argument[1])) == _A_LETTER:
                    yield _Edge()
            elif name != "ASSERT":
                yield _Anything()

    def _repeated(
        self, least: int, most: int, row: Iterable[Any]
    ) -> Iterator[_Texts | _Branches | _Edge | _Anything]:
        inner = self.row(row)
        if least:
            yield from inner
            if most > 1:
                yield _Anything()
            return
        texts = _texts(inner) if most == 1 else None
        yield _Anything() if texts is None else texts | {""}

    def of_row(self, parts: list[Any], *, left: bool, right: bool) -> _Found | None:
        """The rarest needs of a row; ``left`` and ``right`` are whether its first text begins a word, and
        its last one ends one."""
        found: list[_Found | None] = []
        run, begins = frozenset({""}), left
        for place, part in enumerate(parts):
            if isinstance(part, frozenset):
                found.append(self._of_texts(part, left=False, right=False))
            if isinstance(part, frozenset) and len(run) * len(part) <= _MANY:
                run = frozenset(a + b for a in run for b in part)
                continue
            edge = isinstance(part, _Edge)
            found.append(self._of_texts(run, left=begins, right=edge))
            if isinstance(part, list):
                opens = all(not text or not _wordly(text[-1]) for text in run) and (
                    begins or "" not in run
                )
                closes = _ends_a_word(parts[place + 1 :], right=right)
                found.append(self._of_branches(part, left=opens, right=closes))
            run, begins = (part if isinstance(part, frozenset) else frozenset({""})), edge
        found.append(self._of_texts(run, left=begins, right=right))
        return min((some for some in found if some), key=_likely, default=None)

    def _of_branches(self, branches: _Branches, *, left: bool, right: bool) -> _Found | None:
        found: _Found = []
        for branch in branches:
            one = self.of_row(branch, left=left, right=right)
            if one is None:
                return None
            found += one
        return found

    def _of_texts(self, texts: _Texts, *, left: bool, right: bool) -> _Found | None:
        """The rarest piece of each text, None where one has none."""
        found: dict[_Item, float] = {}
        for text in texts:
            item = self._of_text(text.lower() if self.folds else text, left=left, right=right)
            if item is None or (self.folds and not all(map(_plain, text))):
                return None
            found[item] = _chance(item)
        return list(found.items())

    def _of_text(self, text: str, *, left: bool, right: bool) -> _Item | None:
        if not text:
            return None
        whole = [
            (word.group(), True)
            for word in _WORD.finditer(text)
            if self.whole
            and word.group().isascii()
            and (left or word.start())
            and (right or word.end() < len(text))
        ]
        return min([*whole, (text, False)], key=_chance)


def _is_one(part: Any) -> bool:
    return isinstance(part, frozenset) and len(part) == 1


def _chars(members: Iterable[Any]) -> _Texts | None:
    """The characters of a class; None where there are more than 16."""
    found: set[str] = set()
    for operation, argument in members:
        if str(operation) == "LITERAL":
            found.add(chr(argument))
        elif str(operation) == "RANGE" and argument[1] - argument[0] < 16:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= 16 else None


def _texts(parts: Iterable[Any]) -> _Texts | None:
    """All texts that parts make together; None where these are too many or unknown."""
    found = frozenset({""})
    for part in parts:
        if not isinstance(part, frozenset) or len(found) * len(part) > _MANY:
            return None
        found = frozenset(a + b for a in found for b in part)
    return found


def _ends_a_word(parts: list[Any], *, right: bool) -> bool:
    """Whether a word ends before these parts."""
    if not parts:
        return right
    first = parts[0]
    if isinstance(first, frozenset):
        return "" not in first and not any(_wordly(text[0]) for text in first)
    return isinstance(first, _Edge)


def _wordly(char: str) -> bool:
    return bool(_WORD.match(char))


def _plain(char: str) -> bool:
    """Whether lower case in ASCII is all there is to its case."""
    return char.isascii() or char.lower() == char.upper()


def _likely(found: _Found) -> float:
    return sum(chance for _, chance in found)


def _chance(item: _Item) -> float:
    """The probability that a text has an item, roughly, plus the cost of looking for it."""
    text, whole = item
    if text.strip() in STOP_EN:
        return _COMMON
    letters = (30.0 if text.isascii() else 500.0) ** -len(text)
    return letters if whole else letters * 30.0 + 0.00001
