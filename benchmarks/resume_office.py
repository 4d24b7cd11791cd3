"""The résumés of `resume_people` as DOCX by python-docx, in the ways people build them in Word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from PIL import Image
from resume_shapes import Person, Section

__all__ = ["BUILDERS"]

_WPS = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)


def _start(person: Person) -> Any:
    document = Document()
    style = document.styles["Normal"]
    style.font.size = Pt(10.5)
    style.font.name = "Liberation Sans"
    if person.language == "zh":
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    return document


def _bytes(document: Any) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def _photo() -> BytesIO:
    target = BytesIO()
    Image.new("RGB", (70, 90), "lightblue").save(target, "PNG")
    target.seek(0)
    return target


def _contacts(person: Person) -> list[str]:
    colon = "：" if person.language == "zh" else ": "
    return [f"{label}{colon}{value}" for label, value in person.contacts]


def _fill(
    place: Any, sections: Sequence[Section], *, style: str | None = "List Bullet", at: float = 0
) -> None:
    """Sections as paragraphs; dates behind a tab that stops ``at`` so many centimetres."""
    for section in sections:
        heading = place.add_paragraph()
        heading.add_run(section.heading).bold = True
        for entry in section.entries:
            row = place.add_paragraph()
            if at:
                row.paragraph_format.tab_stops.add_tab_stop(Cm(at), WD_TAB_ALIGNMENT.RIGHT)
            row.add_run(entry.title).bold = True
            row.add_run(f" {entry.role}{chr(9) if at else ' '}{entry.dates}")
            for item in entry.items:
                place.add_paragraph(item, style=style)
        for item in section.items:
            place.add_paragraph(item, style=style)


def plain(person: Person) -> bytes:
    """A header with the contacts, a title, a photo, bullets; a link and a split run."""
    document = _start(person)
    document.sections[0].header.paragraphs[0].text = " | ".join(_contacts(person))
    document.add_heading(person.name, 0)
    document.add_paragraph().add_run().add_picture(_photo(), width=Cm(2))
    document.add_paragraph(person.wish)
    _fill(document, person.sections, at=15)
    return _bytes(document)


def columns(person: Person) -> bytes:
    """Two columns by a table without rules."""
    document = _start(person)
    table = document.add_table(1, 2)
    left, right = table.rows[0].cells
    left.width, right.width = Cm(5.5), Cm(12)
    left.paragraphs[0].add_run(person.name).bold = True
    for line in (person.wish, *_contacts(person)):
        left.add_paragraph(line)
    _fill(left, [s for s in person.sections if s.side])
    _fill(right, [s for s in person.sections if not s.side])
    return _bytes(document)


def newspaper(person: Person) -> bytes:
    """Two columns of the section."""
    document = _start(person)
    document.add_heading(person.name, 0)
    document.add_paragraph(person.wish)
    for line in _contacts(person):
        document.add_paragraph(line)
    _fill(document, person.sections)
    columns_ = OxmlElement("w:cols")
    columns_.set(qn("w:num"), "2")
    columns_.set(qn("w:space"), "425")
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:cols")):
        section.remove(old)
    section.append(columns_)
    return _bytes(document)


def form(person: Person) -> bytes:
    """A ruled table: labels, values, sections in merged cells."""
    document = _start(person)
    document.add_paragraph(f"{person.name} {person.wish}")
    table = document.add_table(0, 4)
    table.style = "Table Grid"
    fields = list(person.contacts)
    for number in range(0, len(fields), 2):
        cells = table.add_row().cells
        for place, (label, value) in enumerate(fields[number : number + 2]):
            cells[2 * place].text = label
            cells[2 * place + 1].text = value
    for section in person.sections:
        cells = table.add_row().cells
        cells[0].text = section.heading
        body = cells[1].merge(cells[3])
        _fill(body, [Section("", section.entries, section.items)], style=None)
    return _bytes(document)


def _box(lines: Sequence[str], x: int, y: int, width: int, height: int) -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:rPr><w:sz w:val="16"/>'
        f'</w:rPr><w:t xml:space="preserve">{_escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    emu = 12700
    return (
        f"<w:p {nsdecls('w')} {_WPS}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        "<wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='1'"
        " behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
        f"<wp:positionH relativeFrom='page'><wp:posOffset>{x * emu}</wp:posOffset></wp:positionH>"
        f"<wp:positionV relativeFrom='page'><wp:posOffset>{y * emu}</wp:posOffset></wp:positionV>"
        f"<wp:extent cx='{width * emu}' cy='{height * emu}'/><wp:wrapNone/><wp:docPr id='{x + y}'"
        f" name='Box {x} {y}'/><a:graphic><a:graphicData"
        " uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        f"<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{width * emu}'"
        f" cy='{height * emu}'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape"
        f" style='position:absolute;margin-left:{x}pt;margin-top:{y}pt;width:{width}pt;"
        f"height:{height}pt'><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def boxes(person: Person) -> bytes:
    """Every section in a text box of its own, as decorated templates have it."""
    document = _start(person)
    body = document.element.body
    place = body.index(document.sections[0]._sectPr)

    def add(lines: Sequence[str], *where: int) -> None:
        nonlocal place
        body.insert(place, parse_xml(_box(lines, *where)))
        place += 1

    add([person.name, person.wish, *_contacts(person)], 40, 40, 170, 120)
    heights = {True: 170, False: 40}
    for section in person.sections:
        lines = [section.heading]
        for entry in section.entries:
            lines += [f"{entry.title} {entry.role} {entry.dates}", *entry.items]
        lines += section.items
        width = 170 if section.side else 330
        height = 20 + 14 * sum(1 + len(line) * 9 // width for line in lines)
        add(lines, 40 if section.side else 230, heights[section.side], width, height)
        heights[section.side] += height + 10
    return _bytes(document)


BUILDERS: dict[str, Callable[[Person], bytes]] = {
    "plain": plain,
    "columns": columns,
    "newspaper": newspaper,
    "form": form,
    "boxes": boxes,
}
