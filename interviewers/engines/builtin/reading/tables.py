"""Tables in an answer, read as sentences: "| GET | reads | yes |" below "| method | does | cacheable |" says "GET:
does reads; cacheable". Without this its cells would be a list of words, and what stands in one row would not
belong together. Pure.
"""

from __future__ import annotations

from interviewers.engines.script import has_han

__all__ = ["without_tables"]

_DRAWN = frozenset("-–—=")
_RULE = _DRAWN | frozenset(" \t\r|:+")
"""The characters of the line between the head of a table and its rows; two at least are drawn."""
_YES = frozenset("yes y true ✓ ✔ √ ✅ 是 有 对 能 可以 支持 会".split())
_NO = frozenset("no n false ✗ ✘ × ❌ 否 无 没有 不 不能 不是 不可以 不支持 不会".split())
_NOTHING = frozenset("- – — / n/a".split())
LEAST = 2
"""A table has this many rows and columns at least."""
TELLS = {True: 5, False: 16}
"""Characters, in Chinese and otherwise, from which on the first cell of a row tells something and names nothing."""
ALIKE = 0.6
"""Such a cell is this share of those beside it at least."""


def without_tables(text: str) -> str:
    """The text with each row of a table as a sentence of its own; the same text where there is no table."""
    if "|" not in text and "\t" not in text:
        return text
    found: list[str] = []
    rows: list[list[str]] = []
    lines: list[str] = []
    ruled = False
    for line in (*text.split("\n"), None):
        rule = line is not None and bool(rows) and _is_rule(line)
        cells = _cells(line) if line is not None and not rule else []
        if rule or (cells and (not rows or len(cells) == len(rows[0]))):
            ruled = ruled or (rule and len(rows) == 1)
            rows += [cells] if cells else []
            lines.append(line or "")
            continue
        found += _told(rows, ruled=ruled) or lines
        rows, lines, ruled = ([cells], [line or ""], False) if cells else ([], [], False)
        if line is not None and not cells:
            found.append(line)
    return "\n".join(found)


def _is_rule(line: str) -> bool:
    return _RULE.issuperset(line) and sum(char in _DRAWN for char in line) >= LEAST


def _cells(line: str) -> list[str]:
    """The cells of a line; none if it is no row of a table."""
    mark = "|" if "|" in line else "\t"
    if mark == "|" and ("||" in line or "|=" in line):
        return []  # an operator
    parts = [part.strip() for part in line.strip(" \r").split(mark)]
    if mark == "|" and line.strip().startswith("|"):
        parts = parts[1:]
    if mark == "|" and line.strip().endswith("|"):
        parts = parts[:-1]
    return parts if len(parts) >= LEAST else []


def _told(rows: list[list[str]], *, ruled: bool) -> list[str]:
    """The rows of a table as sentences, the first one as its head where a line is drawn below; [] if they are
    too few."""
    if len(rows) < LEAST:
        return []
    head = rows[0] if ruled else [""] * len(rows[0])
    if ruled and head[0] and _heads_are_subjects(rows[1:]):
        # Nothing names the rows: each cell is said of the head above it.
        return [_sentence(["", *head], ["", *row]) for row in rows[1:]]
    return [_sentence(head, row) for row in rows[ruled:]]


def _heads_are_subjects(rows: list[list[str]]) -> bool:
    """Whether the first cells of the rows say as much as those beside them, and name nothing."""
    beside = [cell for row in rows for cell in row[1:]]
    if any(cell.lower() in _YES | _NO | _NOTHING for cell in beside):
        return False
    first = sum(len(row[0]) for row in rows) / len(rows)
    widest = max(sum(len(row[n]) for row in rows) / len(rows) for n in range(1, len(rows[0])))
    least = TELLS[has_han("".join(map("".join, rows)))]
    return first >= least and first >= ALIKE * widest


def _sentence(head: list[str], row: list[str]) -> str:
    han = has_han("".join(row + head))
    told = [_cell(name, cell, han=han) for name, cell in zip(head[1:], row[1:], strict=True)]
    said = ("；" if han else "; ").join(filter(None, told))
    lead = f"{row[0]}{'：' if han else ': '}" if row[0] and said else row[0]
    return f"{lead}{said}{'。' if han else '.'}"


def _cell(name: str, cell: str, *, han: bool) -> str:
    plain = cell.lower().strip(" .。")
    if not plain or plain in _NOTHING:
        return ""
    if name and plain in _YES:
        return name
    if name and plain in _NO:
        no = "没" if name.startswith("有") else "不"
        return f"{no}{name}" if has_han(name) else f"not {name}"
    return f"{name}{'' if han else ' '}{cell}".strip()
