"""Word order: lists of terms without grammar, and a reference's own words shuffled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from sys import intern

from interviewers.engines.builtin.reading.text import HAN, Segment, atoms, is_function, is_han
from interviewgpt.expressions import expression

__all__ = [
    "Order",
    "closest",
    "is_keyword_list",
    "is_made_of",
    "is_shuffled",
    "shuffles_any",
]

Words = tuple[str, ...]


class Order:
    """The word order of a ``folded`` text, such as a reference: ``words`` in order, ``counts`` per word,
    ``content`` the words with a topic, ``function_share`` the share of the others, 0-1."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.words: Words = tuple(map(intern, atoms(folded)))
        self.counts: Mapping[str, int] = Counter(self.words)
        self.content = frozenset(word for word in self.counts if not is_function(word))
        own = sum(count for word, count in self.counts.items() if word in self.content)
        self.function_share = (len(self.words) - own) / len(self.words) if self.words else 0.0

    @cached_property
    def pairs(self) -> frozenset[Words]:
        """Neighbouring words."""
        return frozenset(pairwise(self.words))

    @cached_property
    def grams(self) -> frozenset[Words]:
        """Runs of two words (Latin) or four characters (Chinese)."""
        words, size = self.words, 4 if _is_chinese(self.words) else 2
        return frozenset(words[i : i + size] for i in range(len(words) - size + 1))

    @cached_property
    def bags(self) -> tuple[frozenset[str], ...]:
        """The different words of the whole, and of each of its sentences."""
        pieces = _SENTENCE_END.split(self.folded)
        return tuple(frozenset(atoms(piece)) for piece in dict.fromkeys((self.folded, *pieces)))

    @cached_property
    def units(self) -> tuple[Words, ...]:
        """The pieces between commas and words such as "and", whose places may be changed freely."""
        return _units(self.folded)


_SENTENCE_END = expression(r"[.!?;](?=\s|$)")


def _is_chinese(words: Sequence[str]) -> bool:
    return not "".join(words).isascii() and sum(map(is_han, words)) * 2 > len(words)


_COORDINATION = expression(
    r"[,，、;；:：。!！?？()（）\[\]/|\n·]+|->|=>|[→⇒]|\.(?=\s|$)|\b(?:and|or|plus|as well as)\b|以及|还有|并且|[和或与及]"
)


def _units(folded: str) -> tuple[Words, ...]:
    found = (tuple(atoms(piece)) for piece in _COORDINATION.split(folded))
    return tuple(unit for unit in found if unit)


def function_share(words: Sequence[str]) -> float:
    """The share of function words and characters among the atoms of a sentence, 0-1."""
    return sum(map(is_function, words)) / len(words) if words else 0.0


_CODE = expression(r"[={}()\[\]<>*&|+]")
_CODE_SHAPE = expression(r"\w\(|[;{}]\s*$|->|[=!<>]=|\[\w*\]|\w\s*=\s*\w")
_LIST_MARK = expression(r"[\s、，,;；:：/|·]+")
_COMMA = expression(r"[、，,;；\n|·]+")
_CLAUSE_WORDS = frozenset(
    """i we you it they he she is are was were am be do does did has have had can could will would should
    may might must that which who because if when while so then there this""".split()
)
_CLAUSE_WORDS_ZH = expression(
    r"[我你他她它们了是会要把被就也都]|因为|所以|如果|然后|可以|需要|进行|时候"
)


_LEADING_ZH = expression(
    r"^\s*(?:[我你他它先会要用看按把]|首先|一般|通常|比如|例如|"
    r"(?:再|然后|还|还要|最后|另外|接着|同时)(?:[会要用看按把对从给拿去加做写查问选让跟分]|试))|(?<!不)是|有[一二两三四五六七八九十几]|包括|分为|分成"
)


CLAUSE_HAN = 8
"""From this many characters on a piece between commas is a clause, and the list a part of a sentence."""


