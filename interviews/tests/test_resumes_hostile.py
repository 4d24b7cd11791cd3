"""Files made to do harm: an answer in time, and nothing of it in this process."""

from __future__ import annotations

import io
import random
import resource
import socket
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from interviews.resumes import Limits, ResumeError, ResumeProblem, ResumeText, extract
from interviews.resumes.host import ROOT
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files

LIMITS = Limits()
SECONDS = 10.0
#: What this process may grow by while children read a hostile file, in KiB.
GROWTH = 40 * 1024


def answer(folder: Path, data: bytes, limits: Limits = LIMITS) -> ResumeText | ResumeProblem:
    path = folder / "resume.pdf"
    path.write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.monotonic()
    try:
        result: ResumeText | ResumeProblem = extract(path, limits=limits)
    except ResumeError as error:
        result = error.code
    assert time.monotonic() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH
    return result


@cache
def zip_bomb() -> bytes:
    head, tail = files.body("<w:p><w:r><w:t>{}</w:t></w:r></w:p>").split("{}")
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        part.write(head.encode())
        for _ in range(80):
            part.write(b"<w:p/>" * 200_000)
        part.write(tail.encode())
    return target.getvalue()


def lying_zip() -> bytes:
    """A bomb whose directory declares a small size."""
    data = bytearray(zip_bomb())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        size = struct.pack("<I", package.infolist()[0].file_size)
    return bytes(data.replace(size, struct.pack("<I", 1000)))


def nested_zip() -> bytes:
    inner = files.docx(files.ENGLISH)
    for _ in range(20):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("inner.docx", inner)
        inner = target.getvalue()
    return inner


def flate_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q " * 5_000_000) for _ in range(25)) + packer.flush()
    return files.pdf_by_hand(packed, extra=b"/Filter/FlateDecode")


def flate_bomb_of_text() -> bytes:
    line = b"BT /F1 9 Tf 9 9 Td (the story of a candidate) Tj ET\n"
    return files.pdf_by_hand(zlib.compress(line * 1_000_000, 9), extra=b"/Filter/FlateDecode")


def billion_laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
    )
    text = files.body("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")
    return files.docx_by_hand(f"<!DOCTYPE w [{entities}]>{text}")


def external_entity() -> bytes:
    text = files.body("<w:p><w:r><w:t>text &x;</w:t></w:r></w:p>")
    return files.docx_by_hand(f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>{text}')


def deep_xml() -> bytes:
    return files.docx_by_hand(files.body("<w:tbl><w:tr><w:tc>" * 300_000))


def looping_doc() -> bytes:
    """Directory and streams whose sectors lead back to themselves."""
    data = bytearray(docs.doc("text\r" * 2000))
    first = 512
    for sector in range(1, 60):
        struct.pack_into("<I", data, first + 4 * sector, sector)
    return bytes(data)


def looping_mini_stream() -> bytes:
    """A short stream whose sectors in the mini stream lead back to the first."""
    data = bytearray(docs.doc("text\r" * 2000))
    table_at, main_at = (
        data.index(name.encode("utf-16-le")) for name in ("0Table", "WordDocument")
    )
    root_at = data.index("Root Entry".encode("utf-16-le"))
    struct.pack_into("<II", data, root_at + 116, *struct.unpack_from("<II", data, main_at + 116))
    mini_fat = struct.unpack_from("<I", data, table_at + 116)[0]
    struct.pack_into("<II", data, main_at + 116, 0, 4000)
    struct.pack_into("<II", data, 60, mini_fat, 1)
    struct.pack_into("<128I", data, 512 * (1 + mini_fat), *[1, 0] * 64)
    return bytes(data)


def looping_directory() -> bytes:
    """A directory whose entries are each other's children."""
    data = bytearray(docs.doc("text\r" * 2000))
    for name in ("0Table", "WordDocument"):
        struct.pack_into("<III", data, data.index(name.encode("utf-16-le")) + 68, 2, 1, 0)
    return bytes(data)


def looping_table_of_sectors() -> bytes:
    """A sector table that continues in itself, as often as the header says."""
    data = bytearray(docs.doc("text\r" * 2000))
    struct.pack_into("<II", data, 68, 0, 0x7FFF_FFFF)
    struct.pack_into("<I", data, 512 + 508, 0)
    return bytes(data)


def looping_pages() -> bytes:
    """Pages that are their own parents, with contents that draw themselves."""
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 6"
        b"/Resources<</XObject<</X 4 0 R>>>>>>stream\n/X Do \nendstream"
    )
    return files.assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 99999999/Parent 2 0 R>>",
            (
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R 4 0 R]"
                b"/Resources<</XObject<</X 4 0 R>>>>>>"
            ),
            form,
        ]
    )


def looping_pieces() -> bytes:
    """A piece table that reads the same text over and over."""
    count = 300
    plc = struct.pack(f"<{count + 1}I", *(number * 60_000 for number in range(count + 1)))
    plc += struct.pack("<HIH", 0, 0x4000_1000, 0) * count
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    fib = bytearray(0x800)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0xC1)
    struct.pack_into("<I", fib, 0x4C, 60_000 * count)
    struct.pack_into("<II", fib, 0x1A2, 0, len(clx))
    return docs.compound_file({"0Table": clx, "WordDocument": bytes(fib) + b"a" * 60_000})


def deep_html() -> bytes:
    return b"<html><body>" + b"<table><tr><td>" * 30_000 + b"text"


def deep_mime() -> bytes:
    head = b"MIME-Version: 1.0\n"
    for number in range(3000):
        head += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (number, number)
    return head


def deep_rtf() -> bytes:
    return b"{\\rtf1 " + b"{" * 1_000_000


