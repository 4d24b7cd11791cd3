"""A model that labels the words of an answer as *answer* or as *talk* to the grader, learnt from examples.
Pure.

It is a linear-chain conditional random field with these two states (Lafferty, McCallum, Pereira 2001). Each
word has a weight by itself and its neighbours; a change of state has a price by the punctuation that stands
there. `talk_weights.json` holds both; ``benchmarks/learn_talk.py`` fits them to texts written for that
purpose and put into honest answers. The model knows only what such talk sounds like. What it is not sure of
is left to rules that know the question (`sifting`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from interviewers.engines.builtin.reading.text import is_han
from interviewers.engines.script import HAN
from interviewgpt.expressions import expression

__all__ = [
    "ENDS",
    "NEVER",
    "OPENS",
    "STEM",
    "Token",
    "Weights",
    "Word",
    "may_talk",
    "read_weights",
    "talk_in",
    "tokens",
    "wording",
    "worths",
]

FILE = Path(__file__).with_name("talk_weights.json")
_TOKEN = expression(rf"[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[{HAN}]|\n+|[^\s\w]|\w", re.IGNORECASE)
ENDS = frozenset(".!?。！？…;；")
_PAUSES = frozenset(',，:：、—-()（）"“”')
OPENS = ENDS | _PAUSES | {"^", "¶"}
"""The tokens behind which a sentence, a clause or a text begins."""
_NUMBERS = ("0", "00", "000")
STEM = 5
"""The number of first letters that stand for a longer word."""
_COMMON = frozenset(
    "about all also and any are been but can could did does for from had has have her him his how its "
    "just may not our she should some than that the their them then there these they this those too "
    "very was were what when where which who why will with would you your".split()
)


class Token(NamedTuple):
    """A word, a Chinese character or a mark: from which to before which character it lies, what lies
    before it (`_edge`), what it is, how much more likely it is in talk than in an answer, and whether it
    is expected of one."""

    start: int
    end: int
    edge: str
    word: str
    worth: float
    expected: bool


class Word(NamedTuple):
    """How much more likely a word is in talk than in an answer (natural logarithm): as it is, where it
    begins a sentence or a clause, by the word ``before`` and ``after`` it, by the ``two`` before it, the
    nearer one first."""

    own: float
    opening: float
    before: dict[str, float]
    after: dict[str, float]
    two: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What words are worth, and the ``stems`` of longer ones as they are and by the one before;
    ``expected``: what it is worth that an answer is expected to have a word, 0 or less.

    ``enter``, ``leave``, ``stay``: what it costs, or earns, to go over to talk, back, or on in it, by the
    edge before a token, beside going on in an answer.
    """

    words: dict[str, Word]
    stems: dict[str, tuple[float, dict[str, float]]]
    expected: float
    enter: dict[str, float]
    leave: dict[str, float]
    stay: dict[str, float]


@lru_cache(maxsize=1)
def read_weights() -> Weights:
    """The weights that come with the assessor.

    Raises `OSError` or `ValueError` where their file is missing or damaged.
    """
    found = json.loads(FILE.read_text(encoding="utf-8"))
    words = {word: Word(*worth) for word, worth in found.pop("words").items()}
    return Weights(words=words, **found)


@lru_cache(maxsize=8_192)
def _plain(word: str) -> str:
    if word[0] == "\n":
        return "¶"
    if word[0].isdigit():
        return _NUMBERS[min(len(word), len(_NUMBERS)) - 1]
    return (
        (word if word.isascii() else unicodedata.normalize("NFKC", word)).lower().replace("’", "'")
    )


def _names(words: list[str]) -> Iterator[tuple[int, str]]:
    """What tells the subject of each word, where anything does: the stem of a word that isn't common,
    two characters of Chinese."""
    for number, word in enumerate(words):
        if word.isascii():
            if len(word) > 2 and word.isalpha() and word not in _COMMON:
                yield number, (word[:STEM].rstrip("s") if len(word) > 3 else word)
        elif number and is_han(word) and is_han(words[number - 1]):
            yield number, words[number - 1] + word


@lru_cache(maxsize=512)
def wording(*texts: str) -> frozenset[str]:
    """The words of a question and of what is expected, as `tokens` compares them."""
    return frozenset(
        name
        for text in texts
        for _, name in _names([_plain(found.group()) for found in _TOKEN.finditer(text)])
    )


