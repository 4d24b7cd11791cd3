"""Whether a sentence has a synonym of a scoring point, that is, one of its other wordings.

It has one if it has its words in their order, or its content words near each other without the function
words. The latter holds only where the content words are the whole meaning: "together" is not "added
together", "facts" are not "no facts".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.contrary.denial import is_negative
from interviewers.engines.builtin.reading.fuzzy import similar
from interviewers.engines.builtin.reading.text import (
    BREAK,
    Segment,
    Term,
    atoms,
    fold,
    is_function,
    is_han,
    read_han,
    stem,
    terms,
    weight,
)
from interviewers.engines.builtin.reading.words import NEGATIONS_EN, NEGATIONS_ZH
from interviewgpt.expressions import expression

__all__ = [
    "ANY",
    "Phrase",
    "View",
    "in_order",
    "is_said",
    "lookup_of",
    "phrase_of",
    "stands_in",
    "stems",
    "view_of",
]

WINDOW = 4
"""At most this many other words may stand between the words of a synonym."""
GAP, GAPS = 2, 2
"""In a synonym said loosely, at most this many others may stand between two words or Chinese characters (the
former), and in all (the latter)."""
FUZZY_LENGTH = 6
"""From this many letters on a word may have a typing error."""
LONGEST, LONGEST_HAN = 3, 4
"""Words, and Chinese characters, of the longest name."""
EMPTY_ZH = frozenset("的了着过地得吧呢啊吗呀嘛把被就也都还又会是在一下个些上里太很更挺真他她它们")
ARTICLES = frozenset(("a", "an", "the"))
"""Words that a synonym does not need."""
ANY = ""
"""The mark that every sentence has."""
_PRONOUNS = dict.fromkeys(("he", "she", "they"), "THEY") | dict.fromkeys(
    ("him", "his", "her", "hers", "their", "theirs", "them"), "THEM"
)
_PRONOUNS["她"] = _PRONOUNS["它"] = "他"
"""It makes no difference of whom a synonym speaks."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A synonym: its stems in a row, a space at either end, and the content words among them.

    ``key`` is the first of its Latin words, "" where it has none. ``is_name`` is whether it only names
    something: a few words without grammar; a piece of a sentence is a statement. ``literal`` is
    whether the content words alone do not say it. ``loose`` are the words and Chinese characters of
    one that may be said with others in between.
    """

    row: str
    key: str
    latin: tuple[str, ...]
    han: tuple[Term, ...]
    literal: bool
    negative: bool
    loose: tuple[str, ...]
    is_name: bool

    def kin(self, wording: Mapping[Term, float]) -> bool:
        """Whether it has a term of a point's wording, so that a negation in that wording applies to it too."""
        return any(term in wording for term in (*self.latin, *self.han))


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as synonyms are looked for in it; ``marks`` as those of `lookup_of`, and all words."""

    row: str
    places: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[str, ...]]
    terms: frozenset[Term]
    marks: frozenset[str]
    folded: str


def stems(words: Sequence[str]) -> list[str]:
    """Words as synonyms are compared: function words in capitals, so that no other word's stem is
    one of them; Chinese characters as they are."""
    return [_PRONOUNS.get(word) or _stem_of(word) for word in words]


def _stem_of(word: str) -> str:
    if is_han(word):
        return word
    return word.upper() if is_function(word) else stem(word)


@lru_cache(maxsize=16_384)
def phrase_of(text: str) -> Phrase:
    """A synonym, taken apart; only those are of which a sentence has a mark (see `lookup_of`)."""
    folded = fold(text)
    words = atoms(folded)
    content = [word for word in words if not is_function(word)]
    latin = tuple(stem(word) for word in content if not is_han(word))
    pairs = {term for term in terms(folded) if is_han(term) and len(term) > 1}
    han = tuple(sorted(pairs)) if pairs else ()
    literal = not (latin or han) or _says_more(words, content)
    return Phrase(
        row=f" {' '.join(stems(words))} ",
        key=latin[0] if latin else "",
        latin=latin,
        han=han,
        literal=literal,
        negative=is_negative(folded),
        loose=_loose(words, literal=literal),
        is_name=_is_name(text, words),
    )


def _is_name(text: str, words: Sequence[str]) -> bool:
    if any(map(is_han, words)):
        return len(words) <= LONGEST_HAN and " " not in text and not any(map(is_function, words))
    parts = text.lower().split()  # "copy-on-write" is one word
    return len(parts) <= LONGEST and not any(map(is_function, parts))


def _says_more(words: Sequence[str], content: Sequence[str]) -> bool:
    """Whether a synonym says something beyond its content words."""
    if any(word in NEGATIONS_EN or word in NEGATIONS_ZH for word in words):
        return True
    if any(map(is_han, words)):
        return any(char not in EMPTY_ZH for char in _left_out(words))
    if len(content) > 1 or len(words) == 1:
        return False
    return len(words) > 2 or words[0] not in ARTICLES or weight(stem(words[-1])) < 1.0


def _left_out(words: Sequence[str]) -> str:
    """The Chinese characters that stand in no pair of a synonym's terms."""
    left: list[str] = []
    runs = "".join(word if is_han(word) else " " for word in words).split()
    pieces = BREAK.join([read_han(run, left) for run in runs]).split(BREAK)
    return "".join([*left, *(piece for piece in pieces if len(piece) == 1)])


