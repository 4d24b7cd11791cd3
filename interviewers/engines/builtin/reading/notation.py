"""Notation in an answer: where a piece of JSON ends that is never closed, brackets that close nothing,
logarithms written in one word, and leaves that are those of a tree."""

from __future__ import annotations

from interviewgpt.expressions import expression

__all__ = ["apart", "end_of_notation", "torn"]

_LOGARITHM = expression(r"(?<![a-z0-9])(n ?)?(?:log2?|lg) ?(?=[nmk](?![a-z0-9]))")

_LEAVES = expression(
    r"(^\W{0,8}|[.,;:!?(]\s{0,3}|\b(?:the|its?|their|all|of|are|to|into|with|without|no|both|these|those|from|at|in|as|"
    r"between|many|few|two|three|more|called)\s)leaves\b(?=\W*$| (?!me\b|us\b|him\b|her\b|you\b))"
)
"""The plural of leaf: who leaves stands before it."""

_TORN = expression(
    # With bounds: blanks that could be any of its gaps' would be tried as each of them.
    r"[\"“”]\s{0,8}(?:[}\]]{1,8}\s{0,8},?|,)\s{0,8}[{\[]{0,8}\s{0,8}[\"“”]\w[\w ]{0,60}[\"“”]\s{0,8}[:：]"
)
_JOINT = expression(r"[\"“”]\s*[:：,}\]{\[]|[:：,{\[}]\s*[\"“”]|[}\]]")
APART, TAIL = 60, 24
"""The most characters between two marks of a piece of JSON, and behind the last mark."""


def end_of_notation(text: str, start: int) -> int:
    """The end of an unclosed piece of JSON: behind the last of its marks that are near each other, or the
    end of the line."""
    line = text.find("\n", start)
    line = len(text) if line < 0 else line
    end = start
    for mark in _JOINT.finditer(text, start, line):
        if mark.start() > end + APART:
            break
        end = mark.end()
    return line if line - end <= TAIL else end


def torn(text: str) -> list[tuple[int, int]]:
    """The spans of pieces of JSON that close what they never opened."""
    found: list[tuple[int, int]] = []
    for mark in _TORN.finditer(text):
        start = mark.start()
        if found and start < found[-1][1]:
            continue
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if line.count("{") <= line.count("}") and not line.count('"') % 2:
            found.append((start, end_of_notation(text, start)))
    return found


def apart(folded: str) -> str:
    """A folded text with "log n" for "logn" and "lg n", "n log n" for "nlogn", and "leafs" for leaves."""
    if "leaves" in folded:
        folded = _LEAVES.sub(r"\1leafs", folded)
    return _LOGARITHM.sub(lambda found: "n log " if found[1] else "log ", folded)
