"""One page of a PDF → text, in the reading process only: PDFium is neither small nor thread-safe."""

from __future__ import annotations

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from interviewgpt.expressions import expression
from interviews.resumes.layout import in_reading_order
from interviews.resumes.lines import HYPHEN, Glyph, is_wide, lines_text

__all__ = ["Page"]

#: Stretches of a line of which the ends alone are measured: words with single blanks between them
#: (letters set apart are none), and words.
_LETTER, _IN_WORD = r"A-Za-z0-9\u00c0-\u024f", r".,;:/&+#%@'’“”()–—-"
_WORDS = expression(
    rf"[{_LETTER}][{_LETTER}{_IN_WORD}]{{1,40}}"
    rf"(?: (?:[aAI&–-] )?[{_LETTER}('“][{_LETTER}{_IN_WORD}]{{1,40}}){{1,40}}"
    rf"(?<=[{_LETTER}.,;:)])"
)
_WORD = expression(rf"[{_LETTER}]{{3,40}}")
#: What old TeX fonts without a map keep at these codes (OT1).
_TEX_LIGATURES = {"\x0b": "ff", "\x0c": "fi", "\x0d": "fl", "\x0e": "ffi", "\x0f": "ffl"}
#: A letter in the wrong byte order, as Ghostscript and others write the parts of ligatures.
_SWAPPED = {letter << 8: chr(letter) for letter in range(ord("a"), ord("z") + 1)}


