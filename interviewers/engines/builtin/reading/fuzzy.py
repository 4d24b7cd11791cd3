"""When two Latin stems are the same word with a typing error, and when they are akin (by their letter
triples).
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["has_kin", "similar", "triples"]


@lru_cache(maxsize=65_536)
def similar(left: str, right: str) -> bool:
    """Whether two stems differ by a slip or an ending only.

    Same first letter and one edit (insertion, deletion, substitution, swap of neighbours; two from
    nine letters on), or one the beginning of the other with at most two letters more. The shorter
    one has at least five letters.
    """
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    extra = len(long) - len(short)
    if left[0] != right[0] or len(short) < 5 or extra > 2:
        return False
    if long.startswith(short):
        return True
    allowed = 2 if len(short) >= 9 else 1
    if extra > allowed or len(set(short) ^ set(long)) > 2 * allowed:
        return False
    return _edits(short, long) <= allowed


def _edits(left: str, right: str) -> int:
    """The optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        before, previous, row = row, before, [i]
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


@lru_cache(maxsize=32_768)
def triples(word: str) -> frozenset[str]:
    """The letter triples of a word, its ends marked."""
    marked = f"^{word}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2))


KIN = 0.5
"""From this overlap of letter triples (0-1) on a word may be another form of an expected one."""
KIN_LENGTH = 5


def has_kin(term: str, others: frozenset[str]) -> bool:
    """Whether a term may be another form of one of ``others``."""
    if len(term) < KIN_LENGTH:
        return False
    return any(_are_kin(term, other) for other in _by_letter(others).get(term[0], ()))


@lru_cache(maxsize=512)
def _by_letter(terms: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The terms in Latin script that are long enough, by their first letters."""
    found: dict[str, list[str]] = {}
    for term in terms:
        if len(term) >= KIN_LENGTH and "a" <= term[0] <= "z":
            found.setdefault(term[0], []).append(term)
    return {letter: tuple(group) for letter, group in found.items()}


def _are_kin(term: str, other: str) -> bool:
    left, right = triples(term), triples(other)
    return similar(term, other) or 2 * len(left & right) >= KIN * (len(left) + len(right))