@pytest.mark.parametrize(
    ("make", "problems"),
    [
        (zip_bomb, {ResumeProblem.TOO_COMPLEX}),
        (lying_zip, {ResumeProblem.DAMAGED, ResumeProblem.NO_TEXT}),
        (nested_zip, {ResumeProblem.WRONG_KIND}),
        (flate_bomb, {ResumeProblem.TOO_COMPLEX, ResumeProblem.NO_TEXT, ResumeProblem.TIMEOUT}),
        (flate_bomb_of_text, {ResumeProblem.TOO_COMPLEX, ResumeProblem.TIMEOUT}),
        (billion_laughs, {ResumeProblem.DAMAGED}),
        (external_entity, {ResumeProblem.DAMAGED}),
        (deep_xml, {ResumeProblem.TOO_COMPLEX}),
        (looping_doc, {ResumeProblem.DAMAGED}),
        (looping_mini_stream, {ResumeProblem.DAMAGED}),
        (looping_table_of_sectors, {ResumeProblem.DAMAGED}),
        (looping_pages, {ResumeProblem.DAMAGED, ResumeProblem.NO_TEXT}),
        (looping_pieces, {ResumeProblem.DAMAGED}),
        (deep_mime, {ResumeProblem.NO_TEXT, ResumeProblem.TOO_COMPLEX}),
        (deep_rtf, {ResumeProblem.TOO_COMPLEX}),
    ],
)
def test_a_hostile_file_is_refused(
    tmp_path: Path, make: Callable[[], bytes], problems: set[ResumeProblem]
) -> None:
    assert answer(tmp_path, make()) in problems


def test_deep_html_gives_its_text(tmp_path: Path) -> None:
    result = answer(tmp_path, deep_html())
    assert isinstance(result, ResumeText)
    assert result.text == "text"


def test_a_directory_in_circles_gives_the_text_or_nothing(tmp_path: Path) -> None:
    result = answer(tmp_path, looping_directory())
    assert isinstance(result, ResumeText)
    assert set(result.text.split()) == {"text"}


def test_three_thousand_pages_give_the_first_fifty(tmp_path: Path) -> None:
    result = answer(tmp_path, files.pdf_pages(3000))
    assert isinstance(result, ResumeText)
    assert (result.pages, result.truncated) == (3000, True)


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    assert answer(tmp_path, b"") is ResumeProblem.EMPTY


def test_a_byte_too_many_is_too_large(tmp_path: Path) -> None:
    data = files.pdf(files.ENGLISH).ljust(10 * 1024 * 1024 + 1, b"\n")
    assert answer(tmp_path, data) is ResumeProblem.TOO_LARGE
    assert isinstance(answer(tmp_path, data[:-1]), ResumeText)


def test_a_polyglot_is_one_of_its_kinds(tmp_path: Path) -> None:
    result = answer(tmp_path, files.pdf(files.ENGLISH) + files.docx(files.CHINESE))
    assert isinstance(result, ResumeText)
    assert "Avery" in result.text
    assert "林予安" not in result.text


def test_text_that_no_database_takes_is_cleaned(tmp_path: Path) -> None:
    data = docs.rtf(["a \\u0? b \\u-10179? c"], unicode=False)
    result = answer(tmp_path, data.replace(b"\\\\u", b"\\u"))
    assert isinstance(result, ResumeText)
    result.text.encode("utf-8")
    assert "\0" not in result.text


def test_sixty_damaged_files_are_answered_for() -> None:
    """The beginning of a run that is made with thousands by hand."""
    command = [sys.executable, "benchmarks/resume_fuzz.py", "--count", "60", "--seed", "7"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "harm: none" in done.stdout


def test_random_bytes_behind_a_magic_number(tmp_path: Path) -> None:
    chance = random.Random(7)
    noise = chance.randbytes(50_000)
    assert answer(tmp_path, b"%PDF-1.7\n" + noise) is ResumeProblem.DAMAGED
    assert answer(tmp_path, b"PK\x03\x04" + noise) is ResumeProblem.DAMAGED
    assert answer(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise) is ResumeProblem.DAMAGED


def test_the_clock_ends_what_takes_too_long(tmp_path: Path) -> None:
    """Six thousand lines take over twenty times as long as is given; one page may be in time."""
    limits = Limits(wall_seconds=0.02)
    assert answer(tmp_path, files.pdf(files.ENGLISH * 400), limits) is ResumeProblem.TIMEOUT
    assert isinstance(answer(tmp_path, files.pdf(files.ENGLISH)), ResumeText)


def test_many_threads_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "resume"
    path.write_bytes(files.pdf(files.ENGLISH))
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(extract(path).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 6
    assert len(set(texts)) == 1


def test_the_reading_process_can_open_nothing(tmp_path: Path) -> None:
    """Its own way of giving up its rights, then a try at each of them."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        code = (
            "import socket, sys; sys.path.insert(0, sys.argv[1])\n"
            "from interviews.resumes import Limits\n"
            "from interviews.resumes.worker import _confine\n"
            "_confine(Limits())\n"
            "for attempt in (\n"
            "    lambda: socket.create_connection(('127.0.0.1', int(sys.argv[2]))),\n"
            "    lambda: open('/etc/hostname'),\n"
            "    lambda: bytearray(1 << 30),\n"
            "):\n"
            "    try:\n"
            "        attempt()\n"
            "    except (OSError, MemoryError):\n"
            "        print('refused')\n"
        )
        port = str(server.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-I", "-c", code, str(ROOT), port],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=30,
            check=True,
        )
    assert done.stdout.split() == ["refused"] * 3
