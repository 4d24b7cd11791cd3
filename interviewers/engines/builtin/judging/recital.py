"""Pieces of an answer that only recite the wordings of scoring points.

`rows` recognises a list of terms by its form. A list of the very wordings by which points are recognised
can look like prose ("Writes get slower and as soon as and a second queue"). It is recognised because
nothing is left once these wordings are taken out: an explanation, even in notes, has at least one word of
its own for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.base import ScoringPoint
from interviewers.engines.builtin.expected.synonyms import ANY, lookup_of, phrase_of, stems, view_of
from interviewers.engines.builtin.judging.rows import cut, is_item, unframed
from interviewers.engines.builtin.reading.text import (
    HAN,
    Segment,
    atoms,
    fold,
    is_function,
    is_han,
    segment_of,
    stem,
)
from interviewgpt.expressions import expression

__all__ = ["phrases_of", "recital"]

FEWEST = 3
"""From this many recited points on it is a list; fewer are a manner of speaking."""
MOST = 0.65
"""From this part of all phrases in an answer on it is nothing but a list."""
OWN = 0.5
"""With fewer own words than this per phrase nothing is explained."""
EXPLAINED = 1.0
"""With this many per phrase in the whole answer something is explained,"""
OWN_IN_ROW = 0.2
"""except for a list sentence with fewer than this."""

SMALL = 0.34
"""The weight of a function word as an own word: a sentence has some between the phrases, a list only in its
frame."""

_TAKEN = "ж"
_APART = expression(rf"(?<=[{HAN}{_TAKEN}]) (?=[{HAN}{_TAKEN}])")
_EMPTY = expression(
    r"\b(?:(?:is|are|was|were|has|have) (?:\w+ly |very |so |also |all )*)?(?:important|crucial|essential|useful|relevant|necessary|required|needed|vital|good|great|helpful|key|a must|an? (?:key|important) (?:point|part|aspect|topic))\b|"
    r"\b(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|last(?:ly)?|final(?:ly)?|next|us(?:e|ed|es|ing)|consider(?:ed|ing)?|think(?:ing)?|thought|mention|know|needs?|say|talk|discuss|apply|includ(?:e|es|ed|ing)|"
    r"involv(?:e|es|ing)|keywords?|keys?|terms?|words?|points?|topics?|answer|following|main|matters?|and so (?:on|forth)|etc|look at|take care of|aspects?|concepts?|ideas?)\b|"
    r"首先|其次|然后|接着|最后|另外|使用|采用|考虑|知道|了解|想到|提到|应该|关键[词字点]|要点|答案|主要|包括|涉及|比如|例如|关于|"
    r"等等|之类|方面|[也都]?很?重要|(?:是|很)关键|必须|必不可少|不可少|不能少"
)


@dataclass(frozen=True, slots=True)
class Recital:
    """The pieces of an answer's sentences in order, each with whether it only recites; ``whole`` is whether
    hardly anything else makes a point."""

    runs: tuple[tuple[Segment, bool], ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as stems in order, with a space at either end; ``size`` is their number, ``points`` the numbers
    of its points, ``text`` whether it is the text of one, ``names`` whether it names and does not state
    something."""

    row: str
    size: int
    points: frozenset[int]
    text: bool
    names: bool


@dataclass(frozen=True, slots=True)
class Phrases:
    """What makes scoring points: by point its own text as a row of stems, and its synonyms by the
    marks of which a sentence that says one has one."""

    texts: tuple[str, ...]
    synonyms: tuple[Mapping[str, tuple[str, ...]], ...]

    def stated(self, rows: Sequence[str]) -> list[_Phrase]:
        """The phrases that occur in sentences of stems, longest first."""
        every = "|".join(rows)
        words = {ANY, *every.split()}
        found: dict[str, set[int]] = {}
        names = set(self.texts)
        for number, (own, by_mark) in enumerate(zip(self.texts, self.synonyms, strict=True)):
            if own in every:
                found.setdefault(own, set()).add(number)
            for mark in by_mark.keys() & words:
                for phrase in map(phrase_of, by_mark[mark]):
                    if phrase.row in every:
                        found.setdefault(phrase.row, set()).add(number)
                        if phrase.is_name:
                            names.add(phrase.row)
        longest = sorted(filter(str.strip, found), key=lambda row: (-len(row), row))
        return [
            _Phrase(row, row.count(" ") - 1, frozenset(found[row]), row in self.texts, row in names)
            for row in longest
        ]


