"""Parse trees of regular expressions, and the characters a match can begin with. Pure.

Python's parser of patterns is not public, so this is the only module that uses it.
"""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["beginnings", "tree_of"]


def tree_of(source: str, flags: int = 0) -> Any:
    """The parse tree of a pattern; None where this Python has no such parser. Raises re.error for an
    invalid pattern."""
    try:
        parser = importlib.import_module("re._parser")
        return parser.parse(source, flags)
    except (ImportError, AttributeError):
        return None


def beginnings(source: str) -> set[str] | None:
    """The characters a match can begin with, None where there is no tree. Raises ValueError where that is
    any character, or a match may be empty."""
    tree = tree_of(source)
    if tree is None:
        return None
    chars, empty = _first(tree)
    if empty:
        raise ValueError(f"may match nothing: {source}")
    return chars


def _first(items: Any) -> tuple[set[str], bool]:
    """The first characters of a parsed pattern, and whether it may match nothing."""
    chars: set[str] = set()
    for op, arg in items:
        name = str(op)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name == "LITERAL":
            return chars | {chr(arg)}, False
        if name == "IN":
            return chars | _members(arg), False
        if name == "SUBPATTERN":
            inner, empty = _first(arg[-1])
        elif name == "BRANCH":
            found = [_first(branch) for branch in arg[1]]
            inner, empty = set().union(*(f for f, _ in found)), any(e for _, e in found)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            inner, empty = _first(arg[2])
            empty = empty or arg[0] == 0
        else:
            raise ValueError(f"may begin with anything: {name}")
        chars |= inner
        if not empty:
            return chars, False
    return chars, True


def _members(items: Any) -> set[str]:
    chars: set[str] = set()
    for op, arg in items:
        if str(op) == "LITERAL":
            chars.add(chr(arg))
        elif str(op) == "RANGE":
            chars.update(map(chr, range(arg[0], arg[1] + 1)))
        elif str(op) == "CATEGORY" and str(arg) == "CATEGORY_DIGIT":
            chars.update("0123456789")
        else:
            raise ValueError(f"may begin with anything: {op} {arg}")
    return chars
