"""What job sites call ``.doc``: HTML, HTML in MIME (a web archive), Word 2003's XML → text."""

from __future__ import annotations

import email.parser  # by name: loaded late, it would not load at all (see ``worker``)
import encodings.aliases
import re
from email.message import Message
from html.parser import HTMLParser

from interviewgpt.expressions import expression
from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.flow import Flow, Full
from interviews.resumes.sniff import BOMS, Form, decide_form
from interviews.resumes.wordxml import WordXml, parse_xml

__all__ = ["chunk_text", "decode", "read_html", "read_mime", "read_wordml"]

_SILENT = {"script", "style", "title", "xml", "template", "noscript", "object", "select"}
_BLOCKS = set(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol p pre section ul caption".split()
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_MAX_PARTS = 200


def decode(data: bytes, declared: str = "") -> str:
    """Bytes of markup as text: by their mark, what they declare, or what fits.

    The first encoding that fits without a fault is taken; if none does, the one with the fewest
    faults. GB2312 and GBK are read as GB18030, which contains them.
    """
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    head = data[:4096]
    if head.count(0) > len(head) // 5:
        return data.decode(
            "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be", "replace"
        )
    inside = _DECLARED.search(head) or _XML_DECLARED.search(head)
    names = [declared, inside[1].decode("ascii") if inside else "", "utf-8", "gb18030"]
    tried = dict.fromkeys(name for name in map(_encoding, names) if name)
    texts: list[str] = []
    for name in tried:
        text = data.decode(name, "replace")
        if "\ufffd" not in text:
            return text
        texts.append(text)
    return min(texts, key=lambda text: text.count("\ufffd"))


def _encoding(name: str) -> str:
    name = name.lower().replace("-", "_")
    name = encodings.aliases.aliases.get(name, name)
    if name in ("gb2312", "gbk", "gb_2312_80", "cp936", "x_gbk"):
        return "gb18030"
    if name in ("latin_1", "iso8859_1", "ascii", "us_ascii"):
        return ""  # usually a default nobody chose; the others are tried before it
    if name in ("utf_16", "utf_16_le", "utf_16_be"):
        return ""  # said of bytes that are not, as seen above
    known = {"utf_8", "gb18030", "big5", "big5hkscs", "cp950", "cp1252", "cp1251", "cp1250"}
    known |= {"shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "iso8859_15", "iso8859_2", "hz"}
    return name if name in known else ""


class _Html(HTMLParser):
    """Feeds ``flow`` with the visible text of HTML."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(convert_charrefs=True)
        self._flow = flow
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif tag == "br":
            self._flow.write("\n")
        elif tag == "table":
            self._flow.open("table")
        elif tag == "tr":
            self._flow.open_row()
        elif tag in ("td", "th"):
            self._flow.open_cell()
        elif tag in _BLOCKS:
            self._flow.end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent:
                self._silent = ""
        elif tag == "table":
            self._flow.close("table")
        elif tag == "tr":
            self._flow.close("row")
        elif tag in ("td", "th"):
            self._flow.close("cell")
        elif tag in _BLOCKS:
            self._flow.end_line()

    def handle_data(self, data: str) -> None:
        text = "" if self._silent else _unwrapped(data)
        if text.strip() or not self._flow.at_start_of_line:
            self._flow.write(text)


_WRAP = expression(
    r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r]*\n[ \t\r\n]*(?=[\u3000-\u9fff\uff00-\uffef])"
)


def _unwrapped(data: str) -> str:
    """Source lines are no lines of the page; between Chinese characters not even blanks."""
    return re.sub(r"[ \t\r\n\f]+", " ", _WRAP.sub("", data))


def _html_text(text: str, most: int) -> tuple[str, bool]:
    flow = Flow(most)
    parser = _Html(flow)
    try:
        parser.feed(text)
        parser.close()
    except Full:
        return flow.text(), True
    return flow.text(), False


def read_html(data: bytes, limits: Limits) -> Draft:
    """Raises ``ResumeError`` (NO_TEXT)."""
    return _draft(*_html_text(decode(data), limits.max_chars))


def read_mime(data: bytes, limits: Limits) -> Draft:
    """All HTML parts of a web archive or mail, or else its plain text.

    Raises ``ResumeError`` (NO_TEXT).
    """
    message = email.parser.BytesParser().parsebytes(data)
    pages: list[str] = []
    plain: list[str] = []
    truncated = False
    for number, part in enumerate(message.walk()):
        if number >= _MAX_PARTS:
            truncated = True
            break
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml"):
            text, cut = _html_text(_payload(part), limits.max_chars - sum(map(len, pages)))
            pages.append(text)
            truncated = truncated or cut
        elif kind == "text/plain":
            plain.append(_payload(part))
    text = "\n".join(pages if any(page.strip() for page in pages) else plain)
    if "<html" in text[:2000].lower():  # the header promised less than there is
        text, truncated = _html_text(text, limits.max_chars)
    return _draft(text, truncated)


def _payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset("")) if isinstance(payload, bytes) else ""


def read_wordml(data: bytes, limits: Limits) -> Draft:
    """Word 2003's XML and OOXML in one flat file. Raises ``ResumeError`` (DAMAGED, NO_TEXT)."""
    flow = Flow(limits.max_chars)
    try:
        parse_xml([data], WordXml(flow))
    except Full:
        return _draft(flow.text(), True)
    except ResumeError:
        if not flow.size:
            raise
        return _draft(flow.text(), True)
    return _draft(flow.text(), False)


def chunk_text(data: bytes, most: int) -> str:
    """The text of an HTML or MIME chunk inside another document; of any other kind, none."""
    limits = Limits(max_chars=most)
    try:
        form = decide_form(data)
        if form is Form.HTML:
            return read_html(data, limits).text
        if form is Form.MIME:
            return read_mime(data, limits).text
    except ResumeError:
        return ""
    return ""


def _draft(text: str, truncated: bool) -> Draft:
    if not text.strip():
        raise ResumeError(ResumeProblem.NO_TEXT)
    return Draft(ResumeKind.DOC, text, truncated=truncated)