@lru_cache(maxsize=512)
def phrases_of(points: tuple[ScoringPoint, ...]) -> Phrases:
    return Phrases(
        tuple(f" {' '.join(stems(atoms(fold(point.text))))} " for point in points),
        tuple(lookup_of(point.synonyms).by_mark for point in points),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a piece lies, how many words and phrases it has, of which points, and how many words
    besides (two Chinese characters are one)."""

    span: tuple[int, int]
    size: int
    hits: int
    points: frozenset[int]
    own: float


def recital(found: Sequence[Segment], phrases: Phrases, listed: Sequence[bool]) -> Recital | None:
    """How an answer recites ``phrases``; None if it does not.

    In a sentence that is ``listed`` (a list by its form) the bare items count as recited as well; if it has
    none, all of it.
    """
    rows = [view_of(segment).row for segment in found]
    stated = phrases.stated(rows)
    told = [phrase for phrase in stated if phrase.names]
    if _named(told) < FEWEST and not any(listed):
        return None
    # In a row of terms by its looks a statement is an item as well.
    inside = [
        [phrase for phrase in (stated if looks else told) if phrase.row in row]
        for row, looks in zip(rows, listed, strict=True)
    ]
    # A point may have a comma or an "and" of its own.
    torn = {word for phrase in told if phrase.text for word in phrase.row.split()}
    read = [
        _pieces(segment.text, phrases_, torn)
        for segment, phrases_ in zip(found, inside, strict=True)
    ]
    explains = _share([piece for row in read for piece in row]) >= EXPLAINED
    recited = [_recites(row, explains=explains) for row in read]
    if (
        _named([p for row, is_row in zip(read, recited, strict=True) if is_row for p in row])
        < FEWEST
    ):
        if not any(listed):
            return None
        recited = [False] * len(recited)
    return _marked(found, read, recited, listed)


def _marked(
    found: Sequence[Segment],
    read: Sequence[Sequence[_Piece]],
    recited: Sequence[bool],
    listed: Sequence[bool],
) -> Recital:
    runs: list[tuple[Segment, bool]] = []
    size = bare_size = hits = bare_hits = 0
    for segment, row, recites, looks in zip(found, read, recited, listed, strict=True):
        bare = [
            (recites and piece.hits > 0)
            or (looks and is_item(fold(segment.text[slice(*piece.span)])))
            for piece in row
        ]
        if looks and not any(bare):
            bare = [True] * len(row)
        for piece, is_bare in zip(row, bare, strict=True):
            size, bare_size = size + piece.size, bare_size + is_bare * piece.size
            hits, bare_hits = hits + piece.hits, bare_hits + is_bare * piece.hits
        runs += _runs(segment, [piece.span for piece in row], bare)
    return Recital(tuple(runs), bare_size >= MOST * size or FEWEST <= bare_hits >= MOST * hits)


def _share(pieces: Sequence[_Piece]) -> float:
    """The number of other words per phrase."""
    hits = sum(piece.hits for piece in pieces)
    return sum(piece.own for piece in pieces) / hits if hits else EXPLAINED


def _recites(row: Sequence[_Piece], *, explains: bool) -> bool:
    """Whether a sentence has hardly a word besides the phrases in it."""
    hits = sum(piece.hits for piece in row)
    own = sum(piece.own if piece.hits else min(1.0, piece.own) for piece in row)
    if explains:
        return own <= OWN_IN_ROW * hits and _named(row) >= FEWEST
    return hits > 0 and own <= OWN * hits


def _named(row: Iterable[_Piece | _Phrase]) -> int:
    """How many different points are named."""
    return len(frozenset(number for piece in row for number in piece.points))


def _taken(
    row: str, words: Sequence[str], told: Iterable[_Phrase]
) -> tuple[list[str], int, frozenset[int]]:
    """The words of a row with those of phrases taken out, how many phrases, and their points."""
    left = list(words)
    hits = 0
    points: set[int] = set()
    for phrase in told:
        while (place := row.find(phrase.row)) >= 0:
            first = row.count(" ", 0, place)
            left[first : first + phrase.size] = [_TAKEN] * phrase.size
            row = row.replace(phrase.row, f" {' '.join([_TAKEN] * phrase.size)} ", 1)
            hits += 1
            points |= phrase.points
    return left, hits, frozenset(points)


def _pieces(text: str, told: Sequence[_Phrase], torn: Set[str]) -> list[_Piece]:
    found = []
    for start, end in cut(text):
        folded = fold(text[start:end])
        words = atoms(folded)
        left, hits, points = _taken(f" {' '.join(stems(words))} ", words, told)
        rest = _EMPTY.sub(" ", unframed(_APART.sub("", " ".join(left))))
        own = 0.0
        for word in atoms(rest):
            if stem(word) in torn:
                hits = hits or 1
            else:
                own += _worth(word)
        found.append(_Piece((start, end), len(words), hits, points, own))
    return found


def _worth(word: str) -> float:
    """What a word is worth as one's own: a small one little, a Chinese character half."""
    return (0.5 if is_han(word) else 1.0) * (SMALL if is_function(word) else 1.0)


def _runs(
    segment: Segment, spans: Sequence[tuple[int, int]], bare: Sequence[bool]
) -> Iterator[tuple[Segment, bool]]:
    """Neighbouring pieces of a kind, together with what stands between them."""
    if len(set(bare)) < 2:
        yield segment, any(bare)
        return
    first = 0
    for place, (_, end) in enumerate(spans):
        if place + 1 == len(spans) or bare[place + 1] != bare[place]:
            yield segment_of(segment.text[spans[first][0] : end].strip()), bare[place]
            first = place + 1
