"""The pieces of an answer's sentences, and what each may be: talk to the grader, answer, or a beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from interviewers.engines.builtin.addressed.field import field_worth
from interviewers.engines.builtin.addressed.forgery import Place
from interviewers.engines.builtin.addressed.mention import addresses, only_mentions
from interviewers.engines.builtin.addressed.talk import (
    edges_of_talk,
    may_be_talk,
    size_of,
    talk_worth,
)
from interviewers.engines.builtin.addressed.talk_words import STRONG, WEAK
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.technical import technical
from interviewers.engines.builtin.reading.text import CUT, HAN, fold, is_han, spans, terms
from interviewers.engines.builtin.reading.words import STOP_EN
from interviewers.engines.builtin.sifting.bearing import TURNS, Bearing, bearing_of
from interviewers.engines.builtin.stories.telling import tells_of_act, tells_of_event
from interviewgpt.expressions import expression

__all__ = ["EDGES", "LEAST", "Asked", "Piece", "may_hold_two", "pieces_of"]

FULL, SURE, TALK, SOME = 2.5, 2.0, 1.5, 0.5
"""The worth of words of an interview from which on a piece is talk though it speaks of what is expected;
where it says nothing of that; where it begins like another sentence besides; and from which on it is
strange."""
LEAST = 2.0
"""The words of a piece that can be an answer."""
OTHER = 4.0
"""The words of one that says nothing expected, and can be what goes on behind talk."""
QUOTED = 300
"""Characters that a quotation reaches back at most."""
AHEAD = 60
"""Characters that the beginning of a sentence is known by at most."""
EDGES = " ,，;；、\t"
_AROUND = f"{EDGES}:：{CUT}"
_MACHINE = r"#{2,}|`{3}|<[<|/a-z]|\{ ?[\"“]|\[/?[A-Za-z]{3,}\]|【|-{3,}\s?[A-Z]|={3,}|\(\w+ text\)"
_BEGINS = expression(
    rf"(?<=[\w,;:，]) ?(?={_MACHINE})|(?<=[a-z0-9,;:'\")\]}}~`!]|[^\x00-\x7f.。])\s(?=[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ]*(?:['’][a-z]+)?(?:[:：] ?\S|[ ,] ?[a-zａ-ｚ0-9(]))|"
    rf"(?<=[{HAN}])\s+(?=[{HAN}Ａ-Ｚ【（<{{])|(?<=[，；：])\s+|(?<=[，。；！？>}}\])）`\"”]) +(?=[{HAN}])|(?<=[a-z][.!])(?=[{HAN}])"
)
"""Where another sentence may begin in one that is not over; in Chinese, at a space."""
_LAST_WORD = expression(r"\b[A-Za-z]+\Z")
_FIRST_WORD = expression(r"[A-Za-z]+")
_ABBREVIATION = expression(r"[A-Z]{2,6}\b(?!:| [A-Z]{2})")
_SECOND = expression(r"\byou(?:r|rs)?\b|[你您]")
_SPEAKER = expression(r"I\b(?!['’]m\b)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is to: the words of the question, and whether what happened is asked for."""

    known: Known
    tells: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence, and where it lies."""

    start: int
    end: int
    talks: bool = False
    """By itself it is talk to whoever judges."""
    strange: bool = False
    """It has a word of such talk, or turns to somebody."""
    answers: bool = False
    """It may be a part of the answer."""
    begins: bool = False
    """It begins like another sentence."""
    forged: bool = False
    """It is machinery."""
    clean: bool = False
    """It has no word of such talk, and is more than a scrap."""


def may_hold_two(text: str, known: Known) -> bool:
    """Whether anything in a text that nothing is forged in may be put in: takes less than to read it."""
    begins = [
        _begins_here(text, max(0, place.start() - AHEAD), place, known)
        for place in _BEGINS.finditer(text)
    ]
    if any(begins) or (False in begins and (_SECOND.search(text) or addresses(text))):
        return True
    least = TALK if False in begins else SURE
    return any(talk_worth(text[a:b], known) >= least for a, b in spans(text, clauses=True))


def pieces_of(text: str, asked: Asked, forged: Sequence[Place]) -> list[Piece]:
    """The clauses of a text, cut also where another sentence may begin, and its forgeries as one each."""
    found: list[Piece] = []
    answered = False
    last = 0
    for start, end, order in (*_whole(text, forged, asked.known), (len(text), len(text), True)):
        for a, b in spans(text[last:start]):
            read = list(_cut(text, last + a, last + b, asked, answered=answered))
            answered = answered or any(piece.answers for piece in read)
            found += read
        if end > start:
            told = order and _is_told(text, start, end, asked.known)
            begins = not told and (not order or _begins_at(text, start))
            found.append(Piece(start, end, not told, True, told, begins, not order))
        last = end
    return found


def _begins_at(text: str, place: int) -> bool:
    around = _BEGINS.finditer(text, max(0, place - 2), place + AHEAD)
    return any(found.end() == place for found in around)


def _is_told(text: str, start: int, end: int, known: Known) -> bool:
    """Whether what looks like an order is quoted, or says what is expected."""
    return _is_quoted(text, start) or bearing_of(text[start:end], known) is Bearing.RELATED


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation is open at a place, in its line."""
    before = text[max(text.rfind("\n", 0, place) + 1, place - QUOTED) : place]
    opened = before.count("“") > before.count("”") or before.count("「") > before.count("」")
    return opened or before.count('"') % 2 == 1