def _loose(words: Sequence[str], *, literal: bool) -> tuple[str, ...]:
    """All the words of what cannot be told from content words."""
    told = [word for word in words if word not in EMPTY_ZH and word not in ARTICLES]
    if not literal and not all(map(is_han, told)):
        return ()
    if len(told) < (3 if all(map(is_han, told)) else 2) or all(map(is_function, told)):
        return ()
    return tuple(stems(told))


@dataclass(frozen=True, slots=True)
class Lookup:
    """A point's synonyms as they are looked up: by the marks of which a sentence that says one has
    one. Most sentences have none of most synonyms', and these need never be taken apart.

    ``negative`` are those with a negation of their own, ``denied`` the terms of these, ``affirmed``
    those of the others. ``counts`` is in how many of them each term stands.
    """

    by_mark: Mapping[str, tuple[str, ...]]
    negative: tuple[str, ...]
    denied: frozenset[Term]
    affirmed: frozenset[Term]
    counts: Mapping[Term, int]


@lru_cache(maxsize=64)
def lookup_of(synonyms: tuple[str, ...]) -> Lookup:
    """The synonyms of a point. Whoever prepares a question asks for them several times in a row."""
    by_mark: dict[str, list[str]] = {}
    negative: list[str] = []
    denied: set[Term] = set()
    affirmed: set[Term] = set()
    counts: Counter[Term] = Counter()
    for text in synonyms:
        folded = fold(text)
        words, found = atoms(folded), terms(folded)
        counts.update(set(found))
        if is_negative(folded):  # It is also looked for in what a sentence denies.
            negative.append(text)
            denied.update(found)
        else:
            affirmed.update(found)
        for mark in _marks(words, found):
            by_mark.setdefault(mark, []).append(text)
    return Lookup(
        {mark: tuple(texts) for mark, texts in by_mark.items()},
        tuple(negative),
        frozenset(denied),
        frozenset(affirmed),
        counts,
    )


def _marks(words: Sequence[str], found: Sequence[Term]) -> tuple[str, ...]:
    """Those of a synonym, given in words and in terms: its first Latin word, or the letter this begins
    with if it may be misspelt; else its first Chinese character."""
    written = ""
    for word in words:
        if is_han(word):
            if not written and word not in EMPTY_ZH:
                written = word
        elif not is_function(word):
            key = stem(word)
            if len(key) < FUZZY_LENGTH or (not written and _is_literal(words)):
                return (key,)
            return key, _letter(key)
    pair = next((term for term in found if is_han(term) and len(term) > 1), "")
    if not (pair and written):
        return (ANY,)
    # A word that is read as another stands in the row as it is written.
    return (written,) if pair[0] == written else (written, pair[0])


