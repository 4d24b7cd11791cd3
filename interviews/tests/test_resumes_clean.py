"""Cleaning text, telling writing from garbage, and knowing files by their beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.resumes import ResumeError, ResumeKind, ResumeProblem, decide_kind
from interviews.resumes.clean import is_mojibake, is_plausible, tidy
from interviews.tests import resume_docs as docs
from interviews.tests import resume_files as files

PROSE = (
    "Led the migration of the payment service to a new database and reduced the cost of running it."
    " Worked with the risk team on rules and models for fraud in real time. "
) * 5
CHINESE_PROSE = (
    "负责订单服务的架构设计与开发，将下单延迟从三百毫秒降到八十毫秒，并制定了团队的代码规范。" * 3
)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\ud800c\x07d\ufffee", "abcde"),
        ("e\u0301", "\u00e9"),
        ("e\ufb03cient \ufb01le", "efficient file"),
        ("\u2f08\u2f2f \u2ed3\u2ed4", "人工 长门"),
        ("  a \t b\u3000c\xa0 d  ", "a b c d"),
        ("a\r\nb\rc\n\n\n\nd", "a\nb\nc\n\nd"),
        ("项 目 经 历", "项目经历"),
        ("姓    名：林予安  性 别: 无", "姓名：林予安 性别: 无"),
        ("江南理工大学 本科 2014", "江南理工大学 本科 2014"),
        ("\uf0b7 item \ue001", "item"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ],
)
def test_tidy(dirty: str, clean: str) -> None:
    assert tidy(dirty) == clean


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_tidy_text_can_be_stored_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    once.encode("utf-8")
    assert "\x00" not in once
    assert tidy(once) == once


@pytest.mark.parametrize(
    "text", [PROSE, CHINESE_PROSE, "Python, Redis", "東京の会社で開発を担当しました。" * 5]
)
def test_writing_is_plausible(text: str) -> None:
    assert is_plausible(text)


def test_the_codes_of_a_font_are_not_plausible() -> None:
    shifted = "".join(
        chr((ord(char) - 97 + 7) % 26 + 97) if char.islower() else char for char in PROSE
    )
    assert not is_plausible(shifted)
    assert not is_plausible(
        "".join(chr(0x4E00 + ord(char) * 97 % 20_000) for char in CHINESE_PROSE)
    )


def test_bytes_in_the_wrong_encoding_are_mojibake() -> None:
    assert is_mojibake(CHINESE_PROSE.encode("gb18030").decode("latin-1"))
    assert is_mojibake(CHINESE_PROSE.encode("utf-8").decode("gb18030", "ignore"))
    assert not is_mojibake(CHINESE_PROSE)
    assert not is_mojibake(
        "Développé à Orléans, près de l'école où j'ai étudié l'été dernier. " * 5
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.pdf(files.ENGLISH), ResumeKind.PDF),
        (b"\n\n" + files.pdf(files.ENGLISH), ResumeKind.PDF),
        (files.docx(files.ENGLISH), ResumeKind.DOCX),
        (docs.doc("text\r"), ResumeKind.DOC),
        (docs.html(files.CHINESE, charset="utf-16"), ResumeKind.DOC),
        (docs.html(files.CHINESE, charset="gb2312"), ResumeKind.DOC),
        (docs.web_archive(files.CHINESE, charset="utf-8"), ResumeKind.DOC),
        (docs.rtf(files.CHINESE, unicode=True), ResumeKind.DOC),
    ],
    ids=["pdf", "pdf-late", "docx", "doc", "html-16", "html-gb", "mht", "rtf"],
)
def test_the_beginning_decides_the_kind(data: bytes, kind: ResumeKind) -> None:
    assert decide_kind(data[:4096]) is kind


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ResumeProblem.EMPTY),
        (b"Dear all, MIME-Version: 1.0", ResumeProblem.WRONG_KIND),
        (b"\xff\xd8\xff\xe0 JFIF", ResumeProblem.WRONG_KIND),
        (b"<?xml version='1.0'?><svg/>", ResumeProblem.WRONG_KIND),
        (b"MZ\x90\x00", ResumeProblem.WRONG_KIND),
    ],
    ids=["empty", "text", "jpeg", "svg", "exe"],
)
def test_other_beginnings_are_refused(data: bytes, problem: ResumeProblem) -> None:
    with pytest.raises(ResumeError) as caught:
        decide_kind(data)
    assert caught.value.code is problem
    assert str(caught.value) == problem.value