_LEADS_ON = expression(r"\b(?:assume|pretend|consider|though|that|as|if)\s*\Z", re.IGNORECASE)
"""What no sentence begins behind."""
LEADING = 20
"""So many characters back it is looked for."""
CLAUSE = 200
"""So many characters back the clause is looked for that a speaker ends."""


def _whole(text: str, forged: Sequence[Place], known: Known) -> list[Place]:
    """Forgeries with the rest of their last word (Chinese apart), neighbours as one."""
    found: list[Place] = []
    for start, end, order in forged:
        end = _end_of(text, start, end, known)
        while end < len(text) and all(
            c.isalpha() and not is_han(c) for c in text[end - 1 : end + 1]
        ):
            end += 1
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1]), found[-1][2]
        else:
            found.append((start, end, order))
    return found


def _end_of(text: str, start: int, end: int, known: Known) -> int:
    """Where a forgery ends: before a sentence without talk that begins in it."""
    for found in _BEGINS.finditer(text, start + 1, end):
        before = max(start, found.start() - LEADING)
        if _LEADS_ON.search(text, before, found.start() + 1):
            continue
        rest = text[found.end() : min(end, found.end() + CLAUSE)]
        if size_of(rest) >= LEAST and rest[0].isalpha() and not _turns(rest, known):
            return found.start()
    return end


def _cut(text: str, start: int, end: int, asked: Asked, *, answered: bool) -> Iterator[Piece]:
    """The pieces of a sentence."""
    if only_mentions(text[start:end]):
        yield Piece(start, end, answers=True)
        return
    begins = {
        place.end(): here
        for place in _BEGINS.finditer(text, start, end)
        if (here := _begins_here(text, start, place, asked.known)) is not None
    }
    clauses = {start + a for a, _ in spans(text[start:end], clauses=True)}
    after_talk = False
    for left, right in pairwise(sorted({start, end, *begins, *clauses})):
        piece = text[left:right]
        if piece.strip(_AROUND):
            place = left + len(piece) - len(piece.lstrip(_AROUND))
            stop = left + len(piece.rstrip(_AROUND))
            anew = begins.get(left)
            anew = True if anew is False and after_talk else anew  # It is no name.
            read = list(_read(text, place, stop, asked, begins=anew, answered=answered))
            after_talk = any(piece.talks for piece in read[-1:])
            answered = answered or any(p.answers for p in read)
            yield from read


