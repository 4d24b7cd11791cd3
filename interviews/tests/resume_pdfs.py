"""PDFs as forms and older programs write them, object by object."""

from __future__ import annotations

from collections.abc import Sequence

from interviews.tests.resume_files import PAGE, assemble_pdf

__all__ = ["in_named_font", "with_annotations"]


def with_annotations(text: bytes, annotations: Sequence[bytes]) -> bytes:
    """A line of text and below it annotations, without an appearance of their own, some of them
    fields of a form."""
    places = range(6, 6 + len(annotations))
    kids = b" ".join(b"%d 0 R" % number for number in places)
    content = b"BT /F1 11 Tf 50 700 Td (" + text + b") Tj ET"
    shared = b"<</Type/Annot/P 3 0 R/F 4/DA(/F1 11 Tf 0 g)/Rect[50 %d 400 %d]"
    return assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + kids + b"]/NeedAppearances true"
            b"/DR<</Font<</F1 4 0 R>>>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (PAGE % 5)[:-2] + b"/Annots[" + kids + b"]>>",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
            *(
                shared % (700 - 30 * number, 720 - 30 * number) + annotation + b">>"
                for number, annotation in enumerate(annotations, 1)
            ),
        ]
    )


def in_named_font(codes: bytes, encoding: str) -> bytes:
    """A line in a Chinese font that is not embedded, as older programs of Windows name them."""
    content = b"BT /F1 11 Tf 50 700 Td <" + codes.hex().encode() + b"> Tj ET"
    return assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            PAGE % 5,
            b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/"
            + encoding.encode()
            + b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo"
            b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor"
            b"/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859"
            b"/Descent -141/CapHeight 700/StemV 80>>>>]>>",
            b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream",
        ]
    )
