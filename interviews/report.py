"""What the report page draws: the radar chart's geometry and quotes marked in the transcript. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Axis", "Radar", "Segment", "mark_quotes", "radar"]

_RADIUS = 100.0
_LABEL = 116.0
_LINE = 18.0
_FONT = 15.0
_RINGS = (25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its end, and its label's place and alignment; ``value`` is None if not observed.

    A label has two lines, the name and the value, ``_LINE`` apart; ``label_y`` is the baseline of
    the first.
    """

    name: str
    value: float | None
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Radar:
    """A chart around (0, 0) with radius 100; ``points`` is the polygon of the observed axes.

    ``box`` is the ``viewBox`` that holds the labels too, at a font size of 15.
    """

    box: str
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    points: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a message; ``numbers`` are the judgements it is evidence for, if any."""

    text: str
    numbers: tuple[int, ...] = ()


def radar(values: Sequence[tuple[str, float | None]]) -> Radar | None:
    """The chart of named scores 0-100, None with fewer than three observed ones.

    The first axis points up, the others follow clockwise at equal angles.
    """
    if sum(value is not None for _, value in values) < 3:
        return None
    count = len(values)
    axes = []
    dots = []
    for place, (name, value) in enumerate(values):
        x, y = _at(place, count, _RADIUS)
        axes.append(Axis(name, value, x, y, *_label(place, count)))
        if value is not None:
            dots.append(_at(place, count, _RADIUS * value / 100))
    rings = tuple(_polygon([_at(p, count, ring) for p in range(count)]) for ring in _RINGS)
    return Radar(_box(axes), tuple(axes), rings, _polygon(dots), tuple(dots))


def _at(place: int, count: int, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * place / count - math.pi / 2
    # Adding 0.0 makes a rounded -0.0 a plain zero.
    return round(radius * math.cos(angle), 1) + 0.0, round(radius * math.sin(angle), 1) + 0.0


def _label(place: int, count: int) -> tuple[float, float, str]:
    """Both lines lie outside the chart: above it at the top, below it at the bottom."""
    x, y = _at(place, count, _LABEL)
    anchor = "middle" if abs(x) < 20 else "start" if x > 0 else "end"
    height = _LINE * (1 - y / _LABEL) / 2
    return x, round(y - height + _LINE / 3, 1), anchor


def _box(axes: Sequence[Axis]) -> str:
    side = math.ceil(
        max(
            abs(axis.label_x) + _width(axis.name) * (0.5 if axis.anchor == "middle" else 1)
            for axis in axes
        )
    )
    top = min(axis.label_y for axis in axes) - _FONT
    bottom = max(axis.label_y for axis in axes) + _LINE + _FONT / 2
    return f"{-side} {top:.0f} {2 * side} {bottom - top:.0f}"


def _width(text: str) -> float:
    """About how wide a label is: a Chinese character is as wide as the font is high."""
    return sum(1.0 if ord(char) > 0x2E7F else 0.58 for char in text) * _FONT


def _polygon(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def mark_quotes(text: str, quotes: Sequence[tuple[int, str]]) -> list[Segment]:
    """``text`` cut where a quote begins or ends; joined again it is ``text``.

    ``quotes`` are numbered. A quote is marked where it stands first; one that stands nowhere is
    not marked. Overlapping quotes become one segment with all their numbers.
    """
    spans = sorted(
        (start, start + len(quote), number)
        for number, quote in quotes
        if quote and (start := text.find(quote)) >= 0
    )
    merged: list[tuple[int, int, tuple[int, ...]]] = []
    for start, end, number in spans:
        if merged and start < merged[-1][1]:
            before, until, numbers = merged[-1]
            merged[-1] = (before, max(end, until), (*numbers, number))
        else:
            merged.append((start, end, (number,)))
    segments: list[Segment] = []
    place = 0
    for start, end, numbers in merged:
        segments += [Segment(text[place:start]), Segment(text[start:end], numbers)]
        place = end
    segments.append(Segment(text[place:]))
    return [segment for segment in segments if segment.text]
