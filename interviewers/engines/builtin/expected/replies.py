"""Replies to a follow-up about one scoring point: they are short and have few of its words.

"How long did it take?" - "I saw it at three, and told my lead ten minutes later." The follow-up has named
the subject. So fewer of the point's words are needed than in an answer to the question. Where it is known
what shows that a follow-up is answered (`told`), that is enough. Where it asks for a part of a story,
something that happened and belongs to the story is enough, for its words cannot be foreseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from interviewers.engines.base import Exchange, QuestionSpec, ScoringPoint
from interviewers.engines.builtin.expected.cued import words_of
from interviewers.engines.builtin.expected.matching import Sentence
from interviewers.engines.builtin.reading.technical import rarity
from interviewers.engines.builtin.reading.text import (
    Term,
    asked,
    count_words,
    fold,
    is_han,
    specific,
    terms,
)
from interviewers.engines.builtin.stories.leisure import is_of_leisure
from interviewers.engines.builtin.stories.telling import happens, tells_of_act
from interviewers.engines.builtin.stories.themes import asks_for_story
from interviewers.engines.builtin.stories.told import asks_for_case, signs_told
from interviewgpt.expressions import expression

__all__ = ["REPLIED", "Probe", "probes_of", "replies"]

REPLIED = 0.6
"""The strength of a point whose own follow-up a reply speaks about."""
SHARED = 2
"""A reply needs this many specific words of the point, besides those of the question and the follow-up."""
FRESH, BOUND = 2.0, 1.0
"""A reply that is part of a story needs at least this many specific words that nobody has said before, and that
the story has; a pair of Chinese characters is half a word."""
RARE = {True: 4.0, False: 3.0}
"""Or a single word of at least this `rarity`, Chinese (True) or not: one item in fifty, or in twenty, has it."""

Probe = tuple[str, str]
"""A scoring point's key and the text that asks for it; both "" where an answer replies to none."""


def probes_of(exchange: Exchange, spec: QuestionSpec) -> tuple[Probe, ...]:
    """What each answer of an exchange, the earlier ones first, replies to; () where that is not known."""
    if len(exchange.prompts) != len(exchange.earlier):
        return ()
    return (("", ""), *(_probe(prompt, exchange.question, spec) for prompt in exchange.prompts))


def _probe(prompt: str, question: QuestionSpec, spec: QuestionSpec) -> Probe:
    for follow_up in (*question.follow_ups, *spec.follow_ups):
        if follow_up.text in prompt:
            return follow_up.point, prompt
    return "", ""


def replies(
    points: Sequence[ScoringPoint],
    question: str,
    sentences: Sequence[Sentence],
    asked_for: Sequence[Probe],
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (sentence, point): which sentence answers the follow-up about which point. ``asked_for``
    has what each sentence replies to. Sentences that are not sound, and what they deny, answer none."""
    for number, point in enumerate(points):
        best: set[Term] = set()
        place = -1
        together: set[Term] = set()
        for i, (sentence, (key, probe)) in enumerate(zip(sentences, asked_for, strict=True)):
            if key != point.key or sentence.credit < 1.0:
                continue
            shared = _vocabulary(point, question, probe).intersection(sentence.said.terms)
            together |= shared
            if len(shared) > len(best):
                best, place = set(shared), i
        if len(together) >= SHARED or any(rarity(t) >= RARE[is_han(t)] for t in together):
            yield place, number
            continue
        for i, (key, probe) in enumerate(asked_for):
            if key == point.key and _tells(sentences, asked_for, i, question, probe):
                yield i, number
                break


def _tells(
    sentences: Sequence[Sentence],
    asked_for: Sequence[Probe],
    place: int,
    question: str,
    probe: str,
) -> bool:
    """Whether a sentence that replies to ``probe`` sounds like what that asks for, or goes on with the
    story that was told before it."""
    sentence = sentences[place]
    text = sentence.segment.text
    if sentence.credit < 1.0 or _ASKS.search(text) or is_of_leisure(text, question, probe):
        return False
    instance = asks_for_case(probe)
    story = instance or asks_for_story(question)
    # Of a sentence that denies something only what is told by that: "no time", "fewer or not".
    signs = signs_told(text, probe, view=not story)
    if any(not sentence.denies or _NEGATIVE.search(sign) for sign in signs):
        return True
    if not story or not happens(sentence.said.folded):
        return False
    before = {
        term
        for other, (_, by) in zip(sentences, asked_for, strict=True)
        if by != probe and other.credit >= 1.0
        for term in other.segment.terms
    }
    put = asked(question).terms.union(terms(fold(probe)))
    own = specific(sentence.said.terms) - put
    # Who is asked for a case of their own may tell one that nobody has heard of; then they act in it. What
    # was done another time is another case in itself.
    if _LATER.search(probe):
        return count_words(own - before) >= FRESH
    bound = count_words(own & before) >= BOUND or (instance and tells_of_act(sentence.said.folded))
    return bound and count_words(own - before) >= FRESH


_ASKS = expression(r"[?？]\W*$")
_LATER = expression(
    r"(?:再|又)(?:次)?(?:遇到|碰到|碰上)|下一?次(?!面试)|从那以后|之后(?:再|又)|\b(?:next time|since then|ever since|(?:another|a later|the next) (?:time|one|project)|met (?:it|that|something like it) again|similar (?:situation|thing|case))\b"
)
"""Asks what was different another time."""
_NEGATIVE = expression(r"[没不]|n't|\b(?:no|not|never|nobody|none|against|fewer|without)\b")


@lru_cache(maxsize=2_048)
def _vocabulary(point: ScoringPoint, question: str, probe: str) -> frozenset[Term]:
    """The specific words of a point in all its wordings, but for those of the question and the probe."""
    return words_of(point, question).difference(terms(fold(probe)))
