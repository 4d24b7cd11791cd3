"""What is found under the name ``.doc``: Word 97 documents, web pages, web archives, RTF."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

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
