"""What people say before and behind an answer about the giving of it: greetings, thanks, "let me think", "that's it",
"I hope that was clear". Pure.

None of it belongs to what is told, and speech is full of it. What such remarks sound like is learnt: a logistic
regression on the words of a piece (Chinese: its characters) and those next to each other. `remark_weights.json` has its
weights; ``benchmarks/learn_remarks.py`` fits them to remarks of several people and the sentences of honest answers. Only
whole sentences at either end of an answer are such remarks, and the clause that it begins with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import fsum
from pathlib import Path

from interviewers.engines.script import is_han

__all__ = ["ANY", "FILE", "is_around", "parts_of", "traits", "without_remarks"]

ANY = "any"
"""The trait of every piece."""
FILE = Path(__file__).with_name("remark_weights.json")
MOST = 3
"""At most this many remarks are taken off each end."""
LEAST = 10
"""What is left has so many letters, at least, or half as many Chinese characters: else the remark is the answer."""
LONGEST = 160
"""No remark has more characters."""
SURE, SURE_OF_EXPECTED, KNOWN = 1.0, 3.0, 0.2
"""A piece is a remark from this worth on (with something in it that is expected, from the second on), where so large a
share (0-1) of its words (Chinese: pairs of characters) speaks for one."""

_COURTESY = re.compile(
    r"(?:and |so |well,? |okay,? |ok,? |sorry,? )*(?:that(?:'s| is| was) (?:all|it|about it|everything|my answer)(?: (?:from|on) (?:my side|me|my end))?|can you hear me\b.*|"
    r"(?:hi|hello|good (?:morning|afternoon|evening))\b(?:,? (?:all|everyone|everybody|there|again))?(?:,? (?:and )?(?:thank you|thanks|nice|pleased|glad)\b(?! to the\b).{0,40})?|(?:many )?thank(?:s| you)\b(?! to\b)(?: \w+){0,8}|let me (?:just )?(?:take|have|get|grab) (?:a|some) (?:sip|drink|water|glass|breath)\b.{0,20}|"
    r"(?:just )?(?:a|one) (?:moment|second|minute)(?:,? please)?|i(?:'m| am) (?:done|finished)(?: now)?|(?:there is|there's|i made) an? typo\b.{0,20}|my (?:connection|microphone|camera)\b.{0,40})|"
    r"(?:好的?，?|嗯，?|那)*(?:(?:以上|这)?就?是我的?(?:全部|所有)?(?:回答|答案|想法)|我?(?:大概|差不多)?就?(?:说|讲|答|回答)(?:完|到这里?儿?)了?吧?|(?:大家|各位|面试官|老师|您|你|早上|下午|晚上|上午)好(?:[,，].{0,20})?|"
    r"(?:非常|很)?(?:感谢|谢谢)(?:[你您]们?|大家|各位|面试官|老师|的|给我?|这个|这次|时间|机会|提问|提醒|耐心|聆听|了|，|,)*|(?:现在|请问|大家|你们?|您)*能?(?:不能)?听(?:得)?[到清](?:楚)?(?:我|我说话|我的声音|了)*吗|(?:请|麻烦)?(?:稍等|等我?一下).{0,6}|我?先?(?:喝|倒)[口杯点].{0,2}水|.{0,6}(?:打了?|有)(?:个|几个)?错别字.{0,6}|我?(?:这边)?(?:网络|麦克风|摄像头).{0,12})"
)
"""Courtesies, and what is said of the room and the line."""
_EDGES = " ,，.。!！?？"
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？!?…])|\n+")
_CLAUSE = re.compile(r"[,，:：]\s*")
_LENGTHS = {"en": (3, 6, 10, 15, 22), "zh": (4, 8, 13, 20, 30)}
"""The numbers of words (Chinese: characters) from which on a piece counts as longer."""


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[str, float]]:
    found: Mapping[str, Mapping[str, float]] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def parts_of(text: str) -> list[str]:
    """The sentences of a text, with their marks."""
    return [part for part in _ENDS.split(text) if part.strip()]


def traits(text: str, language: str) -> Iterator[str]:
    """What is learnt of a piece: its words or Chinese characters, two and three of them in a row, how long it is and
    how it ends."""
    plain = text.lower().replace("’", "'").strip()
    if language == "zh":
        words = [("0" if char.isdigit() else char) for char in plain if char.isalnum()]
        joint = ""
    else:
        words = [("0" if word[0].isdigit() else word) for word in _WORD.findall(plain)]
        joint = " "
    yield from {f"1 {word}" for word in words}
    row = ["^", *words, "$"]
    yield from {f"2 {a}{joint}{b}" for a, b in pairwise(row)}
    yield from {
        f"3 {a}{joint}{b}{joint}{c}" for (a, b), c in zip(pairwise(row), row[2:], strict=False)
    }
    yield f"n{sum(len(words) >= least for least in _LENGTHS[language])}"
    last = plain[-1:]
    yield "e?" if last in "?？" else "e." if last in ".。!！" else "e," if last in ",，:：" else "e"


def worth(text: str, language: str) -> float:
    """How much likelier a piece is such a remark than part of an answer (natural logarithm)."""
    weights = _weights()[language]
    # Rounded to the same number, whatever the order.
    return fsum((weights[ANY], *(weights.get(trait, 0.0) for trait in traits(text, language))))


def is_remark(text: str, language: str, says: Callable[[str], bool]) -> bool:
    """Whether a piece is such a remark. One whose words are unknown never is: they may be the matter. ``says`` is whether
    a piece has anything that is expected."""
    weights = _weights()[language]
    kind = "2 " if language == "zh" else "1 "
    told = [trait for trait in traits(text, language) if trait.startswith(kind)]
    known = sum(weights.get(trait, 0.0) > 0.0 for trait in told)
    if known < KNOWN * len(told):
        return False
    found = worth(text, language)
    return found >= SURE_OF_EXPECTED or (found >= SURE and not says(text))


def is_around(folded: str) -> bool:
    """Whether a folded sentence only stands around an answer, by its courtesy."""
    return bool(_COURTESY.fullmatch(folded.strip(_EDGES)))


def without_remarks(text: str, says: Callable[[str], bool] = lambda _: False) -> str:
    """A text without such remarks at its beginning and end, if enough of it is left: a piece of it. ``says`` as in
    `is_remark`."""
    language = "zh" if any(map(is_han, text)) else "en"
    start, stop = 0, len(text)
    for _ in range(MOST):
        end = _opening(text[start:stop], language, says)
        if not end or not _is_enough(text[start + end : stop]):
            break
        start += end
    for _ in range(MOST):
        end = _closing(text[start:stop], language, says)
        if not end or not _is_enough(text[start : stop - end]):
            break
        stop -= end
    return text[start:stop]


def _opening(text: str, language: str, says: Callable[[str], bool]) -> int:
    """The length of the remark that a text begins with, 0 without one."""
    ended = _ENDS.search(text)
    if ended and ended.start() <= LONGEST and is_remark(text[: ended.start()], language, says):
        return ended.end()
    clause = _CLAUSE.search(text)
    if (
        clause
        and clause.start() <= LONGEST
        and is_remark(text[: clause.end()].rstrip(), language, says)
    ):
        return clause.end()
    return 0


def _closing(text: str, language: str, says: Callable[[str], bool]) -> int:
    """The length of the remark that a text ends with, 0 without one."""
    rest = text.rstrip()
    begins = [found.end() for found in _ENDS.finditer(rest) if found.end() < len(rest)]
    if not begins or len(rest) - begins[-1] > LONGEST:
        return 0
    return len(text) - begins[-1] if is_remark(rest[begins[-1] :], language, says) else 0


def _is_enough(text: str) -> bool:
    return sum(2 if is_han(char) else char.isalnum() for char in text[:LONGEST]) >= LEAST
