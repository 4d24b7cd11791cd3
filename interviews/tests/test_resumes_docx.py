"""DOCX → text: everything a reader of the document sees, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.resumes import ResumeError, ResumeKind, ResumeProblem, ResumeText, extract
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files


def read(folder: Path, data: bytes) -> ResumeText:
    path = folder / "resume.docx"
    path.write_bytes(data)
    return extract(path)


def problem(folder: Path, data: bytes) -> ResumeProblem:
    with pytest.raises(ResumeError) as caught:
        read(folder, data)
    return caught.value.code


@pytest.mark.parametrize("lines", [files.CHINESE, files.ENGLISH])
def test_paragraphs_are_lines(tmp_path: Path, lines: list[str]) -> None:
    resume = read(tmp_path, files.docx(lines))
    assert (resume.kind, resume.pages, resume.truncated) == (ResumeKind.DOCX, None, False)
    assert resume.text.split("\n") == list(lines)


def test_rows_of_a_table_are_lines(tmp_path: Path) -> None:
    data = files.docx(["林予安"], rows=[("姓名", "林予安"), ("学校", "江南理工大学")])
    assert read(tmp_path, data).text.split("\n") == ["林予安", "姓名 林予安", "学校 江南理工大学"]


def test_a_page_laid_out_by_a_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    data = files.docx([], rows=[("Skills\nPython\nRedis", "Work\nNorthwind Labs")])
    assert read(tmp_path, data).text.split() == "Skills Python Redis Work Northwind Labs".split()
    assert "Redis\nWork" in read(tmp_path, data).text


def test_headers_come_first_and_footers_last(tmp_path: Path) -> None:
    data = files.docx(files.ENGLISH, header="Curriculum vitae", footer="Confidential")
    lines = read(tmp_path, data).text.split("\n")
    assert (lines[0], lines[-1]) == ("Curriculum vitae", "Confidential")


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    data = files.docx(["林予安"], blocks=[files.text_box("专业技能：Redis")])
    assert read(tmp_path, data).text.split("\n") == ["林予安", "专业技能：Redis"]


def test_content_controls_are_read(tmp_path: Path) -> None:
    data = files.docx(["林予安"], blocks=[files.content_control("求职意向：后端开发")])
    assert read(tmp_path, data).text.split("\n") == ["林予安", "求职意向：后端开发"]


def test_what_was_deleted_hidden_or_instructs_is_not_read(tmp_path: Path) -> None:
    shown = files.run("shown", '<w:vanish w:val="0"/>')
    content = (
        f"<w:p>{files.run('Kept ')}<w:del>{files.run('deleted')}</w:del>"
        f"<w:ins>{files.run('inserted ')}</w:ins>{files.run('hidden', '<w:vanish/>')}"
        f"{shown}"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    resume = read(tmp_path, files.docx_by_hand(files.body(content)))
    assert resume.text == "Kept inserted shown"


def test_breaks_tabs_and_hyphens_that_do_not_break(tmp_path: Path) -> None:
    content = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='20'/></w:tabs></w:pPr><w:r><w:t>a</w:t>"
        "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
    )
    assert read(tmp_path, files.docx_by_hand(files.body(content))).text == "a b\nc-d"


def test_symbols_keep_the_words_around_them_apart(tmp_path: Path) -> None:
    symbols = [f"<w:r><w:sym w:font='Wingdings' w:char='{code}'/></w:r>" for code in ("F06C", "x")]
    content = f"<w:p>{files.run('Java')}{symbols[0]}{files.run('Go')}{symbols[1]}</w:p>"
    content += f"<w:p>{files.run('S')}<w:r><w:sym w:font='Arial' w:char='00F8'/></w:r></w:p>"
    assert read(tmp_path, files.docx_by_hand(files.body(content))).text == "Java•Go\nSø"


def test_what_word_wraps_runs_in_is_read_through(tmp_path: Path) -> None:
    content = (
        f"<w:p><w:smartTag w:element='City'>{files.run('Oslo')}</w:smartTag>"
        f"<w:customXml>{files.run(' Bergen')}</w:customXml>"
        f"<w:hyperlink r:id='r9'>{files.run(' blog')}</w:hyperlink>"
        f"<w:fldSimple w:instr='DATE'>{files.run(' May')}</w:fldSimple>"
        f"<w:moveFrom>{files.run(' away')}</w:moveFrom><w:moveTo>{files.run(' here')}</w:moveTo></w:p>"
    )
    resume = read(tmp_path, files.docx_by_hand(files.body(content)))
    assert resume.text == "Oslo Bergen blog May here"


def test_strict_documents_are_read(tmp_path: Path) -> None:
    document = files.body(f"<w:p>{files.run('Ledger Service')}</w:p>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(tmp_path, files.docx_by_hand(document)).text == "Ledger Service"


def test_html_inside_the_package_is_read(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    relations = (
        f'<Relationships><Relationship Id="c1" Type="{kind}" Target="chunk.mht"/></Relationships>'
    )
    data = files.docx_by_hand(
        files.body('<w:altChunk r:id="c1"/>'),
        word___rels__document_dot_xml_dot_rels=relations.encode(),
        word__chunk_dot_mht=docs.web_archive(files.CHINESE, charset="utf-8"),
    )
    assert files.recall(files.CHINESE, read(tmp_path, data).text) == 1.0


def test_relations_to_nowhere_do_no_harm(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        f'<Relationships><Relationship Id="a" Type="{kind}/header" Target="NULL"/>'
        f'<Relationship Id="b" Type="{kind}/header" Target="../../../etc/passwd"/>'
        f'<Relationship Id="c" Type="{kind}/footnotes" Target="http://192.0.2.1/" TargetMode="External"/>'
        "</Relationships>"
    )
    content = (
        f"<w:p>{files.run('Avery')}</w:p><w:sectPr><w:headerReference r:id='a'/>"
        "<w:headerReference r:id='b'/></w:sectPr>"
    )
    data = files.docx_by_hand(
        files.body(content), word___rels__document_dot_xml_dot_rels=relations.encode()
    )
    assert read(tmp_path, data).text == "Avery"


def test_a_document_that_breaks_off_gives_what_is_there(tmp_path: Path) -> None:
    whole = files.body("".join(f"<w:p>{files.run(line)}</w:p>" for line in files.ENGLISH))
    resume = read(tmp_path, files.docx_by_hand(whole[: whole.index("Ledger")]))
    assert resume.truncated
    assert resume.text.startswith("Avery Lindqvist\n")


def test_a_document_without_letters_has_no_text(tmp_path: Path) -> None:
    assert problem(tmp_path, files.docx([])) is ResumeProblem.NO_TEXT


def test_a_zip_of_something_else_is_the_wrong_kind(tmp_path: Path) -> None:
    other = files.docx_by_hand("").replace(b"word/document.xml", b"game/document.xml")
    assert problem(tmp_path, other) is ResumeProblem.WRONG_KIND


def test_an_encrypted_package_asks_for_a_password(tmp_path: Path) -> None:
    data = docs.compound_file({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})
    assert problem(tmp_path, data) is ResumeProblem.ENCRYPTED
