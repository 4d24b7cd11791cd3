"""Fictitious résumés in every wrapping they come in, made for tests. No person in them exists."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterable, Sequence
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
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


# --- DOC --------------------------------------------------------------------------------------

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_TEXT_AT = 0x800


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file of version 3 with all streams in the root, none in the mini stream."""
    # Streams below 4096 bytes would have to go to the mini stream.
    padded = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    names = ["Root Entry", *padded]
    directory_sectors = (len(names) + 3) // 4
    lengths = [-(-len(data) // _SECTOR) for data in padded.values()]
    total = directory_sectors + sum(lengths)
    fat_sectors = 1
    while fat_sectors * 128 < total + fat_sectors:
        fat_sectors += 1
    fat = [_FAT] * fat_sectors
    starts: list[int] = []
    for length in [directory_sectors, *lengths]:
        first = len(fat)
        starts.append(first)
        fat += [*range(first + 1, first + length), _END]
    fat += [_FREE] * (fat_sectors * 128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, starts[0], 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(fat_sectors), *[_FREE] * (109 - fat_sectors))
    directory = b""
    for number, name in enumerate(names):
        spelled = (name + "\0").encode("utf-16-le")
        root = number == 0
        # A tree that leans to the right: longer names and later letters go there.
        right = number + 1 if not root and number + 1 < len(names) else _FREE
        directory += spelled.ljust(64, b"\0")
        directory += struct.pack(
            "<HBBIII", len(spelled), 5 if root else 2, 1, _FREE, right, 1 if root else _FREE
        )
        directory += bytes(36)
        start, size = (_END, 0) if root else (starts[number], len(padded[name]))
        directory += struct.pack("<IQ", start, size)
    directory = directory.ljust(directory_sectors * _SECTOR, b"\0")
    contents = b"".join(
        data.ljust(length * _SECTOR, b"\0")
        for data, length in zip(padded.values(), lengths, strict=True)
    )
    return header + struct.pack(f"<{len(fat)}I", *fat) + directory + contents


def doc(
    main: str,
    *,
    headers: str = "",
    boxes: str = "",
    encrypted: bool = False,
    modifiers: int = 0,
    table: str = "0Table",
) -> bytes:
    """A Word 97 document. Stretches of one byte per letter and of two are pieces of their own.

    ``modifiers`` property blocks stand before the piece table, as fast saves leave them.
    """
    text = main + headers + boxes
    stretches = re.findall("[\x00-\x7f]+|[^\x00-\x7f]+", text)
    stored, positions, pieces = b"", [0], b""
    for stretch in stretches:
        narrow = stretch.isascii()
        place = _TEXT_AT + len(stored)
        stored += stretch.encode("cp1252" if narrow else "utf-16-le")
        stored += b"\0" * (len(stored) % 2)
        positions.append(positions[-1] + len(stretch))
        pieces += struct.pack("<HIH", 0, (place * 2) | 0x4000_0000 if narrow else place, 0)
    plc = struct.pack(f"<{len(positions)}I", *positions) + pieces
    clx = b"\x01\x04\x00\x00\x00\x00\x00" * modifiers + b"\x02" + struct.pack("<I", len(plc)) + plc
    fib = bytearray(_TEXT_AT)
    flags = (0x0100 if encrypted else 0) | (0x0200 if table == "1Table" else 0)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", fib, 0x0A, flags)
    struct.pack_into("<I", fib, 0x4C, len(main))
    struct.pack_into("<I", fib, 0x54, len(headers))
    struct.pack_into("<I", fib, 0x64, len(boxes))
    struct.pack_into("<II", fib, 0x1A2, 0, len(clx))
    return compound_file({table: clx, "WordDocument": bytes(fib) + stored})


def html(lines: Sequence[str], *, charset: str, declared: bool = True) -> bytes:
    meta = (
        f'<meta http-equiv=Content-Type content="text/html; charset={charset}">' if declared else ""
    )
    rows = "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p>\n" for line in lines)
    page = (
        f"<html><head>{meta}<title>resume.doc</title><style>p {{ margin: 0 }}</style></head><body>"
        f"<!--[if gte mso 9]><xml>settings</xml><![endif]-->{rows}"
        "<table><tr><td><p>籍地</p></td><td><p>&nbsp;江南&nbsp;</p></td></tr></table></body></html>"
    )
    return page.encode("gb18030" if charset == "gb2312" else charset)


def web_archive(lines: Sequence[str], *, charset: str) -> bytes:
    """A web page with its pictures in one MIME file, as job sites export it under ``.doc``."""
    archive = MIMEMultipart("related")
    page = html(lines, charset=charset, declared=False).decode(
        "gb18030" if charset == "gb2312" else charset
    )
    archive.attach(MIMEText(page, "html", charset))
    archive.attach(MIMEText("p { margin: 0 }", "css", "us-ascii"))
    return archive.as_bytes()


def rtf(lines: Sequence[str], *, unicode: bool) -> bytes:
    def spell(line: str) -> str:
        if unicode:
            return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in line)
        return "".join(
            chr(byte) if byte < 0x80 else f"\\'{byte:02x}" for byte in line.encode("gb18030")
        )

    head = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset134 SimSun;}}{\info{\title secret}}"
    return (head + r"\pard\f0 " + r"\par ".join(map(spell, lines)) + "}").encode("ascii")
