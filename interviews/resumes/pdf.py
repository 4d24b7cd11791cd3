"""PDF → text by PDFium, in the reading process only: PDFium is neither small nor thread-safe."""

from __future__ import annotations

import ctypes
import math
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.clean import is_plausible, is_prose
from interviews.resumes.fonts import use_stand_in_fonts
from interviews.resumes.layout import in_reading_order
from interviews.resumes.lines import HYPHEN, Glyph, is_wide, join_hyphens, lines_text

__all__ = ["read_pdf"]

#: Share of the glyphs that may lack a letter (icons, bullets) before the file is unreadable.
_MAX_UNREAD = 0.2
#: Words of which the ends alone are measured.
_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]{3,}")
#: Letters below which a PDF with pictures counts as scanned (page numbers, a scanner's stamp).
_FEW_LETTERS = 25
#: Share of the CPU seconds after which no further page is begun.
_LAST_PAGE_AT = 0.7
#: What old TeX fonts without a map keep at these codes (OT1).
_TEX_LIGATURES = {"\x0b": "ff", "\x0c": "fi", "\x0d": "fl", "\x0e": "ffi", "\x0f": "ffl"}
#: Programs that divide no words of their own accord: a hyphen at the end of a line is the writer's.
_NEVER_DIVIDE = re.compile(
    "microsoft|word|wps|libreoffice|openoffice|skia|chrom|google|quartz|qt |wkhtml|canva|cairo"
)
#: A letter in the wrong byte order, as Ghostscript and others write the parts of ligatures.
_SWAPPED = {letter << 8: chr(letter) for letter in range(ord("a"), ord("z") + 1)}
_ANNOTATIONS_WITH_TEXT = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_FIELDS_WITH_TEXT = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_MAX_ANNOTATIONS = 500
#: Places of glyphs, in tenths of their height, as one number: more rows than any page has.
_ROWS = 1 << 24
_NEIGHBOURS = tuple(_ROWS * column + row for column in (-1, 0, 1) for row in (-1, 0, 1))


