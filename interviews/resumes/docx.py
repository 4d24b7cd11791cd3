"""DOCX → text, straight from the package.

python-docx is not used: its ``iter_inner_content()`` passes over content controls, and it refuses
strict documents and packages with dangling relations, which word processors open without a word.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from xml.parsers import expat

from interviews.resumes.base import Draft, Limits, ResumeError, ResumeKind, ResumeProblem
from interviews.resumes.flow import Flow, Full
from interviews.resumes.markup import chunk_text
from interviews.resumes.wordxml import WordXml, parse_xml

__all__ = ["read_docx"]

_MAX_ENTRIES = 5000
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str  # the last word of its type
    target: str  # a part's name
    external: bool


class _Package:
    """The parts of a package, unpacked piece by piece up to a number of bytes in all."""

    def __init__(self, data: bytes, most: int) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
            raise ResumeError(ResumeProblem.DAMAGED) from None
        entries = self._zip.infolist()
        if len(entries) > _MAX_ENTRIES:
            raise ResumeError(ResumeProblem.TOO_COMPLEX)
        self._entries = {entry.filename.lstrip("/").casefold(): entry for entry in entries}
        self._left = most

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes. Raises ``ResumeError``; nothing is unpacked beyond the limit."""
        entry = self._entries[name.casefold()]
        if entry.flag_bits & 0x1:
            raise ResumeError(ResumeProblem.ENCRYPTED)
        if entry.file_size > self._left:
            raise ResumeError(ResumeProblem.TOO_COMPLEX)
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise ResumeError(ResumeProblem.TOO_COMPLEX)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise ResumeError(ResumeProblem.DAMAGED) from None

    def relations(self, part: str) -> list[_Relation]:
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[_Relation] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.rpartition(":")[2] == "Relationship":
                target = unquote(attributes.get("Target", ""))
                found.append(
                    _Relation(
                        id=attributes.get("Id", ""),
                        kind=attributes.get("Type", "").rpartition("/")[2],
                        target=posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"),
                        external=attributes.get("TargetMode", "") == "External",
                    )
                )

        def refuse(*_: object) -> None:
            raise ResumeError(ResumeProblem.DAMAGED)

        if source in self:
            parser = expat.ParserCreate()
            parser.StartElementHandler = start
            parser.StartDoctypeDeclHandler = refuse
            try:
                for chunk in self.chunks(source):
                    parser.Parse(chunk, False)
            except expat.ExpatError:
                return found
        return [one for one in found if not one.external and one.target in self]


def read_docx(data: bytes, limits: Limits) -> Draft:
    """Headers, body with tables, boxes and content controls, diagrams, footnotes, footers.

    Raises ``ResumeError``: WRONG_KIND (a zip of something else), ENCRYPTED, DAMAGED, NO_TEXT,
    TOO_COMPLEX.
    """
    package = _Package(data, limits.max_unpacked)
    main = _main_part(package)
    body = _Reader(package, limits.max_chars)
    body.read(main)
    relations = package.relations(main)
    parts = {relation.id: relation.target for relation in relations}
    head: list[str] = []
    tail: list[str] = []
    for element, place in (("w:headerReference", head), ("w:footerReference", tail)):
        for id_ in dict.fromkeys(body.references.get(element, [])):
            if id_ in parts:
                place.append(body.side(parts[id_]))
    for id_ in body.references.get("w:altChunk", []):
        if id_ in parts:
            chunk = b"".join(package.chunks(parts[id_]))
            tail.append(chunk_text(chunk, limits.max_chars))
    for kind in ("diagramData", "footnotes", "endnotes"):
        tail.extend(body.side(one.target) for one in relations if one.kind == kind)
    texts = [*dict.fromkeys(head), body.text, *dict.fromkeys(tail)]
    text = "\n".join(one.strip("\n") for one in texts if one.strip())
    if not text:
        raise ResumeError(ResumeProblem.DAMAGED if body.broken else ResumeProblem.NO_TEXT)
    return Draft(ResumeKind.DOCX, text, truncated=body.truncated or body.broken)


def _main_part(package: _Package) -> str:
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            if relation.target.startswith(("xl/", "ppt/")):
                raise ResumeError(ResumeProblem.WRONG_KIND)
            return relation.target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise ResumeError(ResumeProblem.WRONG_KIND)


class _Reader:
    """Reads parts; what is broken after some text still gives that text."""

    def __init__(self, package: _Package, most: int) -> None:
        self.text = ""
        self.references: dict[str, list[str]] = {}
        self.truncated = self.broken = False
        self._package = package
        self._most = most

    def read(self, part: str) -> None:
        self.text, self.references = self._part(part)

    def side(self, part: str) -> str:
        return self._part(part)[0]

    def _part(self, part: str) -> tuple[str, dict[str, list[str]]]:
        flow = Flow(self._most)
        target = WordXml(flow)
        try:
            parse_xml(self._package.chunks(part), target)
        except Full:
            self.truncated = True
        except ResumeError as error:
            if error.code is not ResumeProblem.DAMAGED:
                raise
            self.broken = True
        return flow.text(), target.references
