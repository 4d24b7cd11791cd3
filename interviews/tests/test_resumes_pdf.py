"""PDF → text: what a reader of the page sees, or a reason why there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.resumes import Limits, ResumeError, ResumeKind, ResumeProblem, ResumeText, extract
from interviews.tests import resume_files as files
from interviews.tests import resume_pdfs as pdfs


def read(folder: Path, data: bytes, *, name: str = "resume.pdf") -> ResumeText:
    path = folder / name
    path.write_bytes(data)
    return extract(path)


def problem(folder: Path, data: bytes) -> ResumeProblem:
    with pytest.raises(ResumeError) as caught:
        read(folder, data)
    return caught.value.code


@pytest.mark.parametrize(
    ("lines", "font"), [(files.CHINESE, "STSong-Light"), (files.ENGLISH, "Helvetica")]
)
def test_every_line_stands_where_it_stood(tmp_path: Path, lines: list[str], font: str) -> None:
    resume = read(tmp_path, files.pdf(lines, font=font))
    assert resume.kind is ResumeKind.PDF
    assert resume.pages == 1
    assert not resume.truncated
    assert resume.text.split("\n") == list(lines)


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, files.pdf(files.ENGLISH), name="resume.docx").kind is ResumeKind.PDF


def test_fake_bold_is_read_once(tmp_path: Path) -> None:
    resume = read(tmp_path, files.pdf(files.CHINESE, copies=3))
    assert resume.text.split("\n") == list(files.CHINESE)


def test_a_word_drawn_again_is_read_once(tmp_path: Path) -> None:
    data = files.pdf_placed([(60, 700, "Avery Lindqvist, engineer"), (60.3, 700, "Avery")])
    assert read(tmp_path, data).text == "Avery Lindqvist, engineer"


def test_a_word_that_climbs_is_a_word(tmp_path: Path) -> None:
    letters = [(60 + 9 * n, 700 + n * 0.5, letter) for n, letter in enumerate("Lindqvist")]
    placed = [*letters, (60, 660, "Engineer"), (60, 640, "in Malmö")]
    assert read(tmp_path, files.pdf_placed(placed)).text == "Lindqvist\nEngineer\nin Malmö"


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(tmp_path: Path, by_rows: bool) -> None:
    left = [f"left column skill number {number}" for number in range(12)]
    right = [f"the right column tells of work item {number}" for number in range(14)]
    resume = read(tmp_path, files.pdf_columns(left, right, by_rows=by_rows))
    assert resume.text.split("\n") == left + right


def test_columns_that_one_operator_writes_are_columns(tmp_path: Path) -> None:
    left = [f"the left column tells of skill number {number}" for number in range(10, 22)]
    right = [f"the right column tells of work item {number}" for number in range(10, 22)]
    rows = "".join(
        f"BT /F1 9 Tf 40 {700 - 14 * n} Td [({one}) -{9000 - 100 * n} ({two})] TJ ET\n"
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    )
    resume = read(tmp_path, files.pdf_by_hand(rows.encode()))
    assert resume.text.split("\n") == left + right


def test_dates_at_the_margin_stay_in_their_line(tmp_path: Path) -> None:
    lines = [f"Company number {number} of the list".ljust(60) + "2020" for number in range(12)]
    resume = read(tmp_path, files.pdf(lines, font="Courier"))
    assert resume.text.split("\n") == [" ".join(line.split()) for line in lines]


def test_words_divided_at_the_end_of_a_line_are_whole(tmp_path: Path) -> None:
    lines = ["The team was responsible for the imple-", "mentation of a real-", "time service."]
    resume = read(tmp_path, files.pdf(lines, font="Helvetica"))
    assert "implementation" in resume.text
    assert "real-time service" in resume.text


def test_a_hyphen_of_a_program_that_divides_no_words_is_the_writers(tmp_path: Path) -> None:
    lines = ["Semantic search over many de-", "identified notes of patients."]
    data = files.pdf(lines, font="Helvetica", creator="Microsoft Word")
    assert "de-identified notes" in read(tmp_path, data).text
    assert "deidentified notes" in read(tmp_path, files.pdf(lines, font="Helvetica")).text


def test_columns_that_run_over_their_edge_are_still_columns(tmp_path: Path) -> None:
    """In the file in stretches of a few lines from either side, as LaTeX's `paracol` leaves them."""
    left = [f"narrow column line {number}" for number in range(12)]
    left[2] = left[7] = "a line of the narrow column that is too long"
    right = [f"the wide column tells of work item {number}" for number in range(12)]
    placed = [
        (x, 780.0 - 14 * number - shift, lines[number])
        for block in range(0, 12, 3)
        for x, shift, lines in ((50.0, 0, left), (236.0, 7, right))
        for number in range(block, block + 3)
    ]
    resume = read(tmp_path, files.pdf_placed(placed, font="Helvetica"))
    assert resume.text.split("\n") == left + right


