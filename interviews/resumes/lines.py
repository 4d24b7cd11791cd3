"""Lines of glyphs with their places → text. Pure.

Lengths are points, y grows upwards, as in PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from interviewgpt.expressions import expression
from interviews.resumes.clean import HAN

__all__ = ["HYPHEN", "Glyph", "is_wide", "join_hyphens", "lines_text"]

#: Stands between the halves of a word that a hyphen at the end of a line divides.
HYPHEN = "\x02"
_HYPHENS = "-\u2010" + HYPHEN

_HAN = expression(f"[{HAN}]")
_WIDE = expression(f"[{HAN}\u3001-\u3003\u3008-\u3011\uff01-\uff60]")


class Glyph(NamedTuple):
    """A character and its box; of a word's inner letters, which nothing is asked about, all."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    made: bool = False  # not in the file: the parser saw a gap and put a blank

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 0.1)


def is_wide(char: str) -> bool:
    """Whether a character is as wide as it is high: Chinese and its punctuation."""
    return bool(_WIDE.match(char))


def lines_text(lines: Sequence[Sequence[Glyph]]) -> str:
    """The text of lines in reading order, a line break for each.

    Chinese is the exception: it wraps inside words, so a full line and its continuation are joined.
    """
    lines = _stacked([line for line in lines if any(not glyph.char.isspace() for glyph in line)])
    inked = [[glyph for glyph in line if not glyph.char.isspace()] for line in lines]
    text: list[str] = []
    for number, line in enumerate(lines):
        if number and _divides(inked[number - 1], inked[number]):
            text[-1] = text[-1].rstrip(" " + _HYPHENS) + HYPHEN
        elif number and not _wraps(inked[number - 1], inked[number], inked):
            text.append("\n")
        text.append(line_text(line))
    return "".join(text)


