"""The numbers of the items of a list, which a full stop cuts off and which are no sentences. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from interviewgpt.expressions import expression

__all__ = ["without_numbers"]

_NUMBER = expression(r"\d{1,2}|[a-hA-H]|[一二三四五六七八九十]")
_LAST = expression(r"[\s,，、:：](\d{1,2})$")


def without_numbers(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where sentences lie (``places``), without the numbers of items: those at the beginning of a line, and in
    the middle of one, or at the end of the item before, those that go on with such a number."""
    found: list[tuple[int, int]] = []
    items: set[int] = set()
    for number, (start, end) in enumerate(places):
        if number + 1 < len(places) and "\n" not in text[end : places[number + 1][0]]:
            if end - start < 3 and _NUMBER.fullmatch(text, start, end):
                item = int(text[start:end]) if text[start:end].isdecimal() else 0
                if item - 1 in items or not text[:start].rpartition("\n")[2].strip():
                    items.add(item)
                    continue
            last = _LAST.search(text, max(start, end - 3), end)
            if last and int(last[1]) - 1 in items:
                items.add(int(last[1]))
                end = last.start()
        found.append((start, end))
    return found
