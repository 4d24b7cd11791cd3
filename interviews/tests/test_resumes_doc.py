"""What is called .doc → text: Word's binary format, web archives, web pages, XML, RTF."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.resumes import ResumeError, ResumeKind, ResumeProblem, ResumeText, extract
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files


def read(folder: Path, data: bytes) -> ResumeText:
    path = folder / "resume.doc"
    path.write_bytes(data)
    return extract(path)


def problem(folder: Path, data: bytes) -> ResumeProblem:
    with pytest.raises(ResumeError) as caught:
        read(folder, data)
    return caught.value.code


def paragraphs(lines: tuple[str, ...]) -> str:
    return "\r".join(lines) + "\r"


@pytest.mark.parametrize("table", ["0Table", "1Table"])
@pytest.mark.parametrize("lines", [files.CHINESE, files.ENGLISH])
def test_pieces_of_both_encodings_make_the_text(
    tmp_path: Path, lines: tuple[str, ...], table: str
) -> None:
    resume = read(tmp_path, docs.doc(paragraphs(lines), table=table))
    assert (resume.kind, resume.pages, resume.truncated) == (ResumeKind.DOC, None, False)
    assert resume.text.split("\n") == list(lines)


def test_the_piece_table_of_a_fast_save_is_found(tmp_path: Path) -> None:
    resume = read(tmp_path, docs.doc(paragraphs(files.CHINESE), modifiers=3))
    assert resume.text.split("\n") == list(files.CHINESE)


def test_headers_boxes_and_tables_are_read(tmp_path: Path) -> None:
    main = "姓名\x07林予安\x07\x07学校\x07江南理工大学\x07\x07正文\r"
    data = docs.doc(main, headers="页眉\r页眉\r", boxes="专业技能：Redis\r")
    assert read(tmp_path, data).text.split("\n") == [
        "页眉",
        "姓名 林予安",
        "学校 江南理工大学",
        "正文",
        "专业技能：Redis",
    ]


def test_fields_show_their_result_only(tmp_path: Path) -> None:
    main = 'See \x13 HYPERLINK "http://example.com" \x14my \x13 PAGE \x14page\x15\x15 here\x13 TOC \x15.\r'
    assert read(tmp_path, docs.doc(main)).text == "See my page here."


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "utf-16", "big5"])
def test_web_pages_are_read_in_their_encoding(tmp_path: Path, charset: str) -> None:
    lines = ("專案經驗：訂單系統", "Redis") if charset == "big5" else files.CHINESE
    data = docs.html(lines, charset=charset)
    resume = read(tmp_path, data)
    assert resume.kind is ResumeKind.DOC
    assert resume.text.split("\n")[: len(lines)] == list(lines)
    assert resume.text.endswith("籍地 江南")
    assert not {"margin", "settings", "resume.doc"} & set(resume.text.split())


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_an_encoding_nobody_declares_is_found(tmp_path: Path, charset: str) -> None:
    data = docs.html(files.CHINESE, charset=charset, declared=False)
    assert files.recall(files.CHINESE, read(tmp_path, data).text) == 1.0


def test_an_encoding_declared_falsely_is_seen_through(tmp_path: Path) -> None:
    data = docs.html(files.CHINESE, charset="utf-8").replace(b"charset=utf-8", b"charset=gb2312")
    assert files.recall(files.CHINESE, read(tmp_path, data).text) == 1.0


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_web_archives_are_read(tmp_path: Path, charset: str) -> None:
    resume = read(tmp_path, docs.web_archive(files.CHINESE, charset=charset))
    assert resume.text.split("\n")[: len(files.CHINESE)] == list(files.CHINESE)


def test_word_xml_is_read(tmp_path: Path) -> None:
    data = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"<w:p>{files.run('订单中台系统')}</w:p></w:body></w:wordDocument>"
    ).encode()
    assert read(tmp_path, data).text == "订单中台系统"


def test_headers_of_rtf_are_lines_of_their_own(tmp_path: Path) -> None:
    data = rb"{\rtf1\ansi{\header\pard top of the page}{\shptxt box}Avery Lindqvist\par Skills}"
    assert read(tmp_path, data).text.split("\n") == [
        "top of the page",
        "box",
        "Avery Lindqvist",
        "Skills",
    ]


@pytest.mark.parametrize("unicode", [True, False])
def test_rtf_is_read(tmp_path: Path, unicode: bool) -> None:
    resume = read(tmp_path, docs.rtf(files.CHINESE, unicode=unicode))
    assert resume.text.split("\n") == list(files.CHINESE)


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    data = docs.doc(paragraphs(files.ENGLISH), encrypted=True)
    assert problem(tmp_path, data) is ResumeProblem.ENCRYPTED


def test_a_spreadsheet_is_the_wrong_kind(tmp_path: Path) -> None:
    assert problem(tmp_path, docs.compound_file({"Workbook": b"x"})) is ResumeProblem.WRONG_KIND


@pytest.mark.parametrize(
    "data",
    [b"Just some text.", b"\x89PNG\r\n\x1a\n" + bytes(99), b"<svg/>", b"GIF89a", bytes(99)],
    ids=["text", "png", "svg", "gif", "zeros"],
)
def test_other_files_are_the_wrong_kind(tmp_path: Path, data: bytes) -> None:
    assert problem(tmp_path, data) is ResumeProblem.WRONG_KIND
