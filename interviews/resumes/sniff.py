"""What a file is, by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

from interviewgpt.expressions import expression
from interviews.resumes.base import ResumeError, ResumeKind, ResumeProblem

__all__ = ["HEAD", "Form", "decide_form", "decide_kind"]

#: Bytes of a file's beginning that ``decide_kind`` wants to see.
HEAD = 4096


class Form(StrEnum):
    """The wrapping a résumé comes in. All but the first two are found under the name ``.doc``."""

    PDF = "pdf"
    ZIP = "zip"
    OLE = "ole"
    MIME = "mime"
    HTML = "html"
    WORDML = "wordml"
    RTF = "rtf"


KINDS = {
    Form.PDF: ResumeKind.PDF,
    Form.ZIP: ResumeKind.DOCX,
    Form.OLE: ResumeKind.DOC,
    Form.MIME: ResumeKind.DOC,
    Form.HTML: ResumeKind.DOC,
    Form.WORDML: ResumeKind.DOC,
    Form.RTF: ResumeKind.DOC,
}

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
MIME_HEADER = expression(
    r"\A(?:[a-z][a-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    r"(?:mime-version:|content-type:[ \t]*(?:multipart|text|message)/|message-id:)",
    re.IGNORECASE,
)
WORDML = expression(
    r"<\?mso-application[^>]*Word\.Document|<(?:\w+:)?wordDocument\b|<pkg:package\b", re.IGNORECASE
)
HTML = expression(
    r"<(?:!doctype\s+html|html|head|body|meta|style|title|table|div|center|font|p|h[1-6])\b",
    re.IGNORECASE,
)


def decide_kind(head: bytes) -> ResumeKind:
    """The kind of a file from its first ``HEAD`` bytes, whatever it is called.

    A zip counts as DOCX and a compound file as DOC here; whether there is a document in them is
    found out by reading them. Raises ``ResumeError`` with EMPTY or WRONG_KIND.
    """
    return KINDS[decide_form(head)]


def decide_form(head: bytes) -> Form:
    """The wrapping of a file from its first ``HEAD`` bytes; errors as for ``decide_kind``."""
    head = head[:HEAD]
    if not head:
        raise ResumeError(ResumeProblem.EMPTY)
    if head.startswith(OLE_MAGIC):
        return Form.OLE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Form.ZIP
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    text = _as_text(head).lstrip("\ufeff \t\r\n")
    if text.startswith("{\\rt"):
        return Form.RTF
    if text.startswith("<"):
        if WORDML.search(text):
            return Form.WORDML
        if HTML.search(text):
            return Form.HTML
    elif MIME_HEADER.match(text.replace("\r\n", "\n")):
        return Form.MIME
    raise ResumeError(ResumeProblem.WRONG_KIND)


def _as_text(head: bytes) -> str:
    for bom, encoding in BOMS.items():
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "ignore")
    if head[:2].count(0) == 1 and head.startswith((b"<\0", b"\0<")):
        return head.decode("utf-16-le" if head[1] == 0 else "utf-16-be", "ignore")
    return head.decode("latin-1")
