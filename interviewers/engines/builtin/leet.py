"""Letters written as digits ("sc0re"), where a word of talk to whoever judges hides in them."""

from __future__ import annotations

import re
from functools import lru_cache

from interviewers.engines.builtin.field import in_field
from interviewers.engines.builtin.talk_words import STRONG, WEAK

__all__ = ["without_digits"]

_LETTERS = str.maketrans("013457@$", "oieastas")
_DISGUISED = re.compile(
    r"(?<![\w@$])(?=[a-z]*[013457@$])(?=(?:[013457@$]*[a-z]){2})[a-z013457@$]{4,20}(?![\w@$])",
    re.IGNORECASE,
)


def without_digits(text: str) -> str:
    """A text with letters for the digits in such words, each in the place of the other. Other words
    with digits in them ("utf8", "k8s", "H100") stay."""
    return _DISGUISED.sub(lambda found: _read(found.group()), text)


@lru_cache(maxsize=1_024)
def _read(word: str) -> str:
    plain = word.lower().translate(_LETTERS)
    known = in_field(plain) or any(
        sign.group() == plain for sort in (STRONG, WEAK) for sign in sort.finditer(plain)
    )
    return plain if known else word
