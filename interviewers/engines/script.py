"""What a Chinese character is, in one place for all who ask which script a text is in."""

from __future__ import annotations

from interviewgpt.expressions import expression

__all__ = ["HAN", "count_han", "has_han", "is_han", "runs_of_han", "without_han"]

HAN = "\u3400-\u9fff"
"""A range, to be put into a class of a regular expression."""
_ONE = expression(f"[{HAN}]")
_RUN = expression(f"[{HAN}]+")


def is_han(char: str) -> bool:
    """Whether the first character is a Chinese one."""
    return "\u3400" <= char < "\ua000"


def has_han(text: str) -> bool:
    """Whether any character is a Chinese one."""
    return not text.isascii() and _ONE.search(text) is not None


def count_han(text: str) -> int:
    """How many characters are Chinese ones."""
    return 0 if text.isascii() else len(_ONE.findall(text))


def runs_of_han(text: str) -> list[str]:
    """The runs of Chinese characters in a text, in order."""
    return [] if text.isascii() else _RUN.findall(text)


def without_han(text: str) -> str:
    """A text with a blank for each run of Chinese characters."""
    return text if text.isascii() else _RUN.sub(" ", text)
