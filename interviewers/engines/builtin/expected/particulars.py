"""Whether what somebody tells of themselves has particulars, or could be said by anybody.

"We had different opinions, discussed them openly and found a compromise" has a situation, an action and a
result, and nothing in it that happened to anybody. Particulars are things, amounts, days, names, what was
said. They are counted as those words of an answer that general talk about work does not have
(`general_talk`). A short answer needs fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from interviewers.engines.base import Cue
from interviewers.engines.builtin.expected.calibration import BELOW_LEVEL_3, LEVEL_FLOORS
from interviewers.engines.builtin.expected.general_talk import TALK_EN, TALK_ZH
from interviewers.engines.builtin.reading.stems import stem
from interviewers.engines.builtin.reading.text import fold, language_of
from interviewers.engines.builtin.stories.cues import find_cues
from interviewers.engines.script import count_han, runs_of_han

__all__ = ["UNBOUNDED", "asks_of_oneself", "ceiling", "is_vague", "particulars", "size_of"]

VAGUE, PER_WORDS = 5, 12
"""With no more particulars than the former a story has none worth the name, for any story has a word or two
that is not quite general; in a short answer one in so many words (the latter) is the limit. With twice as
many a story is somebody's own and has no cap. In between the cap rises evenly from just below level 3 to
level 4."""
WORDS_OF_HAN = 0.6
"""Words per Chinese character."""
LEAST, ANYBODYS = 25.0, 40.0
"""The cap of a story without any particulars, in points of 100, and of one with none worth the name. Each of
the few adds the same amount."""
_WHOLLY = re.compile(
    r"\b(?:(?:one|a) )?hundred ?(?:percent|per cent|%)|\b100 ?(?:%|percent|per cent)|百分之?百"
)
"""Figures of speech."""
UNBOUNDED = 100.0
"""The cap of a story with enough particulars: none (the highest score)."""

_LATIN = re.compile(r"\d[\d.,:]*%?|[a-z][a-z'-]*[a-z]")
_LONGEST = max(map(len, TALK_ZH))
_SHORTEST = 3
"""Letters of the shortest word that is a particular."""
_MOST_OF_RUN = 2
"""At most this many particulars are counted in what is left between general words of Chinese."""


_OF_ONESELF = re.compile(r"\byou(?:r|rs|rself)?\b|\ba time\b|[你您]|经历")


@lru_cache(maxsize=512)
def asks_of_oneself(question: str) -> bool:
    """Whether a question for a story asks for one of one's own ("describe merge sort" does not)."""
    return bool(_OF_ONESELF.search(fold(question)))


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


def is_vague(highest: float) -> bool:
    """Whether a cap is so low that there are no particulars worth the name."""
    return highest <= BELOW_LEVEL_3


@lru_cache(maxsize=256)
def ceiling(sentences: tuple[str, ...], question: str) -> float:
    """The cap of folded sentences as a story, 0-100: well below level 3 where it could be anybody's."""
    found = particulars(sentences, question)
    none = min(VAGUE, int(sum(map(size_of, sentences)) // PER_WORDS))
    if found <= none:
        return ANYBODYS - (ANYBODYS - LEAST) * (none - found) / max(1, none)
    if found >= 2 * none:
        return UNBOUNDED
    return BELOW_LEVEL_3 + (LEVEL_FLOORS[3] - BELOW_LEVEL_3) * (found - none) / none


def size_of(sentence: str) -> float:
    """The number of words of a folded sentence."""
    return len(_LATIN.findall(sentence)) + WORDS_OF_HAN * count_han(sentence)
