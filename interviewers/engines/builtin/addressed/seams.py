"""Where a run of talk to whoever judges goes on within its sentence: as far as the next seam of it.

Nobody goes over from an answer into talk, or back, in the middle of a clause. A capital, a bracket of
machinery or a mark stands there; where none does, what stands before or behind belongs to the talk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interviewers.engines.builtin.addressed.learnt import Token
from interviewers.engines.builtin.reading.text import is_han

__all__ = ["CLOSES", "NEXT", "OPENERS", "PARTS", "is_first", "to_the_seams", "worth_of"]

PARTS = ("line", "sentence")
OPENERS = frozenset("<[{`~")
"""Marks that talk begins with, of those that no sentence does."""
CLOSES = frozenset(')]}>"”）】」`')
"""Marks that talk ends with, of those that no sentence does."""
NEXT = 0.0
"""From which worth on what is next to talk, a seam between them, belongs to it."""
CLEAR = 1.0
"""From which on it does where talk ends with a mark that closes something, and a capital follows."""
HEAD, TAIL = -1.0, -3.0
"""From which on it does where there is none: before talk, where words are written apart, and behind it."""
_PIECES = (*PARTS, "clause", "hump", "start")
_CAPITALS = ("clauseU", "humpU", "noneU")


def worth_of(part: Sequence[Token]) -> float:
    """How much more likely some tokens are talk than an answer."""
    return sum(token.worth for token in part)


def is_first(number: int, found: Sequence[Token]) -> bool:
    """Whether a token is the first one of a sentence."""
    return not number or found[number].edge.startswith(PARTS)


def _begins_piece(token: Token) -> bool:
    """Whether a piece of a sentence begins with a token."""
    return token.edge.startswith(_PIECES) or token.edge == "spaceU" or token.word in OPENERS


def _is_closed(last: int, found: Sequence[Token]) -> bool:
    """Whether a token is a mark that talk ends with, and a word with a capital follows."""
    return found[last].word in CLOSES and found[last + 1].edge.endswith("U")


def to_the_seams(
    first: int, last: int, found: Sequence[Token], says: Callable[[Sequence[Token]], bool]
) -> tuple[int, int]:
    """The first and the last token of a run of talk with the pieces of its sentences that go over into it, or
    on from it. Those that say (``says``) something expected are left."""
    while not is_first(first, found) and not (
        found[first].edge in _CAPITALS or found[first].word in OPENERS
    ):
        begin = first - 1
        while begin and not _begins_piece(found[begin]):
            begin -= 1
        part = found[begin:first]
        # Of Chinese most characters are of either, so a clause of it tells less.
        apart = not any(is_han(token.word) for token in found[first - 1 : first + 1])
        if worth_of(part) < (HEAD if apart else NEXT) or says(part):
            break
        first = begin
    while last + 1 < len(found) and not is_first(last + 1, found):
        token, end = found[last + 1], last + 2
        while end < len(found) and not (is_first(end, found) or _begins_piece(found[end])):
            end += 1
        part = found[last + 1 : end]
        # In Chinese a blank is one.
        seam = token.edge in ("clauseU", "spaceU") or (token.edge == "space" and is_han(token.word))
        least = CLEAR if _is_closed(last, found) else NEXT if seam else TAIL
        if worth_of(part) < least or says(part):
            break
        last = end - 1
    return first, last