def _lists_pieces(segment: Segment, *, han: bool) -> bool:
    """Whether commas cut a sentence into many short pieces without the makings of a clause."""
    pieces = [piece for piece in _COMMA.split(segment.folded) if piece.strip()]
    if len(pieces) < 5 or len(set(segment.terms)) < 4:
        return False
    sizes = [len(atoms(piece)) for piece in pieces]
    if han:
        if _LEADING_ZH.search(pieces[0]) or max(sizes) >= CLAUSE_HAN:
            return False
        marks = len(_CLAUSE_WORDS_ZH.findall(segment.folded))
        return sum(sizes) <= 5.5 * len(pieces) and marks * 3 <= len(pieces)
    if any(word in _CLAUSE_WORDS for word in atoms(pieces[0])):
        return False
    marks = sum(word in _CLAUSE_WORDS for word in segment.atoms)
    return sum(sizes) <= 3.2 * len(pieces) and marks * 3 <= len(pieces)


LISTED = 0.15
"""A reference with a smaller share of grammar words than this is itself a list of terms."""


def closest(segment: Segment, orders: Sequence[Order]) -> Order:
    """The reference that a sentence has most words of."""
    words = set(segment.atoms)
    return max(orders, key=lambda expected: len(words & expected.counts.keys()))


def is_keyword_list(segment: Segment, expected: Order, *, row: bool = False) -> bool:
    """Whether a sentence is a list of terms without grammar; ``row`` is whether `rows` found it to be one.

    A reference that is a list of terms itself may be answered with one, and a list in a reference may be
    repeated. Chinese needs fewer function words, so a Chinese list also has to be cut into short pieces.
    """
    words = segment.atoms
    if words and all(_SYMBOL.fullmatch(word) for word in words):
        return False  # A formula.
    usual = expected.function_share
    han = sum(map(is_han, words))
    share = function_share(words)
    if len(_CODE.findall(segment.text)) > 2 and _CODE_SHAPE.search(segment.text):
        return False
    if _is_quoted(words, expected) or len(_EXPLAINS.findall(segment.folded)) > 1:
        return False
    if usual >= LISTED and row:
        return True
    if usual >= LISTED and _lists_pieces(segment, han=han * 2 > len(words)):
        return True
    if _tears(segment, expected):
        return True
    if han * 2 > len(words):
        # Where there are commas, spaces only set off Latin words and numbers.
        marks = _COMMA if _COMMA.search(segment.folded) else _LIST_MARK
        pieces = [piece for piece in marks.split(segment.folded) if piece.strip()]
        longest = max(sum(map(is_han, piece)) for piece in pieces)
        if _LEADING_ZH.search(pieces[0]) or longest >= CLAUSE_HAN:
            return False
        return len(pieces) >= 4 and han / len(pieces) <= 5.5 and share < min(0.12, usual * 0.75)
    if len(_CODE.findall(segment.text)) > 2:
        return False
    if len(words) >= 4 and not share and usual >= 0.25:
        return len(expected.counts.keys() & set(words)) >= 0.8 * len(set(words))
    if len(words) < SHORT_NOTE and not _RELATING.isdisjoint(words):
        return False
    return len(words) >= 6 and len(set(segment.terms)) >= 5 and share < min(0.14, usual * 0.4)


_SYMBOL = expression(r"[a-z]|\d[a-z0-9]*|log|lg|ln|sqrt|exp")
_EXPLAINS = expression(r"\w *[:：] *\w")
_RELATING = frozenset("as by to for from into than with".split())
SHORT_NOTE = 12
"""Words; a shorter note with a relating word is no list."""
SHORTEST_QUOTE = 3
"""Words; fewer may stand in a reference in this order by chance."""


def _is_quoted(words: Sequence[str], expected: Order) -> bool:
    """Whether words stand in a reference in this order; the last one may be cut short."""
    row = " ".join(words[:-1])
    return len(words) > SHORTEST_QUOTE and f" {row} " in f" {' '.join(expected.words)} "


LONGEST_TERM = 4
NEARLY_ALL = 0.9
"""The most words of a piece of such a list, and the least share, 0-1, of a reference's content words in it."""


