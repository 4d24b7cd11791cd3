"""Whether a text repeats another one, by letters and digits alone: blanks, punctuation and Markdown
hide nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from interviewers.engines.script import count_han
from interviewgpt.expressions import expression

__all__ = ["HAN_WEIGHT", "SECRET", "Echo", "known_letters", "letters", "longest_echo", "weight_of"]

_NO_LETTER = expression(r"[\W_]+")

HAN_WEIGHT, _LETTER_WEIGHT = 5, 2
SECRET = 120
"""How much in a row may be the same of what is secret: 24 Chinese characters or 60 letters."""


def letters(text: str) -> str:
    """``text`` as it is compared: letters and digits, in one case and width."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


known_letters = lru_cache(maxsize=1_024)(letters)
"""The same for texts that are not of one interview alone."""


def weight_of(same: str) -> int:
    """The weight of a run of letters."""
    han = count_han(same)
    return han * HAN_WEIGHT + (len(same) - han) * _LETTER_WEIGHT


class Echo:
    """The longest end of what was said so far that stands in a source too."""

    __slots__ = ("_source", "same")

    def __init__(self, source: str) -> None:
        self._source = source
        self.same = ""

    def feed(self, char: str) -> int:
        """How many letters are the same now."""
        same, source = self.same + char, self._source
        while same not in source:
            same = same[1:]
        self.same = same
        return len(same)


def longest_echo(text: str, sources: Iterable[str], known: Iterable[str] = ()) -> int:
    """The weight of the longest run of letters that ``text`` shares with one of ``sources`` and that
    no ``known`` text has: a Chinese character counts `HAN_WEIGHT`, any other `_LETTER_WEIGHT`."""
    echo, runs = Echo("\0".join(map(letters, sources))), []
    for char in letters(text):
        before = echo.same
        echo.feed(char)
        if not echo.same.startswith(before):
            runs.append(before)
    heard = "\0".join(map(letters, known))
    return max((weight_of(run) for run in [*runs, echo.same] if run not in heard), default=0)