def test_a_column_of_labels_is_no_column_of_its_own(tmp_path: Path) -> None:
    """A form whose labels stand in the middle of their rows."""
    placed: list[tuple[float, float, str]] = []
    for number in range(8):
        placed.append((50.0, 773.0 - 60 * number, f"Label {number}"))
        placed += [
            (
                190.0,
                785.0 - 60 * number - 24 * n,
                f"what is said in row {number} line {n} at length",
            )
            for n in range(2)
        ]
    lines = read(tmp_path, files.pdf_placed(placed, font="Helvetica")).text.split("\n")
    assert lines == [text for _, _, text in placed]


def test_dates_at_the_edge_do_not_run_on(tmp_path: Path) -> None:
    placed = [(50.0, 700.0, "供应商协同平台"), (440.0, 700.0, "2021年05月至2022年08月")]
    placed += [(50.0, 684.0, "打通询价比价下单对账开票五个环节")]
    assert read(tmp_path, files.pdf_placed(placed)).text.split("\n") == [
        "供应商协同平台 2021年05月至2022年08月",
        "打通询价比价下单对账开票五个环节",
    ]


def test_ligatures_in_the_wrong_byte_order_are_letters(tmp_path: Path) -> None:
    """As Ghostscript maps them; a Chinese character of that code stays what it is."""
    lines = "1 beginbfchar <01> <74006900> endbfchar 1 beginbfchar <02> <6700> endbfchar"
    data = files.pdf_with_map(b"loca\001on and educa\001on \002", lines.encode())
    assert read(tmp_path, data).text == "location and education 最"


def test_a_blank_between_chinese_words_stays(tmp_path: Path) -> None:
    """Drawn as a gap only, as Chromium does; evenly spread letters make none."""
    gap = [
        (50.0 + 10 * n + 2.2 * (n >= 4), 700.0, char) for n, char in enumerate("北辰大学人工智能")
    ]
    even = [(50.0 + 12.2 * n, 660.0, char) for n, char in enumerate("人工智能与检索增强")]
    assert read(tmp_path, files.pdf_placed([*gap, *even])).text.split("\n") == [
        "北辰大学 人工智能",
        "人工智能与检索增强",
    ]


def test_a_pdf_that_asks_for_a_password_only_for_changes_is_read(tmp_path: Path) -> None:
    data = files.pdf(files.ENGLISH, password="", owner="secret")
    assert files.recall(files.ENGLISH, read(tmp_path, data).text) == 1.0


def test_spaced_headings_are_words(tmp_path: Path) -> None:
    lines = ["项 目 经 历", "订单中台系统", "W O R K", "Payment service for the shops"]
    text = read(tmp_path, files.pdf(lines)).text
    assert text.split("\n") == ["项目经历", "订单中台系统", "WORK", "Payment service for the shops"]


def test_letters_set_apart_are_words(tmp_path: Path) -> None:
    content = b"BT /F1 11 Tf 4 Tc 50 700 Td (practice 2021) Tj 0 -20 Td (Docker, Redis) Tj ET"
    assert read(tmp_path, files.pdf_by_hand(content)).text == "practice 2021\nDocker, Redis"


def test_ligatures_are_letters(tmp_path: Path) -> None:
    content = b"BT /F1 11 Tf 50 700 Td (e\\001cient o\\001ce sta\\002, tra\\001c \\003nder) Tj ET"
    encoding = b"/Encoding<</Type/Encoding/Differences[1/ffi 2/ff 3/fi]>>"
    text = read(tmp_path, files.pdf_by_hand(content, encoding=encoding)).text
    assert text == "efficient office staff, traffic finder"


def test_chinese_that_wraps_is_not_torn_apart(tmp_path: Path) -> None:
    lines = [
        "负责订单服务的架构设计与开发支撑高峰流量并制定团队的代码规",
        "范与发布流程",
        "项目经历",
    ]
    assert read(tmp_path, files.pdf(lines)).text.split("\n") == [lines[0] + lines[1], lines[2]]


def test_a_heading_from_top_to_bottom_is_one_word(tmp_path: Path) -> None:
    placed = [(40.0, 700.0 - 14 * number, char) for number, char in enumerate("项目经历")]
    placed += [(80.0, 700.0, "订单中台系统"), (80.0, 680.0, "统一各业务线的订单模型")]
    text = read(tmp_path, files.pdf_placed(placed)).text
    assert text.split("\n") == ["项目经历", "订单中台系统", "统一各业务线的订单模型"]


def test_forms_show_what_is_filled_in(tmp_path: Path) -> None:
    resume = read(tmp_path, files.pdf_form("Expected position: backend developer"))
    assert "Expected position: backend developer" in resume.text


