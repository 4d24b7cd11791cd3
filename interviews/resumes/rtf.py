"""RTF, the third thing that is called ``.doc`` → text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.flow import Full

__all__ = ["read_rtf"]

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
#: Groups whose words are not on the page.
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict"
    b" object themedata colorschememapping datastore latentstyles xmlnstbl fldinst panose falt"
    b" bkmkstart bkmkend template private1 nonshppict objdata mmathPr pgptbl filetbl annotation"
    b" atnid atnauthor atndate atnref listtext pntext".split()
)
#: Groups that are no part of the line they stand in.
_APART = frozenset(
    b"header headerl headerr headerf footer footerl footerr footerf footnote shptxt".split()
)
_BREAKS = {
    b"par": "\n",
    b"line": "\n",
    b"page": "\n",
    b"sect": "\n",
    b"row": "\n",
    b"nestrow": "\n",
}
_CHARS = {
    **_BREAKS,
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"bullet": "\u2022",
    b"emspace": " ",
    b"enspace": " ",
}
_SYMBOLS = {
    b"~": " ",
    b"_": "-",
    b"-": "",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\n": "\n",
    b"\r": "\n",
}
_CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    204: "cp1251",
    238: "cp1250",
}
_PAGES = {932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5", 1250: "cp1250", 1251: "cp1251"}
_MAX_DEPTH = 1000


@dataclass(frozen=True, slots=True)
class _State:
    unseen: bool = False
    font: int = -1
    per_letter: int = 1  # bytes to pass over behind a Unicode letter
    apart: bool = False


class _Reader:
    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._naming: int | None = None  # the font that the font table is describing
        self._state = _State()
        self._stack: list[_State] = []
        self._pass = 0

    def read(self, data: bytes) -> str:
        """Raises ``Full`` when there are as many characters as wanted; see ``text``."""
        for match in _TOKEN.finditer(data):
            word, number, code, symbol, brace, plain = match.groups()
            if brace:
                self._brace(brace)
            elif plain is not None:
                self._letters(plain)
            elif code is not None:
                self._letters(bytes((int(code, 16),)))
            elif symbol is not None:
                self._symbol(symbol)
            else:
                self._word(word, int(number) if number else None)
        return self.text()

    def text(self) -> str:
        self._decode()
        return "".join(self._parts)

    def _brace(self, brace: bytes) -> None:
        self._decode()
        self._pass = 0
        if brace == b"{":
            if len(self._stack) >= _MAX_DEPTH:
                raise ResumeError(ResumeProblem.TOO_COMPLEX)
            self._stack.append(self._state)
        elif self._stack:
            ended, self._state = self._state, self._stack.pop()
            if ended.apart and not self._state.apart:
                self._end_line()

    def _letters(self, letters: bytes) -> None:
        passed = min(self._pass, len(letters))
        self._pass -= passed
        if not self._state.unseen:
            self._bytes += letters[passed:]

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._state = replace(self._state, unseen=True)
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        if word == b"u" and number is not None:
            self._write(chr(number % 0x10000))
            self._pass = self._state.per_letter
            return
        if word == b"uc":
            self._state = replace(self._state, per_letter=max(0, min(number or 0, 8)))
        elif word in _UNSEEN:
            self._decode()
            self._state = replace(self._state, unseen=True)
        elif word in _APART:
            unseen = self._state.unseen and word != b"shptxt"
            self._decode()
            self._end_line()
            self._state = replace(self._state, unseen=unseen, apart=True)
        elif word == b"fldrslt":
            self._state = replace(self._state, unseen=False)
        elif word == b"ansicpg":
            self._page = _PAGES.get(number or 0, "cp1252")
        elif word in (b"f", b"af") and number is not None:
            if self._state.unseen:
                self._naming = number
            elif word == b"f":
                self._decode()
                self._state = replace(self._state, font=number)
        elif word == b"fcharset" and self._naming is not None:
            self._fonts[self._naming] = _CHARSETS.get(number or 0, "")
        elif word in _CHARS:
            self._write(_CHARS[word])

    def _write(self, text: str) -> None:
        self._decode()
        if not self._state.unseen:
            self._add(text)

    def _decode(self) -> None:
        """Bytes wait until a run of them is complete: a Chinese letter has two."""
        if not self._bytes:
            return
        run = bytes(self._bytes)
        self._bytes.clear()
        page = self._fonts.get(self._state.font) or self._page
        for name in dict.fromkeys((page, self._page, "cp1252")):
            try:
                self._add(run.decode(name))
                return
            except UnicodeDecodeError:
                continue
        self._add(run.decode(page, "replace"))

    def _end_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._add("\n")

    def _add(self, text: str) -> None:
        self._size += len(text)
        self._parts.append(text)
        if self._size > self._most:
            raise Full


def read_rtf(data: bytes, limits: Limits) -> Draft:
    """Raises ``ResumeError``: NO_TEXT, TOO_COMPLEX."""
    reader = _Reader(limits.max_chars)
    truncated = False
    try:
        text = reader.read(data)
    except Full:
        text, truncated = reader.text()[: limits.max_chars], True
    # Letters beyond the first plane are written as two halves.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if not text.strip():
        raise ResumeError(ResumeProblem.NO_TEXT)
    return Draft(ResumeKind.DOC, text, truncated=truncated)
