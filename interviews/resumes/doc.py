"""Legacy DOC (Word 6 to 2003) → text, by the piece table. Offsets are those of [MS-DOC]."""

from __future__ import annotations

import io
import re
import struct

import olefile

from interviewgpt.expressions import expression
from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.clean import is_mojibake

__all__ = ["read_doc"]

_OTHER_KINDS = (
    "Workbook",
    "Book",
    "PowerPoint Document",
    "VisioDocument",
    "__properties_version1.0",
)
_MAX_PIECES = 200_000
#: Languages (the low byte of a Windows LCID) and the code pages of Word 6 and 95 for them.
_CODE_PAGES = {0x04: "gb18030", 0x11: "cp932", 0x12: "cp949", 0x19: "cp1251", 0x05: "cp1250"}
_BIG5_LCIDS = {0x0404, 0x0C04, 0x1404}
#: Stories after the main text, in their order: whether a reader of the document sees them.
_STORIES = (
    ("footnotes", 0x50, True),
    ("headers", 0x54, True),
    ("macros", 0x58, False),
    ("comments", 0x5C, False),
    ("endnotes", 0x60, True),
    ("boxes", 0x64, True),
    ("header boxes", 0x68, True),
)


def read_doc(data: bytes, limits: Limits) -> Draft:
    """Main text with tables, then boxes, notes, headers and footers.

    Raises ``ResumeError``: WRONG_KIND, ENCRYPTED, DAMAGED, NO_TEXT.
    """
    main, tables = _streams(data)
    if len(main) < 0x60 or _word(main, 0) not in (0xA5EC, 0xA5DC):
        raise ResumeError(ResumeProblem.DAMAGED)
    flags = _word(main, 0x0A)
    if flags & 0x0100:
        raise ResumeError(ResumeProblem.ENCRYPTED)
    if _word(main, 0x02) < 0xC1:
        stories = [_old_text(main, flags)]
    else:
        name = "1Table" if flags & 0x0200 else "0Table"
        table = tables.get(name) or next(iter(tables.values()), b"")
        stories = _split(main, _pieces_text(main, table))
    text = "\n".join(dict.fromkeys(filter(None, map(_readable, stories))))
    if not text:
        raise ResumeError(ResumeProblem.NO_TEXT)
    if is_mojibake(text):
        raise ResumeError(ResumeProblem.DAMAGED)
    most = limits.max_chars
    return Draft(ResumeKind.DOC, text[:most], truncated=len(text) > most)


def _streams(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if ole.exists("EncryptedPackage"):
                raise ResumeError(ResumeProblem.ENCRYPTED)
            if not ole.exists("WordDocument"):
                wrong = any(ole.exists(name) for name in _OTHER_KINDS)
                raise ResumeError(ResumeProblem.WRONG_KIND if wrong else ResumeProblem.DAMAGED)
            main = ole.openstream("WordDocument").read()
            tables = {
                name: ole.openstream(name).read()
                for name in ("0Table", "1Table")
                if ole.exists(name)
            }
    except (OSError, ValueError, IndexError, TypeError, AttributeError, struct.error):
        raise ResumeError(ResumeProblem.DAMAGED) from None
    return main, tables


def _word(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 2], "little")


def _long(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "little")


def _pieces_text(main: bytes, table: bytes) -> str:
    """All stories of Word 97 and later in one string, one character for each position."""
    start, size = _long(main, 0x01A2), _long(main, 0x01A6)
    pieces = _piece_table(table[start : start + size])
    last = (len(pieces) - 4) // 12
    if not 0 < last <= _MAX_PIECES:
        raise ResumeError(ResumeProblem.DAMAGED)
    positions = struct.unpack_from(f"<{last + 1}I", pieces)
    text: list[str] = []
    room = len(main)  # no honest table points to more characters than there are bytes
    for number in range(last):
        length = positions[number + 1] - positions[number]
        if length < 0 or length > room:
            raise ResumeError(ResumeProblem.DAMAGED)
        room -= length
        place = _long(pieces, 4 * (last + 1) + 8 * number + 2)
        if place & 0x4000_0000:
            begin = (place & 0x3FFF_FFFF) // 2
            part = main[begin : begin + length].decode("cp1252", "replace")
        else:
            part = main[place : place + 2 * length].decode("utf-16-le", "surrogatepass")
        text.append(part.ljust(length, "\0"))
    return "".join(text)


def _piece_table(clx: bytes) -> bytes:
    """The PlcPcd in a Clx, behind any number of property modifiers (fast saves)."""
    offset = 0
    while offset < len(clx):
        if clx[offset] == 2:
            size = _long(clx, offset + 1)
            return clx[offset + 5 : offset + 5 + size]
        if clx[offset] != 1:
            break
        offset += 3 + _word(clx, offset + 1)
    raise ResumeError(ResumeProblem.DAMAGED)


def _split(main: bytes, text: str) -> list[str]:
    """The stories worth reading: headers first, as on the page."""
    begin = _long(main, 0x4C)
    stories = {"main": text[:begin]}
    for name, offset, seen in _STORIES:
        length = _long(main, offset)
        if seen:
            stories[name] = text[begin : begin + length]
        begin += length
    order = ("headers", "main", "boxes", "header boxes", "footnotes", "endnotes")
    return [_once(stories[name]) if "head" in name else stories[name] for name in order]


def _once(text: str) -> str:
    """Headers are stored for every section, and for first, odd and even pages: each line once."""
    return "\r".join(dict.fromkeys(text.split("\r")))


def _old_text(main: bytes, flags: int) -> str:
    """Word 6 and 95, unless fast-saved: one run of bytes in the code page of the language."""
    begin, end = _long(main, 0x18), _long(main, 0x1C)
    if flags & 0x0004 or not 0 < begin < end <= len(main):
        raise ResumeError(ResumeProblem.DAMAGED)
    language = _word(main, 0x06)
    page = "big5" if language in _BIG5_LCIDS else _CODE_PAGES.get(language & 0xFF, "cp1252")
    return main[begin:end].decode(page, "replace")


_FIELD = expression("[\x13\x14\x15]")
_CHARS = {
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x0e": "\n",
    "\x1e": "-",
    "\x1f": "",
    "\xa0": " ",
}


def _readable(story: str) -> str:
    """A story as text: results of fields without their instructions, rows of tables as lines."""
    text = _without_instructions(story)
    # A cell ends in one mark and a row in one more; Word writes no line end between them.
    text = text.replace("\x07\x07", "\n").replace("\x07", "\t")
    text = "".join(_CHARS.get(char, char) for char in text)
    text = re.sub("[\x00-\x08\x0f-\x1d]", "", text)
    return text.strip()


def _without_instructions(story: str) -> str:
    shown: list[str] = []
    hidden: list[bool] = []
    start = 0
    for match in _FIELD.finditer(story):
        if not any(hidden):
            shown.append(story[start : match.start()])
        start = match.end()
        mark = match[0]
        if mark == "\x13":
            hidden.append(True)
        elif hidden and mark == "\x14":
            hidden[-1] = False
        elif hidden:
            hidden.pop()
    # A field that never ends hides nothing more than its own mark.
    if not any(hidden) or not shown:
        shown.append(story[start:])
    return "".join(shown)
