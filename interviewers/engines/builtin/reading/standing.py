"""What of several messages stands, after what was put right later: in the same sentence, the next one, another
message, or on another question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from interviewers.engines.builtin.reading.corrected import (
    is_correction,
    is_of_figures,
    kinds_of_figure,
    superseded,
    tells_figure,
)
from interviewers.engines.builtin.reading.numerals import TENS, TO_TEN
from interviewers.engines.builtin.reading.text import fold, spans, specific, terms

__all__ = ["standing", "what_stands"]

_FIGURE = (
    r"(?:\d+(?:[.,:]\d+)*|[零一二两三四五六七八九十百千万亿半]+|"
    rf"\b(?:one|{TO_TEN}|eleven|twelve|\w{{3,5}}teen|{TENS}|(?:a )?(?:hundred|dozen|thousand)|half)\b)"
)
_MARK = (
    r"(?:[哦噢啊呃嗯诶哎]{1,3}[，, ]?)?(?:不对|不不|不(?=[，, ])|等等|等一下|错了|更正(?:一下)?|纠正(?:一下)?|口误|不好意思|抱歉|对不起|我?(?:说|讲|记)(?:错|反|混)了?)[了啊呀哈]?[，,：:。 ]{1,2}",
    r"(?:(?:oh|ah|um|uh|hm{1,4}|well|actually|or)[, ]{1,2}){0,2}(?:(?:no,? wait|wait,? no|no,? no|no,? sorry|sorry,? no|actually,? no|sorry|wait|scratch that|correction|my mistake|i misspoke|i mean[t]?|make that|or rather)\b[,:. –—-]{1,3}|no[,.–—-] )",
)
"""What somebody stops short with."""
_AT_ONCE = (
    rf"{_MARK[0]}(?:(?:应该|其实|准确(?:地)?说|那个|数字|大概|我记错了|我说错了|[，, ]){{0,3}}(?:(?:应该)?是[^，。；]{{1,24}}|不是[^，。；]{{1,12}}|{_FIGURE}))",
    rf"{_MARK[1]}(?:(?:it|that|they|there|he|she|we|i) (?:was|were|is|are|had|meant|should (?:be|have been))\b|(?:it|that|they)['’](?:s|re)\b|i said\b|not\b|(?:about |only |more like |just |really |actually ){{0,2}}{_FIGURE}|[\w -]{{2,30}}, not\b)",
)
_LOOKS_BACK = (
    ("(?:^|[，,。：:我]|那个)(?:刚才|刚刚|前面|之前|先前|上面)[^，。；他她跟对和向给]{0,14}?(?:(?:说|讲|记|写|报|算)(?:错|多|少|反|漏|混|高|低|成)了?(?!话)|口误)|"
    "(?:刚才|刚刚|前面|之前|先前|上面)(?:我)?[说讲提][^，。；他她]{1,20}[，,](?:其实|应该|实际上?|准确(?:地)?[说讲])|"
    "^(?:关于|至于|说到)?[^，。；]{0,12}(?:刚才|前面|之前|先前|上面)(?:说|讲|提到)?的?[^，。；]{0,10}[，,：:](?:应该|其实)?(?:不是|是[^，。；]{0,3}(?:\\d|[零一二两三四五六七八九十百千万半]{1,9}[^，。一起样定]))|"
    "^(?:关于|至于|说到)[^，。；]{1,14}[，,：:](?:应该|其实)?(?:不是|是[^，。；我他她你]{1,12}[，,]?不是)"),
    (r"\bi (?:mixed (?:it|that|them|those|the \w{2,12}) up|got (?:it|that|(?:the|my) [\w ]{2,30}?) wrong(?: earlier| before)?[,;.:]? (?:it|that|there|they)(?:'s| was| is| were)|misremembered)\b|"
    r"\bi (?:said|told you|gave you|called it)\b[^.!?]{1,50}?,? (?:but |and )?(?:it|that|they|there|those)(?:'s| is| was| were| should)\b|"
    r"^(?:(?:oh|and|also|one (?:more )?thing|by the way|sorry|wait)[,:]? ){0,2}(?:about|on|regarding|as for|going back to|back to) [^:,.!?]{2,50}[,:] (?:it|that|they|there|we|i)(?:'s| is| was| were| had)\b(?=[^.!?]{0,40}\bnot\b)"),
)  # fmt: skip
"""Says that something told before was not so, or comes back to it to say how it was."""
_SPLITS = re.compile(rf"(?<=[，,–—…-])\s?(?:{_MARK[0]}|{_MARK[1]})", re.IGNORECASE)
_FIRST = re.compile(rf"^\W{{0,3}}(?:{_AT_ONCE[0]}|{_AT_ONCE[1]})", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<=[，,–—…-])\s?(?:{_AT_ONCE[0]}|{_AT_ONCE[1]})", re.IGNORECASE)
_BACK = re.compile("|".join(_LOOKS_BACK), re.IGNORECASE)
_ANY = re.compile(_FIGURE, re.IGNORECASE)
_OLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![要能会])不是(?P<old>[^，。；,;]{1,12})",
        r"(?:说|讲|记|写)(?:的|成|了)?(?:是)?(?P<old>[^，。；,;错多少反漏混了的]{1,14})[，,；](?:其实|应该|实际|准确|那)",
        r"\bnot (?:in |on |at |to |with |by |for |the |a |an )?(?P<old>[\w%-]+(?: [\w%-]+){0,2})",
        r"\bi (?:said|told you|gave you|called it) (?:it was |there were |we were |about |the |in |that )?(?P<old>[\w%-]+(?: [\w%-]+){0,2})",
    )
)
"""What was told before and is not so."""
_WORDY = 200
"""Characters of the longest sentence that puts something right."""
_WORDS = ("one", *TO_TEN.split("|"), "eleven", "twelve")
_VALUES = {word: str(n + 1) for n, word in enumerate(_WORDS)} | {
    word: str(10 * n) for n, word in enumerate(TENS.split("|"), 2)
}
_HAN = re.compile("([一二两三四五六七八九])?(十)?([一二三四五六七八九])?")
_DIGITS = {han: n for n, han in enumerate("一二三四五六七八九", 1)} | {"两": 2}

Place = tuple[int, int]
"""A message, and a sentence of it."""


def what_stands(texts: Sequence[str]) -> list[str]:
    """Messages (in order of time) without what was taken back: sentences with a figure or a name corrected
    later, everything before a correction that does not say of what, and the correcting sentences."""
    return standing({0: texts})[0]


def standing(threads: Mapping[int, Sequence[str]]) -> dict[int, list[str]]:
    """The same for what was said on several questions, in order of time: what is not told on the question on
    which it is put right was told on one before."""
    said = {key: [_sentences(text) for text in texts] for key, texts in threads.items()}
    gone: dict[int, set[Place]] = {key: set() for key in said}
    since = dict.fromkeys(said, 0)
    keys = [*said]
    for number, key in enumerate(keys):
        for place, sentence in _places(said[key]):
            if not _puts_right(sentence):
                if _WITHIN.search(sentence) and _repairs_itself(sentence):
                    gone[key].add(place)
                continue
            gone[key].add(place)
            before = _left(said[key], gone[key], place)
            if (
                is_correction(sentence)
                and not _ANY.search(sentence)
                and not _told_so(sentence, before)
            ):
                since[key] = place[0]
            # Who puts half of all right is not followed into everything.
            others = reversed(keys[:number]) if len(gone[key]) < _FEW else ()
            looked = chain([(key, before)], ((o, _left(said[o], gone[o])) for o in others))
            meant = ((where, _meant(sentence, there)) for where, there in looked)
            where, found = next(
                (m for m in meant if m[1]), (key, _nearest(sentence, before, place))
            )
            gone[where].update(found)
        old = superseded(threads[key])
        for place, sentence in _places(said[key]):
            if any(tells_figure(sentence, figure) for figure in old):
                gone[key].add(place)
    return {
        key: [
            "".join(s for n, s in enumerate(sentences) if (message, n) not in gone[key]).strip()
            for message, sentences in enumerate(said[key])
            if message >= since[key]
        ]
        for key in keys
    }


_FEW, _LOOKED_BACK = 12, 80
"""Corrections, and sentences that one may mean."""


def _left(
    messages: Sequence[Sequence[str]], gone: set[Place], until: Place | None = None
) -> list[tuple[Place, str]]:
    """The last sentences before a place that have not been taken back."""
    told = [(p, s) for p, s in _places(messages) if until is None or p < until]
    return [(p, s) for p, s in told[-_LOOKED_BACK:] if p not in gone]


def _sentences(text: str) -> list[str]:
    """The sentences of a text, each with what stands between it and the next."""
    places = spans(text) or [(0, len(text))]
    edges = [start for start, _ in places[1:]] + [len(text)]
    return [text[start:edge] for (start, _), edge in zip(places, edges, strict=True)]


def _places(messages: Sequence[Sequence[str]]) -> Iterator[tuple[Place, str]]:
    for message, sentences in enumerate(messages):
        for number, sentence in enumerate(sentences):
            yield (message, number), sentence


def _puts_right(sentence: str) -> bool:
    """Whether a sentence puts right what one before it has told."""
    if is_correction(sentence):
        return True
    if len(sentence) > _WORDY:
        return False
    return bool(_FIRST.search(sentence) or _BACK.search(sentence))


def _repairs_itself(sentence: str) -> bool:
    """Whether a sentence stops short and tells a figure of its own anew."""
    found = _WITHIN.search(sentence)
    if found is None:
        return False
    # What was told just before is what is told anew.
    told, anew = sentence[: found.start()], sentence[found.start() :]
    near = _ANY.search(told[-_NEAR:]) is not None
    return near and _ANY.search(anew[: len(found[0]) + _NEAR]) is not None


_NEAR = 24
"""Characters."""


def _named(sentence: str) -> list[str]:
    """What a correction says was told, the surest first, each with less and less behind it."""
    found: list[str] = []
    for pattern in _OLD:
        for match in pattern.finditer(sentence):
            words = match["old"].strip().split(" ")
            found += [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    return [one for one in found if one and not _EMPTY.fullmatch(one)]


_EMPTY = re.compile(
    r"(?:the|a|an|it|that|this|so|in|on|at|to|only|just|all|there|was|were|is|my|our|we|i|you|much|very|really|quite|about|as|"
    "这个?|那个?|这样|那样|这么|那么|这个意思|我|你|他|她|的)(?: \\w+)?",
    re.IGNORECASE,
)


def _meant(sentence: str, before: Sequence[tuple[Place, str]]) -> list[Place]:
    """The sentences that tell what a correction names, else the last of those that have most in common with
    it: what they speak of, and the kind of figure."""
    kinds = kinds_of_figure(sentence)
    for figure in filter(None, map(_ANY.search, _named(sentence))):
        value = _value(figure[0])
        told = [(p, s) for p, s in before if any(_value(f[0]) == value for f in _ANY.finditer(s))]
        if told:
            alike = [p for p, s in told if _shared(sentence, s) or kinds & kinds_of_figure(s)]
            return alike or [p for p, _ in told]
    if told_so := _told_so(sentence, before):
        return told_so
    counts = _ANY.search(sentence) is not None
    fit = [(p, s) for p, s in before if not counts or _ANY.search(s)]
    ranked = [
        (_shared(sentence, s) + (counts and bool(kinds & kinds_of_figure(s))), p) for p, s in fit
    ]
    most, best = max(ranked, default=(0, (0, 0)))
    return [best] if most else []


def _nearest(sentence: str, before: Sequence[tuple[Place, str]], place: Place) -> list[Place]:
    """The last sentence that may be meant by a correction which has nothing in common with any: one with a figure
    where a figure is put right, else the one just before in the same message."""
    if _ANY.search(sentence):
        return [p for p, s in before if _ANY.search(s)][-1:]
    return [p for p, _ in before if p[0] == place[0]][-1:]


def _told_so(sentence: str, before: Sequence[tuple[Place, str]]) -> list[Place]:
    """The sentences that tell the name or the word which a correction takes back."""
    named = (old for old in _named(sentence) if not _ANY.search(old))
    return next(filter(None, ([p for p, s in before if _tells(s, old)] for old in named)), [])


def _tells(sentence: str, name: str) -> bool:
    """Whether a sentence has a name or a word of it by itself."""
    if name.isascii():
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE) is not None
    return name in sentence


def _shared(one: str, other: str) -> int:
    """How many words that say what they are about two sentences share."""
    return len(_words(one) & _words(other))


def _words(text: str) -> frozenset[str]:
    said = specific(terms(fold(text)))
    return frozenset(t for t in said if not (t.isdecimal() or is_of_figures(t)))


def _value(figure: str) -> str:
    """A figure in digits, as far as it is a small number in words."""
    if figure.casefold() in _VALUES:
        return _VALUES[figure.casefold()]
    han = _HAN.fullmatch(figure)
    if han is None or not figure:
        return figure
    tens, ten, ones = (han[n] or "" for n in (1, 2, 3))
    if not ten:
        return str(_DIGITS[tens]) if tens and not ones else figure
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))