class _Page:
    """One page's text, and how many of its glyphs were ``read`` and how many stayed ``unread``.

    With ``guess`` a glyph without a map is read by its code in the font, as TeX fills its fonts.
    """

    def __init__(self, page: pypdfium2.PdfPage, most: int, guess: bool) -> None:
        self.unread = self.read = 0
        self._guess = guess
        self._drawn: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
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
        while index < count:
            if word := _WORD.match(text, index):
                glyphs = self._word(measure, text, *word.span())
                if glyphs is not None:
                    yield from glyphs
                    index = word.end()
                    continue
            glyph = self._glyph(measure, text, index)
            if glyph is not None:
                yield glyph
            index += 1

    def _glyph(self, measure: _Measure, text: str, index: int) -> Glyph | None:
        raw, char = measure.raw, text[index]
        if char in " \r\n" and pdfium.FPDFText_IsGenerated(raw, index):
            return Glyph(char, 0.0, 0.0, 0.0, 0.0, True)
        if not char.isalnum() and pdfium.FPDFText_IsHyphen(raw, index) == 1:
            char = HYPHEN
        else:
            if ord(char) in _SWAPPED and measure.is_ligature(index, len(text)):
                char = _SWAPPED[ord(char)]
            char = self._letter(raw, index, char)
            if not char:
                return None
            if char == " ":  # nobody asks where it is
                return Glyph(char, 0.0, 0.0, 0.0, 0.0)
        glyph = measure.glyph(index, char)
        return glyph if self._is_new(glyph) else None

    def _word(self, measure: _Measure, text: str, start: int, end: int) -> tuple[Glyph, ...] | None:
        """The first and the last letter of a word, and what is between them as one; nothing of a
        word drawn again. None for one that is not set in a straight line, or has no map."""
        raw, without_map = measure.raw, pdfium.FPDFText_HasUnicodeMapError
        if any(without_map(raw, index) for index in range(start, end)):
            return None
        first = measure.glyph(start, text[start])
        last = measure.glyph(end - 1, text[end - 1])
        level = abs(last.bottom - first.bottom) < 0.01 * first.height and not measure.turned
        if not level or not 0 < last.right - first.left < 1.5 * first.height * (end - start):
            return None
        self.read += end - start
        if not any([self._is_new(first), self._is_new(last)]):
            return ()
        inner = text[start + 1 : end - 1]
        return (
            first,
            Glyph(inner, first.right, first.bottom, max(first.right, last.left), first.top),
            last,
        )

    def _is_new(self, glyph: Glyph) -> bool:
        """False for a letter drawn again a little aside, which is how some programs make bold.

        PDFium knows most of these itself, but not when whole lines are repeated.
        """
        last, self._last = self._last, (glyph.left, glyph.bottom)
        if last == self._last:
            return True  # two letters of one ligature
        height = glyph.height
        column, row = round(10 * glyph.left / height), round(10 * glyph.bottom / height)
        drawn = self._drawn[glyph.char, round(height)]
        place = column * _ROWS + row
        if not drawn.isdisjoint([place + near for near in _NEIGHBOURS]):
            return False
        drawn.add(place)
        return True

    def _letter(self, raw: pdfium.FPDF_TEXTPAGE, index: int, char: str) -> str:
        unmapped = pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1
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

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.raw, index, self._to_x, self._to_y)
        return self._x.value, self._y.value

    def glyph(self, index: int, char: str) -> Glyph:
        box, raw = self._box, self.raw
        if not (
            pdfium.FPDFText_GetLooseCharBox(raw, index, self._to_box)
            and pdfium.FPDFText_GetCharOrigin(raw, index, self._to_x, self._to_y)
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


def read_pdf(data: bytes, limits: Limits) -> Draft:
    """The text of a PDF's first ``limits.max_pages`` pages, in reading order.

    Raises ``ResumeError``: ENCRYPTED, DAMAGED, NO_TEXT, UNREADABLE.
    """
    use_stand_in_fonts()
    document = _open(data)
    draft, scanned = _read_pages(document, limits, guess=False)
    glyphs = len(re.findall(r"\S", draft.text)) + draft.unread
    if draft.unread > max(5, _MAX_UNREAD * glyphs):
        draft, _ = _read_pages(document, limits, guess=True)
        if not is_prose(draft.text):
            raise ResumeError(ResumeProblem.UNREADABLE)
        # The same code is a ligature in TeX's text fonts and the bullet in its symbol font.
        draft = replace(draft, text=re.sub(r"(?<!\w)ffl(?!\w)", "\u2022", draft.text))
    letters = len(re.findall(r"[^\W_]", draft.text))
    if not letters or (scanned and letters < _FEW_LETTERS):
        raise ResumeError(ResumeProblem.NO_TEXT)
    if not is_plausible(draft.text):
        raise ResumeError(ResumeProblem.UNREADABLE)
    return draft


def _read_pages(
    document: pypdfium2.PdfDocument, limits: Limits, *, guess: bool
) -> tuple[Draft, bool]:
    """The draft, and whether there are pages with pictures and hardly any letters."""
    pages = len(document)
    texts: list[str] = []
    unread = 0
    scanned = False
    truncated = pages > limits.max_pages
    for number in range(min(pages, limits.max_pages)):
        left = limits.max_chars - sum(map(len, texts))
        if left <= 0 or time.process_time() > _LAST_PAGE_AT * limits.cpu_seconds:
            truncated = True
            break
        try:
            page, written = _load(document, number, left)
            taken = _Page(page, left, guess)
        except pypdfium2.PdfiumError:
            truncated = True
            continue
        texts.append(_with_written(taken.text, written)[:left])
        unread += taken.unread
        truncated = truncated or taken.truncated
        scanned = scanned or (taken.read < _FEW_LETTERS and _has_picture(page))
        page.close()
    if not texts:
        raise ResumeError(ResumeProblem.DAMAGED)
    made_by = " ".join(document.get_metadata_dict().values()).lower()
    text = join_hyphens("\n".join(texts), written=bool(_NEVER_DIVIDE.search(made_by)))
    return Draft(ResumeKind.PDF, text, pages, truncated, unread), scanned


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise ResumeError(ResumeProblem.DAMAGED)
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        code = ResumeProblem.ENCRYPTED if locked else ResumeProblem.DAMAGED
        raise ResumeError(code) from None
    return document


def _load(
    document: pypdfium2.PdfDocument, number: int, most: int
) -> tuple[pypdfium2.PdfPage, list[str]]:
    """A page with the text of form fields and text notes made part of it, and what is written in
    them, ``most`` characters in all: PDFium does not draw all that come without an appearance."""
    page = document[number]
    written: list[str] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MAX_ANNOTATIONS)):
        if most > 0 and (text := _written(document, page, index)) is not None:
            written.append(text[:most])
            most -= len(written[-1])
    if not written:
        return page, []
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return document[number], written


def _written(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, index: int) -> str | None:
    """The text of a form field or a text note, "" where there is none to be seen; None for other
    annotations."""
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    try:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind not in _ANNOTATIONS_WITH_TEXT:
            return None
        if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            return ""
        if kind == pdfium.FPDF_ANNOT_FREETEXT:
            return _string(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
        form = document.formenv
        if form and pdfium.FPDFAnnot_GetFormFieldType(form.raw, annotation) in _FIELDS_WITH_TEXT:
            return _string(pdfium.FPDFAnnot_GetFormFieldValue, form.raw, annotation)
        return ""
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _string(call: Callable[..., int], *arguments: object) -> str:
    """What a function of PDFium writes into a buffer: UTF-16 that ends with a zero."""
    size = call(*arguments, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    call(*arguments, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0")


def _with_written(text: str, written: list[str]) -> str:
    """The page's text, and behind it what is written in its fields and was not drawn."""
    drawn = "".join(text.split())
    missing = [one for one in dict.fromkeys(written) if "".join(one.split()) not in drawn]
    lines = [text, *("\n".join(one.split("\r")).strip() for one in missing)]
    return "\n".join(line for line in lines if line)


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    count = min(pdfium.FPDFPage_CountObjects(page.raw), 200)
    kinds = (
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index))
        for index in range(count)
    )
    return any(kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) for kind in kinds)
