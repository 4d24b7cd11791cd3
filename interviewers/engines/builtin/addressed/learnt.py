"""What in an answer is addressed to whoever marks it, as learnt from examples. Pure.

A linear-chain conditional random field of two states, *answer* and *talk* (Lafferty, McCallum, Pereira
2001): each word has a weight by what it is and stands beside, and where the state may change has a price
by the mark that stands there. `talk_weights.json` holds both; ``benchmarks/learn_talk.py`` makes it from
texts written for that, put into honest answers. It only knows what such talk sounds like, and leaves
what it isn't sure of to those who look at what is asked.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, zip_longest
from pathlib import Path
from typing import NamedTuple

from interviewers.engines.builtin.contrary.negation import denies_others
from interviewers.engines.builtin.reading.text import JOINT, fold, is_han

__all__ = [
    "OPENS",
    "STEM",
    "Token",
    "Weights",
    "Word",
    "may_talk",
    "read_weights",
    "talk_in",
    "tokens",
    "without_talk",
    "wording",
    "worths",
]

FILE = Path(__file__).with_name("talk_weights.json")
_TOKEN = re.compile(
    r"[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[\u3400-\u9fff]|\n+|[^\s\w]|\w", re.IGNORECASE
)
_ENDS = frozenset(".!?。！？…;；")
_PAUSES = frozenset(',，:：、—-()（）"“”')
OPENS = _ENDS | _PAUSES | {"^", "¶"}
"""What a sentence or a clause begins behind, or a text."""
_NUMBERS = ("0", "00", "000")
STEM = 5
"""So many letters of a longer word tell it from others."""
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
                yield number, word[:STEM]
        elif number and is_han(word) and is_han(words[number - 1]):
            yield number, words[number - 1] + word


@lru_cache(maxsize=512)
def wording(*texts: str) -> frozenset[str]:
    """What the words of a question and of what is expected are known by."""
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
    elif before in _ENDS:
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
    """What each of some words is worth by what it is and stands beside."""
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
"""What a change of state costs at an edge where none was seen. This and the bounds below are natural
logarithms of how much more likely talk is than an answer, as the weights are."""
DOUBT = 1.0
"""What it costs besides to go over to talk: it has to be likelier than an answer by so much."""
WORDS = 3.0
"""What the words of talk have to be worth without its marks: code and formulas are full of strange ones."""


def talk_in(found: Sequence[Token], weights: Weights) -> list[tuple[int, int]]:
    """The first and the last of these tokens of each run of talk (Viterbi 1967)."""
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


_QUOTES = (("“", "”"), ("「", "」"))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins, ends or goes on from ``start`` to ``end``: it is spoken about."""
    if text.count('"', 0, start) % 2 or text.count('"', start, end) % 2:
        return True
    return any(
        text.count(left, 0, start) > text.count(right, 0, start)
        or text.count(left, start, end) != text.count(right, start, end)
        for left, right in _QUOTES
    )


ANSWERS = 0.3
"""Talk has less than this share, 0-1, of its words from the question and what is expected."""
HONEST = -2.0
"""A sentence at the end of a run sounds more like an answer than like talk from here on down."""
BESIDE, ALONE = 2.0, 5.0
"""From which worth on a whole sentence is talk, beside other talk and by itself."""
OPEN = 0.1
"""How much a word at the end of a run rather speaks for an answer: these have more words than talk has."""
SCRAP = 3
"""Less words than that are nothing to be kept."""
LEAD = 10
"""So few tokens that a text begins with may belong to talk behind them, where they don't sound more like an
answer than `HONEST`."""
PRICED, WHOLE = 0.2, 1.0
"""Which part of the price of an edge counts where a run may be shortened, and what that of a sentence earns."""
_PARTS = ("line", "sentence")


def _answers(expected: int, words: int) -> bool:
    """Whether words, of which so many are those of the question and of what is expected, answer it."""
    return expected > 1 and expected >= ANSWERS * words


def _worth(part: Sequence[Token]) -> float:
    return sum(token.worth for token in part)


def _begins(token: Token) -> bool:
    """Whether a sentence begins there: Chinese has no blanks within one."""
    return token.edge.startswith(_PARTS) or (token.edge == "space" and is_han(token.word))


def _opens(token: Token) -> bool:
    """Whether a sentence begins there, or may begin: after a blank, with a capital."""
    return _begins(token) or token.edge == "spaceU"