def _brief(function: Any, result: Any = ctypes.c_int) -> Any:
    """A function of PDFium that is called for every letter, without the checks of its arguments,
    which take longer than it does: a page as `_Measure.page`, and numbers."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_is_generated = _brief(pdfium.FPDFText_IsGenerated)
_has_no_map = _brief(pdfium.FPDFText_HasUnicodeMapError)
_is_hyphen = _brief(pdfium.FPDFText_IsHyphen)
_loose_box = _brief(pdfium.FPDFText_GetLooseCharBox)
_origin = _brief(pdfium.FPDFText_GetCharOrigin)
_object = _brief(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_font = _brief(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
#: Places of glyphs, in tenths of their height, as one number: more rows than any page has.
_ROWS = 1 << 24
_NEIGHBOURS = tuple(_ROWS * column + row for column in (-1, 0, 1) for row in (-1, 0, 1))


class Page:
    """One page's text, and how many of its glyphs were ``read`` and how many stayed ``unread``.

    With ``guess`` a glyph without a map is read by its code in the font, as TeX fills its fonts.
    """

    def __init__(self, page: pypdfium2.PdfPage, most: int, guess: bool) -> None:
        self.unread = self.read = 0
        self._guess = guess
        self._drawn: defaultdict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        self._last = (0.0, 0.0)
        text_page = page.get_textpage()
        count = text_page.count_chars()
        self.truncated = count > most
        lines: list[list[Glyph]] = [[]]
        for glyph in self._glyphs(text_page.raw, min(count, most)):
            if glyph.char == "\n":
                lines.append([])
            elif glyph.char != "\r":
                lines[-1].append(glyph)
        self.text = lines_text(in_reading_order(lines, page.get_width()))
        text_page.close()

    def _glyphs(self, raw: pdfium.FPDF_TEXTPAGE, count: int) -> Iterator[Glyph]:
        measure = _Measure(raw)
        text = _text(raw, count)
        index = 0
        # A stretch that cannot be taken as one is not tried again from its second letter on.
        tried = {_WORDS: 0, _WORD: 0}
        while index < count:
            for stretch, until in tried.items():
                found = stretch.match(text, index) if index >= until else None
                if found is not None:
                    tried[stretch] = found.end()
                    glyphs = self._stretch(measure, text, index, found.end())
                    if glyphs is not None:
                        yield from glyphs
                        index = found.end()
                        break
            else:
                glyph = self._glyph(measure, text, index)
                if glyph is not None:
                    yield glyph
                index += 1

    def _glyph(self, measure: _Measure, text: str, index: int) -> Glyph | None:
        page, char = measure.page, text[index]
        if char in " \r\n" and _is_generated(page, index):
            return Glyph(char, 0.0, 0.0, 0.0, 0.0, True)
        if not char.isalnum() and _is_hyphen(page, index) == 1:
            char = HYPHEN
        else:
            if ord(char) in _SWAPPED and measure.is_ligature(index, len(text)):
                char = _SWAPPED[ord(char)]
            char = self._letter(page, index, char)
            if not char:
                return None
            if char == " ":  # nobody asks where it is
                return Glyph(char, 0.0, 0.0, 0.0, 0.0)
        glyph = measure.glyph(index, char)
        return glyph if self._is_new(glyph, char) else None

    def _stretch(
        self, measure: _Measure, text: str, start: int, end: int
    ) -> tuple[Glyph, ...] | None:
        """The first and the last letter of a stretch, and what is between them as one; nothing of one
        drawn again. None where it is not written at one go in a straight line, or has no map."""
        page, said = measure.page, text[start:end]
        font = measure.common_font(start, end - 1)
        if font is None and " " in said:
            return None
        blank = text.find(" ", start, end)
        while blank >= 0:
            if _is_generated(page, blank):
                return None
            blank = text.find(" ", blank + 1, end)
        first = measure.glyph(start, text[start])
        last = measure.glyph(end - 1, text[end - 1])
        level = abs(last.bottom - first.bottom) < 0.01 * first.height and not measure.turned
        if not level or not 0 < last.right - first.left < 1.5 * first.height * (end - start):
            return None
        if not measure.has_map(said, start, font):
            return None
        self.read += end - start - said.count(" ")
        if not self._is_new(first, said):
            return ()
        inner = text[start + 1 : end - 1]
        return (
            first,
            Glyph(inner, first.right, first.bottom, max(first.right, last.left), first.top),
            last,
        )

    def _is_new(self, glyph: Glyph, text: str) -> bool:
        """False for a ``text`` drawn again a little aside, which is how some programs make bold;
        ``glyph`` is its first letter.

        PDFium knows most of these itself, but not when whole lines are repeated.
        """
        last, self._last = self._last, (glyph.left, glyph.bottom)
        if last == self._last:
            return True  # two letters of one ligature
        height = glyph.height
        column, row = round(10 * glyph.left / height), round(10 * glyph.bottom / height)
        drawn = self._drawn[glyph.char, round(height)]
        place = column * _ROWS + row
        near = [place + step for step in _NEIGHBOURS]
        if not drawn.keys().isdisjoint(near) and any(
            drawn.get(one, "").startswith(text) for one in near
        ):
            return False
        drawn[place] = text
        return True

    def _letter(self, page: ctypes.c_void_p, index: int, char: str) -> str:
        unmapped = _has_no_map(page, index) == 1
        if unmapped and self._guess:
            char = _TEX_LIGATURES.get(char, char)
        elif unmapped:
            char = "\x00"
        if _is_no_letter(char):
            self.unread += 1
            return ""
        self.read += not char.isspace()
        return char


class _Measure:
    """Where glyphs stand and how large they are, whatever the boxes of their fonts say."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE) -> None:
        self.raw = raw
        self.page = ctypes.cast(raw, ctypes.c_void_p)
        self._mapped: defaultdict[int, set[str]] = defaultdict(set)
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self._to_box, self._to_matrix = ctypes.byref(self._box), ctypes.byref(self._matrix)
        self._to_x, self._to_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._like: tuple[float, float, float] | None = None
        self._size = self._advance = 0.0
        self.turned = False  # the last glyph

    def is_ligature(self, index: int, count: int) -> bool:
        """Whether a letter in the wrong byte order stands on another's place, parts of one glyph."""
        near = [
            one
            for one in (index - 1, index + 1)
            if 0 <= one < count and pdfium.FPDFText_GetUnicode(self.raw, one) in _SWAPPED
        ]
        place = self._origin(index)
        return any(self._origin(one) == place for one in near)

    def common_font(self, first: int, last: int) -> int | None:
        """The font of both letters if they are of one text object, what one operator of the file
        writes; else None."""
        one = _object(self.page, first)
        if not one or one != _object(self.page, last):
            return None
        return int(_font(ctypes.c_void_p(one)) or 0)

    def has_map(self, said: str, start: int, font: int | None) -> bool:
        """Whether all letters of what is written from ``start`` on have a map to letters. In one
        ``font`` the same letter has the same one."""
        if not font:
            return not any(
                _has_no_map(self.page, index) for index in range(start, start + len(said))
            )
        mapped = self._mapped[font]
        new = set(said) - mapped
        if any(_has_no_map(self.page, start + said.index(letter)) for letter in new):
            return False
        mapped |= new
        return True

    def _origin(self, index: int) -> tuple[float, float]:
        _origin(self.page, index, self._to_x, self._to_y)
        return self._x.value, self._y.value

    def glyph(self, index: int, char: str) -> Glyph:
        box, raw = self._box, self.raw
        if not (
            _loose_box(self.page, index, self._to_box)
            and _origin(self.page, index, self._to_x, self._to_y)
        ):
            return Glyph(char, 0.0, 0.0, 0.0, 0.0)
        x, y = self._x.value, self._y.value
        # A box that stands and ends as high as the last one is of the same font in the same size.
        like = y, box.bottom, box.top
        if like != self._like:
            if not pdfium.FPDFText_GetMatrix(raw, index, self._to_matrix):
                return Glyph(char, 0.0, 0.0, 0.0, 0.0)
            self._like = like
            self._take_size(pdfium.FPDFText_GetFontSize(raw, index))
        if self.turned:  # turned text has no left and right
            return Glyph(char, box.left, box.bottom, box.right, box.bottom + self._size)
        advance = self._advance if is_wide(char) else 0.0
        return Glyph(char, x, y, max(box.right, x + advance), y + self._size)

    def _take_size(self, font_size: float) -> None:
        # Boxes of fonts without metrics fit the ink, of which a Chinese one has very little.
        matrix = self._matrix
        self._size = font_size * math.hypot(matrix.c, matrix.d)
        self._advance = font_size * math.hypot(matrix.a, matrix.b)
        self.turned = abs(matrix.b) > abs(matrix.a)


def _text(raw: pdfium.FPDF_TEXTPAGE, count: int) -> str:
    """The page's first ``count`` characters, one for each, NUL for what is none."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(raw, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "replace")
        if len(text) == count and "\ufffd" not in text:
            return text
    codes = (pdfium.FPDFText_GetUnicode(raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\x00" for code in codes)


def _is_no_letter(char: str) -> bool:
    return (
        char < " "
        or "\ue000" <= char <= "\uf8ff"
        or char >= "\U000f0000"
        or char in "\ufffd\ufffe\uffff"
    )