def _edge(text: str, places: Sequence[tuple[int, int]], words: Sequence[str], number: int) -> str:
    start = places[number][0]
    upper = "U" if text[start].isupper() else ""
    if not number:
        return f"start{upper}"
    before, last = words[number - 1], places[number - 1][1]
    if before == "¶":
        kind = "line"
    elif before in ENDS:
        kind = "sentence"
    elif before in _PAUSES:
        kind = "clause"
    elif last < start:
        kind = "space"
    elif upper and text[last - 1].islower():
        kind = "hump"
    else:
        kind = "none" if text[start].isalnum() else "mark"
    return kind + upper


_NO_WORD = Word(0.0, 0.0, {}, {}, {})
_NO_STEM: tuple[float, dict[str, float]] = (0.0, {})


def worths(words: Sequence[str], weights: Weights) -> list[float]:
    """The weight of each word by itself and its neighbours."""
    found: list[float] = []
    known, stems = weights.words, weights.stems
    first, before = "^", "^"
    for word, after in zip_longest(words, words[1:], fillvalue="$"):
        worth, opening, nearest, following, two = known.get(word, _NO_WORD)
        if before in nearest:
            worth += nearest[before]
        if after in following:
            worth += following[after]
        if before in two:
            worth += two[before].get(first, 0.0)
        if opening and before in OPENS:
            worth += opening
        if len(word) > STEM:
            plain, joined = stems.get(word[:STEM], _NO_STEM)
            worth += plain + joined.get(before[:STEM], 0.0)
        found.append(worth)
        first, before = before, word
    return found


@lru_cache(maxsize=4_096)
def may_talk(text: str) -> bool:
    """Whether any run of the tokens of a text is worth `WORDS`: where none is, nothing of it is talk, and the
    rules take nothing out. What is expected is left out of account here: it only speaks for an answer."""
    weights = read_weights()
    words = [_plain(word) for word in _TOKEN.findall(text)]
    most = 0.0
    for value in worths(words, weights):
        most += value
        if most >= WORDS:
            return True
        if most < 0.0:
            most = 0.0
    return False


def tokens(text: str, known: Set[str], weights: Weights) -> list[Token]:
    """The tokens of a text, with what the question and what is expected are ``known`` by (`wording`)."""
    places = [found.span() for found in _TOKEN.finditer(text)]
    words = [_plain(text[start:end]) for start, end in places]
    expected = set[int]()
    for number, name in _names(words):
        if name in known:
            expected.update((number,) if words[number].isascii() else (number - 1, number))
    found: list[Token] = []
    for number, worth in enumerate(worths(words, weights)):
        edge, wanted = _edge(text, places, words, number), number in expected
        worth += weights.expected if wanted else 0.0
        found.append(Token(*places[number], edge, words[number], worth, wanted))
    return found


NEVER = -12.0
"""The weight of a change of state at an edge where none was seen in training. This and the bounds below are
natural logarithms of how much more likely talk is than an answer, as the weights are."""
DOUBT = 1.0
"""An additional cost of changing to talk, which has to be more likely than an answer by this much."""
WORDS = 3.0
"""The least weight of a run's words without its punctuation: code and formulas are full of unusual marks."""


def talk_in(found: Sequence[Token], weights: Weights) -> list[tuple[int, int]]:
    """The first and the last token of each run of talk in the most likely sequence of states (Viterbi 1967)."""
    answer, talk = 0.0, float("-inf")
    ways: list[tuple[bool, bool]] = []
    for token in found:
        enter = answer + weights.enter.get(token.edge, NEVER) - DOUBT
        stay = talk + weights.stay.get(token.edge, 0.0)
        leave = talk + weights.leave.get(token.edge, NEVER)
        ways.append((enter > stay, leave > answer))
        answer, talk = max(answer, leave), max(enter, stay) + token.worth
    talks = talk > answer
    runs: list[tuple[int, int]] = []
    last = len(found) - 1
    for number in reversed(range(len(found))):
        entered, left = ways[number]
        if talks and entered:
            runs.append((number, last))
            talks = False
        elif not talks and left:
            talks, last = True, number - 1
    return runs[::-1]
