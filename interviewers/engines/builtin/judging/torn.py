"""Word lists made from a reference itself: its words without the small ones between them, or cut one by
one from each other. Pure.

Whoever takes notes leaves small words out too, but chooses other words, and keeps some of "of", "to", "in".
What gives such a list away is that nothing but the reference is in it, nearly all of its words with a topic,
and none of the small words that a sentence has; or that small words stand between marks as if they
were terms ("the, last, element, in, a", "内存、中、可以、存储").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from interviewers.engines.builtin.expected.order import Order
from interviewers.engines.builtin.judging.rows import unframed
from interviewers.engines.builtin.reading.text import HAN, Segment, atoms, is_function, is_han
from interviewgpt.expressions import expression

__all__ = ["is_note", "is_torn"]

FEWEST = 5
"""Pieces, or words: fewer may be anybody's answer."""
FEWEST_TORN = 3
"""Pieces, where phrases of the reference are torn apart."""
LOST = 3
"""So many small words at least has the reference that a list made from it has not."""
NEARLY_ALL = 0.9
"""The share, 0-1, of the words of a list that are the reference's, and of its words with a topic in the list."""
ASTRAY = 0.2
"""The share, 0-1, of pieces that begin or end with a small word where none does between marks."""

_GLUE = frozenset(
    "a an the is are was were be been to of in on at by for as with from into than that which its".split()
)
_LAST = frozenset(
    "a an the my its their and or of if because to from at for with by is are that which be".split()
)
_FIRST_ZH = frozenset("的了们着地得")
_LAST_ZH = frozenset("的在把被从和与或对将为是")
_MARKS = expression(
    rf"(?:[，、;；。．!！?？/|·•\n\t\x1e,]|\.(?!\d)|->|=>|[→⇒])+|\s[-*–+]\s|(?<=[{HAN}])\s+(?=[{HAN}])"
)
_TAIL = expression(r"\W*\b(?:and so on|etc)\W*$")


def is_torn(found: Sequence[Segment], expected: Order) -> bool:
    """Whether the sentences of an answer are a list of words made from a reference."""
    folded = "\n".join(segment.folded for segment in found)
    bare = _TAIL.sub("", unframed(folded))
    words = [word for word in atoms(bare) if not word.isdigit() or word in expected.counts]
    if len(words) < FEWEST_TORN:
        return False
    known = sum(word in expected.counts for word in words)
    if known < NEARLY_ALL * len(words):
        return False
    pieces, own = _pieces(bare), _pieces(expected.folded)
    if _is_cut_up(pieces, own):
        return True
    if len(expected.content.intersection(words)) < NEARLY_ALL * len(expected.content):
        return False
    if _tears(pieces, expected) and not _tears(own, expected):
        return True
    return not any(map(is_han, words)) and _is_stripped(words, expected)


def _is_stripped(words: Sequence[str], expected: Order) -> bool:
    lost = sum(count for word, count in expected.counts.items() if word in _GLUE)
    return len(words) >= FEWEST and lost >= LOST and _GLUE.isdisjoint(words)


def _pieces(folded: str) -> list[list[str]]:
    """The words between marks, without numbers that only count."""
    found = (atoms(piece) for piece in _MARKS.split(folded))
    return [words for words in found if words and not (len(words) == 1 and words[0].isdigit())]


def _tears(pieces: Sequence[Sequence[str]], expected: Order) -> bool:
    """Whether most marks stand where the reference has none."""
    if len(pieces) < FEWEST_TORN:
        return False
    units = [frozenset(unit) for unit in expected.units]
    whole = frozenset(expected.units)
    torn = sum(
        any(left[-1] in unit and right[0] in unit for unit in units)
        for left, right in pairwise(pieces)
        if not (tuple(left) in whole or tuple(right) in whole)
    )
    return 2 * torn >= len(pieces) - 1


def _is_cut_up(pieces: Sequence[list[str]], own: Sequence[list[str]]) -> bool:
    """Whether small words stand between marks as if they were terms; the ``own`` pieces of the reference, as they
    stand there, do not count."""
    if len(pieces) < FEWEST:
        return False
    astray = sum(_is_astray(piece) and piece not in own for piece in pieces)
    return astray >= 2 and astray >= ASTRAY * len(pieces)


def _is_astray(piece: Sequence[str]) -> bool:
    if is_han(piece[0]) or is_han(piece[-1]):
        return (
            all(map(is_function, piece))
            or piece[0] in _FIRST_ZH
            or (piece[-1] in _LAST_ZH and len(piece) > 1)
        )
    return piece[-1] in _LAST or all(word in _GLUE for word in piece)


OWN_WORDS, OWN_PAIRS_HAN = 0.25, 0.35
"""The share, 0-1, of the words with a topic (of the pairs of characters) in somebody's own notes that are not
the reference's."""
NOTE_LATIN, NOTE_HAN = 2.4, 4.5
"""Words, or characters, of their pieces on average: terms are shorter."""
_NOTE_MARKS = expression(r"[，、;；。!！?？\n,+]|\.(?!\d)")


def is_note(found: Sequence[Segment], expected: Order) -> bool:
    """Whether an answer in key words is somebody's own notes ("finds rows w/o full scan, writes slower"): its
    pieces say something of a thing, and in other words than the reference."""
    folded = "\n".join(segment.folded for segment in found)
    cut = (atoms(piece) for piece in _NOTE_MARKS.split(folded))
    pieces = [left for piece in cut if (left := [word for word in piece if not word.isdigit()])]
    words = [word for piece in pieces for word in piece]
    if 2 * sum(map(is_han, words)) > len(words):
        pairs = {pair for piece in pieces for pair in pairwise(piece)}
        own, least = len(pairs - expected.pairs), OWN_PAIRS_HAN * len(pairs)
        size = NOTE_HAN
    else:
        told = {word for word in words if not is_function(word)}
        own, least = len(told - expected.content), OWN_WORDS * len(told)
        size = NOTE_LATIN
    return len(pieces) > 1 and own > 0 and own >= least and len(words) >= size * len(pieces)
