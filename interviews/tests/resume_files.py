"""Fictitious résumés in every wrapping they come in, made for tests. No person in them exists."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import reportlab
from docx import Document
from docx.oxml import parse_xml
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

CHINESE = (
    "林予安",
    "电话：13800000000 邮箱：linyuan@example.com",
    "教育背景",
    "江南理工大学 计算机科学与技术 本科 2014.09-2018.06",
    "专业技能",
    "精通 Java，熟悉 JVM 与多线程",
    "熟练使用 Spring Boot、Redis、MySQL、Kafka",
    "工作经历",
    "星河云科技有限公司 后端开发工程师 2020.07-至今",
    "负责订单服务的架构设计，将下单延迟从 300ms 降到 80ms。",
    "项目经历",
    "订单中台系统 2021.03-2022.05",
    "项目描述：统一各业务线的订单模型与状态流转。",
    "智能客服助手 2022.06-至今",
    "基于 LangChain 与 Milvus 的知识库问答。",
)
ENGLISH = (
    "Avery Lindqvist",
    "avery@example.com | +1 555 010 2233",
    "Experience",
    "Northwind Labs, Inc. | Senior Backend Engineer | Jan 2020 - Present",
    "Built efficient payment services in Python and PostgreSQL and moved them to Kubernetes.",
    "Reduced the time of the nightly settlement from three hours to twenty minutes.",
    "Projects",
    "Fraud Detection Platform | Mar 2021 - May 2022",
    "Wrote the feature pipeline on Kafka and Flink with the risk team.",
    "Ledger Service | Jun 2022 - Dec 2023",
    "Designed the double-entry model and the audit trail for all of the accounts.",
    "Skills",
    "Python, Django, PostgreSQL, Redis, Kafka, Docker, Kubernetes",
)


def words(text: str) -> list[str]:
    """Latin words, numbers, and pairs of neighbouring Chinese characters."""
    found = re.findall(r"[A-Za-z0-9]+", text)
    for run in re.findall("[\u4e00-\u9fff]+", text):
        found += [run[place : place + 2] for place in range(max(1, len(run) - 1))]
    return found


def recall(lines: Iterable[str], text: str) -> float:
    """The share of the words of ``lines`` that are words of ``text``."""
    there = set(words(text))
    wanted = [word for line in lines for word in words(line)]
    return sum(word in there for word in wanted) / len(wanted)


# --- PDF --------------------------------------------------------------------------------------


def _canvas(**options: object) -> tuple[io.BytesIO, Canvas]:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    return target, Canvas(target, pagesize=A4, invariant=1, **options)


def pdf(
    lines: Sequence[str],
    *,
    font: str = "STSong-Light",
    password: str = "",
    owner: str = "",
    copies: int = 1,
    creator: str = "",
) -> bytes:
    """One page of lines; ``copies`` above 1 draw each line again a little aside (fake bold).

    With ``password`` it opens only with that; with ``owner`` alone it opens for everybody.
    """
    lock = StandardEncryption(password, owner or None) if password or owner else None
    target, canvas = _canvas(encrypt=lock)
    canvas.setCreator(creator)
    canvas.setFont(font, 11)
    for number, line in enumerate(lines):
        for copy in range(copies):
            canvas.drawString(50 + 0.3 * copy, 790 - 18 * number, line)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def pdf_placed(placed: Iterable[tuple[float, float, str]], *, font: str = "STSong-Light") -> bytes:
    """Texts at their places, in the order given."""
    target, canvas = _canvas()
    canvas.setFont(font, 10)
    for x, y, text in placed:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def pdf_columns(left: Sequence[str], right: Sequence[str], *, by_rows: bool) -> bytes:
    """Two columns with line heights of their own, in the file one after the other or by height."""
    placed = [(50.0, 780.0 - 17 * number, line) for number, line in enumerate(left)]
    placed += [(290.0, 780.0 - 15 * number, line) for number, line in enumerate(right)]
    if by_rows:
        placed.sort(key=lambda one: (-one[1], one[0]))
    return pdf_placed(placed, font="Helvetica")


def pdf_with_subset(lines: Sequence[str], *, mapped: bool) -> bytes:
    """An embedded subset font whose codes say nothing by themselves, with or without its map."""
    vera = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    name = "Vera" if mapped else "VeraBare"
    pdfmetrics.registerFont(TTFont(name, str(vera), asciiReadable=False))
    data = pdf(lines, font=name)
    if mapped:
        return data
    bare = re.sub(rb"/ToUnicode \d+ 0 R", lambda match: b" " * len(match[0]), data)
    assert bare != data
    return bare


def pdf_scanned(lines: Sequence[str]) -> bytes:
    """A picture of lines."""
    picture = Image.new("L", (900, 1200), 255)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((40, 40 + 30 * number), line, fill=0)
    target, canvas = _canvas()
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def pdf_pages(count: int) -> bytes:
    target, canvas = _canvas()
    for number in range(count):
        canvas.drawString(50, 700, f"This is page number {number + 1} of the story of a candidate.")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def pdf_form(value: str) -> bytes:
    """A page with a text field that holds ``value``."""
    target, canvas = _canvas()
    canvas.drawString(50, 700, "Application")
    canvas.acroForm.textfield(name="wish", value=value, x=50, y=600, width=400, height=20)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
    b"/Resources<</Font<</F1 4 0 R>>>>>>"
)


def pdf_by_hand(content: bytes, *, extra: bytes = b"", encoding: bytes = b"") -> bytes:
    """One page with a content stream, ``extra`` in its dictionary, and a font's ``encoding``."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % 5,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s>>" % encoding,
        b"<</Length %d%s>>stream\n" % (len(content), extra) + content + b"\nendstream",
    ]
    return assemble_pdf(objects)


def pdf_with_map(text: bytes, lines: bytes) -> bytes:
    """A line in a font whose ToUnicode map has ``lines``; without one there, codes are ASCII."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
        b" endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange " + lines + b" endcmap end"
    )
    page = b"BT /F1 11 Tf 50 700 Td (" + text + b") Tj ET"
    return assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE % 5,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R/FirstChar 0"
            b"/LastChar 126/Widths[" + b"500 " * 127 + b"]>>",
            b"<</Length %d>>stream\n" % len(page) + page + b"\nendstream",
            b"<</Length %d>>stream\n" % len(cmap) + cmap + b"\nendstream",
        ]
    )


def assemble_pdf(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.5\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    )


# --- DOCX -------------------------------------------------------------------------------------

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_box(text: str) -> str:
    """A paragraph with a text box, written twice as Word does: for itself and for old readers."""
    box = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    return (
        f"<w:p {W}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        f"</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def content_control(text: str) -> str:
    return f"<w:sdt {W}><w:sdtContent><w:p>{run(text)}</w:p></w:sdtContent></w:sdt>"


def docx(
    lines: Sequence[str],
    *,
    rows: Sequence[Sequence[str]] = (),
    header: str = "",
    footer: str = "",
    blocks: Sequence[str] = (),
) -> bytes:
    """Paragraphs, then a table of ``rows``, then ``blocks`` of raw XML."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for block in blocks:
        section._sectPr.addprevious(parse_xml(block))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docx_by_hand(document: str, **parts: bytes) -> bytes:
    """A package with a main part as given, and further parts (names with "__" for "/")."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="/word/document.xml"/></Relationships>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", relations)
        package.writestr("word/document.xml", document)
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return target.getvalue()


def body(content: str) -> str:
    return f"<w:document {W}><w:body>{content}</w:body></w:document>"