def _trimmed(first: int, last: int, found: Sequence[Token]) -> tuple[int, int]:
    """The first and the last token of a run without what of an answer stands at its end: sentences that
    sound like one, sentences and clauses with its words."""
    expected, worth = 0, 0.0  # of the part from `start` to `last`
    for start in reversed(range(first + 1, last + 1)):
        token = found[start]
        expected += token.expected
        worth += token.worth
        whole = _begins(token)
        if whole or token.edge.startswith("clause"):
            if _answers(expected, last - start + 1) or (whole and worth < HONEST):
                last, expected, worth = start - 1, 0, 0.0
            elif whole:
                break
    return first, last


def _is_first(number: int, found: Sequence[Token]) -> bool:
    """Whether a token is the first one of a sentence."""
    return not number or found[number].edge.startswith(_PARTS)


def _fits(place: int, found: Sequence[Token], prices: Mapping[str, float]) -> float:
    """How well a run of talk may begin, or end, before a token: at best with a sentence."""
    if place == len(found) or _is_first(place, found):
        return WHOLE
    return PRICED * prices.get(found[place].edge, NEVER)


def _settled(first: int, last: int, found: Sequence[Token], weights: Weights) -> tuple[int, int]:
    """The first and the last token of a run without what at either end of it sounds no more like talk than
    like an answer: what comes before a comma goes over into talk there more often than within a word, but
    then an honest clause would be lost with it."""
    kept = accumulate((OPEN - token.worth for token in found[first:last]), initial=0.0)
    begins = [worth + _fits(first + i, found, weights.enter) for i, worth in enumerate(kept)]
    begin = first + begins.index(max(begins))
    if not _is_scrap(found[first:begin]):
        first = begin
    kept = accumulate((OPEN - token.worth for token in found[last:first:-1]), initial=0.0)
    # Who begins a sentence with talk ends it so, unless somebody else goes on there.
    whole = _is_first(first, found)
    ends = [
        worth + _fits(last + 1 - i, found, weights.leave)
        if not (i and whole) or _opens(found[last + 1 - i])
        else NEVER
        for i, worth in enumerate(kept)
    ]
    end = last - ends.index(max(ends))
    return first, last if _is_scrap(found[end + 1 : last + 1]) else end


def _is_scrap(part: Sequence[Token]) -> bool:
    """Whether next to nothing but marks is left of a part."""
    return sum(token.word[0].isalnum() for token in part) < SCRAP


def _runs(found: Sequence[Token], weights: Weights) -> list[tuple[int, int]]:
    """The first and the last of these tokens of each run of talk, and of each sentence that sounds like it."""
    runs = [_settled(*_trimmed(*run, found), found, weights) for run in talk_in(found, weights)]
    least = BESIDE if runs else ALONE
    inside = {number for first, last in runs for number in range(first, last + 1)}
    begins = [number for number in range(len(found)) if _is_first(number, found)]
    for first, end in pairwise((*begins, len(found))):
        if inside.isdisjoint(range(first, end)) and _worth(found[first:end]) >= least:
            runs.append((first, end - 1))
    return sorted(runs)


def _may_lead(part: Sequence[Token]) -> bool:
    """Whether the few words that a text begins with, before talk, may belong to that."""
    expected = any(token.expected for token in part)
    return part[-1].word == ":" or (not expected and _worth(part) > HONEST)


def _speaks(run: Sequence[Token], text: str) -> bool:
    """Whether the words of a run speak for talk, and aren't those that an answer is expected to have."""
    words = [token for token in run if text[token.start].isalpha()]
    expected = sum(token.expected for token in words)
    return not _answers(expected, len(words)) and _worth(words) >= BESIDE


def without_talk(text: str, known: Set[str]) -> str | None:
    """A text without the talk in it, `text.JOINT` where it stood within a sentence; ``known`` is the
    `wording` of the question and of what is expected. None where there is no talk, where it isn't clear
    where it begins, where it has all that is expected, or where nothing but marks is left."""
    weights = read_weights()
    found = tokens(text, known, weights)
    runs: list[tuple[int, int]] = []
    for first, last in _runs(found, weights):
        start, end = found[first].start, found[last].end
        if not _speaks(found[first : last + 1], text) or _is_quoted(text, start, end):
            continue
        if denies_others(fold(text[start:end])):
            continue  # "This statement is not correct.": of what the answer says.
        if 0 < first <= LEAD and _may_lead(found[:first]):
            return None
        runs.append((start, end))
    if not runs:
        return None
    expected = [token.start for token in found if token.expected]
    taken = sum(start <= place < end for place in expected for start, end in runs)
    if taken > 1 and taken == len(expected):
        return None
    for start, end in reversed(runs):
        left, right = text[:start].rstrip(" "), text[end:].lstrip(" ")
        whole = not left or left[-1] in _ENDS or left[-1] == "\n"
        text = f"{left}{' ' if whole else JOINT}{right}"
    return text if any(char.isalnum() for char in text) else None
