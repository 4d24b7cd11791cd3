"""The report as Markdown (CommonMark with tables). What people wrote stays text: it is escaped."""

from __future__ import annotations

import re

from feedback.documents import Block, Document, Heading, Items, Quote, Table
from interviewgpt.expressions import expression

__all__ = ["markdown"]

_MARKS = expression(r"([\\`*_{}\[\]<>|#~&$])")
_BULLET = expression(r"^(\s*)([-+=])(?=\s|$|[-=])", re.MULTILINE)
_NUMBER = expression(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)


def markdown(document: Document) -> str:
    """The whole document, with a final line break."""
    parts = [f"# {_inline(document.title)}", *(_block(block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_inline(block.text)}"
    if isinstance(block, Quote):
        return "\n".join(f"> {line}" for line in _lines(block.text))
    if isinstance(block, Items):
        marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.lines) + 1))
        return "\n".join(f"{m} {_inline(t)}" for m, t in zip(marks, block.lines, strict=True))
    if isinstance(block, Table):
        told = [_row(block.head), "|" + " --- |" * len(block.head)]
        return "\n".join([*told, *(_row(row) for row in block.rows)])
    text = "\n".join(_lines(block.text))
    return f"*{_inline(block.text)}*" if block.faint and text else text


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_inline(cell) for cell in cells) + " |"


def _escaped(text: str) -> str:
    text = _MARKS.sub(r"\\\1", text)
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", text))


def _inline(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _lines(text: str) -> list[str]:
    """The lines of a text, each but the last with a hard break."""
    lines = [_escaped(" ".join(line.split())) for line in text.splitlines() if line.strip()]
    return [f"{line}\\" if place < len(lines) else line for place, line in enumerate(lines, 1)]
