"""A stand-in for the fonts that a PDF names and does not bring along.

PDFium looks for such fonts on the machine. Here there must be none to open, and the result must not
depend on what is installed; yet without any font PDFium drops Chinese text that is set letter by
letter, for letters without a shape have no size. So each font it asks for is one whose only glyph
is a box. What the letters are and how wide they are stands in the PDF itself.
"""

from __future__ import annotations

import ctypes
import struct

import pypdfium2.raw as pdfium

__all__ = ["use_stand_in_fonts"]

_EM = 1000
#: Character sets of Windows whose text is set in fonts with ten thousands of glyphs.
_WIDE_CHARSETS = {128, 129, 130, 134, 136}


def box_font() -> bytes:
    """A TrueType font with one glyph, a box that fills most of its square."""
    corners = [(50, -100), (50, 850), (950, 850), (950, -100)]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in zip([(0, 0), *corners], corners)]  # noqa: B905
    glyph = struct.pack(">hhhhhHH", 1, 50, -100, 950, 850, 3, 0) + b"\x01" * 4
    glyph += struct.pack(">4h", *(x for x, _ in steps)) + struct.pack(">4h", *(y for _, y in steps))
    glyph = glyph.ljust(-(-len(glyph) // 4) * 4, b"\0")
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 50, -100, 950, 850, 0, 8, 2, 1, 0),
    )
    hhea = struct.pack(">Ihhh", 0x10000, 850, -150, 0)
    hhea += struct.pack(">Hhhhhhh", _EM, 50, 50, 950, 1, 0, 0) + bytes(8)
    hhea += struct.pack(">hH", 0, 1)
    maxp = struct.pack(">I14H", 0x10000, 1, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12)
    cmap += struct.pack(">HHHHHHHHHHHH", 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)
    tables = {
        b"cmap": cmap,
        b"glyf": glyph,
        b"head": head,
        b"hhea": hhea,
        b"hmtx": struct.pack(">Hh", _EM, 50),
        b"loca": struct.pack(">II", 0, len(glyph)),
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
        return 1 if charset in _WIDE_CHARSETS else None

    def _data(self, info: object, font: int, table: int, buffer: object, size: int) -> int:
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
