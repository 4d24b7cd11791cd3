"""Collecting running text out of documents with paragraphs, tables and boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Flow", "Full"]

Place = Literal["page", "table", "row", "cell", "box"]

#: Frames within frames that still make a difference to the text.
_MAX_DEPTH = 64


class Full(Exception):  # noqa: N818 - the end of the work, not an error
    """As many characters as are wanted have been collected."""


@dataclass(slots=True)
class _Frame:
    place: Place
    parts: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


class Flow:
    """Text in the making. Raises ``Full`` from ``write`` once ``most`` characters are there.

    A row of a table becomes one line, or, if its cells have lines of their own (a page laid out by
    a table), one cell after the other. Boxes follow the paragraph they hang on.
    """

    def __init__(self, most: int) -> None:
        self.size = 0
        self._most = most
        self._frames = [_Frame("page")]
        self._ignored = 0

    def write(self, text: str) -> None:
        room = self._most - self.size
        self._frames[-1].parts.append(text[:room])
        self.size += len(text)
        if len(text) > room:
            raise Full

    @property
    def at_start_of_line(self) -> bool:
        parts = self._frames[-1].parts
        return not parts or parts[-1].endswith("\n")

    def end_line(self) -> None:
        frame = self._frames[-1]
        if not self.at_start_of_line:
            frame.parts.append("\n")
        if frame.boxes:
            boxes, frame.boxes = frame.boxes, []
            frame.parts.extend(f"{box}\n" for box in boxes)

    def open(self, place: Literal["table", "box"]) -> None:
        if len(self._frames) >= _MAX_DEPTH:
            self._ignored += 1
            return
        if place == "table":
            self.end_line()
        self._frames.append(_Frame(place))

    def open_row(self) -> None:
        if self._ignored:
            return
        if self._within("table"):
            self._unwind("table")
            self._frames.append(_Frame("row"))
        else:
            self.end_line()

    def open_cell(self) -> None:
        if self._ignored:
            return
        if self._within("row"):
            self._unwind("row")
            self._frames.append(_Frame("cell"))
        else:
            self.write("\t")

    def close(self, place: Place) -> None:
        """Closes the innermost ``place`` with all that is open in it; a stray close is ignored."""
        if self._ignored:
            self._ignored -= place in ("table", "box")
        elif self._within(place):
            self._unwind(place)
            self._pop()

    def text(self) -> str:
        """All that was written, with whatever is open closed."""
        while len(self._frames) > 1:
            self._pop()
        self.end_line()
        return "".join(self._frames[0].parts)

    def _within(self, place: Place) -> bool:
        """Whether ``place`` is open, inside the innermost table or box for rows and cells."""
        for frame in reversed(self._frames):
            if frame.place == place:
                return True
            if frame.place == "box" or (frame.place == "table" and place in ("row", "cell")):
                return False
        return False

    def _unwind(self, place: Place) -> None:
        while self._frames[-1].place != place:
            self._pop()

    def _pop(self) -> None:
        self.end_line()
        frame = self._frames.pop()
        below = self._frames[-1]
        if frame.place == "row":
            cells = [cell for cell in frame.cells if cell]
            between = "\n" if any("\n" in cell for cell in cells) else "\t"
            below.parts.append(between.join(cells) + "\n")
            return
        text = "".join(frame.parts)
        if frame.place == "cell":
            below.cells.append(text.strip())
        elif frame.place == "box":
            below.boxes.append(text.strip())
        else:
            below.parts.append(text)
