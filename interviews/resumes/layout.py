"""Lines of a page in the order in which a reader takes them. Pure; lengths as in ``lines``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from interviews.resumes.lines import Glyph

__all__ = ["in_reading_order"]

#: A gap this many times the glyphs' height parts two pieces of a line.
_PIECE_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line without a wide gap."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float

    @property
    def width(self) -> float:
        return self.right - self.left


def in_reading_order(lines: Sequence[Sequence[Glyph]], width: float) -> list[Sequence[Glyph]]:
    """The lines of a page ``width`` wide, column after column where the file mixes columns.

    The order in the file is kept unless it jumps to and fro over a gutter, which is how files made
    row by row give two columns. Rows of a table and dates at the right margin stay in their line.
    """
    pieces = [piece for line in lines for piece in _pieces(line)]
    gutter = _gutter(pieces, width)
    if gutter is None:
        return list(lines)
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.left >= gutter]
    top = min(max(piece.base for piece in left), max(piece.base for piece in right)) + 3
    bottom = max(min(piece.base for piece in left), min(piece.base for piece in right)) - 3
    beside = [piece for piece in pieces if bottom <= piece.base <= top]
    sides = [piece.right <= gutter for piece in beside]
    jumps = sum(one != two for one, two in pairwise(sides))
    left = [piece for piece in beside if piece.right <= gutter]
    right = [piece for piece in beside if piece.left >= gutter]
    if jumps < 5 or _is_table(left, right, width):
        return list(lines)
    crossing = [piece.base for piece in beside if piece.left < gutter < piece.right]

    def place(piece: Piece) -> tuple[int, bool, int, float]:
        band = sum(base > piece.base for base in crossing)
        outside = -1 if piece.base > top else len(crossing) + 1
        within = bottom <= piece.base <= top
        row = -round(piece.base)
        return (band if within else outside, within and piece.left >= gutter, row, piece.left)

    return [piece.glyphs for piece in sorted(pieces, key=place)]


def _pieces(line: Sequence[Glyph]) -> list[Piece]:
    parts: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in line:
        if not glyph.char.isspace():
            # PDFium takes neighbours of nearly the same height for one line, in either order.
            if last and not -1.0 < (glyph.left - last.right) / glyph.height < _PIECE_GAP:
                parts.append([])
            last = glyph
        parts[-1].append(glyph)
    return [_piece(part) for part in parts if any(not glyph.char.isspace() for glyph in part)]


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    return Piece(
        glyphs=tuple(glyphs),
        left=min(glyph.left for glyph in inked),
        right=max(glyph.right for glyph in inked),
        base=inked[0].bottom,
    )


def _gutter(pieces: Sequence[Piece], width: float) -> float | None:
    """The x that the fewest pieces cross, if both sides of it are well filled; else None."""
    if len(pieces) < 12:
        return None
    best: tuple[int, float] | None = None
    for percent in range(20, 81):
        x = width * percent / 100
        crossing = sum(piece.left < x < piece.right for piece in pieces)
        left = [piece for piece in pieces if piece.right <= x]
        right = [piece for piece in pieces if piece.left >= x]
        if min(len(left), len(right)) < 6 or crossing > len(pieces) // 6:
            continue
        # A margin of dates or page numbers is no column.
        if fmean(piece.width for piece in right) < 0.15 * width:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best else None


def _is_table(left: Sequence[Piece], right: Sequence[Piece], width: float) -> bool:
    """Whether lines left and right stand side by side like the cells of rows.

    Two columns of prose may share their baselines too, but then both are wide.
    """
    bases = {round(piece.base) for piece in right}
    paired = sum(
        any(base + step in bases for step in (-1, 0, 1))
        for base in (round(piece.base) for piece in left)
    )
    if paired <= 0.7 * len(left):
        return False
    return min(fmean(p.width for p in left), fmean(p.width for p in right)) < 0.22 * width
