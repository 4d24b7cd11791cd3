"""What the sentences of an answer have to do with the question, one by one.

An answer is worth what its best sentences say: once one speaks of what is expected, those that do
not are as good as not said, and neither earn nor cost anything, whatever they are. Where none
does, only what can be an answer in other words counts; chatter, and talk to whoever judges, cannot.
So nothing that is added to an answer takes anything away from it, and what has nothing to do with
the question adds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.base import AnswerFlag
from interviewers.engines.builtin import guards, negation
from interviewers.engines.builtin.about import speaks_of_answers
from interviewers.engines.builtin.field import has_none
from interviewers.engines.builtin.forgery import NEW_START, ORDER, strip_forged
from interviewers.engines.builtin.fuzzy import has_kin
from interviewers.engines.builtin.known import Known, characters_of
from interviewers.engines.builtin.mention import addresses, only_mentions, without_quotations
from interviewers.engines.builtin.own import ONESELF
from interviewers.engines.builtin.personal import may_be_meant
from interviewers.engines.builtin.talk import SOME, edges_of_talk, kinds_of, size_of, talk_worth
from interviewers.engines.builtin.technical import distinctly_technical, technical
from interviewers.engines.builtin.text import (
    CUT,
    Segment,
    Term,
    asked,
    atoms,
    fold,
    is_han,
    segment_of,
    spans,
    terms,
    weight,
)

__all__ = [
    "POINTS",
    "TALK",
    "TURNS",
    "Bearing",
    "bearing_of",
    "bearing_on",
    "is_technical",
    "only_tells",
    "pieces_of",
    "talks",
]


class Bearing(IntEnum):
    """How much a sentence has to do with the question."""

    NOTHING = 0
    PLAUSIBLE = 1
    """It shares nothing with what is expected, but can be an answer in other words."""
    TOUCHING = 2
    """A word in common."""
    RELATED = 3
    """It speaks of what is expected."""


def bearing_on(
    text: str,
    found: Sequence[Segment],
    question: str,
    known: Known,
    *,
    whole: Set[str],
    said: str = "",
    forged: bool = False,
) -> tuple[tuple[Segment, ...], AnswerFlag | None]:
    """The sentences ``found`` in a text that have most to do with the question, and what is to be
    said of an answer where they are none.

    Who says that they do not know, or repeats the question, has to speak of what is expected besides:
    anything can be said in its stead. ``whole`` are the sentences that nothing was taken out of: scraps
    of others may belong to what was. Beside talk (``forged``, or some in all that was ``said``) a word
    or two are a scrap as well.
    """
    resigns = any(
        guards.gives_up(fold(piece), question) and not addresses(piece) for piece in pieces_of(text)
    )
    copied = {s.text for s in found if guards.copies_question(s.folded, question)}
    copies = bool(copied) or guards.copies_question(fold(text), question)
    rest = [
        segment
        for segment in found
        if segment.text not in copied
        and not guards.is_dont_know(segment.folded, question)
        and not guards.is_evasion(segment.folded)
    ]
    if copies:
        words = asked(question).terms
        rest = [segment for segment in rest if not words.issuperset(segment.terms)]
    sentences = [said[start:end] for start, end in spans(said)]
    talked = forged or any(talks(sentence, known) for sentence in sentences)
    told = [bearing_of(s.text, known, tainted=s.text not in whole) for s in rest]
    if talked:
        entire = max(
            (b for s, b in zip(rest, told, strict=True) if s.text in sentences),
            default=Bearing.NOTHING,
        )
        told = [
            Bearing.NOTHING
            if (bearing is Bearing.PLAUSIBLE and _is_scrap(s, known, whole=s.text in sentences))
            # What is left of a sentence with talk adds nothing to one that is there in full.
            or (
                s.text not in sentences
                and (_is_about(s, known) or bearing <= entire < Bearing.RELATED)
            )
            else bearing
            for s, bearing in zip(rest, told, strict=True)
        ]
    best = max(told, default=Bearing.NOTHING)
    kept = tuple(
        _trimmed(s, known) if best > Bearing.PLAUSIBLE else s
        for s, bearing in zip(rest, told, strict=True)
        if bearing is best
        # Of themselves everybody speaks in other words than those of the reference.
        or (known.personal and bearing is not Bearing.NOTHING)
        or negation.denies_others(s.folded)
    )
    resigns = resigns or (bool(found) and not rest and not copies)
    sure = any(
        (bearing is Bearing.RELATED and (not talked or s.text in whole))
        # Somebody else's words may be glued to what was said, these with them.
        or (forged and s.text in sentences and _stands_alone(s, bearing, known))
        for s, bearing in zip(rest, told, strict=True)
    )
    if not sure and (resigns or copies):
        return (), AnswerFlag.DONT_KNOW if resigns else AnswerFlag.COPIED_QUESTION
    if not found:
        return (), AnswerFlag.EMPTY
    return kept, AnswerFlag.OFF_TOPIC if best is Bearing.NOTHING else None


def talks(sentence: str, known: Known) -> bool:
    """Whether a sentence has talk to whoever judges in it, and does not only tell of some."""
    return not only_tells(sentence, known) and any(
        _worth(piece, known) >= TALK for piece in pieces_of(sentence)
    )


def _is_about(segment: Segment, known: Known) -> bool:
    """Whether a sentence turns to somebody about an answer or its mark."""
    about = not known.kinds and speaks_of_answers(segment.folded, known)
    return about and bool(POINTS.search(segment.folded)) and size_of(segment.text) <= BRIEF


def _stands_alone(segment: Segment, bearing: Bearing, known: Known) -> bool:
    """Whether a sentence is longer than a remark, and no talk to whoever judges."""
    if size_of(segment.text) <= BRIEF or talks(segment.text, known):
        return False
    return bearing is not Bearing.NOTHING or not POINTS.search(segment.folded)


def _is_scrap(segment: Segment, known: Known, *, whole: bool) -> bool:
    """Whether a sentence that shares nothing with what is expected is a word, a number or an order beside
    talk. A ``whole`` one that has no word of the interview is none."""
    if whole and has_none(segment.text, segment.folded, known):
        return False
    size = size_of(segment.text)
    if size > BRIEF or is_technical(segment.folded, least=2):
        return False
    return size < LEAST or any(map(str.isdigit, segment.text)) or addresses(segment.text)


def _trimmed(segment: Segment, known: Known) -> Segment:
    """A sentence without what stands at its ends and is talk to whoever judges."""
    text = segment.text
    if only_tells(text, known) or not any(_worth(p, known) >= SOME for p in pieces_of(text)):
        return segment
    cuts = [0, *(cut.end() for p in (_CLAUSE, NEW_START) for cut in p.finditer(text)), len(text)]
    places = list(pairwise(sorted(set(cuts))))
    speaks = [
        bearing_of(text[a:b], known) > Bearing.PLAUSIBLE
        or known.in_terms(terms(fold(text[a:b])), chance=len(text))
        for a, b in places
    ]
    talks = [talk_worth(text[a:b], known) >= SOME for a, b in places]
    if not any(speaks):
        return segment
    first, last = speaks.index(True), len(speaks) - speaks[::-1].index(True) - 1
    start = places[first][0] if any(talks[:first]) else 0
    end = places[last][1] if any(talks[last + 1 :]) else len(text)
    rest = _without_tail(text[start:end].strip(" ,，;；、"), places[last][0] - start, known)
    return segment if rest == text else segment_of(rest)


def _without_tail(text: str, place: int, known: Known) -> str:
    """A text without the talk that its last clause, which begins at ``place``, goes over into: from
    where talk may begin on, when nothing expected comes after it."""
    clause = text[place:]
    if talk_worth(clause, known) < TALK:
        return text
    said = known.expected.intersection(terms(fold(clause)))
    turns = sorted({edges_of_talk(clause)[0], *(turn.start() for turn in TURNS.finditer(clause))})
    for turn in turns:
        left = clause[:turn]
        if said and turn and said <= set(terms(fold(left))):
            return text[: place + turn].rstrip()
    return text


_CLAUSE = re.compile(r"[,，;；:：]")


@lru_cache(maxsize=2_048)
def pieces_of(text: str) -> tuple[str, ...]:
    """The clauses of a text, cut also where a new sentence begins without a mark before it."""
    clauses = (text[start:end] for start, end in spans(text, clauses=True))
    pieces = (piece.strip() for clause in clauses for piece in NEW_START.split(clause))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=2_048)
def only_tells(sentence: str, known: Known) -> bool:
    """Whether what looks like talk to whoever judges is only told in a sentence: of others, or where
    marks, judges or prompts are what the question is about, without an order to anybody."""
    if only_mentions(sentence):
        return True
    if not known.kinds or addresses(sentence):
        return False
    told = without_quotations(sentence)
    stripped = strip_forged(told, known)[0]
    places = [i for i, char in enumerate(stripped) if char == CUT]
    if any(stripped[i - 1 : i] != ORDER for i in places):
        return False
    # An order begins its clause; what somebody may do has somebody before it.
    starts = (re.split(r"[,，;；:：]", stripped[:i])[-1].strip(f" {ORDER}") for i in places)
    if any(size_of(start) < 1.0 for start in starts):
        return False
    return any(_shared(p, known, 0.0, tainted=False) for p in pieces_of(sentence)) or bool(
        kinds_of(told) & known.kinds
    )


TALK = 1.5
"""From which worth of words on a clause that shares at most a word is talk to whoever judges."""


@lru_cache(maxsize=2_048)
def bearing_of(text: str, known: Known, *, tainted: bool = False) -> Bearing:
    """What a sentence has to do with the question: what the best of its clauses has."""
    clauses = pieces_of(text)
    if only_tells(text, known):
        worths = [0.0] * len(clauses)
    else:
        worths = [_worth(clause, known) for clause in clauses]
    tainted = tainted or any(worth >= TALK for worth in worths)
    told = [
        _shared(clause, known, worth, tainted=tainted)
        for clause, worth in zip(clauses, worths, strict=True)
    ]
    best = max(told, default=Bearing.NOTHING)
    if best is not Bearing.NOTHING:
        return best
    if not tainted and known.kinds & kinds_of(text) and not addresses(text):
        return Bearing.PLAUSIBLE
    rest = [clause for clause, worth in zip(clauses, worths, strict=True) if worth < TALK]
    return Bearing.PLAUSIBLE if _plausible(rest, known, tainted=tainted) else Bearing.NOTHING


META = 1.5
"""What such words are worth where a clause turns to somebody besides."""


def _worth(clause: str, known: Known) -> float:
    """How much a clause tells that it is talk to whoever judges, by any of its words."""
    worth = talk_worth(clause, known)
    if worth >= META or known.kinds:
        return worth
    folded = fold(clause)
    return META if POINTS.search(folded) and speaks_of_answers(folded, known) else worth


SHARE = 0.25
"""The part of the specific words of a clause that has to be expected, where only one of them is."""
FEW = 4
"""Of so few words a reference has, a general one touches it as well."""
POINTS = re.compile(r"\b(?:i|i'm|me|my|we|us|you|your|this|these|above)\b|[我你您咱此这]")
"""What turns to somebody, or to the answer itself."""

TURNS = re.compile(rf"{POINTS.pattern}|[请把]|如果|假如|要是|作为|以上|前面")
"""Where talk may begin in a clause before it can be told by its words."""


def _shared(clause: str, known: Known, worth: float, *, tainted: bool) -> Bearing:
    """What a clause shares with question and reference: RELATED, TOUCHING or NOTHING."""
    folded = fold(clause)
    told = set(terms(folded))
    specific = {term for term in told if weight(term) >= 1.0}
    said = specific & known.expected
    enough = len(said) >= SHARE * len(specific)
    common = told & known.expected
    mostly = len(common) > 2 and 2 * len(common) >= len(told)
    if mostly or (len(said) > 1 and (enough or not (tainted or worth >= TALK))):
        return Bearing.RELATED
    if worth >= TALK or (tainted and POINTS.search(folded)):
        return Bearing.NOTHING
    if said and enough and not tainted:
        return Bearing.RELATED
    if tainted and not said and specific.isdisjoint(known.topic):
        return Bearing.NOTHING
    if said or len(common) > 1 or not specific.isdisjoint(known.topic):
        return Bearing.TOUCHING
    if len(common) * FEW >= len(known.expected) > 0 or _characters(specific, known):
        return Bearing.TOUCHING
    return (
        Bearing.TOUCHING if any(has_kin(term, known.expected) for term in told) else Bearing.NOTHING
    )


def _characters(specific: Set[Term], known: Known) -> bool:
    """Whether Chinese words are for the most part made of the characters of expected ones."""
    chars = {char for term in specific if is_han(term) for char in term}
    common = len(chars & characters_of(known.expected))
    return common > 1 and 2 * common >= len(chars)


_CODE = re.compile(r"\w ?[\[\](){}*+=<>^&|]+ ?\w.*[\[\](){}*+=<>^&|]")
_HOW_MUCH = re.compile(
    r"\b(?:both|all|none|many|several|some|every|any|most|few|half|never|always|same|anywhere|everywhere|before|after|"
    r"once|twice|at the|as \w+ as|the more|the less)\b|\d|[几多全每]|所有|一样|任何|尽可能|需要|[之以][前后]|当.{1,12}时|越.{1,4}越"
)
_SELF = re.compile(f"{ONESELF.pattern}|您")
_CODED = re.compile(r"[a-z]\d")
LEAST, TERSE = 2.0, 3.0
"""From so many words on (two Chinese characters are one) a text beside talk is more than a scrap, and up
to so many it is a term or two."""
SAID = 4.0
"""From so many words on somebody has said something of themselves beside talk."""
BRIEF = 8.0
"""In so many words at most one says how many, when or where."""
MOST_LATIN, MOST_HAN = 0.5, 0.3
"""More than this share of the specific words of a technical text are technical ones; pairs of
characters that reach from one word into the next are none."""
MOST_OF_OWN = 0.67  # Where somebody speaks of themselves.
DISTINCT = 3
"""Of so many specific words of an English text one that is distinctly technical is enough."""


def _plausible(clauses: Sequence[str], known: Known, *, tainted: bool) -> bool:
    """Whether clauses that share nothing with what is expected can be an answer in other words: they
    speak of a technical subject, or of oneself where that is asked, are a formula, say how much, or are a
    term or two."""
    folded = [fold(clause) for clause in clauses]
    if tainted and known.personal:
        meant = [clause for clause in clauses if may_be_meant(clause, known)]
        return sum(map(size_of, meant)) >= SAID
    if tainted:
        return any(is_technical(t, least=2) for t in folded if not POINTS.search(t))
    if not known.kinds and any(speaks_of_answers(text, known) for text in folded):
        return any(is_technical(text, least=3) for text in folded)
    if known.personal:
        said = any(may_be_meant(clause, known) for clause in clauses)
        return said or any(map(is_technical, folded))
    if any(map(is_technical, folded)):
        return True
    if any(map(_CODE.search, folded)) and sum(map(_size, folded)) <= BRIEF:
        return True
    if any(map(_SELF.search, folded)) or any(map(_CODED.search, folded)):
        return False
    if any(talk_worth(clause, known) >= SOME for clause in clauses):
        return False
    size = sum(map(_size, folded))
    if size <= BRIEF and any(
        guards.FORMULA.search(text) or _HOW_MUCH.search(text) for text in folded
    ):
        return True
    return 0.0 < size <= TERSE


def is_technical(folded: str, least: int = 1) -> bool:
    specific = {term for term in terms(folded) if weight(term) >= 1.0}
    found = len(specific & technical())
    if _SELF.search(folded):
        return found > 2 and found >= MOST_OF_OWN * len(specific)
    if found > 2:
        return True
    if found < least:
        return False
    if any(map(is_han, folded)):
        return found > MOST_HAN * len(specific) and (found > 1 or len(specific) < 3)
    distinct = len(specific & distinctly_technical())
    return found > MOST_LATIN * len(specific) or distinct >= max(1, len(specific) / DISTINCT)


def _size(folded: str) -> float:
    return sum(0.5 if is_han(word) else 1.0 for word in atoms(folded))
