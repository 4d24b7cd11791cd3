"""Pieces of the answer that share a sentence with talk to the grader, and are kept.

`hearing` takes such talk out by its words, and with it what it cannot tell from it. A piece at the
beginning or the end of such a sentence was said to the question if it has none of those words and may be an
answer.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.addressed.forgery import NEW_START, strip_forged
from interviewers.engines.builtin.addressed.talk import (
    SOME,
    edges_of_talk,
    may_be_talk,
    size_of,
    talk_worth,
)
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import (
    CUT,
    Segment,
    Term,
    fold,
    segment_of,
    spans,
    terms,
)
from interviewers.engines.builtin.sifting.bearing import (
    POINTS,
    TALK,
    TURNS,
    Bearing,
    bearing_of,
    pieces_of,
    talks,
)
from interviewgpt.expressions import expression

__all__ = ["salvaged"]

_MARK = expression(r"\s*(?=#{2,}|`{3}|<[|/a-z]|\{|\[[A-Z]|【|-{3,})")
"""Where machine text begins in a sentence."""
_DIRTY = expression(r"[{}<>|`\[\]#]|\w{16,}[=+/]|[A-Za-z0-9+/=]{24,}")
_GOES_ON = expression(
    r"\W*(?:otherwise|then|so|and|or|that|which|until|unless|否则|不然|就|并|且|直接|请|然后|再)"
)
"""Words at the beginning of a piece that continues the one before it."""

LEAST = 1.0
"""At least this many words (two Chinese characters are one) have to be left for a piece to be saved."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str


def salvaged(
    text: str, honest: str, found: Sequence[Segment], known: Known
) -> tuple[tuple[Segment, ...], frozenset[str]]:
    """The sentences kept so far (``found``; ``honest`` is the text without forged spans) together with the
    pieces that stand beside talk and are none themselves, and the set of these sentences that surely belong
    to the answer. What is left of one sentence is one, with `text.CUT` where something was taken out."""
    heard = {segment.text: segment for segment in found}
    kept: list[Segment] = []
    whole: set[str] = set()
    talk: set[Term] = set()
    sentences = [text[start:end] for start, end in spans(text)]
    alone = not any(s in heard and not _is_talk(s, known) for s in sentences)
    for sentence in sentences:
        talks = sentence in heard and _is_talk(sentence, known)
        if sentence in heard and not talks:
            kept.append(heard.pop(sentence))
            whole.add(sentence)
            continue
        pieces = _pieces(sentence)
        names = {piece.text for piece in pieces}
        own = [name for name in heard if all(p in sentence for p in name.split(f"{CUT}, "))]
        runs = [
            run
            for run in _clean(sentence, pieces, known)
            if run in honest and (alone or bearing_of(run, known, tainted=True) is Bearing.RELATED)
        ]
        rest = [
            _short_of_talk(part, names, known)
            for name in own
            for part in name.split(f"{CUT}, ")
            if part != sentence
            and not any(part in run for run in runs)
            and _may_stay(part, sentence, names, runs, known)
        ]
        runs = [run for run in runs if not any(run in part for part in rest)]
        for name in own:
            del heard[name]
        left = sorted((*runs, *rest), key=sentence.find)
        if left:
            talk.update(terms(fold(_without(sentence, left))))
            joined = f"{CUT}, ".join(left)
            kept.append(segment_of(joined))
            sure = alone or (not runs and bearing_of(joined, known) > Bearing.PLAUSIBLE)
            if sure and all(_is_own(p, names, known) for part in left for p in pieces_of(part)):
                whole.add(joined)
    echoes = {
        segment.text
        for segment in kept
        if segment.terms and talk.issuperset(segment.terms) and _is_weak(segment.text, known)
    }
    return (*kept, *heard.values()), frozenset(whole - echoes)


def _is_talk(sentence: str, known: Known) -> bool:
    """Whether a sentence has talk in it, and says too little of what is expected besides."""
    return talks(sentence, known) and bearing_of(sentence, known) is Bearing.NOTHING


def _may_stay(
    part: str, sentence: str, pieces: Set[str], runs: Sequence[str], known: Known
) -> bool:
    """Whether a part that was heard of a sentence with talk is none of it."""
    own = pieces_of(part)
    if any(run in part for run in runs) and not all(_is_clean(piece, known) for piece in own):
        return False
    if _GOES_ON.match(fold(part)):
        return bearing_of(part, known, tainted=True) is Bearing.RELATED
    return sentence.startswith(part) or sentence.endswith(part) or pieces >= set(own)


