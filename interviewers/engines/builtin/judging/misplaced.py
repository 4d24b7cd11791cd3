"""Whether an answer was meant for another question: it has hardly a word of this one, and many of another.

What questions are answered with is known from the bank: its questions, reference answers, points, follow-ups and
hints. A word counts by how rare it is there, so that plain words, which stand everywhere, tell nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from interviewers.bank.schema import items_unread
from interviewers.engines.base import QuestionSpec
from interviewers.engines.builtin.reading.technical import rarity
from interviewers.engines.builtin.reading.text import Term, fold, language_of, terms

__all__ = ["is_misplaced", "settle"]

RARE = 1.5
"""The least `rarity` of a word that tells one question from another."""
MISPLACED = 0.5
"""Where what an answer has in common with its question is less than this share of what it has in common with another
one, it was meant for that: of 646 long answers in ``benchmarks/heard``, of honest ones only a vague one is below it."""
BY_CHANCE = 4.0
"""So much any two texts have in common, in rarity by `_size`."""
UNIT = 20.0
"""The `_size` of a question of the bank is between one and two of these."""
LONG = {"zh": 60, "en": 150}
"""Characters; what is shorter tells too little of where it belongs."""


@lru_cache(maxsize=256)
def is_misplaced(spec: QuestionSpec, answer: str) -> bool:
    """Whether a long answer, in which nothing was heard of what ``spec`` asks for, was meant for another question."""
    language = language_of(spec.text)
    if not spec.points:
        return False  # Without them hardly a word of what is asked for is known.
    if len(answer) < LONG[language] or language_of(answer) != language:
        return False
    said = {term for term in terms(fold(answer)) if rarity(term) >= RARE}
    own = _likeness(said, _words_of(spec))
    found: dict[int, float] = defaultdict(float)
    index, sizes = _bank(language)
    for term in said:
        for key in index.get(term, ()):
            found[key] += rarity(term)
    kin = _kin(spec)
    others = (shared / sizes[key] for key, shared in found.items() if key not in kin)
    return own + BY_CHANCE < MISPLACED * (max(others, default=0.0) + BY_CHANCE)


def settle() -> None:
    """Read the bank, for a second or so, before anybody waits for it."""
    _places()
    for language in LONG:
        _bank(language)


def _likeness(said: Iterable[Term], words: frozenset[Term]) -> float:
    """How much an answer has in common with the words of a question, by their number."""
    size = _size(words)
    return sum(rarity(term) for term in said if term in words) / size if size else 0.0


def _size(words: Iterable[Term], worth: Callable[[Term], float] = rarity) -> float:
    """The square root of the rarity of all words of a question, in `UNIT`: who says much of a long list has said
    no more than who says much of a short one."""
    return math.sqrt(sum(map(worth, words))) / UNIT


def _words_of(spec: QuestionSpec) -> frozenset[Term]:
    points = (said for point in spec.points for said in (point.text, *point.synonyms))
    probes = (probe.text for probe in spec.follow_ups)
    return _rare((spec.text, spec.reference, *points, *probes, *spec.hints, spec.subject))


def _rare(texts: Iterable[str], worth: Callable[[Term], float] = rarity) -> frozenset[Term]:
    found = frozenset(terms(fold("\n".join(texts))))
    return frozenset(term for term in found if worth(term) >= RARE)


def _kin(spec: QuestionSpec) -> frozenset[int]:
    """The places of the question itself in the bank, and of those on its topic."""
    keys, topics = _places()
    return frozenset((*topics.get(spec.topic, ()), *keys.get(spec.key, ())))


@cache
def _places() -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, tuple[int, ...]]]:
    """Where in the bank a key stands, and where the questions on a topic do."""
    keys: dict[str, tuple[int, ...]] = {}
    topics: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for place, item in enumerate(items_unread()):
        keys[item["key"]] = (place,)
        topics[item["topic"]] += (place,)
    return keys, dict(topics)


@cache
def _bank(language: str) -> tuple[Mapping[Term, tuple[int, ...]], tuple[float, ...]]:
    """In which questions of the bank a rare word stands, and the `_size` of each."""
    index: dict[Term, list[int]] = defaultdict(list)
    sizes: list[float] = []
    worth = cache(rarity.__wrapped__)  # `rarity` keeps a tenth of all the words, and not for long
    for place, item in enumerate(items_unread()):
        words = _rare(_texts(item[language]), worth)
        sizes.append(_size(words, worth))
        for term in words:
            index[term].append(place)
    return {term: tuple(places) for term, places in index.items()}, tuple(sizes)


def _texts(half: Mapping[str, Any]) -> Iterable[str]:
    yield from (half["text"], half["reference"], *half["hints"])
    for point in half["points"]:
        yield from (point["text"], *point.get("synonyms", ()))
    yield from (probe["text"] for probe in half["follow_ups"])
