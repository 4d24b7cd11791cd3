"""A stand-in for the fonts that a PDF names and does not bring along.

PDFium looks for such fonts on the machine. Here there must be none to open, and the result must not
depend on what is installed; yet without any font PDFium drops Chinese text that is set letter by
letter, for letters without a shape have no size. So each font it asks for is one whose only glyph
is a box. What the letters are and how wide they are stands in the PDF itself.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import pypdfium2.raw as pdfium

__all__ = ["use_stand_in_fonts"]

_EM = 1000
#: Character sets of Windows for which PDFium brings fonts of its own: ANSI, the default, symbols.
_BUILT_IN = {0, 1, 2}


def box_font() -> bytes:
    """A TrueType font that has one glyph for all letters, a box as wide as Latin letters are."""
    glyph = struct.pack(">hhhhhHH", 1, 50, -100, 450, 850, 3, 0) + b"\x01" * 4
    # From corner to corner, first across and then up.
    glyph += struct.pack(">8h", 50, 0, 400, 0, -100, 950, 0, -950).ljust(18, b"\0")
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 50, -100, 450, 850, 0, 8, 2, 1, 0),
    )
    hhea = struct.pack(">Ihhh", 0x10000, 850, -150, 0)
    hhea += struct.pack(">Hhhhhhh", _EM, 50, 550, 450, 1, 0, 0) + bytes(8)
    hhea += struct.pack(">hH", 0, 2)
    maxp = struct.pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    # Format 13 gives one glyph to all letters.
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    cmap += struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    tables = {
        b"cmap": cmap,
        b"glyf": glyph,
        b"head": head,
        b"hhea": hhea,
        b"hmtx": struct.pack(">HhHh", _EM, 50, _EM, 50),
        b"loca": struct.pack(">III", 0, 0, len(glyph)),
        b"maxp": maxp,
    }
    offset = 12 + 16 * len(tables)
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 48)
    data = b""
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, offset + len(data), len(table))
        data += table.ljust(-(-len(table) // 4) * 4, b"\0")
    return directory + data


class _Fonts:
    """PDFium's questions about fonts, and one answer. Must live as long as PDFium does."""

    def __init__(self) -> None:
        self._font = box_font()
        types = dict(pdfium.FPDF_SYSFONTINFO._fields_)
        self._info = pdfium.FPDF_SYSFONTINFO(
            version=1,
            EnumFonts=types["EnumFonts"](lambda *_: None),
            MapFont=types["MapFont"](self._map),
            GetFontData=types["GetFontData"](self._data),
            GetFaceName=types["GetFaceName"](lambda *_: 0),
            GetFontCharset=types["GetFontCharset"](lambda *_: 134),
            DeleteFont=types["DeleteFont"](lambda *_: None),
        )
        pdfium.FPDF_SetSystemFontInfo(ctypes.byref(self._info))

    def _map(
        self, info: object, weight: int, italic: int, charset: int, *rest: object
    ) -> int | None:
        return None if charset in _BUILT_IN else 1

    def _data(self, info: object, font: int, table: int, buffer: Any, size: int) -> int:
        if table:
            return 0
        if size >= len(self._font):
            ctypes.memmove(buffer, self._font, len(self._font))
        return len(self._font)


_fonts: list[_Fonts] = []


def use_stand_in_fonts() -> None:
    """Once for the process; PDFium opens no font file afterwards."""
    if not _fonts:
        _fonts.append(_Fonts())
