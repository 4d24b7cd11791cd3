"""Lines of a page in the order in which a reader takes them. Pure; lengths as in ``lines``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from interviews.resumes.lines import Glyph

__all__ = ["in_reading_order"]

#: A gap this many times the glyphs' height parts two pieces of a line.
_PIECE_GAP = 1.5
#: The share of the page's width by which a line may run over the gutter and still be its column's.
_OVERRUN = 0.03


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
    slack = _OVERRUN * width

    def side(piece: Piece) -> int:
        """-1 for left, 1 for right, 0 for a piece that stands across the gutter."""
        if piece.left < gutter - slack and piece.right > gutter + slack:
            return 0
        return -1 if piece.left + piece.right < 2 * gutter else 1

    left, right = ([piece for piece in pieces if side(piece) == one] for one in (-1, 1))
    top = min(max(piece.base for piece in left), max(piece.base for piece in right)) + 3
    bottom = max(min(piece.base for piece in left), min(piece.base for piece in right)) - 3
    beside = [piece for piece in pieces if bottom <= piece.base <= top]
    sides = [side(piece) < 0 for piece in beside]
    jumps = sum(one != two for one, two in pairwise(sides))
    left, right = ([piece for piece in beside if side(piece) == one] for one in (-1, 1))
    runs = 1 + sum(one > two for one, two in pairwise(sides))  # of neighbours at the left
    in_blocks = len(left) >= 2 * runs
    labels = fmean(piece.width for piece in left) < 0.12 * width and len(left) < 1.5 * runs
    if jumps < 5 or labels or (not in_blocks and _is_table(left, right, width)):
        return list(lines)
    crossing = [piece.base for piece in beside if not side(piece)]

    def place(piece: Piece) -> tuple[int, bool, int, float]:
        band = sum(base > piece.base for base in crossing)
        outside = -1 if piece.base > top else len(crossing) + 1
        within = bottom <= piece.base <= top
        row = -round(piece.base)
        return (band if within else outside, within and side(piece) > 0, row, piece.left)

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
    """The x that the fewest pieces cross, if both sides of it are well filled; else None.

    Of the widest gap it is the right end: lines begin at one edge and end at many.
    """
    if len(pieces) < 12:
        return None
    best: list[int] = []
    fewest = len(pieces) // 6
    lefts, rights = sorted(one.left for one in pieces), sorted(one.right for one in pieces)
    for step in range(80, 321):
        x = width * step / 400
        crossing = bisect_left(lefts, x) - bisect_right(rights, x)
        if crossing > fewest or not _is_filled(pieces, x, width):
            continue
        if crossing < fewest:
            fewest, best = crossing, []
        best.append(step)
    if not best:
        return None
    runs: list[list[int]] = []
    for step in best:
        if runs and runs[-1][-1] == step - 1:
            runs[-1].append(step)
        else:
            runs.append([step])
    return width * max(runs, key=len)[-1] / 400


def _is_filled(pieces: Sequence[Piece], x: float, width: float) -> bool:
    left = sum(piece.right <= x for piece in pieces)
    right = [piece.width for piece in pieces if piece.left >= x]
    # A margin of dates or page numbers is no column.
    return min(left, len(right)) >= 6 and fmean(right) >= 0.15 * width


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
