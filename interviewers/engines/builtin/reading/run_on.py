"""Run-on sentences: dictated or typed without full stops, cut into pieces as long as sentences are.

How far a negation reaches, what two words have to do with each other, how much of what is said is to the
question: all of this is read by the sentence. Where a whole answer is one, these readings go wrong. So a
sentence longer than anybody writes one is cut at its ellipses, and at blanks between Chinese characters; what is
still too long at commas; and what has none of these before words that open a clause. Who types blanks in place of
marks, as in a chat, is cut at them whatever the length.
"""

from __future__ import annotations

import re

from interviewers.engines.script import HAN, has_han
from interviewgpt.expressions import expression

__all__ = ["pieces"]

LONG_LATIN, LONG_HAN = 270, 100
"""Characters; a few sentences in a thousand of references and of graded answers are longer."""
USUAL_LATIN, USUAL_HAN = 40, 8
"""Characters that a piece has at least."""

_STOPS = expression(rf"(?<![,，、.])\.{{2,}}\s*|(?<!\s)\s++-\s+|(?<=[{HAN}])\s++(?=[{HAN}])")
"""What stands for a full stop where somebody writes none."""
_BLANK = expression(rf"(?<=[{HAN}])\s++(?=[{HAN}])")
_MARK = expression("[,，、:：;；。!！?？“”「」…]")
_CHAT = 2
"""With so many blanks between characters, blanks are the marks,"""
_TO_A_MARK = 6
"""unless there is a mark to fewer of them than this."""
_COMMAS = expression(r"[,，、:：]\s*")
_OPENERS = expression(
    r"(?<!\s)\s++(?=(?:and|but|because|so|then|if|when|while|since|first|second|third|finally|also|next|after|before|"
    r"otherwise|however|therefore|for example|i|we|they|it)\s)|"
    r"(?=然后|接着|首先|其次|最后|后来|之后|于是|所以|因此|但是|不过|可是|因为|由于|如果|要是|假如|比如|例如|"
    r"另外|还有|此外|而且|并且|同时|否则|不然|我们|我[先就会把用再还也])",
    re.IGNORECASE,
)


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the pieces of the sentence ``text[start:end]`` lie: itself, unless it runs on."""
    if end - start <= LONG_HAN:
        blanks, marks = (len(sign.findall(text, start, end)) for sign in (_BLANK, _MARK))
        chats = blanks >= max(_CHAT, _TO_A_MARK * marks)
        return _cut(text, start, end, _BLANK, USUAL_HAN) if chats else [(start, end)]
    han = has_han(text[start:end])
    longest, usual = (LONG_HAN, USUAL_HAN) if han else (LONG_LATIN, USUAL_LATIN)
    found = [(start, end)]
    for boundary in (_STOPS, _COMMAS, _OPENERS):
        found = [
            piece
            for a, b in found
            for piece in (_cut(text, a, b, boundary, usual) if b - a > longest else [(a, b)])
        ]
    return found


def _cut(
    text: str, start: int, end: int, boundary: re.Pattern[str], usual: int
) -> list[tuple[int, int]]:
    """A stretch cut at boundaries, so that each piece has a usual length at least."""
    found: list[tuple[int, int]] = []
    place = start
    for mark in boundary.finditer(text, start, end):
        if mark.start() - place >= usual and end - mark.end() >= usual:
            found.append((place, mark.start()))
            place = mark.end()
    return [*found, (place, end)]
