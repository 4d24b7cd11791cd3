"""Sets text that was inserted into the middle of an answer apart from it.

A sentence that somebody's order stands in is two texts: the answer, and what was put there. Judged as one,
either is taken for the other. So where an answer breaks off in the middle of a sentence, what begins there
goes to a line of its own behind it, and the sentence goes on as if nothing had come in between. Nothing is
left out here; other modules judge both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from interviewers.engines.builtin.addressed.forgery import forged_places, with_label
from interviewers.engines.builtin.addressed.talk import size_of
from interviewers.engines.builtin.reading.fuzzy import similar
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import JOINT, fold, is_han, terms
from interviewers.engines.builtin.sifting.piece import (
    EDGES,
    LEAST,
    Asked,
    Piece,
    may_hold_two,
    pieces_of,
)
from interviewgpt.expressions import expression

__all__ = ["set_apart"]

FARTHEST, LONGEST = 5, 40
"""So many sentences, and pieces of them, on at most an answer goes on that was interrupted."""
_CLOSED = expression(r"[.。!！?？\n\x1e]")
_WORD = 40
"""Letters of the longest word that is put together again."""
_HALVES = expression(r"[a-z]+\Z"), expression(rf"[a-z]{{1,{_WORD}}}")


def set_apart(text: str, known: Known, *, tells: bool) -> str:
    """``text`` with what was put into one of its sentences on lines behind it, `text.JOINT` where it was.

    ``tells`` is whether an answer may tell what happened, in words that nobody expects.
    """
    forged = forged_places(text, known)
    if not forged and not may_hold_two(text, known):
        return text
    read = _Text(text, pieces_of(text, Asked(known, tells), forged))
    moved: list[str] = []
    for start, end, goes_on in reversed(list(read.insertions())):
        start = with_label(text, start)
        moved.append(text[start:end].strip(EDGES))
        left, right = text[:start], text[end:]
        text = _as_one(left, right, known) if goes_on else _side_by_side(left, right)
    return "\n".join([text, *reversed(moved)]) if moved else text


def _side_by_side(left: str, right: str) -> str:
    if left.strip() and not _CLOSED.match(left.rstrip(" ")[-1:]):
        return f"{left.rstrip(EDGES)}{right}"
    return f"{left}{right.lstrip(EDGES)}"


def _as_one(left: str, right: str, known: Known) -> str:
    """What stood before and behind something as one sentence, and as one word where that is expected."""
    left, right = left.rstrip(), right.lstrip(f"{EDGES}.。!！\n")
    halves = _HALVES[0].search(left[-_WORD:]), _HALVES[1].match(right)
    word = terms("".join(half.group() for half in halves if half)) if all(halves) else ()
    wanted = known.expected | known.topic
    if any(term in wanted or any(similar(term, other) for other in wanted) for term in word):
        return f"{left}{JOINT}{right}"
    return f"{left}{JOINT}{' ' if right[:1].isascii() else ''}{right}"


class _Text:
    """A text and its pieces, with what stands in the same sentence before each of them and from it on."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.pieces = pieces
        count = len(pieces)
        self.bound = [False] * (count + 1)
        """Which pieces go on with the sentence of the one before."""
        for i in range(1, count):
            self.bound[i] = not _CLOSED.search(text, pieces[i - 1].end, pieces[i].start)
        self.answered = [False] * count
        self.strange = [False] * count
        for i in range(1, count):
            if self.bound[i]:
                before = pieces[i - 1]
                self.answered[i] = self.answered[i - 1] or before.answers or before.clean
                self.strange[i] = self.strange[i - 1] or before.talks or before.strange
        self.answers = [piece.answers for piece in pieces]
        self.forged = [piece.forged for piece in pieces]
        for i in reversed(range(count - 1)):
            if self.bound[i + 1]:
                self.answers[i] = self.answers[i] or self.answers[i + 1]
                self.forged[i] = self.forged[i] or self.forged[i + 1]

    def insertions(self) -> Iterator[tuple[int, int, bool]]:
        """Where something was put in, and whether the sentence goes on behind it."""
        number = 0
        while number < len(self.pieces):
            first, last, goes_on = self._insertion(number)
            if first >= 0:
                yield self.pieces[first].start, self.pieces[last].end, goes_on
            number = max(number, last) + 1

    def _insertion(self, first: int) -> tuple[int, int, bool]:
        """The first and the last piece of what was put in at the ``first`` one, and whether the sentence
        goes on behind it. Nothing was where the former is -1; the latter is the last to look at then."""
        piece = self.pieces[first]
        if not (piece.talks or piece.begins):
            return -1, first, False
        left = self.bound[first] and not self._is_labelled(first)
        # Where it begins like another sentence, what it was put into need not say anything expected.
        left = left and (self.answered[first] or (piece.begins and not self.strange[first]))
        if left:
            last = self._before_going_on(first)
            inside = self.pieces[first : last + 1]
            told = any(p.strange for p in inside) and not self.bound[last + 1]
            if told or any(p.talks for p in inside):
                # What answers before that is no part of it, however it begins.
                own = takewhile(lambda p: not p.talks and not p.strange, inside)
                if not any(p.answers for p in own):
                    return first, last, True
                return -1, first, False
        last = self._end_of_talk(first, whole=left)
        if not any(p.talks for p in self.pieces[first : last + 1]):
            return -1, first, False
        goes_on = self.bound[last + 1]
        if left:
            return first, last, goes_on
        # Nothing of the answer stands before it: what begins the sentence is a part of it.
        while self.bound[first]:
            first -= 1
        found = goes_on and self._begins_anew(last)
        return (first if found else -1), last, False

    def _begins_anew(self, last: int) -> bool:
        """Whether an answer begins right behind a piece."""
        behind, sure = self.pieces[last + 1], self.pieces[last].forged
        glued = not self.text[self.pieces[last].end : behind.start].strip()
        small = self.text[behind.start].islower()
        starts = behind.begins or ((sure or (behind.clean and glued)) and not small)
        return starts and (sure or self.answers[last + 1] or (behind.clean and glued))

    def _end_of_talk(self, first: int, *, whole: bool) -> int:
        """The last piece of talk before something that answers, machinery that goes on behind it apart;
        ``whole``: or of the sentence that it is in, as far as that says nothing expected."""
        last = first
        talks = self.pieces[first].talks
        for other in range(first + 1, len(self.pieces)):
            before, piece = self.pieces[last], self.pieces[other]
            within = before.forged and self.forged[other]
            reach = last if talks else first
            if other > reach + LONGEST or (piece.answers and not within):
                break
            talks = talks or piece.talks
            goes_with = whole and self.bound[other] and self.text[before.end] != " "
            if piece.talks or (goes_with and last == other - 1):
                last = other
        return last

    def _is_labelled(self, number: int) -> bool:
        """Whether a label of a word or two stands before a piece, and nothing before that."""
        before = self.pieces[number - 1]
        between = self.text[before.end : self.pieces[number].start]
        if ":" not in fold(between) or self.bound[number - 1]:
            return False
        return size_of(self.text[before.start : before.end]) <= LEAST

    def _before_going_on(self, first: int) -> int:
        """The piece before that with which the sentence goes on that was left before the ``first`` (-1
        where it does not): it begins small behind a full stop, or (Chinese) behind a space."""
        sentences = 0
        for number in range(first + 1, min(len(self.pieces), first + LONGEST)):
            piece, before = self.pieces[number], self.pieces[number - 1]
            sentences += not self.bound[number]
            if sentences > FARTHEST:
                break
            char = self.text[piece.start]
            spaced = self.text[piece.start - 1] == " "
            apart = spaced and "\n" not in self.text[before.end : piece.start]
            small = (char.isascii() and char.islower()) or is_han(char)
            if not self.bound[number] and apart and small and not piece.talks:
                return number - 1
            if piece.begins and not char.isascii() and not (piece.talks or piece.strange):
                return number - 1
        return -1