def _tears(segment: Segment, expected: Order) -> bool:
    """Whether a row of short pieces tears phrases of the reference apart.

    "Push, pop" for "push and pop" tears nothing; "address, memory, operand" for "the memory
    address of its operand" does. The row has to have nearly all the words with a topic that the
    reference has: a few terms of it may well be somebody's own answer. Of what introduces the row
    ("Keywords: …", "It is about …") only the last word belongs to it.
    """
    pieces = _row(segment)
    row = [word for piece in pieces for word in piece]
    said = expected.content.intersection(row)
    if (
        len(expected.content) < 2
        or len(said) < NEARLY_ALL * max(len(expected.content), len(set(row)))
        or max(map(len, pieces)) > LONGEST_TERM
        or any(map(is_function, row))
    ):
        return False
    units = [set(unit) for unit in expected.units]
    torn = sum(
        any(left[-1] in unit and right[0] in unit for unit in units)
        for left, right in pairwise(pieces)
        if left not in expected.units and right not in expected.units
    )
    if torn:
        return 2 * torn >= len(pieces) - 1
    return (
        3 <= len(row) < len(expected.words)
        and len(pieces) == 1
        and not any(map(is_han, row))
        and any(pair not in expected.pairs for pair in pairwise(row))
    )


_SPACE_HAN = expression(rf"(?<=[{HAN}])\s+(?=[{HAN}])")


def _row(segment: Segment) -> list[Words]:
    """The pieces of a sentence between commas, spaces among Chinese, and words such as "and"."""
    pieces = list(_units(_SPACE_HAN.sub("、", segment.folded)))
    if len(pieces) > 1 and any(map(is_function, pieces[0])):
        if _is_chinese(pieces[0]) or len(pieces) < 3:
            return pieces[1:]
        return [pieces[0][-1:], *pieces[1:]]
    if len(pieces) > 2 and pieces[0][0] in _HEADINGS:
        return pieces[1:]
    return pieces


_HEADINGS = frozenset("keywords keyword terms answer points 关 答 要".split())


_DETERMINERS = frozenset("a an the my your our their its every".split())
_AFTER_DETERMINER = frozenset(
    """a an the of is are was were be been and or but to in on at by for from with into can will would
    should has have had it we they he she you i that this these those if because""".split()
)
_PREPOSITIONS = frozenset("of in on at by for from with into".split())
_AFTER_PREPOSITION = frozenset(
    "of is are was were be and or but can will would has have had".split()
)
_NEVER_LAST = _DETERMINERS | frozenset("and or of if because into".split())


def broken_grammar(words: Sequence[str]) -> int:
    """How many neighbouring English words no sentence puts side by side."""
    broken = int(bool(words) and words[-1] in _NEVER_LAST)
    for left, right in pairwise(words):
        if left in _DETERMINERS:
            broken += right in _AFTER_DETERMINER
        elif left in _PREPOSITIONS:
            broken += right in _AFTER_PREPOSITION
    return broken


OWN_WORDS = 0.85
KEPT_HAN, KEPT_PAIRS_HAN, KEPT_LATIN, KEPT_BROKEN = 0.25, 0.55, 0.3, 0.5
"""The most that a shuffle keeps of the reference's order, where an answer has hardly any other words: in
Chinese runs of four characters (and pairs, where other characters stand among them), else pairs of words;
more where the grammar is broken as well."""


MOST_ATOMS = 0.6
"""The share, 0-1, of a sentence's words that are the reference's where the sentence is made of it, and of a
reference's words or characters that a shuffle has."""
FEWEST_TELLING, LONG = 4, 60
"""With fewer content words than this, what a reference of so many words has in common with a sentence is
grammar."""


def is_made_of(words: Sequence[str], expected: Order) -> bool:
    """Whether most of some words are the reference's."""
    return sum(word in expected.counts for word in words) >= MOST_ATOMS * len(words)


def shuffles_any(words: Sequence[str], folded: str, orders: Sequence[Order]) -> bool:
    """Whether words are a reference's in no order of a sentence, for one of some references."""
    return any(is_shuffled(words, folded, expected) for expected in orders)