def _begins_here(text: str, start: int, found: re.Match[str], known: Known) -> bool | None:
    """Whether a sentence begins at a place: None where none does, for an article or a preposition leads on
    to it or it is whoever speaks; False where a name may stand there."""
    place = found.end()
    before = _LAST_WORD.search(text, max(0, found.start() - 20), found.start())
    if before and before.group().lower() in STOP_EN:
        return None
    if _SPEAKER.match(text, place):
        clause = re.split(r"[,;:]", text[max(start, found.start() - CLAUSE) : found.start()])[-1]
        return True if _worth(clause, known) >= SURE else None
    word = _FIRST_WORD.match(text, place)
    if word and _ABBREVIATION.match(text, place):
        return False
    return not word or not any(
        term in known.expected or term in known.topic or term in technical()
        for term in terms(fold(word.group()))
    )


def _read(
    text: str, left: int, right: int, asked: Asked, *, begins: bool | None, answered: bool
) -> Iterator[Piece]:
    """The pieces of a clause, cut where talk goes over into an answer or the other way round. Where one
    was ``answered`` before, what stands before talk and has none of its words is one as well."""
    piece, known = text[left:right], asked.known
    worth = 0.0 if _is_quoted(text, left) else _worth(piece, known)
    if worth and begins is not None and _worth(piece.partition(" ")[2], known) < SOME:
        worth = min(worth, SOME)  # It may be a name.
    least = SURE if begins is None else TALK
    if worth < least or (worth < FULL and bearing_of(piece, known) is Bearing.RELATED):
        strange = worth >= SOME or bool(_SECOND.search(fold(piece))) or addresses(piece)
        starts = bool(begins) or (strange and begins is False)
        clean = not (worth or strange) and size_of(piece) >= LEAST and not may_be_talk(piece, known)
        yield Piece(left, right, False, strange, _answers(piece, asked), starts, clean=clean)
        return
    first, last = _edges(piece)
    before, behind = piece[:first].rstrip(), piece[last:].lstrip()
    answers = size_of(before) >= LEAST and (
        _answers(before, asked) or (answered and not may_be_talk(before, known))
    )
    if answers:
        yield Piece(left, left + len(before), answers=True)
        left += first
    goes_on = size_of(behind) >= LEAST and (
        _answers(behind, asked)
        or (size_of(behind) >= OTHER and not may_be_talk(behind, known) and not addresses(behind))
    )
    end = right - len(behind) if goes_on else right
    if end > left:
        yield Piece(left, end, True, True, False, begins is not None and not answers)
    if goes_on:
        anew = is_han(behind[0]) or behind[0].isupper()
        yield Piece(end, right, answers=_answers(behind, asked), begins=anew, clean=True)


def _turns(piece: str, known: Known) -> bool:
    """Whether a piece turns to somebody, or has words of talk."""
    second = bool(_SECOND.search(fold(piece)))
    return second or addresses(piece) or may_be_talk(piece, known, least=2)


def _worth(piece: str, known: Known) -> float:
    return max(talk_worth(piece, known), field_worth(fold(piece), known.expected.__contains__))


def _edges(piece: str) -> tuple[int, int]:
    """Where talk begins and ends in a piece, by any of its words."""
    first, last = edges_of_talk(piece)
    turn = TURNS.search(piece)
    folded = fold(piece)
    if len(folded) == len(piece):
        ends = [found.end() for sign in (STRONG, WEAK) for found in sign.finditer(folded)]
        last = max([last, *ends])
    return min(first, turn.start()) if turn else first, last


def _answers(piece: str, asked: Asked) -> bool:
    """Whether a piece may be a part of an answer: it says something expected, or what happened."""
    if bearing_of(piece, asked.known, tainted=True) > Bearing.PLAUSIBLE:
        return True
    folded = fold(piece)
    return asked.tells and (tells_of_event(folded) or tells_of_act(folded))
