"""What people say around an answer, or in between, about giving it: greetings, thanks, "let me think", "that's it",
"I hope that was clear". Pure.

None of it belongs to what is told, and speech is full of it. What such remarks sound like is learnt: a logistic
regression on the words of a piece (Chinese: its characters) and those next to each other. `remark_weights.json` has its
weights; ``benchmarks/learn_remarks.py`` fits them to remarks of several people and the sentences of honest answers. Only
whole sentences are such remarks, and the clauses that an answer begins and ends with: the few words that lead into a
clause are on the closed list of `lead_ins`, since there is too little in them to learn from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import fsum
from pathlib import Path

from interviewers.engines.script import is_han
from interviewgpt.expressions import expression

__all__ = ["ANY", "FILE", "clauses_of", "is_remark", "parts_of", "traits", "without_remarks"]

ANY = "any"
"""The trait of every piece."""
FILE = Path(__file__).with_name("remark_weights.json")
MOST = 3
"""At most this many remarks are taken off each end."""
LEAST = 10
"""What is left has so many letters, at least, or half as many Chinese characters: else the remark is the answer."""
LONGEST = 160
"""No remark has more characters."""
SURE, SURE_OF_EXPECTED, SURE_BETWEEN, KNOWN = 1.0, 2.0, 3.0, 0.2
"""A piece is a remark from this worth on (with something in it that is expected, from the second on; in the middle of an
answer, where remarks are rare, from the third on), where so large a share (0-1) of its words (Chinese: pairs of
characters) speaks for one."""

_WORD = expression(r"[a-z]+(?:'[a-z]+)?|\d+")
_ENDS = expression(r"(?<=[.!?])\s+|(?<=[。！？!?…])|\n+")
_CLAUSES = expression(r"(?<=[,，:：])\s*")
_LENGTHS = {"en": (3, 6, 10, 15, 22), "zh": (4, 8, 13, 20, 30)}
"""The numbers of words (Chinese: characters) from which on a piece counts as longer."""


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    found: Mapping[str, Mapping[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def parts_of(text: str) -> list[str]:
    """The sentences of a text, with their marks."""
    return [part for part in _ENDS.split(text) if part.strip()]


def clauses_of(text: str) -> list[str]:
    """The clauses of a sentence, with their marks."""
    return [part for part in _CLAUSES.split(text) if part.strip()]


def traits(text: str, language: str) -> Iterator[str]:
    """What is learnt of a piece: its words or Chinese characters, two and three of them in a row, how long it is and
    how it ends."""
    plain = text.lower().replace("’", "'").strip()
    if language == "zh":
        words = [("0" if char.isdigit() else char) for char in plain if char.isalnum()]
        joint = ""
    else:
        words = [("0" if word[0].isdigit() else word) for word in _WORD.findall(plain)]
        joint = " "
    yield from {f"1 {word}" for word in words}
    row = ["^", *words, "$"]
    yield from {f"2 {a}{joint}{b}" for a, b in pairwise(row)}
    yield from {
        f"3 {a}{joint}{b}{joint}{c}" for (a, b), c in zip(pairwise(row), row[2:], strict=False)
    }
    yield f"n{sum(len(words) >= least for least in _LENGTHS[language])}"
    last = plain[-1:]
    yield "e?" if last in "?？" else "e." if last in ".。!！" else "e," if last in ",，:：" else "e"


def _worth(own: Iterable[str], weights: Mapping[str, float]) -> float:
    """How much likelier a piece with these `traits` is such a remark than part of an answer (natural logarithm)."""
    # Rounded to the same number, whatever the order.
    return fsum((weights[ANY], *(weights.get(trait, 0.0) for trait in own)))


def is_remark(
    text: str, language: str, says: Callable[[str], bool], *, between: bool = False
) -> bool:
    """Whether a piece is such a remark. One whose words are unknown never is: they may be the matter. ``says`` is whether
    a piece has anything that is expected; ``between`` whether it stands in the middle of an answer. Without a mark behind
    it, it is read as a sentence."""
    if len(text) > LONGEST:
        return False
    weights = _weights()[language]
    own = tuple(traits(f"{text}." if text[-1:].isalnum() else text, language))
    kind = "2 " if language == "zh" else "1 "
    told = [weights.get(trait, 0.0) > 0.0 for trait in own if trait.startswith(kind)]
    if sum(told) < KNOWN * len(told):
        return False
    found = _worth(own, weights)
    if between:
        return found >= SURE_BETWEEN
    return found >= SURE_OF_EXPECTED or (found >= SURE and not says(text))


def without_remarks(text: str, says: Callable[[str], bool] = lambda _: False) -> str:
    """A text without such remarks at its beginning and end, if enough of it is left that is none: a piece of it.
    ``says`` as in `is_remark`."""
    language = "zh" if any(map(is_han, text)) else "en"
    start, stop = 0, len(text)
    for _ in range(MOST):
        end = _opening(text[start:stop], language, says)
        if not (end and _is_enough(text[start + end : stop])):
            break
        start += end
    for _ in range(MOST):
        end = _closing(text[start:stop], language, says)
        if not (end and _is_enough(text[start : stop - end])):
            break
        stop -= end
    left = text[start:stop]
    # Several sentences together have what speaks for a remark of all of them.
    whole = left if len(parts_of(text)) > 1 else text
    return text if is_remark(whole, language, says) or is_remark(left, language, says) else left


def _opening(text: str, language: str, says: Callable[[str], bool]) -> int:
    """The length of the remark that a text begins with, 0 without one."""
    for ends in (_ENDS, _CLAUSES):
        end = ends.search(text)
        if end and is_remark(text[: end.start()], language, says):
            return end.end()
    return 0


def _closing(text: str, language: str, says: Callable[[str], bool]) -> int:
    """The length of the remark that a text ends with, 0 without one."""
    rest = text.rstrip()
    for ends in (_ENDS, _CLAUSES):
        begins = [place for end in ends.finditer(rest) if (place := end.end()) < len(rest)]
        if begins and is_remark(rest[begins[-1] :], language, says):
            return len(text) - begins[-1]
    return 0


def _is_enough(text: str) -> bool:
    return sum(2 if is_han(char) else char.isalnum() for char in text[:LONGEST]) >= LEAST
