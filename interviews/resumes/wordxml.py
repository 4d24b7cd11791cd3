"""The XML of Word (OOXML, strict or not, and Word 2003's) → text, in one pass, without a tree.

Expat reads neither files nor the network, and a document type is refused before it can declare
anything: there are no entities to expand.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from interviews.resumes.base import ResumeError, ResumeProblem
from interviews.resumes.flow import Flow

__all__ = ["WordXml", "parse_xml"]

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "urn:schemas-microsoft-com:vml": "v",
}
#: Removed by a tracked change, instructions of fields, and the reading aid above Chinese.
_UNSEEN = {"w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rt"}
_LETTERS = {"w:t", "a:t", "m:t"}
_MARKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_MAX_DEPTH = 1000
_OFF = {"0", "false", "off", "none"}


class WordXml:
    """Feeds ``flow`` with what a reader of the document sees.

    ``references`` collects the relation ids of headers, footers and alternative chunks, by element.
    """

    def __init__(self, flow: Flow) -> None:
        self.references: dict[str, list[str]] = {}
        self._flow = flow
        self._path: list[str] = []
        self._skip = 0
        self._hidden = False
        # Per alternative: the size before it, then whether its first choice had any text.
        self._choices: list[int | bool] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skip or name in _UNSEEN or self._is_said_already(name):
            self._skip += 1
            return
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if len(self._path) > _MAX_DEPTH:
            raise ResumeError(ResumeProblem.TOO_COMPLEX)
        if name == "w:r":
            self._hidden = False
        elif name == "w:vanish" and self._path[-3:-1] == ["w:r", "w:rPr"]:
            self._hidden = attributes.get("w:val", "1") not in _OFF
        elif name in _MARKS and parent == "w:r":
            self._flow.write(_MARKS[name])
        elif name == "w:sym" and parent == "w:r":
            self._flow.write(_symbol(attributes.get("w:char", "")))
        elif name == "w:tbl":
            self._flow.open("table")
        elif name == "w:tr":
            self._flow.open_row()
        elif name == "w:tc":
            self._flow.open_cell()
        elif name == "w:txbxContent":
            self._flow.open("box")
        elif name == "mc:AlternateContent":
            self._choices.append(False)
        elif name == "mc:Choice" and self._choices:
            self._choices[-1] = self._flow.size
        elif name == "v:textpath":
            self._flow.write(attributes.get("string", "") + "\n")
        elif name in ("w:headerReference", "w:footerReference", "w:altChunk"):
            self.references.setdefault(name, []).append(attributes.get("r:id", ""))

    def _is_said_already(self, name: str) -> bool:
        return name == "mc:Fallback" and bool(self._choices) and self._choices[-1] is True

    def letters(self, text: str) -> None:
        if not self._skip and not self._hidden and self._path and self._path[-1] in _LETTERS:
            self._flow.write(text)

    def end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._path.pop()
        if name in ("w:p", "a:p"):
            self._flow.end_line()
        elif name == "w:r":
            self._hidden = False
        elif name == "w:tbl":
            self._flow.close("table")
        elif name == "w:tr":
            self._flow.close("row")
        elif name == "w:tc":
            self._flow.close("cell")
        elif name == "w:txbxContent":
            self._flow.close("box")
            self._hidden = False
        elif name == "mc:Choice" and self._choices:
            self._choices[-1] = self._flow.size > int(self._choices[-1])
        elif name == "mc:AlternateContent" and self._choices:
            self._choices.pop()


def _symbol(code: str) -> str:
    """The letter with this hexadecimal code; for the pictures of symbol fonts a bullet, which at
    least keeps the words around it apart."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() and not "\ue000" <= char <= "\uf8ff" else "\u2022"


def parse_xml(chunks: Iterable[bytes], target: WordXml) -> None:
    """Runs XML through ``target``. Names are ``prefix:local`` with Word's usual prefixes.

    Raises ``ResumeError`` (DAMAGED) for what is no XML or declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    names: dict[str, str] = {}

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = _PREFIXES.get(space, "")
            known = names[name] = f"{prefix}:{local}" if prefix else local
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        target.start(short(name), {short(key): value for key, value in attributes.items()})

    def refuse(*_: object) -> None:
        raise ResumeError(ResumeProblem.DAMAGED)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: target.end(short(name))
    parser.CharacterDataHandler = target.letters
    parser.StartDoctypeDeclHandler = refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise ResumeError(ResumeProblem.DAMAGED) from None
