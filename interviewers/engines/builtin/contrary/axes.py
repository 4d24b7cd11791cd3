"""What sentences say with the sides of axes. An axis is a pair of opposites (fast and slow, reading and
writing), or the two things that a question asks to tell apart.

A side has a sign, and so has what a clause says with it: "reads are fast" and "writes are slow" say the
same, "writes are fast" the contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from interviewers.engines.builtin.contrary.negation import negations
from interviewers.engines.builtin.reading.clauses import clauses
from interviewers.engines.builtin.reading.text import HAN, Term, fold, is_han, terms, weight
from interviewers.engines.script import has_han
from interviewgpt.expressions import expression

__all__ = [
    "IS",
    "OF_SUBJECT",
    "SUBJECT",
    "Key",
    "Said",
    "Sign",
    "names_of_axes",
    "read_axes",
    "subjects_of",
    "together",
]

OF_HAN, OF_NEIGHBOUR = 0.5, 0.7
"""The weight of a pair of characters, and of a word beside one side of a pair of opposites."""
NEAR_LATIN, NEAR_HAN = 2, 6
"""A word belongs to a side if at most this many terms stand between."""

_AXES = """
fast faster fastest quick quicker quickly rapid rapidly speeds speeding accelerates 加快 变快 更快 很快 最快 快速 快得多 | slow slower slowest slowly slows slowing 减慢 变慢 更慢 很慢 最慢 又慢
well good better great 很好 更好 变好 好得多 最好 | badly bad poorly poor worse worst 很差 变差 更差 较差 作用不大 效果差
simple simpler simplest easy easier easily 简单 容易 | complex complicated hard harder hardest difficult 复杂 很难 更难 难以
more higher high large larger bigger greater rises raises increase increases increasing 增加 提高 增大 升高 上升 更多 更高 更大 变大 变高 | less fewer lower low small smaller falls drops reduce reduces decrease decreases decreasing 减少 降低 减小 下降 更少 更低 更小 变小 变低
training 训练集 训练数据 训练误差 | unseen validation holdout 没见过 未见过 验证集 验证误差 测试集 测试误差 新数据
read reads reading lookup lookups query queries queried 查询 读取 查找 检索 | write writes writing insert inserts inserting update updates delete deletes 写入 插入 更新 增删改
cheap cheaper cheaply 便宜 | expensive dear costly 昂贵
strong stronger 更强 | weak weaker 更弱
public 公钥 公有 | private 私钥 私有
fixed 固定 | variable 变动
inside internal internally 内部 | outside external externally 外部
lifo 后进先出 先进后出 | fifo 先进先出
symmetric symmetrically 对称 | asymmetric asymmetrically 非对称
together shared share shares 共享 共用 | separate separately isolated 独立 隔离
ascending 升序 | descending 降序
"""[1:-1]
COMPARED = frozenset(("<0>", "<1>", "<2>", "<3>"))
"""The first axes, by number: qualities of which both things that are compared may have some."""
_PHRASES = expression(
    r"\b(?:(?P<lifo>last[ -]in,?(?: and)?[ -]first[ -]out)|(?P<fifo>first[ -]in,?(?: and)?[ -]first[ -]out)|"
    r"(?P<speeds>speed(?:s|ed|ing)? up)|(?P<slows>slow(?:s|ed|ing)? down)|as well|well(?=,)|"
    r"(?:more|less|higher|lower) than(?= \d))\b"
)
"""Phrases that are read as one word, or left out."""

_TOKEN = expression(rf"[a-z][a-z0-9+#]*(?:'[a-z]+)?|\d+|[{HAN}]+")
Sign = int
Side = tuple[str, Sign]
"""An axis, by name, and which side of it."""
Key = tuple[str, str]
"""An axis and what is said with a side of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What clauses say with the sides of axes: by key the signs, and a weight."""

    signs: Mapping[Key, frozenset[Sign]]
    worth: Mapping[Key, float]


@lru_cache(maxsize=1)
def _sides() -> tuple[dict[str, Side], re.Pattern[str]]:
    """Words to the side they name; a pattern of those in Chinese, the longest first."""
    found: dict[str, Side] = {}
    for name, line in enumerate(_AXES.splitlines()):
        for sign, words in zip((1, -1), line.split("|"), strict=True):
            found |= dict.fromkeys(words.split(), (f"<{name}>", sign))
    han = sorted(filter(is_han, found), key=len, reverse=True)
    return found, re.compile("|".join(han))


@lru_cache(maxsize=1)
def names_of_axes() -> frozenset[str]:
    return frozenset(axis for axis, _ in _sides()[0].values())


SUBJECT, IS, OF_SUBJECT = "<subject>", "<is>", "<of>"
"""Markers: of one of the two subjects; for what is so; and (with an axis behind it) for which of them has more
of a quality."""
DENIED = 4
"""The number of terms behind a negation that it denies."""

_BOTH_EN = expression(
    r"\b((?:[a-z][\w+#-]{0,30} ){0,2}[a-z][\w+#-]{0,30}) (?:and|or|vs\.?|versus|as opposed to|differ from) "
    r"((?:[a-z][\w+#-]{0,30} ?){1,3})"
)
_BOTH_ZH = expression(
    rf"(?:什么是|解释一?下?|说明一?下?|说[说下]|比较一?下?|谈谈|请|介绍一?下?)*([{HAN}a-z0-9+#]{{1,8}}?) ?(?:和|与|跟|、|还是|vs) ?"
    rf"([{HAN}a-z0-9+#]{{1,8}}?) ?(?:之间|的|有|各|分别|怎|如何|区别|不同|是|在|[？?，,。]|$)"
)
_APART = expression(
    r"\b(?:differ\w*|compar\w*|contrast\w*|distin\w+|versus|vs|opposed)\b|区别|不同|差别|差异|比较|分别|各[自有是]"
)


def subjects_of(question: str, reference: str) -> tuple[str, str] | None:
    """The two things that a question asks to tell apart, as the reference names them."""
    folded = fold(question)
    if not _APART.search(folded):
        return None
    if has_han(folded):
        pairs = [(m.group(1).strip(), m.group(2).strip()) for m in _BOTH_ZH.finditer(folded)]
    else:
        pairs = [p for m in _BOTH_EN.finditer(folded) if (p := _heads(m.group(1), m.group(2)))]
    named = fold(reference)
    for left, right in pairs:
        # "栈内存和堆内存": a reference may call them 栈 and 堆.
        ones, others = left, right
        while is_han(ones[-1:]) and ones[-1:] == others[-1:]:
            ones, others = ones[:-1], others[:-1]
        # "贷款的等额本息和等额本金" are two ways to pay back.
        bare = left.rpartition("的")[2]
        for one, other in ((left, right), (bare, right), (ones, others)):
            told = one and other and one in named and other in named
            if told and one != other and len(left) * len(right) > 1:
                return one, other
    return None


def _heads(left: str, right: str) -> tuple[str, str] | None:
    """What tells two phrases apart: "binary search", "linear search" are binary and linear."""
    ones = [word for word in left.split() if terms(word)]
    others = [word for word in right.split() if terms(word)]
    one = next((word for word in reversed(ones) if word not in others), "")
    other = next((word for word in others if word not in ones), "")
    return (one, other) if one and other and terms(one) != terms(other) else None


class _Reader:
    """Reads sentences for what they say with the sides of axes, and of whom."""

    def __init__(self, subjects: tuple[str, str] | None, *, of_reference: bool) -> None:
        self._subjects = subjects
        self._of_reference = of_reference
        self._mention: re.Pattern[str] | None = None
        if subjects:
            longest = sorted(subjects, key=len, reverse=True)
            self._mention = re.compile(
                "|".join(
                    re.escape(s) if is_han(s) else rf"\b{re.escape(s)}(?:e?s|al?ly)?\b"
                    for s in longest
                )
            )

    def sentence(self, folded: str) -> Iterator[tuple[Key, Sign, float]]:
        folded = _PHRASES.sub(lambda found: found.lastgroup or " ", folded)
        pieces = clauses(folded)
        who = [self._named(piece) for piece in pieces]
        current, carry = 0, bool(who) and bool(who[0])
        for piece, named in zip(pieces, who, strict=True):
            current = named or (current if carry else 0)
            yield from self._clause(piece, current)

    def _named(self, piece: str) -> Sign:
        if self._mention is None or self._subjects is None:
            return 0
        for found in self._mention.finditer(piece):
            # "同一进程的线程" are threads.
            owns = piece.startswith("的", found.end()) and self._mention.match(
                piece, found.end() + 1
            )
            if not owns:
                return (
                    1
                    if found.group().startswith(self._subjects[0])
                    and not (
                        found.group().startswith(self._subjects[1])
                        and len(self._subjects[1]) > len(self._subjects[0])
                    )
                    else -1
                )
        return 0

    def _clause(self, piece: str, who: Sign) -> Iterator[tuple[Key, Sign, float]]:
        piece = piece.partition(" than ")[0]
        # "Of little use" is a side of its own and denies nothing.
        places = negations(_sides()[1].sub(_blank, piece))
        denied = places[0] if places else len(piece)
        if self._mention is not None:
            piece = self._mention.sub(_blank, piece)
        tokens = list(_tokens(piece))
        if who:
            for token, place in tokens:
                mark = "-" if place > denied else ""
                if isinstance(token, tuple):
                    yield (SUBJECT, mark + token[0]), who * token[1], 1.0
                elif worth := weight(token):
                    yield (SUBJECT, mark + token), who, worth * (OF_HAN if is_han(token) else 1.0)
        if places:
            behind = [token for token, place in tokens if place > denied]
            for token in behind[:DENIED]:
                if isinstance(token, str) and (worth := weight(token)):
                    yield (IS, token), -1, worth * (OF_HAN if is_han(token) else 1.0)
            return
        if self._of_reference:
            yield from (((IS, token), 1, 1.0) for token, _ in tokens if isinstance(token, str))
        sides = [(number, t) for number, (t, _) in enumerate(tokens) if isinstance(t, tuple)]
        axes = [axis for _, (axis, _) in sides]
        if who and len(sides) == 1 and sides[0][1][0] in COMPARED:
            axis, sign = sides[0][1]
            for token, _ in tokens:
                if isinstance(token, str) and weight(token) >= 1.0:
                    yield (OF_SUBJECT + axis, token), who * sign, 1.0
        for number, (axis, sign) in sides:
            if axes.count(axis) > 1:
                continue
            for other, (name, its) in sides:
                if axis < name and axes.count(name) == 1 and other != number:
                    yield (axis, name), sign * its, 1.0
            for distance, (token, _) in enumerate(tokens, -number):
                if isinstance(token, tuple) or not weight(token):
                    continue
                if abs(distance) <= (NEAR_HAN if is_han(token) else NEAR_LATIN):
                    worth = OF_HAN * OF_NEIGHBOUR if is_han(token) else OF_NEIGHBOUR
                    yield (axis, token), sign, worth


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _tokens(piece: str) -> Iterator[tuple[Side | Term, int]]:
    """The sides that a clause names, and its other terms, in order, with their places.

    "Less complex" is simple; "more complex" is complex.
    """
    sides, han = _sides()
    turned: Side | None = None
    for found in _TOKEN.finditer(piece):
        word, start = found.group(), found.start()
        if not is_han(word):
            side = sides.get(word)
            if turned is not None:
                if side is not None and word not in ("more", "less"):
                    yield (side[0], side[1] * turned[1]), start
                    turned = None
                    continue
                yield turned, start
                turned = None
            if word in ("more", "less"):
                turned = side
            elif side is not None:
                yield side, start
            else:
                yield from ((term, start) for term in terms(word))
            continue
        place = 0
        for match in (*han.finditer(word), None):
            end = match.start() if match else len(word)
            yield from ((term, start + place) for term in terms(word[place:end]))
            if match:
                yield sides[match.group()], start + match.start()
                place = match.end()
    if turned is not None:
        yield turned, len(piece)


def read_axes(
    sentences: Sequence[str], subjects: tuple[str, str] | None, *, of_reference: bool = False
) -> list[Said]:
    reader = _Reader(subjects, of_reference=of_reference)
    return [_gathered(list(reader.sentence(folded))) for folded in sentences]


def _gathered(found: Sequence[tuple[Key, Sign, float]]) -> Said:
    signs: dict[Key, frozenset[Sign]] = {}
    worth: dict[Key, float] = {}
    for key, sign, value in found:
        signs[key] = signs.get(key, frozenset()) | {sign}
        worth[key] = value
    return Said(signs, worth)


def together(parts: Sequence[Said]) -> Said:
    return _gathered(
        [
            (key, sign, part.worth[key])
            for part in parts
            for key, signs in part.signs.items()
            for sign in signs
        ]
    )