def test_fields_and_notes_that_nothing_draws_are_read(tmp_path: Path) -> None:
    chinese = b"<FEFF" + "求职意向：后端开发".encode("utf-16-be").hex().encode() + b">"
    fields = [
        b"/Subtype/Widget/FT/Tx/T(a)/V" + chinese,
        b"/Subtype/Widget/FT/Ch/Ff 131072/Opt[(Oslo)(Bergen)]/T(b)/V(Bergen)",
        b"/Subtype/FreeText/Contents(Ledger Service)",
        b"/Subtype/Widget/FT/Tx/T(c)/V(drawn by PDFium)",
        b"/Subtype/Widget/FT/Btn/T(d)/V/Yes",
        b"/Subtype/Text/Contents(a remark of the reader)",
    ]
    resume = read(tmp_path, pdfs.with_annotations(b"Application for a position", fields))
    assert resume.text.startswith("Application for a position\n")
    for told in ("求职意向：后端开发", "Bergen", "Ledger Service", "drawn by PDFium"):
        assert resume.text.count(told) == 1
    assert "Oslo" not in resume.text
    assert "remark" not in resume.text


@pytest.mark.parametrize("encoding", ["GBK-EUC-H", "GBKp-EUC-H", "UniGB-UCS2-V", "UniGB-UTF16-H"])
def test_chinese_fonts_that_are_only_named_are_read(tmp_path: Path, encoding: str) -> None:
    codec = "gbk" if encoding.startswith("GBK") else "utf-16-be"
    data = pdfs.in_named_font("后端开发 订单系统".encode(codec), encoding)
    assert read(tmp_path, data).text == "后端开发 订单系统"


def test_a_page_that_lies_on_its_side_is_read(tmp_path: Path) -> None:
    content = b"BT /F1 11 Tf 0 1 -1 0 200 100 Tm (Senior engineer) Tj 0 -20 Td (in Oslo) Tj ET"
    assert read(tmp_path, files.pdf_by_hand(content)).text == "Senior engineer\nin Oslo"


def test_a_subset_font_with_its_map_is_read(tmp_path: Path) -> None:
    resume = read(tmp_path, files.pdf_with_subset(files.ENGLISH, mapped=True))
    assert files.recall(files.ENGLISH, resume.text) == 1.0


def test_a_subset_font_without_its_map_is_unreadable(tmp_path: Path) -> None:
    data = files.pdf_with_subset(files.ENGLISH, mapped=False)
    assert problem(tmp_path, data) is ResumeProblem.UNREADABLE


def test_letters_of_old_tex_fonts_are_known_by_their_codes(tmp_path: Path) -> None:
    resume = read(
        tmp_path,
        tex_pdf(
            "Experience in the design of e\x0ecient services for the bank"
            " and in the use of large databases by all of the teams"
        ),
    )
    assert "efficient services" in resume.text


def tex_pdf(text: str) -> bytes:
    """A page in a bitmap font (Type 3) without a map, words parted by moves and not by blanks."""
    codes = sorted(set(map(ord, text)) - {32})
    shapes = b" ".join(b"/a%d 5 0 R" % code for code in codes)
    names = b" ".join(b"%d/a%d" % (code, code) for code in codes)
    shown = b" -300 ".join(
        b"(" + word.replace("\x0e", "\\016").encode() + b")" for word in text.split(" ")
    )
    glyph, page = (
        b"50 0 0 0 50 70 d1 0 0 40 60 re f",
        b"BT /F1 6 Tf 10 700 Td [" + shown + b"]TJ ET",
    )
    return files.assemble_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            files.PAGE % 6,
            b"<</Type/Font/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FontBBox[0 0 50 70]"
            b"/FirstChar 0/LastChar 127/Widths[" + b" 50" * 128 + b"]/CharProcs<<" + shapes + b">>"
            b"/Encoding<</Type/Encoding/Differences[" + names + b"]>>/Resources<<>>>>",
            b"<</Length %d>>stream\n" % len(glyph) + glyph + b"\nendstream",
            b"<</Length %d>>stream\n" % len(page) + page + b"\nendstream",
        ]
    )


def test_a_scan_says_that_it_has_no_text(tmp_path: Path) -> None:
    assert problem(tmp_path, files.pdf_scanned(files.ENGLISH)) is ResumeProblem.NO_TEXT


def test_a_blank_page_has_no_text(tmp_path: Path) -> None:
    assert problem(tmp_path, files.pdf([])) is ResumeProblem.NO_TEXT


def test_a_password_is_asked_for(tmp_path: Path) -> None:
    assert problem(tmp_path, files.pdf(files.ENGLISH, password="open")) is ResumeProblem.ENCRYPTED


def test_pages_beyond_the_limit_are_left_out(tmp_path: Path) -> None:
    resume = read(tmp_path, files.pdf_pages(60))
    assert (resume.pages, resume.truncated) == (60, True)
    assert "page number 50 " in resume.text
    assert "page number 51 " not in resume.text


def test_characters_beyond_the_limit_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "resume.pdf"
    path.write_bytes(files.pdf(files.ENGLISH))
    resume = extract(path, limits=Limits(max_chars=100))
    assert resume.truncated
    assert 50 < len(resume.text) <= 100
    assert resume.text.startswith("Avery Lindqvist\n")
