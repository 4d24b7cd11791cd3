"""A reference cut into pieces that can be read alone: sentences, or the clauses of long sentences.

A report quotes them as said or missing. A comma does not end a piece that is too short, or that is
followed by a word referring back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from interviewers.engines.builtin.reading.text import atoms, count_words, fold, spans
from interviewgpt.expressions import expression

__all__ = ["excerpts", "shortened"]

ENOUGH = 4.0
"""Words of the shortest piece; two Chinese characters are one word."""
LONG = 14.0
"""Words of the longest sentence that is not cut."""
LONGEST = 160
"""Characters of a piece that are shown."""

_STOP = expression(r"[,;](?=\s)|[，；]|\s[-–—]+\s|——")
_LEANS = expression(
    r"(?:and|or|nor|but|so|then|which|that|who|whose|where|with|without|such|e\.?g|i\.?e|like|including|not|as|because|since|"
    r"for|to|by|in|of|on|than|at|after|before|when|while|whereas|if|until|unless|even|only|otherwise|hence|thus|therefore|making|giving|using|\w+ing)\b|"
    r"[即也还并且而或但则就再才不仅其]|以及|所以|因此|从而|比如|例如|因为|由于|否则|包括|这样|那么|如(?!果)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_048)
def excerpts(reference: str) -> tuple[str, ...]:
    """The pieces of a reference, verbatim and in order; together they hold all of its words."""
    return tuple(piece for start, end in spans(reference) for piece in _cut(reference[start:end]))


def _cut(sentence: str) -> list[str]:
    if _size(sentence) <= LONG:
        return [sentence]
    found: list[str] = []
    start = 0
    cuts = [mark.span() for mark in _STOP.finditer(sentence)]
    for (stop, begin), (end, _) in pairwise([*cuts, (len(sentence), len(sentence))]):
        piece, following = sentence[start:stop].strip(), sentence[begin:end].strip()
        if min(_size(piece), _size(following)) < ENOUGH or _LEANS.match(following):
            continue
        if _LEADS.match(piece) or len(_OPEN.findall(piece)) > len(_CLOSED.findall(piece)):
            continue
        found.append(piece)
        start = begin
    return [*found, sentence[start:].strip()]


_LEADS = expression(
    r"(?:if|when|while|whereas|although|though|since|because|unless|until|once|after|before|instead|unlike|for example|by|to|in|with|without|first|given)\b|"
    r"如果|若|当|虽然|尽管|由于|因为|只要|只有|除非|一旦|先|既|不仅|为了?|在.{1,12}[时前后上下中里]$",
    re.IGNORECASE,
)
"""Words that open a clause another one has to follow."""
_OPEN, _CLOSED = expression(r"[(（“「]"), expression(r"[)）”」]")
_MARKS = " ,;，；-–—"


def _size(piece: str) -> float:
    return count_words(atoms(fold(piece)))


def shortened(piece: str) -> str:
    """A piece cut to `LONGEST` characters, not within a word."""
    if len(piece) <= LONGEST:
        return piece
    head = piece[: LONGEST - 1]
    if piece[LONGEST - 1].isascii() and " " in head:
        head = head[: head.rindex(" ")]
    return f"{head.rstrip(_MARKS)}…"
