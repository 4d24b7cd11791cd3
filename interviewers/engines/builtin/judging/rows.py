"""Lists of terms that state nothing, whatever separates the terms: commas, full stops, line breaks,
bullets, spaces, "and", a frame that is repeated with each ("There is …", "用……"), or a predicate that says
the same of each ("… is important", "……很关键").

An answer is cut wherever something may separate two items, and frames and such predicates are taken off.
Each piece that is left is a bare item or a clause. Notes keep their credit as long as they relate things: with a colon, an
arrow, a verb, a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from interviewers.engines.builtin.reading.text import HAN, Segment, atoms, is_function, is_han
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = ["cut", "is_item", "rows", "unframed"]

FEWEST = 5
"""This many different bare items make a list; one more is needed for an introduction, and for each clause
beside them."""
MOST = 0.65
"""From this share of an answer's words in bare items on it is a list."""
ITEM_LATIN, ITEM_HAN = 3, 5
"""The size of the longest bare item: words, or characters (a Latin word is two)."""
RUN_LATIN, RUN_HAN = 9, 20
REFRAIN = 10
"""So many words (characters) at either end of a piece are looked at for what others begin or end with."""
GLUE_LATIN, GLUE_HAN = 0.05, 0.02
"""A piece without a comma is a list if it has at least so many words (the first pair) and a smaller share of
function words than this (the second pair)."""

SPOKEN = 0.3
"""From this share of function words of any kind on it is a sentence, even without articles."""

