"""Whether an answer is flagged as forged.

`hearing` leaves out whatever looks like talk to the grader, for that costs little. A flag takes more: an
order, a claim, or machine text that stands for itself. Labels, chat tokens, JSON and words about marks
within a sentence about the subject count as part of the subject.
"""

from __future__ import annotations

import re

from interviewers.engines.builtin.addressed.forgery import ORDER, is_verdict_key, strip_forged
from interviewers.engines.builtin.addressed.mention import (
    addresses,
    only_mentions,
    without_quotations,
)
from interviewers.engines.builtin.addressed.talk import size_of, talk_worth
from interviewers.engines.builtin.reading.known import Known
from interviewers.engines.builtin.reading.text import CUT, fold, spans, terms
from interviewers.engines.builtin.sifting.bearing import (
    POINTS,
    TALK,
    Bearing,
    bearing_of,
    only_tells,
    pieces_of,
)
from interviewgpt.expressions import expression

__all__ = ["accuses"]


def accuses(text: str, known: Known) -> bool:
    """Whether a text in which something was taken for talk to the grader has any that is no part of its
    subject."""
    text = _without_examples(text, known)
    _, forged = strip_forged(text, known)
    sentences = [text[start:end] for start, end in spans(text)]
    mentioned = [only_mentions(sentence) for sentence in sentences]
    told = [
        without_quotations(s)
        for number, s in enumerate(sentences)
        if not (only_tells(s, known) or (any(mentioned[:number]) and _goes_on(s, known)))
    ]
    if any(_addresses(sentence, known) for sentence in told):
        return True
    apart = any(strip_forged(sentence, known)[1] for sentence in told)
    # A forgery that reaches over several sentences is none of any of them.
    return forged and not apart and len(sentences) > 1


def _goes_on(sentence: str, known: Known) -> bool:
    """Whether a sentence that addresses nobody may go on about somebody else's marks."""
    turns = POINTS.search(fold(sentence)) or addresses(sentence)
    return not turns and not strip_forged(sentence, known)[1]


_OBJECT = expression(r"(?:```\w*\s*)?\{[^{}]*\}(?:\s*```)?")
_BARE = expression(r"[\"“]\w[\w ]*[\"”]\s*[:：]\s*(?:[\"“][^\"”\n]{0,80}[\"”]|[\d.]+)")
INSIDE = 2.0
"""After this many words of a sentence, text in brackets is part of it."""
_TURNS_OF_TALK = frozenset(
    terms(fold("chat template token role turn marker delimiter 模板 标记 角色 对话 分隔符"))
)
_TOKEN = expression(r"<\|[^|<>\n]{1,40}\|>\w*")
_AMONG = expression(
    r"(?:\b(?:such as|like|e\.g\.|markers?|tokens?|tags?|delimiters?)|标记|比如|例如|诸如|分隔符)[^.。!?！？\n]*",
    re.IGNORECASE,
)
"""What is named after a word for such signs."""
_KEY = expression(r"[\"'“‘](\w[\w ]*)[\"'”’]\s*[:：]")
_NOTATION = frozenset(
    terms(fold("json api endpoint openapi log response schema 接口 日志 响应 结构 示例"))
)
_LABEL = expression(r"\b(system|assistant|user)\s*[:：]|(系统|助手|用户)\s*[:：]", re.IGNORECASE)

_NEARBY = 400
"""Characters of a sentence that are looked at before an object: of many in a row each has the others
before it."""


def _without_examples(text: str, known: Known) -> str:
    """The text without what it shows as an example: objects that are no verdict if question or reference are
    about such, and the labels of a dialogue (of at least two parties)."""
    words = known.topic | known.expected

    def shown(found: re.Match[str]) -> str:
        nearby = text[max(0, found.start() - _NEARBY) : found.start()]
        before = re.split(r"[.。!?！？\n]", nearby)[-1]
        inside = size_of(before) >= INSIDE and not addresses(before)
        keys = _KEY.findall(found.group())
        about = not words.isdisjoint(_NOTATION.union(*(terms(fold(key)) for key in keys)))
        verdict = sum(is_verdict_key(key) for key in keys)
        return " " if keys and about and (inside or 2 * verdict <= len(keys)) else found.group()

    text = _BARE.sub(shown, _OBJECT.sub(shown, text))
    if known.kinds | (words & _TURNS_OF_TALK):
        text = _AMONG.sub(lambda found: _TOKEN.sub(" ", found.group()), text)
    labels = {label.lower() for pair in _LABEL.findall(text) for label in pair if label}
    return _LABEL.sub(" ", text) if len(labels) > 1 else text


def _addresses(sentence: str, known: Known) -> bool:
    stripped, forged = strip_forged(sentence, known)
    if not forged:
        if bearing_of(sentence, known) is Bearing.RELATED and not addresses(sentence):
            return False
        return any(_is_talk(piece, known) for piece in pieces_of(sentence))
    if ORDER in stripped:
        return any(
            _is_talk(piece, known)
            or (strip_forged(piece, known)[1] and bearing_of(piece, known) is not Bearing.RELATED)
            for piece in pieces_of(sentence)
        )
    left, *_, right = stripped.split(CUT)
    if not left.strip() or bearing_of(right, known) is not Bearing.RELATED:
        return True
    return any(_is_talk(piece, known) for piece in pieces_of(stripped))


def _is_talk(piece: str, known: Known) -> bool:
    worth = talk_worth(piece, known)
    turns = worth > TALK or (worth == TALK and bool(POINTS.search(fold(piece))))
    return turns and bearing_of(piece, known) is Bearing.NOTHING
