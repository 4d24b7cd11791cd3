"""A model's speech, looked at before it is heard: its directions, the answer to the question and
the other language are held back as soon as they show, and given to nobody once they are certain.

A sentence about the person, or about hiring them, is taken back once it is whole.
The work for a piece grows with the piece, not with what was said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from interviewers.engines.base import Brief
from interviewers.engines.echo import HAN_WEIGHT, SECRET, Echo, known_letters, letters, weight_of
from interviewers.engines.prompting import directions
from interviewers.engines.propriety import is_improper
from interviewers.engines.pruning import Pruner
from interviewers.engines.script import count_han
from interviewers.engines.tidying import Tidy
from interviewgpt.expressions import expression

__all__ = ["SpeechScreen"]

_LATIN = expression("[A-Za-z]")
_FENCE = expression(r"<<<\s*(?:DATA|END)")
_QUOTES = expression('([“”「」『』"])')
_STOP = expression("[.!?。！？\n]")
_LONGEST_SENTENCE = 400
_OPENS, _CLOSES = "“「『", "”」』"

_DIRECTIONS = 200
"""How much in a row may be the same of what an interviewer is told to say, and of who they are, which
is said in part: 40 Chinese characters or 100 letters."""
_SUSPECT = 3
"""From this part of it on it is waited for what becomes of it."""
_LATIN_PER_HAN, _HAN_PER_LATIN = 6, 3
"""So many times as many letters and a text that should be Chinese is not; Chinese characters count so
many letters in a text that should be English."""
_CERTAIN = {"zh": 60, "en": 12}
_WHOLE = {"zh": 8, "en": 2}
"""So many letters of the other language settle it, in mid-speech and at the end of it."""
_CANDIDATE = "candidate"
_ASIDE = 3
"""Speech with fewer letters outside of its quotation marks is no speech with a quotation."""


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
                counts[0] += count_han(part)
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
        secret = [known_letters(directions("speak", brief.language))]
        if brief.question is not None:
            secret.append(known_letters(brief.question.reference))
            secret.append(known_letters("".join(point.text for point in brief.question.points)))
        told = [known_letters(brief.speaker.persona), letters(task)]
        self._echoes = ((Echo("\0".join(secret)), SECRET), (Echo("\0".join(told)), _DIRECTIONS))
        self._tongue = None if self._is_foreign() else _Tongue(brief.language)
        self._tail = self._held = self._sentence = ""
        self._tidy = _tidy(brief, self._asked())
        self._pruner = Pruner(brief, self._spoken())

    def feed(self, text: str) -> str:
        seen = self._tail + text
        if self._mark in seen or _FENCE.search(seen):
            raise ValueError("it speaks its directions")
        self._tail = seen[-len(self._mark) :]
        return self._heard(self._pruner.feed(self._tidy.feed(text)))

    def _heard(self, text: str) -> str:
        """What may be given of words that are said as they are."""
        if not text:
            return ""
        self._sentence = (self._sentence + text)[-_LONGEST_SENTENCE:]
        if _STOP.search(text):
            self._end_sentence()
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

    def _end_sentence(self) -> None:
        """Raises ValueError where what was said since the last one is about the person."""
        said = self._sentence
        self._sentence = _STOP.split(said)[-1]
        if is_improper(said, self._brief.language, self._asked()):
            raise ValueError("it speaks of who the candidate is, or of hiring them")

    def rest(self) -> str:
        said = self._heard(self._pruner.feed(self._tidy.rest()))
        said += self._heard(self._pruner.rest())
        self._end_sentence()
        language = self._brief.language
        if self._tongue is not None and self._tongue.strays(whole=True) >= _WHOLE[language]:
            raise ValueError("it speaks another language")
        said += self._held
        self._held = ""
        return said + self._pruner.completion()

    def _repeats(self, text: str) -> bool:
        """Whether the end of what was said may become a repetition of what is not to be said.
        Raises ValueError when it has."""
        suspect = False
        said = letters(text)
        for echo, bound in self._echoes:
            least = bound // HAN_WEIGHT
            for char in said:
                if echo.feed(char) >= least and self._is_secret(echo, bound):
                    raise ValueError("it repeats what it was told")
            suspect = suspect or self._is_secret(echo, bound // _SUSPECT)
        return suspect

    def _is_secret(self, echo: Echo, bound: int) -> bool:
        return (
            len(echo.same) * HAN_WEIGHT >= bound
            and weight_of(echo.same) >= bound
            and echo.same not in self._open
        )

    @cached_property
    def _open(self) -> str:
        """What may be repeated: the question, and whatever was said by anybody."""
        return "\0".join(map(letters, self._spoken()))

    def _spoken(self) -> list[str]:
        brief = self._brief
        texts = [brief.position, brief.mention, brief.quote, brief.established, *brief.memo]
        texts += [line.text for line in brief.recent]
        return [*texts, *self._asked()]

    def _asked(self) -> Sequence[str]:
        spec, probe = self._brief.question, self._brief.follow_up
        return [*((spec.text, *spec.hints) if spec else ()), *((probe.text,) if probe else ())]

    def _is_foreign(self) -> bool:
        """Whether what is to be asked is itself in another language than the interview."""
        return any(_is_other(text, self._brief.language) for text in self._asked())


def _tidy(brief: Brief, asked: Sequence[str]) -> Tidy:
    speaker = brief.speaker
    others = {member.name for member in (*brief.panel, brief.colleague) if member} - {speaker.name}
    return Tidy(
        (speaker.name, speaker.role, speaker.id),
        others,
        asked="\n".join(asked),
        heard=[
            brief.mention,
            brief.quote,
            brief.established,
            *brief.memo,
            *(line.text for line in brief.recent if line.speaker == _CANDIDATE),
        ],
    )
