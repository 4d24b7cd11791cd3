"""Whether what somebody tells of themselves has particulars, or could be said by anybody.

"We had different opinions, discussed them openly and found a compromise" has a situation, an action and a
result, and nothing in it that happened to anybody. Particulars are things, amounts, days, names, what was
said. They are counted as those words of an answer that general talk about work does not have
(`general_talk`). A short answer needs fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.base import Cue
from interviewers.engines.builtin.expected.general_talk import TALK_EN, TALK_ZH
from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.text import fold, language_of
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.script import count_han, runs_of_han
from interviewgpt.expressions import expression

__all__ = ["UNBOUNDED", "ceiling", "ownness", "particulars", "size_of"]

VAGUE, PER_WORDS, LESS = 5.0, 12.0, 0.5
"""With no more particulars than the former a story has none worth the name, for any story has a word or two
that is not quite general; in a short answer one in so many words (the second), less half of one, is the limit."""
CAPS = ((0.0, 25.0), (1.0, 44.0), (2.6, 100.0))
"""The cap of a story, in points of 100, by its particulars in units of that limit: with none of them, with none
worth the name, and with enough to be somebody's own. In between it rises evenly."""
VAGUE_BELOW, OWN_FROM = 44.0, 58.0
"""A story with the former cap is vague, and one with the latter is somebody's own."""
WORDS_OF_HAN = 0.6
"""Words per Chinese character."""
_WHOLLY = expression(
    r"\b(?:(?:one|a) )?hundred ?(?:percent|per cent|%)|\b100 ?(?:%|percent|per cent)|百分之?百"
)
"""Figures of speech."""
UNBOUNDED = 100.0
"""The cap of a story with enough particulars: none (the highest score)."""

_LATIN = expression(r"\d[\d.,:]*%?|[a-z][a-z'-]*[a-z]")
_LONGEST = max(map(len, TALK_ZH))
_SHORTEST = 3
"""Letters of the shortest word that is a particular."""
_MOST_OF_RUN = 2
"""At most this many particulars are counted in what is left between general words of Chinese."""


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(map(stem, TALK_EN))


def particulars(sentences: tuple[str, ...], question: str) -> int:
    """The number of different words of folded sentences that neither general talk nor the question has."""
    asked = fold(question)
    sentences = tuple(_WHOLLY.sub(" ", sentence) for sentence in sentences)
    known = {stem(word) for word in _LATIN.findall(asked)}
    latin = {
        stem(word)
        for sentence in sentences
        for word in _LATIN.findall(sentence)
        if len(word) >= _SHORTEST or word[0].isdigit()
    }
    han = {run for sentence in sentences for run in _left(sentence) if run not in asked}
    counted = sum(
        Cue.NUMBER in find_cues(sentence, language_of(sentence)) for sentence in sentences
    )
    words = len(latin - known - _stems())
    return counted + words + sum(min(_MOST_OF_RUN, (len(run) + 1) // 2) for run in han)


def _left(sentence: str) -> Iterator[str]:
    """What is left of the Chinese text of a sentence without the words of general talk."""
    for run in runs_of_han(sentence):
        left, place = "", 0
        while place < len(run):
            ends = range(min(len(run), place + _LONGEST), place, -1)
            end = next((end for end in ends if run[place:end] in TALK_ZH), 0)
            if not end:
                left += run[place]
            elif left:
                yield left
                left = ""
            place = end or place + 1
        if left:
            yield left


def ownness(highest: float) -> float:
    """How far a story with the cap ``highest`` (0-100) is somebody's own and not vague, 0-1."""
    return min(1.0, max(0.0, (highest - VAGUE_BELOW) / (OWN_FROM - VAGUE_BELOW)))


@lru_cache(maxsize=256)
def ceiling(sentences: tuple[str, ...], question: str, backed: float = 0.0) -> float:
    """The cap of folded sentences as a story, 0-100: well below level 3 where it could be anybody's. What is
    ``backed`` by a reason or a fact counts like as many particulars."""
    limit = min(VAGUE, max(1.0, _length(sentences) / PER_WORDS - LESS))
    share = (particulars(sentences, question) + backed) / limit
    for (below, least), (above, most) in pairwise(CAPS):
        if share < above:
            return least + (most - least) * (share - below) / (above - below)
    return UNBOUNDED


def _length(sentences: tuple[str, ...]) -> float:
    """The number of words of folded sentences. In Chinese text a word in Latin script is as long as two characters,
    as most names are: whoever is called Tom there is told of at the same length."""
    latin = sum(len(_LATIN.findall(sentence)) for sentence in sentences)
    han = sum(map(count_han, sentences))
    return (2 * WORDS_OF_HAN if han else 1.0) * latin + WORDS_OF_HAN * han


def size_of(sentence: str) -> float:
    """The number of words of a folded sentence."""
    return len(_LATIN.findall(sentence)) + WORDS_OF_HAN * count_han(sentence)