def _is_literal(words: Sequence[str]) -> bool:
    """Whether the content words of a Latin synonym alone do not say it. Where it also has Chinese, looking for
    it in vain does no harm."""
    return _says_more(words, [word for word in words if not is_function(word)])


def _letter(word: str) -> str:
    return f"{word[0]}~"


@lru_cache(maxsize=512)
def view_of(segment: Segment) -> View:
    """A sentence as synonyms are looked for in it."""
    row = stems(segment.atoms)
    places: dict[str, list[int]] = {}
    for place, (word, stemmed) in enumerate(zip(segment.atoms, row, strict=True)):
        if not is_han(word) and not is_function(word):
            places.setdefault(stemmed, []).append(place)
    fixed = {stemmed: tuple(found) for stemmed, found in places.items()}
    starts: dict[str, tuple[str, ...]] = {}
    for stemmed in fixed:
        starts[stemmed[0]] = (*starts.get(stemmed[0], ()), stemmed)
    said = frozenset(segment.terms)
    marks = frozenset((ANY, *row, *map(_letter, starts), *_characters(said)))
    return View(f" {' '.join(row)} ", fixed, starts, said, marks, segment.folded)


def _characters(words: Iterable[str]) -> Iterable[str]:
    return (char for word in words if is_han(word) for char in word)


def is_said(phrase: Phrase, view: View) -> bool:
    """Whether a sentence says a synonym: as it stands, or in content words."""
    return stands_in(phrase, view) or _apart(phrase, view)


def stands_in(phrase: Phrase, view: View) -> bool:
    """Whether a synonym stands in a sentence, word by word or loosely."""
    if phrase.row in view.row:
        return bool(phrase.row.strip())  # else it has no words
    if not phrase.loose or not view.marks.issuperset(phrase.loose):
        return False
    return in_order(phrase.loose, _with_stops(view.folded))


_STOPS = expression("([,，、;；:：.。!?！？])")


@lru_cache(maxsize=128)
def _with_stops(folded: str) -> tuple[str, ...]:
    """The words of a row with what cuts clauses between them."""
    found: list[str] = []
    for piece in _STOPS.split(folded):
        found += [piece] if _STOPS.fullmatch(piece) else stems(atoms(piece))
    return tuple(found)


def in_order(told: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words stand in one clause in their order, few others between them."""
    places = {place: 0 for place, word in enumerate(words) if word == told[0]}
    for wanted in told[1:]:
        following: dict[int, int] = {}
        for place, passed in places.items():
            for after in range(place + 1, min(place + GAP + 2, len(words))):
                gaps = passed + after - place - 1
                if gaps > GAPS or _STOPS.fullmatch(words[after]):
                    break
                if words[after] == wanted and gaps < following.get(after, GAPS + 1):
                    following[after] = gaps
        places = following
    return bool(places)


def _apart(phrase: Phrase, view: View) -> bool:
    """Whether the content words of a synonym stand in a sentence, near each other."""
    if phrase.literal or not view.terms.issuperset(phrase.han):
        return False
    found: list[tuple[int, ...]] = []
    for key in phrase.latin:
        places = view.places.get(key)
        if places is None:
            if len(key) < FUZZY_LENGTH or key[0] not in view.starts:
                return False
            places = _near(key, view)
            if not places:
                return False
        found.append(places)
    if len(found) < 2:
        return True
    span = len(found) + WINDOW
    return any(
        all(any(abs(place - start) <= span for place in places) for places in found[1:])
        for start in found[0]
    )


def _near(key: str, view: View) -> tuple[int, ...]:
    return next((view.places[other] for other in view.starts[key[0]] if similar(key, other)), ())
