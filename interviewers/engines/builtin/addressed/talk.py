"""Talk to the grader by word lists, clause by clause: what of a text it is, and what is left of the text.

`forgery` knows the forms of orders; this module knows the vocabulary that all of them share: who judges,
marks, rules, what was handed in, what is to be done with it, pleading and threats. One such word proves
nothing, for honest answers have them too. A clause that is full of them and addresses somebody is no
answer, and earns nothing whatever it shares with one. Words of the question or of what is expected do not
count as talk. Text before or behind such words without a comma is kept where it says something expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.addressed.talk_words import (
    HAN_WORDS,
    LATIN,
    STRONG,
    VOICE,
    WEAK,
    compiled,
)
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import CUT, HAN, fold, spans, terms
from interviewers.engines.script import count_han, without_han
from interviewgpt.expressions import expression

__all__ = [
    "SCRAP",
    "SOME",
    "TALK",
    "TALK_IN_STORY",
    "answer_after",
    "edges_of_talk",
    "kinds_of",
    "may_answer",
    "may_be_talk",
    "size_of",
    "talk_worth",
    "without_talk",
    "worth_of_sentence",
]

_SIGNS = (compiled(LATIN, words=True), compiled(HAN_WORDS, words=False))
_WORTH = {name: worth for classes in (LATIN, HAN_WORDS) for name, (worth, _) in classes.items()}
_REPEATED = 0.5
"""What a further word of a class adds, as a part of its weight; words that only address somebody add nothing."""
_TURNING = frozenset({"voice", "self"})
_SUBJECTS = frozenset({"judge", "mark", "rule", "machine"})
"""Classes of words that a question can be about."""
_JUDGING = frozenset({"judge", "mark"})
_SPACED = expression(rf"(?<=[{HAN}]) (?=[{HAN}](?: |$|\W))")

TALK, TALK_IN_ROW, TALK_IN_STORY = 2.5, 3.0, 3.5
"""From this sum of weights on it is talk: a clause; a run of clauses that all have some; a clause where a story
was asked for."""
SOME = 1.0
"""The least sum in each clause of such a run, and in a clause beside talk that says nothing expected."""
PART = 1.5
"""The least sum of a run of signs with something expected on both sides."""


@dataclass(frozen=True, slots=True)
class _Sign:
    start: int
    end: int
    kind: str
    text: str


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and the original place of each of its characters."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole, list(range(len(text) + 1))
    found: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        read = fold(char)
        found.append(read)
        places += [place] * len(read)
    return "".join(found), [*places, len(text)]


@lru_cache(maxsize=2_048)
def _signs(text: str) -> tuple[_Sign, ...]:
    """The signs of talk in a text, in order."""
    folded, places = _folded(text)
    if " " in folded and _SPACED.search(folded):
        kept = [i for i, char in enumerate(folded) if char != " "]
        folded, places = "".join(folded[i] for i in kept), [places[i] for i in kept] + [len(text)]
    found = [
        _Sign(
            places[match.start()], places[match.end() - 1] + 1, str(match.lastgroup), match.group()
        )
        for pattern in _SIGNS[: 1 if folded.isascii() else 2]
        for match in pattern.finditer(folded)
    ]
    return tuple(sorted(found, key=lambda sign: sign.start))


def _value(signs: Sequence[_Sign], known: Known) -> float:
    """The sum of the weights of signs; words that are asked about weigh nothing."""
    return _sum((sign for sign in signs if not known.names(terms(sign.text))), known)


ASKED_ABOUT = 0.5
"""The factor for words of a class that question or reference are about."""


def _sum(signs: Iterable[_Sign], known: Known) -> float:
    kinds: dict[str, set[str]] = {}
    for sign in signs:
        kinds.setdefault(sign.kind, set()).add(sign.text)
    judging = not _JUDGING.isdisjoint(known.kinds)  # Whose marks and answers are the matter itself.
    return sum(
        (_WORTH[kind] + (0.0 if kind in _TURNING else _REPEATED * (len(found) - 1)))
        * (ASKED_ABOUT if kind in known.kinds or judging else 1.0)
        for kind, found in kinds.items()
    )


def kinds_of(text: str) -> frozenset[str]:
    """The classes that a text has words of."""
    return frozenset(sign.kind for sign in _signs(text) if sign.kind in _SUBJECTS)


def _pieces(text: str, signs: Sequence[_Sign], known: Known) -> list[str]:
    """The parts of a clause of talk that stand around its signs and say something expected."""
    runs: list[list[_Sign]] = []
    for sign in signs:
        if runs and not known.says(terms(fold(text[runs[-1][-1].end : sign.start]))):
            runs[-1].append(sign)
        else:
            runs.append([sign])
    cut = [run for run in runs if _value(run, known) >= PART] or [list(signs)]
    edges = [0]
    for run in cut:
        inner = [sign for sign in run if sign.kind not in _TURNING] or run
        edges += [
            _edge(text, edges[-1], [sign.start for sign in run], inner[0].start, known),
            inner[-1].end,
        ]
    edges.append(len(text))
    around = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return [piece.strip() for piece in around if may_answer(piece, known)]


def _edge(text: str, start: int, turns: Sequence[int], end: int, known: Known) -> int:
    """Where talk begins that has its first sign at ``end``: at the first of ``turns`` that something
    stands before, and nothing expected behind."""
    for turn in turns:
        if turn >= end:
            break
        if size_of(text[start:turn]) >= SCRAP and not known.has(terms(fold(text[turn:end]))):
            return turn
    return end


SCRAP = 3
"""Fewer terms than this are no answer beside talk, unless one of them is expected."""


def may_answer(piece: str, known: Known) -> bool:
    """Whether a piece beside talk, without a comma between them, can be a part of the answer."""
    said = set(terms(fold(piece)))
    if known.says(said):
        return True
    turns = bool(VOICE.search(fold(piece)))
    if not turns and not all(map(str.isdigit, said)) and all(known.names((t,)) for t in said):
        return True
    common = len(said & (known.expected | known.topic))
    if common > 1 and 2 * common >= len(said) and size_of(piece) >= SCRAP - 1:
        return True
    if turns or may_be_talk(piece, known):
        return False
    # A word and a number are what marks look like.
    return size_of(piece) >= SCRAP or (known.has(said) and not any(map(str.isdigit, piece)))


def may_be_talk(text: str, known: Known, *, least: int = 1) -> bool:
    """Whether a text has any word that such talk may have, or ``least`` different ones; those that
    are ``known`` tell nothing."""
    folded = fold(text)
    signs = [sign.text for sign in _signs(text) if sign.kind not in _TURNING]
    signs += [found.group() for sign in (STRONG, WEAK) for found in sign.finditer(folded)]
    return len({sign for sign in signs if not known.names(terms(sign))}) >= least


@lru_cache(maxsize=2_048)
def talk_worth(text: str, known: Known) -> float:
    """The sum of the weights of a text as talk, without words that only address somebody and without those that
    are ``known``."""
    return _worth_of(_signs(text), text, known)


def _worth_of(found: Sequence[_Sign], text: str, known: Known) -> float:
    signs = [sign for sign in found if sign.kind not in _TURNING]
    worth = _sum((sign for sign in signs if not known.has_all(sign.text)), known)
    if (
        worth < STRONG_WORTH
        and not known.kinds
        and any(not known.has_all(sign.group()) for sign in STRONG.finditer(fold(text)))
    ):
        return STRONG_WORTH
    return worth


def worth_of_sentence(sentence: str, known: Known) -> float:
    """`talk_worth` of all clauses of a sentence together."""
    return _worth_of(
        [s for start, end in spans(sentence, clauses=True) for s in _signs(sentence[start:end])],
        sentence,
        known,
    )


STRONG_WORTH = 1.5
"""The least worth of words with one of the signs that occur hardly anywhere else (`STRONG`)."""


def edges_of_talk(text: str) -> tuple[int, int]:
    """Where the first word that such talk may have begins in a text, and where the last one ends: the
    whole text where there is none."""
    signs = _signs(text)
    return (signs[0].start, signs[-1].end) if signs else (0, len(text))


def size_of(piece: str) -> float:
    """The number of content words of a text; a Chinese character is half a word."""
    folded = fold(piece)
    return len(set(terms(without_han(folded)))) + count_han(folded) / 2


def without_talk(
    sentence: str, known: Known, *, least: float = TALK, beside: bool = False
) -> str | None:
    """A sentence without talk to the grader, with `text.CUT` where something was taken out; None if there is
    none. From the sum ``least`` on a clause is talk. ``beside`` talk or a forgery a lower sum is enough if
    nothing expected is said."""
    places = spans(sentence, clauses=True)
    clauses = [sentence[start:end] for start, end in places]
    signs = list(map(_signs, clauses))
    values = [_value(row, known) for row in signs]
    talk = _talk(signs, values, least, known)
    if not any(talk) and not beside:
        return None
    kept: list[str] = []
    last = -1  # the clause that is kept as a whole at the end of `kept`
    for number, clause in enumerate(clauses):
        before = sentence[places[number - 1][1] : places[number][0]] if number else ""
        if talk[number]:
            pieces = _pieces(clause, signs[number], known)
        else:
            near = any(talk[max(0, number - 1) : number + 2])
            bound = number > 0 and talk[number - 1] and last < number - 1 and ":" in fold(before)
            if number + 1 < len(clauses) and talk[number + 1]:
                after = sentence[places[number][1] : places[number + 1][0]]
                bound = bound or ":" in fold(after)
            pieces = _beside(clause, signs[number], values[number], known, near=near, bound=bound)
        if pieces == [clause] and kept and last == number - 1:
            kept[-1] += before + clause
        else:
            kept += pieces
        if pieces and clause.endswith(pieces[-1]):
            last = number
    if kept == [sentence[places[0][0] : places[-1][1]]]:
        return None
    if sum(map(size_of, kept)) < SCRAP and not any(known.has(terms(fold(p))) for p in kept):
        return ""
    return f"{CUT}, ".join(kept)


def _talk(
    signs: Sequence[Sequence[_Sign]], values: Sequence[float], least: float, known: Known
) -> list[bool]:
    """Which clauses are talk, by themselves or as a row of clauses that all have some of it."""
    found = [value >= least for value in values]
    start = 0
    for end in range(len(values) + 1):
        if end < len(values) and values[end] >= SOME:
            continue
        row = [sign for clause in signs[start:end] for sign in clause]
        if end - start > 1 and _value(row, known) >= max(least, TALK_IN_ROW):
            found[start:end] = [True] * (end - start)
        start = end + 1
    return found


_GOES_ON = expression(
    r"并(?!发|行|联)|且|而且|同时(?=[给请也])|(?:and|so|then) (?:you|give|please|that)\b"
)
"""How a clause begins that goes on with what the one before it said."""


def _beside(
    clause: str, signs: Sequence[_Sign], value: float, known: Known, *, near: bool, bound: bool
) -> list[str]:
    """What of a clause is a part of the answer where talk is: ``near``, in the next clause, or
    ``bound`` to it, by a colon between them."""
    said = terms(fold(clause))
    if bound or (near and _GOES_ON.match(fold(clause))):
        return [clause] if known.says(said) else []
    if near and value >= _WORTH["voice"] and not known.says(said):
        sides = clause[: signs[0].start].strip(), clause[signs[-1].end :].strip()
        common = known.expected.intersection(terms(fold(sides[1])))
        return [
            s
            for s, may in zip(sides, (True, len(common) > 1), strict=True)
            if s and may and may_answer(s, known)
        ]
    if value < SOME:
        return [clause]
    return [clause] if (known.says(said) if near else known.names(said)) else []


def answer_after(span: str, known: Known) -> int:
    """Where in a span that begins with an order something that is expected begins: its length
    where nothing does."""
    places = spans(span, clauses=True)
    for number, (start, end) in enumerate(places):
        clause = span[start:end]
        signs = _signs(clause)
        if number and _value(signs, known) < SOME and _says(clause, known):
            return start
        inner = [sign.end for sign in signs if sign.kind not in _TURNING]
        if inner and _says(clause[inner[-1] :], known):
            return start + inner[-1]
    return len(span)


def _says(piece: str, known: Known) -> bool:
    return known.has(terms(fold(piece))) and may_answer(piece, known)
