"""Reading headers that list wishes with weights (``Accept``, ``Accept-Language``)."""

from __future__ import annotations

from django.http import HttpRequest

__all__ = ["prefers_html", "weighted"]

MAX_HEADER = 2000
MAX_WISHES = 50


def weighted(header: str) -> list[tuple[str, float]]:
    """The values of ``header`` in lower case with their weights (0-1, default 1), as they stand.

    Parameters other than ``q`` are dropped; a weight that is no number counts as 0. What lies
    beyond 2,000 characters or 50 values is not read.
    """
    wishes = []
    for part in header[:MAX_HEADER].split(",")[:MAX_WISHES]:
        value, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if not value:
            continue
        weight = 1.0
        for parameter in parameters:
            name, _equals, text = parameter.partition("=")
            if name.strip() == "q":
                weight = _weight(text.strip())
        wishes.append((value, weight))
    return wishes


def _weight(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return min(1.0, max(0.0, value)) if value == value else 0.0


def _quality(wishes: list[tuple[str, float]], kind: str) -> tuple[float, int]:
    """How much ``kind`` is wished for, and how exactly it is named (2 by name, 0 by ``*/*``)."""
    patterns = {kind: 2, f"{kind.partition('/')[0]}/*": 1, "*/*": 0}
    named = [(patterns[value], weight) for value, weight in wishes if value in patterns]
    if not named:
        return 0.0, 0
    exactness, weight = max(named)
    return weight, exactness


def prefers_html(request: HttpRequest) -> bool:
    """Whether HTML is wanted rather than JSON, as browsers do.

    At equal weight the one that is named more exactly wins, and JSON where both are: so ``*/*``
    and no ``Accept`` header at all mean JSON.
    """
    wishes = weighted(request.headers.get("Accept", "*/*"))
    html = _quality(wishes, "text/html")
    return html[0] > 0 and html > _quality(wishes, "application/json")
