"""The report as a PDF on A4. Chinese comes from a font every reader has (a CID font, not embedded),
so that no font file is needed."""

from __future__ import annotations

import io
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

from feedback.documents import Block, Document, Heading, Items, Quote, Table
from interviewgpt.expressions import expression

__all__ = ["pdf"]

FONT, LATIN = "STSong-Light", "Helvetica"
_BEYOND_LATIN = expression(r"[^\x20-\x7e\xa0-\xff\u2013\u2014\u2018-\u201e\u2022\u2026\n]+")
"""What Helvetica, one of the fonts of every reader, has no shapes for."""
_MARGIN = 20 * mm
_BRAND = colors.HexColor("#1f6f5c")
_FAINT = colors.HexColor("#5b6472")
_EDGE = colors.HexColor("#dde3e1")
_SOFT = colors.HexColor("#e3f1ec")
_HEADINGS = {1: 18.0, 2: 13.0, 3: 11.0, 4: 10.0}


def pdf(document: Document) -> bytes:
    """The whole document. The text can be searched and copied."""
    styles = _styles(document.language)
    target = io.BytesIO()
    made = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=document.title,
        author="Interview-GPT",
        lang="en" if document.language == "en" else "zh-CN",
    )
    story: list[Flowable] = [_paragraph(document.title, styles["h1"])]
    for block in document.blocks:
        story += _flowables(block, styles)
    made.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return target.getvalue()


def _foot(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(LATIN, 8)
    canvas.setFillColor(_FAINT)
    canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, str(template.page))


@cache
def _styles(language: str) -> dict[str, ParagraphStyle]:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    base = ParagraphStyle(
        "text",
        fontName=FONT if language == "zh" else LATIN,
        fontSize=10,
        leading=15,
        alignment=TA_LEFT,
        spaceAfter=5,
        # By characters in Chinese; English keeps its words together.
        wordWrap="CJK" if language == "zh" else None,
    )
    styles = {
        "text": base,
        "faint": ParagraphStyle("faint", base, fontSize=8.5, leading=12, textColor=_FAINT),
        "quote": ParagraphStyle(
            "quote",
            base,
            leftIndent=8,
            borderPadding=5,
            backColor=_SOFT,
            spaceBefore=6,
            spaceAfter=9,
        ),
        "cell": ParagraphStyle("cell", base, spaceAfter=0),
    }
    for level, size in _HEADINGS.items():
        styles[f"h{level}"] = ParagraphStyle(
            f"h{level}",
            base,
            fontSize=size,
            leading=size * 1.4,
            spaceBefore=size * 0.8,
            spaceAfter=4,
            textColor=_BRAND if level < 3 else colors.black,
            keepWithNext=1,
        )
    return styles


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """Escaped: reportlab reads its texts as markup."""
    told = escape(text)
    if style.fontName == LATIN:
        told = _BEYOND_LATIN.sub(lambda found: f'<font name="{FONT}">{found.group()}</font>', told)
    return Paragraph(told.replace("\n", "<br/>"), style)


def _flowables(block: Block, styles: dict[str, ParagraphStyle]) -> list[Flowable]:
    if isinstance(block, Heading):
        return [_paragraph(block.text, styles[f"h{block.level}"])]
    if isinstance(block, Quote):
        return [_paragraph(block.text, styles["quote"])]
    if isinstance(block, Items):
        items = [ListItem(_paragraph(line, styles["text"])) for line in block.lines]
        kind = "1" if block.numbered else "bullet"
        font = styles["text"].fontName
        return [
            ListFlowable(
                items, bulletType=kind, bulletFontName=font, bulletFontSize=10, leftIndent=16
            )
        ]
    if isinstance(block, Table):
        return [_grid(block, styles)]
    return [_paragraph(block.text, styles["faint" if block.faint else "text"])]


def _grid(block: Table, styles: dict[str, ParagraphStyle]) -> Grid:
    first = 70 * mm
    rest = (A4[0] - 2 * _MARGIN - first) / (len(block.head) - 1)
    return Grid(
        [[_paragraph(cell, styles["cell"]) for cell in row] for row in (block.head, *block.rows)],
        colWidths=[first, *[rest] * (len(block.head) - 1)],
        repeatRows=1,
        style=[("LINEBELOW", (0, 0), (-1, -1), 0.5, _EDGE), ("BACKGROUND", (0, 0), (-1, 0), _SOFT)],
    )