_RELATES = expression(r"[:：=→⇒]|->|=>|[(（]")
_BETWEEN = expression(
    r"(?:[，、;；。．!！?？/|·•\n\t\x1e]|[.,](?!\d))+|\s[-*–+]\s|\b(?:and|or|plus|then|as well as|followed by|next|after that)\b|"
    r"以及|还有|然后|接着|其次|最后|另外|并且|[和与及或]"
)
_SPACE_HAN = expression(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_BLANK = expression(" ")
_ENDS = " .。"
_LAST_WORD = expression(r" ?((?<![a-z'])[a-z']+|[^a-z'\n])\Z")
_COMMA = expression(r"[、，,;；。]")
_FRAME_EN = expression(
    r"^\W*(?:\d+[.)]?\s+)?(?:(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|also|maybe|so|i|i'd|i'll|we|we'd|you|it|would|will|can|could|should|might|must|have|had|has|"
    r"use|used|using|uses|consider|considered|do|did|does|done|there|is|are|was|were|be|a|an|the|some|like|such|as|etc|on|think|about|mention|know|need|say|talk|discuss|"
    r"apply|include|includes|including|involves?|keywords?|key|terms?|words?|points?|answer|here|my|of|these|this|following|things|to|for|main|important)\b[\s:：]*)*"
)
_FRAME_ZH = expression(
    r"^\W*(?:\d+[.)、]?)?(?:我们?|会|要|可以|能|应该|需要|首先|先|再|还|也|就|是|有|用|使用|采用|利用|做了?|考虑|知道|了解|想到|提到|说|讲|关键[词字点]|要点|关键|答案|主要|包括|涉及|比如|例如|关于|一个|一些|这些|等等?|之类|方面|第[一二三四五六]|[:：\s])*"
)
_SUBJECT_EN = expression(r"^\W*(?:\w+ly )?(?:i|we|you|they|it)\b")
_VACUOUS_EN = expression(
    r"\b(?:us(?:e|ed|ing)|consider(?:ed)?|do|did|have|had|think|about|mention|know|need|say|talk|discuss|apply|includes?|are|is|was|were)\b"
)
_TAIL_ZH = expression(r"(?:等+|之类|什么|这些)的?(?:方面|方法|手段|问题|内容|东西)?\W*$")
_PRAISE_EN = expression(
    r" (?:(?:is|are|was|were|seems?|remains?) (?:(?:also|always|all|just|so|too|very|really|quite|extremely|pretty|\w+ly) ){0,3}"
    r"(?:an? |one of the |the )?(?:important|crucial|essential|useful|relevant|necessary|required|needed|vital|central|critical|significant|"
    r"great|helpful|fundamental|interesting|key|must)(?: (?:point|part|aspect|topic|concept|factor|role|thing|here|too|as well))?"
    r"|(?:plays?|has|have) (?:an? )?(?:very )?(?:big|large|major|important|key|central|crucial) (?:role|part)"
    r"|(?:also |really |always )?(?:matters?|counts?)(?: a lot| too| here)?)\W*$"
)
_PRAISE_ZH = expression(
    r"(?:(?:也|都|就|还|同样|确实|的确|其实|一直){0,3}(?:是|非常|很|十分|特别|相当|极其|极为|最|比较|更|至关){1,3}(?:的)?"
    r"(?:重要|关键|核心|必要|基础|基本|有用|有帮助|有意义|常见)|(?:必不可少|不可或缺|不可缺少|不可忽视))"
    r"(?:的|的?(?:概念|知识|知识点|内容|部分|环节|一环|因素|作用|东西|一点|点))?\W*$"
)
"""Predicates that only praise their subject."""
_VERB_ZH = expression(r"^[看加查改删建写跑拆降配找问给让把发收保避防打减放拿]")
_PREDICATE_ZH = expression(
    r"[太更了把被让使从到给在就也都才能会]|因为|所以|如果|因此|避免|防止|保证"
)
_GLUE = frozenset(
    "a an the is are was were be been to of in on at for by as with from into than that which".split()
)
"""Function words of which every longer English sentence has some."""
_SMALL = frozenset(("of", "and", "or"))


@dataclass(frozen=True, slots=True)
class _Piece:
    words: tuple[str, ...]
    bare: bool


def _parts(folded: str, *, han: bool) -> list[str]:
    """A sentence, cut wherever something may separate two items, without predicates that only praise."""
    # Where there are commas, spaces only set off Latin words and numbers.
    if han and not _COMMA.search(folded) and _SPACE_HAN.search(folded):
        folded = _SPACE_HAN.sub("、", folded)
    praise = _PRAISE_ZH if han else _PRAISE_EN
    return [praise.sub("", part) for part in _BETWEEN.split(folded)]


@dataclass(frozen=True, slots=True)
class _Refrains:
    """What so many different items begin (``first``) or end (``last``) with, two words (characters) or more,
    that it tells none from the others: without a word of the matter."""

    first: frozenset[str]
    last: frozenset[str]

    def without(self, part: str) -> str:
        text = part.strip(_ENDS)
        begun = max((one for one in self.first if text.startswith(one)), key=len, default="")
        ended = max((one for one in self.last if text.endswith(one)), key=len, default="")
        if not (begun or ended) or len(begun) + len(ended) >= len(text):
            return part
        text = text.removeprefix(begun).removesuffix(ended)
        while (
            ended
            and (found := _LAST_WORD.search(text := text.rstrip(" ")))
            and is_function(found.group(1))
        ):
            text = text[: found.start()]
        return text


def _refrains(parts: Iterable[str], matter: Set[str], *, han: bool) -> _Refrains:
    firsts: dict[str, set[str]] = {}
    lasts: dict[str, set[str]] = {}
    for part in set(parts):
        text = part.strip(_ENDS)
        places = range(1, len(text)) if han else [m.end() for m in _BLANK.finditer(text)]
        for place in places[:REFRAIN]:
            firsts.setdefault(text[:place], set()).add(text[place:])
        for place in places[-REFRAIN:]:
            lasts.setdefault(text[place:], set()).add(text[:place])

    def kept(found: dict[str, set[str]]) -> Iterator[str]:
        for end, others in found.items():
            words = atoms(end) if len(others) >= FEWEST else []
            if len(words) > 1 and matter.isdisjoint(words):
                yield end

    acts = _acts_zh if han else _acts_en
    return _Refrains(
        frozenset(first for first in kept(firsts) if not acts(first)), frozenset(kept(lasts))
    )


def _acts_en(first: str) -> bool:
    """Whether somebody does something with each item."""
    return bool(_SUBJECT_EN.match(first)) and not _VACUOUS_EN.search(first)


def _acts_zh(first: str) -> bool:
    return bool(_VERB_ZH.match(first[_FRAME_ZH.match(first).end() :]))  # type: ignore[union-attr]


def _pieces(parts: Sequence[str], *, han: bool) -> list[_Piece]:
    frame, read = (_FRAME_ZH, _read_zh) if han else (_FRAME_EN, _read_en)
    found = []
    for part in parts:
        bare = part[frame.match(part).end() :]  # type: ignore[union-attr]
        bare = _TAIL_ZH.sub("", bare)
        words = tuple(atoms(bare))
        if not all(map(str.isdigit, words)):
            found.append(_Piece(words, read(bare, part, words)))
    return found


def _read_en(bare: str, part: str, words: Sequence[str]) -> bool:
    if _RELATES.search(bare):
        return False
    if _SUBJECT_EN.match(part) and not _VACUOUS_EN.search(part[: len(part) - len(bare)]):
        return False
    grammar = sum(is_function(word) and word not in _SMALL for word in words)
    if len(words) >= RUN_LATIN:
        glue = sum(word in _GLUE for word in words)
        return glue < GLUE_LATIN * len(words) and grammar < SPOKEN * len(words)
    return not grammar and sum(word not in _SMALL for word in words) <= ITEM_LATIN


def _read_zh(bare: str, part: str, words: Sequence[str]) -> bool:
    if _RELATES.search(bare) or _PREDICATE_ZH.search(bare):
        return False
    size = sum(1 if is_han(word) else 2 for word in words)
    if size >= RUN_HAN:
        return sum(map(is_function, words)) < GLUE_HAN * len(words)
    return size <= ITEM_HAN and not (_VERB_ZH.match(bare) and not part.startswith(bare))


_CUT = expression(rf"(?:{_BETWEEN.pattern})|->|=>|[→⇒]|{_SPACE_HAN.pattern}", re.IGNORECASE)


def cut(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of a text lie between which something may separate two items, arrows included."""
    place = 0
    for start, end in [*(mark.span() for mark in _CUT.finditer(text)), (len(text), len(text))]:
        if text[place:start].strip():
            yield place, start
        place = end


def unframed(folded: str) -> str:
    """A piece without its frame ("There is …", "用……等等")."""
    frame = _FRAME_ZH if has_han(folded) else _FRAME_EN
    return _TAIL_ZH.sub("", folded[frame.match(folded).end() :])  # type: ignore[union-attr]


def is_item(folded: str) -> bool:
    """Whether a piece is a bare item, less its frame."""
    bare = unframed(folded)
    read = _read_zh if has_han(folded) else _read_en
    return read(bare, folded, tuple(atoms(bare)))


def rows(found: Sequence[Segment], matter: Set[str]) -> list[bool]:
    """Which sentences of an answer are lists of terms; none unless such lists are most of it. ``matter`` is
    the words with a topic that are asked for."""
    han = sum(is_han(w) for s in found for w in s.atoms) * 2 > sum(len(s.atoms) for s in found)
    parts = [_parts(segment.folded, han=han) for segment in found]
    refrains = _refrains((part for row in parts for part in row), matter, han=han)
    pieces = [_pieces([refrains.without(part) for part in row], han=han) for row in parts]
    everything = {piece for row in pieces for piece in row}
    longest = ITEM_HAN if han else ITEM_LATIN
    items = sum(
        1
        if len(p.words) <= longest
        else len(p.words) // (3 if any(map(is_function, p.words)) else 2)
        for p in everything
        if p.bare
    )
    total = sum(len(piece.words) for piece in everything)
    led = any(row and not row[0].bare for row in pieces)
    clauses = sum(not piece.bare and len(piece.words) > longest for piece in everything)
    if (
        items < FEWEST + max(led, clauses)
        or sum(len(p.words) for p in everything if p.bare) < MOST * total
    ):
        return [False] * len(found)
    return [
        2 * sum(len(p.words) for p in row if p.bare) >= sum(len(p.words) for p in row)
        for row in pieces
    ]
