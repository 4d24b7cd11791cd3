"""Disguised words: letters set apart or backwards, invisible and look-alike characters, digits for letters."""

from __future__ import annotations

import re
from functools import lru_cache

from interviewers.engines.builtin.addressed.field import in_field
from interviewers.engines.builtin.addressed.talk_words import STRONG, WEAK
from interviewers.engines.builtin.reading.text import fold
from interviewgpt.expressions import expression

__all__ = ["BACKWARDS", "SPELT", "is_disguised", "is_spelt", "undisguised", "without_digits"]

_DISGUISED = expression(
    "[\u00ad\u0370-\u052f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\uff01-\uff5e\U000e0000-\U000e0fff]"
)
SPELT = expression(r"(?<!\w)(?:[^\W\d_] {1,2}){7,}[^\W\d_](?!\w)")
"""A sentence spelt letter by letter."""
_LETTERS_APART = expression(
    r"(?<!\w)(?:[^\W\d_][ ·.・_*-]{1,2}){4,}[^\W_](?!\w)(?:[ ·.・_*-]{1,2}[^\W_](?!\w))*"
)
BACKWARDS = expression("\u202e[^\u202c\n]*\u202c?")
_WITH_DIGITS = expression(r"(?<![\\\w])(?=\w?[a-z]+[013457]|[01][a-z])[A-Za-z013457]{3,20}(?!\w)")
"""A word that may have digits for letters ("1gn0re"); of code names it changes nothing but what
the patterns here see."""
_DIGIT_IN_WORD = expression(r"[013457](?:(?<=[a-z].)|(?<=[01])(?=[a-z]))")
"""A digit in such a word."""
_LONE_LETTER = expression(r"\b\w\b")
_LONE = 5
"""Spelt text has at least this many single letters."""
_LETTER_OF = str.maketrans("013457", "oieast")


def is_spelt(text: str) -> bool:
    """False only where `SPELT`, `BACKWARDS` and `_LETTERS_APART` match nothing."""
    return not text.isascii() or "_" in text or len(_LONE_LETTER.findall(text)) >= _LONE


def is_disguised(text: str) -> bool:
    shown = not text.isascii() and _DISGUISED.search(text)
    if shown or (is_spelt(text) and _LETTERS_APART.search(text)):
        return True
    return bool(_DIGIT_IN_WORD.search(text) and _WITH_DIGITS.search(text))


@lru_cache(maxsize=8_192)
def _plain(char: str) -> str:
    folded = char if char in "\n\t" else fold(char)
    return folded.upper() if char.isupper() else folded


def undisguised(text: str) -> tuple[str, list[int]]:
    """``text`` in plain characters, and for each of its own where it stands there."""
    dropped = {
        place
        for run in _LETTERS_APART.finditer(text)
        for place in range(run.start(), run.end())
        if not text[place].isalnum() and text[place - 1].isalnum()
    }
    digits = {place for word in _WITH_DIGITS.finditer(text) for place in range(*word.span())}
    plain: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        places.append(len(plain))
        if place in digits:
            char = char.translate(_LETTER_OF)
        if place in dropped:
            continue
        plain.extend(_plain(char))
    return "".join(plain), places


_LETTERS = str.maketrans("013457@$", "oieastas")
_SPELT_IN_DIGITS = expression(
    r"(?<![\w@$])(?=[a-z]*[013457@$])(?=(?:[013457@$]*[a-z]){2})[a-z013457@$]{4,20}(?![\w@$])",
    re.IGNORECASE,
)


def without_digits(text: str) -> str:
    """A text with letters for the digits in such words, each in the place of the other. Other words
    with digits in them ("utf8", "k8s", "H100") stay."""
    return _SPELT_IN_DIGITS.sub(lambda found: _read(found.group()), text)


@lru_cache(maxsize=1_024)
def _read(word: str) -> str:
    plain = word.lower().translate(_LETTERS)
    known = in_field(plain) or any(
        sign.group() == plain for sort in (STRONG, WEAK) for sign in sort.finditer(plain)
    )
    return plain if known else word