def _divides(above: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    """Whether the hyphen at the end of a line divides a word that the next line goes on with."""
    if len(above) < 3 or above[-1].char not in _HYPHENS or not above[-2].char.isalpha():
        return False
    height = above[-1].height
    beneath = abs(line[0].left - above[0].left) < 6 * height and line[0].left < above[-1].left
    follows = 0.5 * height < above[-1].bottom - line[0].bottom < 2.5 * height
    return line[0].char.islower() and beneath and follows


def _wraps(above: Sequence[Glyph], line: Sequence[Glyph], lines: Sequence[Sequence[Glyph]]) -> bool:
    if not (_HAN.match(above[-1].char) and _HAN.match(line[0].char)):
        return False
    start, end, height = above[0].left, above[-1].right, above[-1].height
    if any(two.left - one.right > 2 * height for one, two in pairwise(above)):
        return False  # a row, or a line with a date at the margin
    alike = abs(line[0].height - height) < 0.15 * height
    follows = 0.5 * height < above[-1].bottom - line[0].bottom < 2.5 * height
    beneath = abs(line[0].left - start) < 4 * height
    if not (alike and follows and beneath and end - start > 10 * height):
        return False
    ends = sorted(other[-1].right for other in lines if abs(other[0].left - start) < 6 * height)
    # Where three lines end is the edge, though an address may run over it.
    edges = [two for one, two in zip(ends, ends[2:], strict=False) if two - one < height]
    edge = edges[-1] if edges else ends[-1]
    return edge + height > end > edge - 1.6 * height


def line_text(glyphs: Sequence[Glyph]) -> str:
    """A line's text: blanks that are only wide letter-spacing are taken out again."""
    words, made = _words(glyphs)
    usual = _usual_gap(words)
    joined = {n for n in range(len(made)) if made[n] and _is_tight(words, n, usual)}
    for start, end in _runs(words, made):
        gaps = [_gap(words, number) for number in range(start, end)]
        middle = median(gaps)
        height = words[start][0].height
        han = all(_HAN.match(word[0].char) for word in words[start : end + 1])
        # Letters further apart than this are letters of a table, not of a word.
        if middle > (1.5 if han and len(gaps) == 1 else 4.0 if han else 0.7) * height:
            continue
        for number, gap in enumerate(gaps, start):
            if gap <= 1.6 * middle + 0.15 * height:
                joined.add(number)
    text = ["".join(glyph.char for glyph in word) for word in words]
    for number in range(len(made)):
        text[number] += "" if number in joined else " "
    return "".join(text)


def _words(glyphs: Sequence[Glyph]) -> tuple[list[list[Glyph]], list[bool]]:
    """The words, and for each but the last whether only the parser saw a blank behind it."""
    words: list[list[Glyph]] = []
    made: list[bool] = []
    blank: bool | None = True
    for glyph in glyphs:
        if glyph.char.isspace():
            blank = glyph.made and blank is not False
            continue
        if blank is None:
            words[-1].append(glyph)
        else:
            if words:
                made.append(blank)
            words.append([glyph])
        blank = None
    return words, made


def _gap(words: Sequence[Sequence[Glyph]], number: int) -> float:
    return words[number + 1][0].left - words[number][-1].right


def _usual_gap(words: Sequence[Sequence[Glyph]]) -> float:
    """The gap between neighbours among a line's Chinese characters, over their height."""
    inked = [glyph for word in words for glyph in word]
    gaps = [
        (two.left - one.right) / two.height
        for one, two in pairwise(inked)
        if is_wide(one.char) and is_wide(two.char)
    ]
    return median(gaps) if len(gaps) >= 4 else 0.0


def _is_tight(words: Sequence[Sequence[Glyph]], number: int, usual: float) -> bool:
    """Two Chinese characters that justified setting moved apart a little, as it did the others."""
    before, after = words[number][-1], words[number + 1][0]
    if not (is_wide(before.char) and is_wide(after.char)):
        return False
    return _gap(words, number) < min(0.25, usual + 0.12) * after.height


def _runs(words: Sequence[Sequence[Glyph]], made: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Ranges of blanks between single characters that may belong together."""
    start = 0
    while start < len(made):
        end = start
        while end < len(made) and _may_join(words[end], words[end + 1], made[end]):
            end += 1
        han = all(_HAN.match(word[0].char) for word in words[start : end + 1])
        if end - start >= (1 if han else 3):
            yield start, end
        start = max(end, start + 1)


def _may_join(before: Sequence[Glyph], after: Sequence[Glyph], made: bool) -> bool:
    """Blanks that stand in the file count less than letters, unless headings are set that way."""
    if not (_is_single(before) and _is_single(after)):
        return False
    one, two = before[0].char, after[0].char
    if _HAN.match(one) and _HAN.match(two):
        return True
    return made or (one.isascii() and two.isascii() and one.isupper() and two.isupper())


def _is_single(word: Sequence[Glyph]) -> bool:
    """One character, perhaps with a comma that the next one's kerning pulled close."""
    return len(word) == 1 or (len(word) == 2 and not word[1].char.isalnum())


def _stacked(lines: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    """Chinese headings set from top to bottom, one character to a line, in one line."""
    result: list[Sequence[Glyph]] = []
    for line in lines:
        glyph = _lone_han(line)
        above = _lone_han(result[-1][-1:]) if result else None
        if glyph and above and len(line_text(result[-1])) < 8:
            drop = above.bottom - glyph.bottom
            aligned = abs(above.left - glyph.left) < 0.2 * glyph.height
            near = 0.6 * glyph.height < drop < 2.5 * glyph.height
            if aligned and near and all(_HAN.match(other.char) for other in result[-1]):
                result[-1] = [*result[-1], glyph]
                continue
        result.append([glyph] if glyph else line)
    return result


def _lone_han(line: Sequence[Glyph]) -> Glyph | None:
    inked = [glyph for glyph in line if not glyph.char.isspace()]
    return inked[0] if len(inked) == 1 and _HAN.match(inked[0].char) else None


# First halves of compounds that keep their hyphen when a line ends in them.
_COMPOUNDS = frozenset(
    "all anti back best client co cost cross custom data deep double e early edge end event ever exactly"
    " first front full hands hard high in inter key large long low machine mid micro multi near"
    " next non object off on one open pair part peer post pre problem process real result"
    " role second self semi server service short single six small state sub team test three"
    " third time top two up user web well world year zero".split()
)
_BROKEN = expression(rf"(\S*?){HYPHEN}(\S*)")


def join_hyphens(text: str, *, written: bool = False) -> str:
    """Text with the words that ``HYPHEN`` divides made whole, with or without the hyphen.

    What the same text writes elsewhere decides; after that, known compounds, digits and addresses
    keep the hyphen, and so do all if hyphens are ``written``, not put in by the program.
    """
    if HYPHEN not in text:
        return text
    known = set(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def join(match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        first = re.search(r"[^\W_]*\Z", before)
        second = re.match(r"[^\W_]*", after)
        head, tail = (first[0] if first else ""), (second[0] if second else "")
        whole, hyphened = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
        keep = not head or not tail or not tail[0].islower() or bool(re.search(r"[/@.]", before))
        if not keep and whole not in known:
            keep = written or hyphened in known or head.lower() in _COMPOUNDS
            keep = keep or before.endswith("-" + head)
        return f"{before}{'-' if keep else ''}{after}"

    while HYPHEN in text:
        text = _BROKEN.sub(join, text)
    return text
