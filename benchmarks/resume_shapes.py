"""What a résumé of `resume_people` is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Entry", "Person", "Section"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A job, a project or a school: a bold title, a role beside it, dates at the margin."""

    title: str
    role: str = ""
    dates: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    entries: tuple[Entry, ...] = ()
    items: tuple[str, ...] = ()
    side: bool = False  # stands in the narrow column of layouts that have one


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    language: str  # "zh" or "en"
    name: str
    wish: str
    contacts: tuple[tuple[str, str], ...]  # label and value
    sections: tuple[Section, ...]
    projects: tuple[str, ...]  # what `facts` should find
    skills: tuple[str, ...]  # some of what `facts` should find, in the lexicon's spelling

    def in_order(self, layout: str) -> Iterator[Section]:
        """The sections in the order of a layout: those with two columns part them."""
        if not re.search(r"sidebar|columns", layout):
            return iter(self.sections)
        right = "right" in layout
        return iter(sorted(self.sections, key=lambda section: section.side is right))

    def lines(self, layout: str = "") -> Iterator[str]:
        """Every line, in the order of a layout by its name."""
        yield self.name
        yield self.wish
        for label, value in self.contacts:
            yield f"{label}{'：' if self.language == 'zh' else ': '}{value}"
        for section in self.in_order(layout):
            yield section.heading
            for entry in section.entries:
                yield " ".join(filter(None, (entry.title, entry.role, entry.dates)))
                yield from entry.items
            yield from section.items
