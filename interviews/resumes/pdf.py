"""PDF → text by PDFium, in the reading process only: PDFium is neither small nor thread-safe."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from interviewgpt.expressions import expression
from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.clean import is_plausible, is_prose
from interviews.resumes.fonts import use_stand_in_fonts
from interviews.resumes.lines import join_hyphens
from interviews.resumes.pdf_page import Page

__all__ = ["read_pdf"]

#: Share of the glyphs that may lack a letter (icons, bullets) before the file is unreadable.
_MAX_UNREAD = 0.2
#: Letters below which a PDF with pictures counts as scanned (page numbers, a scanner's stamp).
_FEW_LETTERS = 25
#: Share of the CPU seconds after which no further page is begun.
_LAST_PAGE_AT = 0.7
#: Programs that divide no words of their own accord: a hyphen at the end of a line is the writer's.
_NEVER_DIVIDE = expression(
    "microsoft|word|wps|libreoffice|openoffice|skia|chrom|google|quartz|qt |wkhtml|canva|cairo"
)
_ANNOTATIONS_WITH_TEXT = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT)
_FIELDS_WITH_TEXT = (
    pdfium.FPDF_FORMFIELD_TEXTFIELD,
    pdfium.FPDF_FORMFIELD_COMBOBOX,
    pdfium.FPDF_FORMFIELD_LISTBOX,
)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_MAX_ANNOTATIONS = 500


def read_pdf(data: bytes, limits: Limits) -> Draft:
    """The text of a PDF's first ``limits.max_pages`` pages, in reading order.

    Raises ``ResumeError``: ENCRYPTED, DAMAGED, NO_TEXT, UNREADABLE.
    """
    use_stand_in_fonts()
    document = _open(data)
    draft, scanned = _read_pages(document, limits, guess=False)
    glyphs = len("".join(draft.text.split())) + draft.unread
    if draft.unread > max(5, _MAX_UNREAD * glyphs):
        draft, _ = _read_pages(document, limits, guess=True)
        if not is_prose(draft.text):
            raise ResumeError(ResumeProblem.UNREADABLE)
        # The same code is a ligature in TeX's text fonts and the bullet in its symbol font.
        draft = replace(draft, text=re.sub(r"(?<!\w)ffl(?!\w)", "\u2022", draft.text))
    letters = len(re.sub(r"[\W_]+", "", draft.text))
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
            taken = Page(page, left, guess)
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
