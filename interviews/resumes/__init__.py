"""Résumés: bytes → text → the skills and projects they claim. Knows nothing of Django."""

from interviews.resumes.base import Limits, ResumeError, ResumeKind, ResumeProblem, ResumeText
from interviews.resumes.facts import ResumeFacts, as_claimed, facts, only_interned
from interviews.resumes.named import named_in_both
from interviews.resumes.reader import extract
from interviews.resumes.skills import as_written
from interviews.resumes.sniff import decide_kind

__all__ = [
    "Limits",
    "ResumeError",
    "ResumeFacts",
    "ResumeKind",
    "ResumeProblem",
    "ResumeText",
    "as_claimed",
    "as_written",
    "decide_kind",
    "extract",
    "facts",
    "named_in_both",
    "only_interned",
]
