"""A model's speech, looked at before it is heard: its directions, the answer to the question and
the other language are held back as soon as they show, and given to nobody once they are certain.

What is compared are letters and digits alone, so that blanks, punctuation and Markdown hide nothing.
The work for a piece grows with the piece, not with what was said before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from interviewers.engines.base import Brief
from interviewers.engines.prompting import directions

__all__ = ["SpeechScreen", "letters", "longest_echo"]

_NO_LETTER = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_FENCE = re.compile(r"<<<\s*(?:DATA|END)")
_QUOTES = re.compile('([“”「」『』"])')
_OPENS, _CLOSES = "“「『", "”」』"

_HAN_WEIGHT, _LETTER_WEIGHT = 5, 2
SECRET, DIRECTIONS = 120, 200
"""How much in a row may be the same: 24 Chinese characters or 60 letters of what is secret, 40 or 100
of what an interviewer is told to say and of who they are, which is said in part."""
_SUSPECT = 3
"""From this part of it on it is waited for what becomes of it."""
_LATIN_PER_HAN, _HAN_PER_LATIN = 6, 3
"""So many times as many letters and a text that should be Chinese is not; Chinese characters count so
many letters in a text that should be English."""
_CERTAIN = {"zh": 60, "en": 12}
_WHOLE = {"zh": 8, "en": 2}
"""So many letters of the other language settle it, in mid-speech and at the end of it."""
_ASIDE = 3
"""Speech with fewer letters outside of its quotation marks is no speech with a quotation."""


def letters(text: str) -> str:
    """``text`` as it is compared: letters and digits, in one case and width."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


_known = lru_cache(maxsize=1_024)(letters)
"""The same for texts that are not of one interview alone."""


def _weight(same: str) -> int:
    han = len(_HAN.findall(same))
    return han * _HAN_WEIGHT + (len(same) - han) * _LETTER_WEIGHT


class _Echo:
    """The longest end of what was said so far that stands in a source too."""

    __slots__ = ("_source", "same")

    def __init__(self, source: str) -> None:
        self._source = source
        self.same = ""

    def feed(self, char: str) -> None:
        same = self.same + char
        while same and same not in self._source:
            same = same[1:]
        self.same = same


def longest_echo(text: str, sources: Iterable[str], known: Iterable[str] = ()) -> int:
    """The weight of the longest run of letters that ``text`` shares with one of ``sources`` and that
    no ``known`` text has: a Chinese character counts `_HAN_WEIGHT`, any other `_LETTER_WEIGHT`."""
    echo, runs = _Echo("\0".join(map(letters, sources))), []
    for char in letters(text):
        before = echo.same
        echo.feed(char)
        if not echo.same.startswith(before):
            runs.append(before)
    heard = "\0".join(map(letters, known))
    return max((_weight(run) for run in [*runs, echo.same] if run not in heard), default=0)


class _Tongue:
    """Whether speech is in the language it should be in. What it quotes may be in any."""

    __slots__ = ("_counts", "_language", "_quoting")

    def __init__(self, language: str) -> None:
        self._language = language
        self._quoting = False
        self._counts = [[0, 0], [0, 0]]

    def feed(self, text: str) -> None:
        for part in _QUOTES.split(text):
            if len(part) == 1 and part in _OPENS:
                self._quoting = True
            elif len(part) == 1 and part in _CLOSES:
                self._quoting = False
            elif part == '"':
                self._quoting = not self._quoting
            elif part:
                counts = self._counts[self._quoting]
                counts[0] += len(_HAN.findall(part))
                counts[1] += len(_LATIN.findall(part))

    def strays(self, *, whole: bool = False) -> int:
        """How many letters of another language speak against it, 0 while more speak for it."""
        han, latin = self._counts[False]
        if whole and han + latin < _ASIDE:
            han, latin = map(sum, zip(*self._counts, strict=True))
        if self._language == "zh":
            return latin if latin > han * _LATIN_PER_HAN else 0
        return han if han * _HAN_PER_LATIN > latin else 0


def _is_other(text: str, language: str) -> bool:
    tongue = _Tongue(language)
    tongue.feed(text)
    return tongue.strays(whole=True) >= _WHOLE[language]


class SpeechScreen:
    """The screen of one reply to ``brief``; ``task`` is what the model was told to do, ``mark`` that
    of its data blocks. What the data blocks hold may be spoken of."""

    def __init__(self, brief: Brief, *, task: str, mark: str) -> None:
        self._brief = brief
        self._mark = mark
        secret = [_known(directions("speak", brief.language))]
        if brief.question is not None:
            secret.append(_known(brief.question.reference))
            secret.append(_known("".join(point.text for point in brief.question.points)))
        told = [_known(brief.speaker.persona), letters(task)]
        self._echoes = ((_Echo("\0".join(secret)), SECRET), (_Echo("\0".join(told)), DIRECTIONS))
        self._tongue = None if self._is_foreign() else _Tongue(brief.language)
        self._tail = self._held = ""

    def feed(self, text: str) -> str:
        seen = self._tail + text
        if self._mark in seen or _FENCE.search(seen):
            raise ValueError("it speaks its directions")
        self._tail = seen[-len(self._mark) :]
        suspect = self._repeats(text)
        if self._tongue is not None:
            self._tongue.feed(text)
            strays = self._tongue.strays()
            if strays >= _CERTAIN[self._brief.language]:
                raise ValueError("it speaks another language")
            suspect = suspect or strays > 0
        self._held += text
        if suspect:
            return ""
        said, self._held = self._held, ""
        return said

    def rest(self) -> str:
        language = self._brief.language
        if self._tongue is not None and self._tongue.strays(whole=True) >= _WHOLE[language]:
            raise ValueError("it speaks another language")
        said, self._held = self._held, ""
        return said

    def _repeats(self, text: str) -> bool:
        """Whether the end of what was said may become a repetition of what is not to be said.
        Raises ValueError when it has."""
        suspect = False
        said = letters(text)
        for echo, bound in self._echoes:
            for char in said:
                echo.feed(char)
                if self._is_secret(echo, bound):
                    raise ValueError("it repeats what it was told")
            suspect = suspect or self._is_secret(echo, bound // _SUSPECT)
        return suspect

    def _is_secret(self, echo: _Echo, bound: int) -> bool:
        return (
            len(echo.same) * _HAN_WEIGHT >= bound
            and _weight(echo.same) >= bound
            and echo.same not in self._open
        )

    @cached_property
    def _open(self) -> str:
        """What may be repeated: the question, and whatever was said by anybody."""
        brief = self._brief
        texts = [brief.position, brief.mention, brief.quote, brief.established, *brief.memo]
        texts += [line.text for line in brief.recent]
        texts += self._asked()
        return "\0".join(map(letters, texts))

    def _asked(self) -> Sequence[str]:
        spec, probe = self._brief.question, self._brief.follow_up
        return [*((spec.text, *spec.hints) if spec else ()), *((probe.text,) if probe else ())]

    def _is_foreign(self) -> bool:
        """Whether what is to be asked is itself in another language than the interview."""
        return any(_is_other(text, self._brief.language) for text in self._asked())