def _short_of_talk(part: str, pieces: Set[str], known: Known) -> str:
    """A part without what its last piece, that was cut off before talk, goes over into: from where
    talk may begin on, when nothing expected comes after it."""
    last = pieces_of(part)[-1:]
    if not last or last[0] in pieces or not part.endswith(last[0]):
        return part
    before = len(part) - len(last[0])
    for turn in TURNS.finditer(last[0]):
        left, right = last[0][: turn.start()], last[0][turn.start() :]
        if size_of(left) >= LEAST and known.expected.isdisjoint(terms(fold(right))):
            return part[: before + turn.start()].rstrip()
    return part


def _without(sentence: str, parts: Sequence[str]) -> str:
    for part in parts:
        sentence = sentence.replace(part, " ")
    return sentence


def _is_weak(text: str, known: Known) -> bool:
    return bearing_of(text, known) is Bearing.PLAUSIBLE


def _clean(sentence: str, pieces: Sequence[_Piece], known: Known) -> list[str]:
    """The runs of pieces at both ends of a sentence that have no talk in them."""
    first = next((i for i, p in enumerate(pieces) if not _is_clean(p.text, known)), None)
    if first is None:
        return []
    last = next(i for i in reversed(range(len(pieces))) if not _is_clean(pieces[i].text, known))
    lead, tail = list(pieces[:first]), list(pieces[last + 1 :])
    if lead and ":" in fold(sentence[lead[-1].end : pieces[first].start]):
        if turn := TURNS.search(lead[-1].text):
            text = lead[-1].text[: turn.start()].strip()
            lead[-1] = _Piece(lead[-1].start, lead[-1].start + len(text), text)
        if not turn or size_of(lead[-1].text) < LEAST:
            lead.pop()
    if tail and (
        ":" in fold(sentence[pieces[last].end : tail[0].start])
        or _GOES_ON.match(fold(tail[0].text))
    ):
        tail = []
    if tail and not sentence[pieces[last].end : tail[0].start].strip():
        tail = [p for p in tail if bearing_of(p.text, known, tainted=True) > Bearing.PLAUSIBLE]
    runs = [sentence[run[0].start : run[-1].end] for run in (lead, tail) if run]
    # What stands before the first word of talk without a comma, and behind the last one.
    left, right = pieces[first].text, pieces[last].text
    turn = TURNS.search(left)
    left = left[: min(edges_of_talk(left)[0], turn.start() if turn else len(left))].strip()
    right = right[edges_of_talk(right)[1] :].strip()
    if left and _is_clean(left, known) and size_of(left) >= LEAST:
        told = bearing_of(left, known, tainted=True)
        if told > Bearing.PLAUSIBLE or (not first and (told or not runs)):
            runs.append(left)
    if (
        right
        and _is_clean(right, known)
        and bearing_of(right, known, tainted=True) is Bearing.RELATED
    ):
        runs.append(right)
    return runs


def _pieces(sentence: str) -> list[_Piece]:
    """The clauses of a sentence, cut where a new one begins in them."""
    found: list[_Piece] = []
    for start, end in spans(sentence, clauses=True):
        cuts = sorted(
            cut.end()
            for pattern in (NEW_START, _MARK)
            for cut in pattern.finditer(sentence, start, end)
        )
        for left, right in pairwise([start, *cuts, end]):
            text = sentence[left:right]
            if text.strip():
                place = left + len(text) - len(text.lstrip())
                found.append(_Piece(place, place + len(text.strip()), text.strip()))
    return found


def _is_own(piece: str, pieces: Set[str], known: Known) -> bool:
    """Whether a piece is the answer's for sure: a whole one that turns to nobody, or a part of one
    that says something expected."""
    if not _is_clean(piece, known):
        return False
    if piece not in pieces:
        return bearing_of(piece, known, tainted=True) > Bearing.PLAUSIBLE
    return not POINTS.search(fold(piece)) or bearing_of(piece, known) is Bearing.RELATED


@lru_cache(maxsize=1_024)
def _is_clean(piece: str, known: Known) -> bool:
    """Whether a piece has no word of talk, or speaks of what is expected and has few."""
    if _DIRTY.search(piece) or strip_forged(piece, known)[1]:
        return False
    worth = talk_worth(piece, known)
    if worth < SOME and not may_be_talk(piece, known, least=2):
        return True
    return worth < TALK and bearing_of(piece, known) is Bearing.RELATED
