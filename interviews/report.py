"""What the report page draws: the radar chart's geometry and quotes marked in the transcript. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Axis", "Radar", "Segment", "mark_quotes", "radar"]

_RADIUS = 100.0
_LABEL = 122.0
_RINGS = (25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its end, its label's place and alignment; ``value`` is None if not observed."""

    name: str
    value: float | None
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Radar:
    """A chart around (0, 0) with radius 100; ``points`` is the polygon of the observed axes."""

    axes: tuple[Axis, ...]
    rings: tuple[str, ...]
    points: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a message; ``quoted`` when it is somebody's evidence."""

    text: str
    quoted: bool


def radar(values: Sequence[tuple[str, float | None]]) -> Radar | None:
    """The chart of named scores 0-100, None with fewer than three axes or observed ones."""
    observed = [value for _, value in values if value is not None]
    if len(values) < 3 or len(observed) < 3:
        return None
    count = len(values)
    axes = []
    dots = []
    for place, (name, value) in enumerate(values):
        x, y = _at(place, count, _RADIUS)
        label_x, label_y = _at(place, count, _LABEL)
        anchor = "middle" if abs(x) < 20 else "start" if x > 0 else "end"
        axes.append(Axis(name, value, x, y, label_x, label_y, anchor))
        if value is not None:
            dots.append(_at(place, count, _RADIUS * value / 100))
    rings = tuple(_polygon([_at(p, count, ring) for p in range(count)]) for ring in _RINGS)
    return Radar(tuple(axes), rings, _polygon(dots), tuple(dots))


def _at(place: int, count: int, radius: float) -> tuple[float, float]:
    angle = 2 * math.pi * place / count - math.pi / 2
    return round(radius * math.cos(angle), 1), round(radius * math.sin(angle), 1)


def _polygon(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)


def mark_quotes(text: str, quotes: Sequence[str]) -> list[Segment]:
    """``text`` cut where a quote begins or ends; joined again it is ``text``. Overlapping quotes
    become one."""
    spans = sorted(
        (start, start + len(quote))
        for quote in quotes
        if quote and (start := text.find(quote)) >= 0
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    segments: list[Segment] = []
    place = 0
    for start, end in merged:
        segments += [Segment(text[place:start], False), Segment(text[start:end], True)]
        place = end
    segments.append(Segment(text[place:], False))
    return [segment for segment in segments if segment.text]
