"""Quotes that a model claims, held against what was said.

A quote counts when its letters, digits and symbols stand in a text in the same order without a
gap; case, blanks, punctuation and width of the characters may differ. What is given back is always
the text's own wording.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from interviewgpt.expressions import expression

__all__ = ["LONGEST", "foreign_quotes", "locate"]

LONGEST = 120
"""Evidence is at most so many characters; the same for both engines."""
_SHORTEST = 4
_TERM_HAN, _TERM_WORDS = 6, 3
"""What is no longer is a term, and may stand in quotation marks without being anybody's words."""
_KEPT = frozenset("#%@&*/\\")
_GAP = expression(r"…+|\.{3,}|\[…\]|（略）|——+")
_QUOTED = expression('「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"')
_CUTS = expression(r"[\s,，.。;；!！?？、]")


def _letters(text: str) -> tuple[str, list[int]]:
    """What is compared, and the place in ``text`` of each of its characters."""
    found: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in unicodedata.normalize("NFKC", char).casefold():
            kind = unicodedata.category(letter)
            if kind[0] in "ZC" or (kind[0] == "P" and letter not in _KEPT) or letter in "<>`^~":
                continue
            found.append(letter)
            places.append(place)
    return "".join(found), places


def locate(quote: str, texts: Sequence[str]) -> str:
    """The piece of one of ``texts`` that ``quote`` quotes, "" when there is none.

    Where a quote leaves something out, its longest part that can be found. Of several lines the
    longest; at most `LONGEST` characters.
    """
    parts = sorted(_GAP.split(quote), key=len, reverse=True)
    for wanted in [quote, *(parts if len(parts) > 1 else ())]:
        letters, _ = _letters(wanted)
        if not letters:
            continue
        for text in texts:
            said, places = _letters(text)
            start = said.find(letters)
            if start >= 0 and len(letters) >= min(_SHORTEST, len(said)):
                piece = text[places[start] : places[start + len(letters) - 1] + 1]
                return _fitting(max(piece.splitlines(), key=len).strip())
    return ""


def _fitting(piece: str) -> str:
    if len(piece) <= LONGEST:
        return piece
    cuts = [match.start() for match in _CUTS.finditer(piece[: LONGEST + 1])]
    return piece[: cuts[-1] if cuts and cuts[-1] > LONGEST // 2 else LONGEST].rstrip()


def foreign_quotes(text: str, known: Iterable[str]) -> bool:
    """Whether ``text`` holds something in quotation marks, longer than a term, that none of the
    ``known`` texts says."""
    heard = [_letters(entry)[0] for entry in known]
    for found in _QUOTED.finditer(text):
        quoted = next(group for group in found.groups() if group)
        letters, _ = _letters(quoted)
        han = sum(unicodedata.category(letter) == "Lo" for letter in letters)
        if han <= _TERM_HAN and len(quoted.split()) <= _TERM_WORDS:
            continue
        if not any(letters in entry for entry in heard):
            return True
    return False
