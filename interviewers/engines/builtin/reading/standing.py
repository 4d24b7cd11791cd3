"""What of several messages stands, after what was put right later: in the same sentence, the next one, another
message, or on another question. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from interviewers.engines.builtin.reading.corrected import (
    OF_OTHERS,
    SOME_FIGURE,
    asks,
    figures_put_right,
    is_correction,
    is_of_figures,
    kinds_of_figure,
    names_in,
    repairs_itself,
    revised,
    revises,
    tells_anew,
    tells_figure,
)
from interviewers.engines.builtin.reading.looking_back import EARLIER_ZH, PUTS_RIGHT_ZH, SORRY_ZH
from interviewers.engines.builtin.reading.numerals import TENS, TO_TEN
from interviewers.engines.builtin.reading.text import fold, spans, specific, terms
from interviewgpt.expressions import expression

__all__ = ["owns_up", "standing", "taken_back", "what_stands"]

_ANY = expression(SOME_FIGURE, re.IGNORECASE)
_OLD = tuple(
    expression(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![要能会])不是(?P<old>[^，。；,;]{1,12})",
        r"(?:说|讲|记|写)(?:的|成|了)?(?:是)?(?P<old>[^，。；,;错多少反漏混了的]{1,14})[，,；](?:其实|应该|实际|准确|那)",
        r"\bnot (?:in |on |at |to |with |by |for |the |a |an )?(?P<old>[\w%-]+(?: [\w%-]+){0,2})",
        r"\bi (?:said|told you|gave you|called it) (?:it was |there were |we were |about |the |in |that )?(?P<old>[\w%-]+(?: [\w%-]+){0,2})",
    )
)
"""What was told before and is not so."""
_WORDS = ("one", *TO_TEN.split("|"), "eleven", "twelve")
_VALUES = {word: str(n + 1) for n, word in enumerate(_WORDS)} | {
    word: str(10 * n) for n, word in enumerate(TENS.split("|"), 2)
}
_HAN = expression("([一二两三四五六七八九])?(十)?([一二三四五六七八九])?")
_DIGITS = {han: n for n, han in enumerate("一二三四五六七八九", 1)} | {"两": 2}

_LOOKS_BACK = expression(
    "^(?:关于|至于|说到)?[^，。；]{0,12}(?:刚才|刚刚|前面|上面|(?:之前|先前)(?:我)?(?=[说讲提]))(?:我)?(?:说|讲|提到)?的?[^，。；]{0,10}[，,：:](?:应该|其实)?(?:不是|是[^，。；]{0,3}(?:\\d|[零一二两三四五六七八九十百千万半]{1,9}[^，。一起样定]))|"
    "^(?:关于|至于|说到)[^，。；]{1,14}[，,：:](?:应该|其实)?(?:不是|是[^，。；我他她你]{1,12}[，,]?不是)|"
    r"^(?:(?:oh|and|also|one (?:more )?thing|by the way|sorry|wait)[,:]? ){0,2}(?:about|on|regarding|as for|going back to|back to) [^:,.!?]{2,50}[,:] (?:it|that|they|there|we|i)(?:'s| is| was| were| had)\b(?=[^.!?]{0,40}\bnot\b)",
    re.IGNORECASE,
)
"""Comes back to something to say how it was: that puts right what was told otherwise, else it tells more. 之前 and 先前
need a verb here: without it they are how something was before it was changed."""
_ALL_WRONG = expression(
    f"{PUTS_RIGHT_ZH}|[说讲提记写报算](?:错|多|少|反|漏|混)|口误|"
    r"\b(?:correct|put right|take back|fix|misspoke|misremembered|mixed|wrong)\b",
    re.IGNORECASE,
)
"""In a correction: that it was wrong, and not only how it was. (Too high, too low and 成 say how.)"""

_OF_NAME = expression(
    r"\bnot (?:in|on|at|to|with|by|for|the|a|an|my|our) |不是(?!很|太|那么|这么|特别|非常|完全|一直|[^，。；]{1,12}$)",
    re.IGNORECASE,
)
"""Denies a thing and not how it was: "easy" is said of many things."""
_OWNS_UP = expression(
    r"\W*(?:(?:oh|ah|um|uh|hm+|so|and|well|sorry|wait|hang on|no|actually|ok(?:ay)?|my (?:mistake|bad)|apologies|just|i think)\b\W*){0,5}(?:"
    r"i (?:just |actually )?(?:misspoke|(?:said|told you) (?:(?:that|it|something) wrong|the wrong thing)|(?:was wrong|made a mistake|got (?:that|it|something|one thing) wrong|misremembered(?: (?:that|it|something))?|mixed (?:that|it|them|things|something) up)(?= (?:before|earlier|just now|a (?:moment|minute) ago|in (?:my|the) (?:last|previous|earlier)|(?:in|with) what i)))|"
    r"(?:what|something|one thing) i (?:just )?(?:said|told you|mentioned)(?: (?:before|earlier|just now))? (?:was|is)(?:(?: not|n't)(?: quite| entirely)? (?:right|correct|true|accurate)| (?:wrong|incorrect))|"
    r"let me(?: just)? correct (?:something|one thing|that)|(?:let me|i (?:have to|need to|want to|should|must|would like to|'d like to))(?: just)? (?:correct myself|(?:correct|put right|take back|fix) (?:something|one thing|that|what|a thing) i (?:just )?(?:said|told you|mentioned)))"
    r"(?: (?:before|earlier|just now|there|here|a (?:moment|minute) ago|in (?:my|the) (?:last|previous|earlier) (?:answer|message|one)))?\W*(?:(?:sorry|my (?:mistake|bad)|apologies|about that|excuse me)\b\W*){0,3}|"
    f"\\W*(?:(?:{SORRY_ZH}|哦|噢|啊|呃|嗯|等等|等一下|不对|对了|那个|其实|好像|我)\\W*){{0,5}}(?:"
    f"(?:我?(?:{EARLIER_ZH})我?|(?:(?<=[，,。！ ])|(?<=意思)|(?<=抱歉)|(?<=对不起)|(?<=不对)|(?<=等等)|(?<=等一下))我?|我?(?=[说讲答]漏))(?:有一?(?:点|处|个地方))?(?:说|讲|记|答)(?:错|反|混|漏)了?(?:一点|一处|个地方|一个地方)?|(?:刚才|刚刚|前面|之前)?(?:是)?(?:我)?口误了?|"
    f"(?:我)?(?:要|想|得|需要)?(?:{PUTS_RIGHT_ZH}|改)(?:一下|一点|一处)?(?:我)?(?:{EARLIER_ZH})(?:我)?(?:说|讲|答)的(?:话|内容|东西|那个|那句)?|"
    f"(?:我)?(?:{EARLIER_ZH})(?:我)?(?:说|讲|答)[的得](?:话|那个|那句)?(?:好像|可能|有点|其实)?(?:不对|有误|不准确|不太对|错了|有问题|不太准确)"
    f")(?:了|啊|哈|的)?\\W*(?:(?:{SORRY_ZH})\\W*){{0,2}}",
    re.IGNORECASE,
)
"""Only says that something was wrong: what it was stands until it is said how it was. By themselves "I fix that" and
我记错了 may answer what somebody did."""

Place = tuple[int, int]
"""A message, and a sentence of it."""

_Looked = Sequence[tuple[int, Sequence[tuple[Place, str]]]]
_Read = tuple[list[list[str]], set[Place], int]
"""The sentences of messages, the places of those that were taken back, and the first message that stands."""


def what_stands(texts: Sequence[str]) -> list[str]:
    """Messages (in order of time) without what was taken back: sentences with a figure or a name corrected
    later, everything before a correction that does not say of what, and the correcting sentences."""
    return standing({0: texts})[0]


def standing(threads: Mapping[int, Sequence[str]]) -> dict[int, list[str]]:
    """The same for what was said on several questions, in order of time: what is not told on the question on
    which it is put right was told on one before."""
    read = _read(threads)
    return {
        key: [
            "".join(s for n, s in enumerate(sentences) if (message, n) not in gone).strip()
            for message, sentences in enumerate(said)
            if message >= since
        ]
        for key, (said, gone, since) in read.items()
    }


def taken_back(texts: Sequence[str]) -> tuple[str, ...]:
    """The sentences of messages (in order of time) that `what_stands` leaves out."""
    said, gone, since = _read({0: texts})[0]
    return tuple(s.strip() for p, s in _places(said) if p in gone or p[0] < since)


def _read(threads: Mapping[int, Sequence[str]]) -> dict[int, _Read]:
    said = {key: [_sentences(text) for text in texts] for key, texts in threads.items()}
    gone: dict[int, set[Place]] = {key: set() for key in said}
    since = dict.fromkeys(said, 0)
    keys = [*said]

    def looked(number: int, place: Place, *, far: bool) -> _Looked:
        own = _left(said[keys[number]], gone[keys[number]], place)
        others = reversed(keys[:number]) if far else ()
        return [(keys[number], own), *((o, _left(said[o], gone[o])) for o in others)]

    for number, key in enumerate(keys):
        tried, asked = 0, False
        for place, sentence in _places(said[key]):
            # Who puts half of all right is not followed into everything.
            corrects = is_correction(sentence, opens=asked or not place[1]) or (
                _LOOKS_BACK.search(sentence) is not None
                and not OF_OTHERS.search(sentence)
                and _told_otherwise(sentence, looked(number, place, far=tried < _FEW))
            )
            asked = asks(sentence)
            if (
                corrects
                and owns_up(sentence)
                and all(map(owns_up, said[key][place[0]][place[1] :]))
            ):
                gone[key].add(place)
                continue
            tried += corrects or revises(sentence) or figures_put_right(sentence) is not None
            told = threads[key][: place[0]] if tried <= _MANY else ()
            figures = figures_put_right(sentence) or revised(sentence, told)
            if figures and figures[1] and any(tells_figure(text, figures[1]) for text in told):
                wrong = (p for p, s in _places(said[key]) if tells_figure(s, figures[1]))
                gone[key].update(p for p in (*wrong, place) if p <= place)
            if corrects or repairs_itself(sentence):
                gone[key].add(place)
            if not corrects or tried > _MANY:
                continue
            there = looked(number, place, far=tried <= _FEW)
            before = there[0][1]
            of_what = _told_so(sentence, before) or _of_its_kind(sentence, before)
            if _ALL_WRONG.search(sentence) and not (
                of_what or _ANY.search(sentence) or tells_anew(sentence)
            ):
                since[key] = place[0]
            meant = ((where, _meant(sentence, sentences)) for where, sentences in there)
            found = next((m for m in meant if m[1]), None) or _nearest(sentence, there, place)
            gone[found[0]].update(found[1])
    return {key: (said[key], gone[key], since[key]) for key in keys}


def owns_up(text: str) -> bool:
    """Whether a text only says that something was wrong, and neither what nor how it was."""
    return len(text) <= _BRIEF and _OWNS_UP.fullmatch(text.replace("’", "'")) is not None


_BRIEF = 100
"""Characters."""
_FEW, _MANY, _LOOKED_BACK = 12, 40, 80
"""Corrections on a question that are followed to others, and at all, and sentences that one may mean."""


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


def _named(sentence: str) -> list[str]:
    """What a correction says was told, the surest first, each with less and less behind it."""
    found: list[str] = []
    for pattern in _OLD:
        for match in pattern.finditer(sentence):
            words = match["old"].strip().split(" ")
            found += [" ".join(words[:n]) for n in range(len(words), 0, -1)]
    return [one for one in found if one and not _EMPTY.fullmatch(one)]


_EMPTY = expression(
    r"(?:the|a|an|it|that|this|so|in|on|at|to|only|just|all|there|was|were|is|my|our|we|i|you|much|very|really|quite|about|as|"
    "这个?|那个?|这样|那样|这么|那么|这个意思|我|你|他|她|的)(?: \\w+)?",
    re.IGNORECASE,
)


def _meant(sentence: str, before: Sequence[tuple[Place, str]]) -> list[Place]:
    """The sentences that tell what a correction names, else the last of those that have most in common with
    it: what they speak of, and the kind of figure."""
    kinds, counts = kinds_of_figure(sentence), _ANY.search(sentence) is not None
    for figure in filter(None, map(_ANY.search, _named(sentence))):
        value = _value(figure[0])
        told = [(p, s) for p, s in before if any(_value(f[0]) == value for f in _ANY.finditer(s))]
        if told:
            alike = [p for p, s in told if _shared(sentence, s) or kinds & kinds_of_figure(s)]
            return alike or [p for p, _ in told]
    if told_so := _told_so(sentence, before):
        return told_so
    ranked = [
        (_shared(sentence, s) + (counts and bool(kinds & kinds_of_figure(s))), p)
        for p, s in _of_its_kind(sentence, before) or ([] if counts else before)
    ]
    most, best = max(ranked, default=(0, (0, 0)))
    return [best] if most else []


def _of_its_kind(sentence: str, before: Sequence[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """The sentences that have a figure where a correction has one, else another name where it has a name."""
    if _ANY.search(sentence):
        return [(p, s) for p, s in before if _ANY.search(s)]
    names = names_in(sentence)
    return [(p, s) for p, s in before if names and names_in(s) - names]


def _told_otherwise(sentence: str, looked: _Looked) -> bool:
    """Whether what a sentence says is not so was told, or another figure of the same kind on the same matter."""
    old = {_value(f[0]) for f in map(_ANY.search, _named(sentence)) if f}
    kinds = kinds_of_figure(sentence) if _ANY.search(sentence) else frozenset()
    return any(
        _denies(sentence, before)
        or any(_value(f[0]) in old for _, s in before for f in _ANY.finditer(s))
        or any(kinds & kinds_of_figure(s) and _shared(sentence, s) for _, s in before)
        for _, before in looked
    )


def _denies(sentence: str, before: Sequence[tuple[Place, str]]) -> bool:
    """Whether a sentence denies a name or a thing that was told, or, of the same matter, how it was."""
    named = [old for old in _named(sentence) if not _ANY.search(old)]
    thing = _OF_NAME.search(sentence) is not None
    return any(
        _tells(s, old)
        and (thing or old[0].isupper() or bool(_words(sentence) & _words(s) - _words(old)))
        for old in named
        for _, s in before
    )


def _nearest(sentence: str, looked: _Looked, place: Place) -> tuple[int, list[Place]]:
    """Where a correction that has nothing in common with any sentence may belong: the last one with a figure or a
    name where such is put right, else the one just before in the same message."""
    for key, there in looked:
        if kin := _of_its_kind(sentence, there):
            return key, [kin[-1][0]]
    key, before = looked[0]
    same = [p for p, _ in before if p[0] == place[0] and not _ANY.search(sentence)]
    return key, same[-1:]


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