def is_shuffled(words: Sequence[str], folded: str, expected: Order) -> bool:
    """Whether words (of a folded text) are the reference's in an order that is not a sentence."""
    chinese = _is_chinese(words)
    # The numbers of a list stand between words that are in order.
    words = [word for word in words if not word.isdigit() or word in expected.counts]
    if len(words) == len(expected.words) and Counter(words) == expected.counts:
        return _is_rearranged(words, folded, expected)
    if len(words) < 5:
        return False
    # Of Latin words among Chinese ones a shuffle of characters leaves letters.
    told = [word for word in words if is_han(word)] if chinese else words
    own = sum(word in expected.counts for word in told) / len(told)
    if chinese:
        if own < OWN_WORDS or len(words) < 8 or _kept(words, expected.grams, 4) >= KEPT_HAN:
            return False
        if own < 1.0 and _kept(words, expected.pairs, 2) >= KEPT_PAIRS_HAN:
            return False
        # Fluent speech about the same thing consists of the same characters too. What gives a
        # shuffle away is that it has most of them.
        bag = {word for word in expected.counts if is_han(word)}
        return len(bag & set(told)) >= MOST_ATOMS * len(bag) and _in_order(
            told, expected.words
        ) < IN_ORDER * len(told)
    long = len(expected.words) >= LONG
    if long and sum(not is_function(word) for word in set(words)) < FEWEST_TELLING:
        return False
    broken = broken_grammar(words)
    if broken > max(1, len(words) // 12):
        return own >= 0.6 and _kept(words, expected.grams, 2) < 0.6
    if broken:
        return own >= OWN_WORDS and _kept(words, expected.grams, 2) < KEPT_BROKEN
    if len(words) < 9 or own <= 0.9 or _kept(words, expected.grams, 2) >= KEPT_LATIN:
        return False
    # Here too: one's own sentence picks its words from all over a long reference.
    return any(len(bag & set(words)) >= MOST_ATOMS * len(bag) for bag in expected.bags if bag)


IN_ORDER = 0.75
"""From this share of its characters in the order of a reference on, other words between them, a sentence is not
shuffled."""


def _in_order(words: Sequence[str], expected: Words) -> int:
    """How many of some words stand in the order of a reference: the length of the longest common subsequence,
    by Hyyrö's bit vectors (2004), for either may have thousands of words."""
    places: dict[str, int] = {}
    for place, word in enumerate(expected):
        places[word] = places.get(word, 0) | 1 << place
    every = free = (1 << len(expected)) - 1
    for word in words:
        found = free & places.get(word, 0)
        free = ((free + found) | (free - found)) & every
    return len(expected) - free.bit_count()


SHORTEST_HAN = 5
"""Characters; two Chinese words may stand either way ("无限数量", "数量无限")."""


def _is_rearranged(words: Sequence[str], folded: str, expected: Order) -> bool:
    """Whether just the words of the reference stand in another order, not only its pieces."""
    chinese = _is_chinese(words)
    if tuple(words) == expected.words or (chinese and len(words) < SHORTEST_HAN):
        return False
    if words[-1] in _DANGLING and expected.words[-1] not in _DANGLING:
        return True
    units = _units(folded)
    if Counter(units) == Counter(expected.units):
        return False
    if tuple(words) in _swapped(expected.words):
        return False
    # A clause may come first or last: with a comma, or with a word that opens one.
    breaks = [pair for unit in units for pair in pairwise(unit) if pair not in expected.pairs]
    starts = [words[0]] if chinese else [words[0], *(right for _, right in breaks)]
    opened = len(words) >= 8 and not _OPENING.isdisjoint(starts)
    return len(breaks) > (2 if opened else 0)


_OPENING = (_PREPOSITIONS - {"of"}) | frozenset(
    "if when while because since after before until unless as 在 如 当 因".split()
)


LONGEST_SWAP = 6
"""Words; the longest part that changes places around an "and"."""
_SWAPPERS = frozenset("and or 和 或 与 及".split())


def _swapped(words: Words) -> set[Words]:
    """``words`` with what stands before and after an "and" changed over."""
    found: set[Words] = set()
    for place, word in enumerate(words):
        if word not in _SWAPPERS:
            continue
        for start in range(max(0, place - LONGEST_SWAP), place):
            for end in range(place + 2, min(len(words), place + 1 + LONGEST_SWAP) + 1):
                left, right = words[start:place], words[place + 1 : end]
                found.add((*words[:start], *right, word, *left, *words[end:]))
    return found


_DANGLING = _NEVER_LAST | _PREPOSITIONS | frozenset("和或与及")


def _kept(words: Sequence[str], grams: Set[tuple[str, ...]], size: int) -> float:
    own = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    return sum(gram in grams for gram in own) / len(own)
