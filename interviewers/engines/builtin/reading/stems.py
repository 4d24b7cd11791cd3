"""English words without their endings."""

from __future__ import annotations

from functools import lru_cache

from interviewgpt.expressions import expression

__all__ = ["stem"]

_SUFFIXES = (
    ("ization", ""), ("isation", ""), ("ational", "at"), ("fulnes", "ful"), ("ousnes", "ous"),
    ("ivenes", "iv"), ("ibility", "ibl"), ("ability", "abl"), ("ably", "abl"), ("ibly", "ibl"), ("ically", "ic"), ("ication", "ic"),
    ("ation", "at"), ("ition", "it"), ("alis", "al"), ("anis", "an"), ("imis", "im"), ("eris", "er"), ("iz", ""), ("ment", ""), ("nes", ""),
    ("abl", ""), ("ibl", ""), ("anc", ""), ("enc", ""), ("tion", "t"), ("sion", "s"), ("ally", "al"),
    ("our", "or"), ("er", ""), ("or", ""), ("ably", "abl"), ("ibly", "ibl"), ("ly", ""), ("al", ""), ("iv", ""), ("at", ""),
)  # fmt: skip
_PLURALS = (
    (
        expression(r"(?<=vert)ices$|(?<=vort)ices$|(?<=^ap)ices$|(?<=^ind)ices$|(?<=^cod)ices$"),
        "ex",
    ),
    (expression(r"(?<=matr)ices$|(?<=append)ices$"), "ix"),
    (expression(r"(?<=criteri)a$|(?<=phenomen)a$"), "on"),
    (expression(r"(?<=^hal)ves$|(?<=shel)ves$"), "f"),
    (
        expression(r"(?<=[yeio]s)is$|(?<=^ax)is$"),
        "e",
    ),  # what "analyses" and "axes" end in without the s
)
"""Plurals that do more than add to their word, and what the word ends in."""
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""))
SHORTEST_STEM = 4


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A light English stem: plural, -ing, -ed, -ation and kin are taken off, spelling unified."""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) <= 3 or not word.isalpha():
        return word
    for plural, ending in _PLURALS:
        word = plural.sub(ending, word)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ies")):
        word = word[:-1]
    word = _undoubled(_without(word, _ENDINGS)).removesuffix("e")
    for _ in range(3):
        shorter = _without(word, _SUFFIXES).removesuffix("e")
        if shorter == word or len(shorter) < SHORTEST_STEM:
            break
        word = _undoubled(shorter)
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= SHORTEST_STEM - 1:
            return word[: len(word) - len(ending)] + instead
    return word


def _undoubled(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word
