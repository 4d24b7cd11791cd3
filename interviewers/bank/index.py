"""The bank as a plan sees it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BankEntry"]


@dataclass(frozen=True, slots=True)
class BankEntry:
    """A question without its texts. ``subject`` is "", "skill" or "project" (a template)."""

    key: str
    competency: str
    stage: str
    families: tuple[str, ...]
    level: int
    topic: str
    skills: tuple[str, ...] = ()
    subject: str = ""
