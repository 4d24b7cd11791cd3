"""The sentences of an answer that may count: without forged spans, and without talk to the grader."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from interviewers.engines.builtin.addressed.address import (
    NEW_START,
    before_foreign,
    demands_a_mark,
    is_foreign,
    speaks_only_to_grader,
    without_remains,
)
from interviewers.engines.builtin.addressed.forgery import strip_forged
from interviewers.engines.builtin.addressed.learnt import may_talk
from interviewers.engines.builtin.addressed.mention import addresses, only_mentions
from interviewers.engines.builtin.addressed.talk import (
    TALK,
    TALK_IN_STORY,
    may_answer,
    may_be_talk,
    without_talk,
)
from interviewers.engines.builtin.addressed.talk_words import VOICE
from interviewers.engines.builtin.reading.around import is_remark
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.technical import technical
from interviewers.engines.builtin.reading.text import (
    Segment,
    fold,
    script_of,
    segment_of,
    segments,
    spans,
    terms,
)
from interviewers.engines.builtin.reading.words import STOP_EN
from interviewers.engines.builtin.sifting.bearing import POINTS, only_tells
from interviewgpt.expressions import expression

__all__ = ["apart", "hear"]


Thread = Callable[[str], tuple[str, bool]]
"""A function from a text to the text without what does not belong to the answer, and whether there was any."""


def hear(
    text: str, known: Known, *, story: bool, thread: Thread | None = None
) -> tuple[tuple[Segment, ...] | None, str, bool]:
    """The sentences of an answer that may count, the text without forged spans, and whether there was a forgery
    or talk to the grader.

    The sentences are None if all are in another language. A sentence that only reports others' marks, or quotes
    an attacker, is treated like any other.
    """
    telling = [
        (start, end)
        for start, end in spans(text)
        if (only_mentions(text[start:end]) if thread else only_tells(text[start:end], known))
    ]
    if not telling:
        return _hear(text, known, story=story, thread=thread)
    rest = text
    for start, end in telling:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    heard, _, forged = _hear(rest, known, story=story, thread=thread)
    mentions = [segment_of(text[start:end]) for start, end in telling]
    found = tuple(sorted((*(heard or ()), *mentions), key=lambda s: text.find(s.text)))
    return found, "\n".join(segment.text for segment in found), forged


_GLUED = expression(
    r"(?<=[a-z]{2})(?=(?=[A-Z])(?:[^\W\d_]|[\u200b-\u200f\u2060-\u206f\ufeff]){0,40}(?:'[a-z]+)?[:,.!]? [\w(=])"
)
_MEMBER = expression(r"\w\.\Z")
"""What a member of a thing is named behind: "Activity.onStart"."""
_SPLICE = expression(r"(?<=[a-z\d)],)\s(?=(?!I\b)[A-Z])")
"""Where a sentence may begin behind a comma: with a capital that is not that of "I"."""
_RESUMED = expression(r"[.!?…)\]}>\"]\s+[a-z]")
"""Where a sentence goes on that another one stands in."""
_WORD = expression(r"\w+")
_STEM = expression(r"[A-Za-z]+$")
_FIRST = expression(r"[A-Z]+[a-z']*")
_LONG, _FAR = 40, 1_000
"""At most this many characters are looked at of a word, and of a sentence."""


def apart(text: str, known: Known) -> str:
    """The text with a break wherever a sentence begins in the middle of a word, or behind a comma, with a capital
    that no name has.

    No break in a word that is ``known`` or technical ("JavaScript"), nor in a name: one like "makeCounter
    returns", if nothing after it may be talk, or one that begins with a capital ("LangChain"), or behind another's
    dot ("Activity.onStart"), and has no word of talk.
    """

    def is_one(place: int) -> bool:
        around = _WORD.finditer(text, max(0, place - _LONG), place + _LONG)
        words = (word for word in around if word.start() < place < word.end())
        return any(
            term in known.expected or term in known.topic or term in technical()
            for word in words
            for term in terms(fold(word.group()))
        )

    def begins_talk(place: int) -> bool:
        rest = text[place : place + _FAR]
        before = _STEM.search(text, max(0, place - _LONG), place)
        named = before and (before.group()[0].isupper() or _MEMBER.search(text, 0, before.start()))
        if named and not _begins_anew(rest, known):
            return False
        sentence = rest[: next(iter(spans(rest)), (0, len(rest)))[1]]
        folded = fold(sentence)
        return (
            speaks_only_to_grader(folded, known)
            or may_be_talk(sentence, known)
            or bool(POINTS.search(folded))
            or addresses(sentence)
        )

    places = [
        place
        for place in (found.start() for found in _GLUED.finditer(text))
        if not is_one(place) and begins_talk(place)
    ]
    places += [
        found.end()
        for found in _SPLICE.finditer(text)
        if _begins_anew(text[found.end() : found.end() + _LONG], known)
        and not _RESUMED.search(text, found.end())
    ]
    for place in sorted(places, reverse=True):
        text = f"{text[:place]}\n{text[place:]}"
    return text


def _begins_anew(rest: str, known: Known) -> bool:
    """Whether a text begins with a word that is not the second half of a name."""
    first = _FIRST.match(rest)
    return _turns(rest, known) or (first is not None and fold(first.group()) in STOP_EN)


def _turns(rest: str, known: Known) -> bool:
    """Whether the first word of a text is one that addresses somebody."""
    first = _FIRST.match(rest)
    if first is None:
        return False
    word = first.group()
    # "OpenAI", "MongoDB": letters that stand for a thing.
    named = len(word) > 1 and word.isupper()
    return VOICE.search(fold(word)) is not None or (not named and may_be_talk(word, known))


def _hear(
    text: str, known: Known, *, story: bool, thread: Thread | None
) -> tuple[tuple[Segment, ...] | None, str, bool]:
    honest, forged = strip_forged(text, known)
    if thread:
        kept, strays = thread(honest)
        if strays:
            talked = forged or _hear(text, known, story=story, thread=None)[2]
            found, honest, forged = _heard(kept, text, known, story=story, forged=forged)
            return found, honest, forged or talked
    return _heard(honest, text, known, story=story, forged=forged)


def _heard(
    honest: str, text: str, known: Known, *, story: bool, forged: bool
) -> tuple[tuple[Segment, ...] | None, str, bool]:
    everything = segments(without_remains(honest, known) if forged else honest)
    whole = {text[start:end] for start, end in spans(text)}
    plain = {sentence for sentence in whole if not may_talk(sentence)}
    everything, talked = _untalked(everything, plain, known, forged=forged, story=story)
    forged = forged or talked
    found = tuple(part for s in everything for part in _in_language(s, known))
    language = script_of(text)
    found = (
        tuple(s for s in found if not is_remark(s.text, language, known.tells, between=True))
        or found
    )
    if everything and not found:
        return None, honest, forged
    if forged:
        found = tuple(segment for segment in found if segment.terms)
    addressed = [
        s
        for s in found
        if s.text not in plain
        and speaks_only_to_grader(s.folded, known, forged=forged and s.text not in whole)
    ]
    if forged or any(demands_a_mark(s.folded) for s in addressed):
        return _unaddressed(found, addressed, plain, known, whole=whole), honest, True
    if addressed:
        found = _unaddressed(found, addressed, plain, known) or found
    return found, honest, False


def _in_language(segment: Segment, known: Known) -> tuple[Segment, ...]:
    """A sentence if it is in a language of interviews; else the part before another script."""
    if not is_foreign(segment.text, segment.folded) or known.in_terms(segment.terms):
        return (segment,)
    before = segment_of(before_foreign(segment.text))
    # One character is as well a part of a word of the other one.
    return (before,) if len(before.atoms) > 1 and not is_foreign(before.text, before.folded) else ()


def _untalked(
    found: tuple[Segment, ...], plain: Set[str], known: Known, *, forged: bool, story: bool
) -> tuple[tuple[Segment, ...], bool]:
    """The sentences without talk to the grader, and whether there was any; the ``plain`` ones have none."""
    least = TALK_IN_STORY if story else TALK
    left = [
        None if segment.text in plain else without_talk(segment.text, known, least=least)
        for segment in found
    ]
    talked = any(rest is not None for rest in left)
    if not (talked or forged):
        return found, False
    kept: list[Segment] = []
    for segment, rest in zip(found, left, strict=True):
        if rest is None and segment.text not in plain:
            rest = without_talk(segment.text, known, least=least, beside=True)
        kept.append(segment if rest is None else segment_of(rest))
    return tuple(kept), talked


def _unaddressed(
    found: Sequence[Segment],
    addressed: Sequence[Segment],
    plain: Set[str],
    known: Known,
    *,
    whole: Set[str] | None = None,
) -> tuple[Segment, ...]:
    """The sentences without those that speak to the grader, of which only clauses are kept that say something
    expected. If there was a forgery, ``whole`` are the sentences without a part of it; ``plain`` are those
    that do not sound like talk."""
    forged = whole is not None
    kept: list[Segment] = []
    for segment in found:
        if segment not in addressed:
            near = whole is not None and segment.text not in whole
            if not (
                forged
                and segment.text not in plain
                and speaks_only_to_grader(segment.folded, known, forged=near)
            ):
                kept.append(segment)
            continue
        parts = [part for part in NEW_START.split(segment.text) if part.strip()]
        if len(parts) > 1 or len(spans(segment.text, clauses=True)) > 1:
            kept += [segment_of(run) for part in parts for run in _runs(part, known, forged=forged)]
    return tuple(kept)


def _runs(part: str, known: Known, *, forged: bool) -> list[str]:
    """The runs of clauses, in a sentence that speaks to the grader, that may be parts of the answer. A clause
    that a colon binds to what comes before it has to say more of what is expected."""
    runs: list[list[int]] = []
    places = spans(part, clauses=True)
    for number, (start, end) in enumerate(places):
        said = terms(fold(part[start:end]))
        bound = ":" in fold(part[max(0, start - 2) : start])
        if speaks_only_to_grader(fold(part[start:end]), known, forged=forged) or (
            not known.says(said) and (bound or may_be_talk(part[start:end], known))
        ):
            continue
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    rows = [part[places[first][0] : places[last][1]] for first, last in runs]
    return [row for row in rows if may_answer(row, known)]
