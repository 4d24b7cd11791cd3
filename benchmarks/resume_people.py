"""Fictitious résumés as data, for `resume_corpus`. Nobody and no company in them exists."""

from __future__ import annotations

import resume_people_en
import resume_people_zh

__all__ = ["PEOPLE"]

PEOPLE = (*resume_people_zh.PEOPLE, *resume_people_en.PEOPLE)
