"""Common misconceptions about a scoring point, and whether a sentence states one.

A point's counter-statements are data of the bank: its author knows what people believe in its place. Each
is written as what has to occur in a sentence in this order, with few words between: ``read committed …
prevent*|stop* … phantom* ~repeatable``. ``…`` separates the places and ``|`` the wordings of a place;
inflection does not matter; ``*`` is any ending, ``NOT`` any English negation; a Chinese character before
``?`` is optional. What follows ``~`` must not stand in between. A sentence that denies it, doubts it, turns
away from it, asks, or reports what others think does not state it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.contrary.denial import is_negative
from interviewers.engines.builtin.reading.text import Segment
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = [
    "Span",
    "Statement",
    "StatementError",
    "Statements",
    "check_statement",
    "misheld",
    "statement_of",
]

Span = tuple[int, int]

PLACE, WORDING, UNLESS, NOT = "…", "|", "~", "NOT"
GAP_LATIN, GAP_HAN = 8, 14
"""At most this many words, or characters, may stand between two places of a statement."""
WITHIN_LATIN, WITHIN_HAN = 2, 3
"""And at most this many between two words of one wording, none of them a negation: "就不是" does not say "就 是"."""
TRIES = 4
"""At most this many places where a statement may be said are examined."""
FEWEST = 4
"""Letters of a word from which on it may be inflected."""

_NEGATION = (
    r"(?:not|never|no|nobody|nothing|none|without|cannot|cant|dont|doesnt|isnt|arent|wont|\w+n't)"
)
_OF_PEOPLE = dict.fromkeys(("he", "she"), "s?he") | dict.fromkeys(
    ("him", "her", "his"), "(?:him|her|his)"
)
"""It makes no difference of whom something is said, nor do 他 and 她."""
_INFLECTED = r"(?:s|es|d|ed|ing|ly)?"
_DOUBTED = expression(
    r"\b(?:myth|misconception|misunderst\w+|misbelief|fallacy|illusion|trap|pitfall|supposed(?:ly)?|mistaken|unlike|compared|rather than|instead of|wrong to|"
    r"(?:is|are|be|that's|it's|would be) (?:\w+ly )?(?:wrong|false|untrue|a mistake|a lie)|"
    r"(?:people|some|many|most|others|they|beginners|colleagues?|everybody|everyone|he|she) (?:\w+ )?(?:says?|thinks?|believes?|assumes?|claims?|expects?|thought|believed|assumed|claimed|told)|"
    r"hardly|far from|(?:tempted|tempting|prone|easy mistake) (?:is )?to|(?:made|did) (?:that|it|this|the same) (?:mistake )?(?:once |too|myself)|only seems?|looks like|used to think|(?:poor|bad|wrong|terrible|worst) (?:way|place|idea|tool))\b|"
    r"误区|误解|误以为|以为|错觉|是错的|不对|错误地?(?:认为|理解)|有人(?:会|就|都|总)?(?:说|认为|觉得)|很?多人|大家(?:都|常|总|容易)|常说|都说|所谓|千万|而不是|并不|不适合|不该用|不像|不同于|不等于|不代表|不意味|不见得|不一定|未必|哪怕|(?:最|很|特别|太)容易(?=一|就|犯|想|上来|急|以为|把|忘)|犯(?:过|的错)|吃过(?:这个|这种)?亏|踩过"
)
_TURNED = expression(
    r"\b(?:but|yet|still) (?:then |in the end |first )?(?:i|we)(?:'d|'ll|'ve)?\b|\b(?:that|which|it) was (?:\w+ )?(?:my |a |the )?(?:(?:big|worst) )?(?:mistake|error|wrong)\b|\bi regret|"
    r"但是?(?:后来)?我|可是?我|不过我|我还是|所以我先?|后来(?:才)?(?:发现|觉得|知道)|后悔|最后(?:往往|都)?没人"
)
"""Words by which somebody turns away from what they have just said."""
_CLAUSE = expression(r"[,，;；:：、()（）]")
_BLANK = " "


_OWNED = (["my"], ["our"])
_DISOWNS = r"\b(?:not|none of|nothing to do with|isnt|arent|(?:is|are|was|were)n't)"
"""What stands directly before whose it is not."""
_BURDEN = r"(?: (?:job|task|problem|business|concern|worry|fault|call|place|turn|issue|department|responsibility|decision|headache)s?\b|\s*(?=[,.;!?]|$))"
"""What somebody does not take for theirs: "not our own team" is said of something else."""


class StatementError(ValueError):
    """A statement that cannot be read; the text says which."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One counter-statement: its text, and what it is searched by. ``parts`` are, place by place, the letters
    of its wordings that never change, and ``heads`` the longest of each. Most sentences have none of them,
    and reading further costs more."""

    text: str
    heads: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[tuple[str, ...], ...], ...]

    def likely(self, folded: str) -> bool:
        """False only where a folded sentence does not say it."""
        for place in self.heads:
            for head in place:
                if head in folded:
                    break
            else:
                return False
        return self._in_order(folded)

    def _in_order(self, folded: str) -> bool:
        start = 0
        for place in self.parts:
            ends = [end for parts in place if (end := _end_of(parts, folded, start)) >= 0]
            if not ends:
                return False
            start = min(ends)
        return True

    def said(self, folded: str) -> Iterator[Span]:
        """Where a folded sentence says it: whole clauses."""
        (pattern, unless), start = _patterns(self.text, folded), 0
        for _ in range(TRIES):
            found = pattern.search(folded, start)
            if found is None:
                return
            first, last = _clauses_around(folded, found.span())
            start = found.start() + 1
            if unless and unless.search(folded, first, found.end()):
                continue
            if not self._denied(folded, found, first, last):
                yield first, last
                start = last

    def _denied(self, folded: str, found: re.Match[str], first: int, last: int) -> bool:
        if _TURNED.search(folded, last):
            return True
        left, place = "", first
        for number in range(1, len(self.heads) + 1):
            start, end = found.span(number)
            left += folded[place:start] + _BLANK
            place = end
        return is_negative(left + folded[place:last])


Statements = Sequence[tuple[int, Statement]]
"""Numbered statements."""


def _end_of(parts: Sequence[str], folded: str, start: int) -> int:
    """Where some parts end that stand one after the other, as early as may be; -1 where they do not."""
    for part in parts:
        at = folded.find(part, start)
        if at < 0:
            return -1
        start = at + len(part)
    return start


def _patterns(text: str, folded: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """The patterns for a statement in a folded sentence, and for what must not stand in it. Only wordings whose
    letters the sentence has are included, because a pattern of all of them takes long to compile."""
    places, unless = ([_sayable(place, folded) for place in some] for some in _read(text))
    gap = (
        rf"[^。;；!！?？\n]{{0,{GAP_HAN}}}?"
        if has_han(text)
        else rf"(?:\W+\w+){{0,{GAP_LATIN}}}?\W+"
    )
    pattern = gap.join(f"({_any_of(place)})" for place in places)
    return _compiled(pattern), _compiled(_any_of(unless[0])) if unless[0] else None


def _sayable(place: Sequence[str], folded: str) -> list[str]:
    return [wording for wording in place if _end_of(_parts_of(wording), folded, 0) >= 0]


_compiled = lru_cache(maxsize=512)(re.compile)


def _clauses_around(folded: str, span: Span) -> Span:
    first = max((m.end() for m in _CLAUSE.finditer(folded, 0, span[0])), default=0)
    following = _CLAUSE.search(folded, span[1])
    return first, following.start() if following else len(folded)


def check_statement(text: str) -> None:
    """Raise `StatementError` for what `statement_of` could not take apart. The bank has more than ten
    thousand of them: one is taken apart when its question is asked."""
    _read(text)


@lru_cache(maxsize=4_096)
def statement_of(text: str) -> Statement:
    """A counter-statement, taken apart. Raises `StatementError`."""
    places, _ = _read(text)
    parts = [tuple(dict.fromkeys(map(_parts_of, place))) for place in places]
    return Statement(
        text=text,
        heads=tuple(tuple(dict.fromkeys(map(_longest, place))) for place in parts),
        parts=tuple(parts),
    )


def _read(text: str) -> tuple[list[list[str]], list[list[str]]]:
    """The places of a statement, each with its wordings, and the one that must not be filled."""
    told, _, unless = text.partition(UNLESS)
    places = [_wordings(place) for place in told.split(PLACE)]
    if not all(places):
        raise StatementError(f"a place without a wording: {text}")
    return places, [_wordings(unless)]


def _wordings(place: str) -> list[str]:
    return [wording for wording in place.split(WORDING) if wording.strip()]


@lru_cache(maxsize=8_192)
def _parts_of(wording: str) -> tuple[str, ...]:
    """The letters and characters that a wording has wherever it stands, in order. Many statements share one."""
    return tuple(
        part
        for word in wording.split()
        if word not in _OF_PEOPLE and word != NOT
        for part in re.sub(r".\?|[他她]", "?", word).strip("*").split("?")
        if part
    )


def _longest(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else max(parts, key=len, default="")


def _any_of(wordings: Sequence[str]) -> str:
    return "|".join(map(_pattern, wordings))


def _pattern(wording: str) -> str:
    words = wording.split()
    if words[0] == NOT and words[1:] in _OWNED:
        # "Not our job": who asked people "without telling them my view" does not say that it is not theirs.
        return rf"{_DISOWNS}\s+(?:(?:really|even|quite|exactly|just) )?{words[1]}{_BURDEN}"
    han = any(map(has_han, words))
    gap = (
        rf"[^,，。;；:：!！?？不没非别]{{0,{WITHIN_HAN}}}"
        if han
        else rf"(?:\s+(?!(?:not|never|no|hardly|\w{{1,8}}n't)\b)[\w'%-]+){{0,{WITHIN_LATIN}}}\s+"
    )
    return gap.join(map(_word, words))


def _word(word: str) -> str:
    if word == NOT:
        return rf"\b{_NEGATION}\b"
    if has_han(word):
        return re.sub("[他她]", "[他她]", re.sub(r"(.)\\\?", r"\1?", re.escape(word)))
    if word in _OF_PEOPLE:
        return rf"\b{_OF_PEOPLE[word]}\b"
    plain = word.rstrip("*")
    end = r"\w*" if word.endswith("*") else _INFLECTED if len(plain) >= FEWEST else ""
    # Chinese characters stand beside a word without a blank.
    start = r"(?<![a-z0-9_])" if plain[:1].isalnum() else ""
    return rf"{start}{re.escape(plain)}{end}" + (
        r"(?![a-z0-9_])" if plain[-1:].isalnum() or end else ""
    )


def misheld(segment: Segment, statements: Statements) -> list[tuple[int, Span]]:
    """Which of some numbered statements a sentence says, and where in its text: whole clauses."""
    folded = segment.folded
    likely = [one for one in statements if one[1].likely(folded)]
    if not likely or folded.endswith("?") or is_doubted(folded):
        return []
    found = {(number, span) for number, told in likely for span in told.said(folded)}
    return [(number, _in_text(segment, span)) for number, span in sorted(found)]


def is_doubted(folded: str) -> bool:
    """Whether a folded sentence doubts what it says, or reports what others think."""
    return _DOUBTED.search(folded) is not None


def _in_text(segment: Segment, span: Span) -> Span:
    """Where some clauses of a folded sentence lie in its text, which may be longer; all of it where
    that cannot be told."""
    edges = [0, *(mark.end() for mark in _CLAUSE.finditer(segment.folded)), len(segment.folded) + 1]
    own = [0, *(mark.end() for mark in _CLAUSE.finditer(segment.text)), len(segment.text) + 1]
    if len(edges) != len(own) or span[0] not in edges or span[1] + 1 not in edges:
        return 0, len(segment.text)
    return own[edges.index(span[0])], own[edges.index(span[1] + 1)] - 1
