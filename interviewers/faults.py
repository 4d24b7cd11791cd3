"""What is wrong with a question of the bank, in words a coach understands, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

__all__ = ["shape_faults"]

_WORDS = {
    "string_too_short": _("At least %(min_length)s characters are needed."),
    "string_too_long": _("At most %(max_length)s characters are possible."),
    "string_pattern_mismatch": _("Lower-case letters, digits and dashes only."),
    "too_short": _("At least %(min_length)s entries are needed; there are %(actual_length)s."),
    "too_long": _("At most %(max_length)s entries are possible; there are %(actual_length)s."),
    "same_keys": _("Two scoring points have the same key."),
    "unknown_points": _("There is no scoring point with the key: %(unknown)s"),
    "mute": _("No word to be heard by: “%(text)s”"),
    "bare": _("A point needs wordings, or a way it is told by which it is heard."),
    "contrary": _("A part of it is empty: “%(text)s”"),
    "subject": _("{subject} stands in the questions of a template, and in no others."),
}
_POINTS = {
    "too_short": _(
        "At least %(min_length)s scoring points are needed; there are %(actual_length)s."
    ),
    "too_long": _(
        "At most %(max_length)s scoring points are possible; there are %(actual_length)s."
    ),
}
"""The same of the list of points."""
_ANYTHING_ELSE = _("This cannot be used.")
_WITHIN = {"unknown_points": ("follow_ups",), "subject": ("text",)}
"""Where in a half something lies that is found by looking at the whole of it."""


def shape_faults(data: Mapping[str, Any]) -> dict[str, list[ValidationError]]:
    """By field of the model, what the engines could not use; ``params["place"]`` is where within it."""
    from pydantic import ValidationError as ShapeError

    from interviewers.bank.schema import BankItem

    try:
        BankItem.model_validate(data)
    except ShapeError as error:
        faults: dict[str, list[ValidationError]] = {}
        for found in error.errors():
            kind, context = found["type"], found.get("ctx", {})
            field, *place = found["loc"] or (context.get("half", "zh"),)
            words = _POINTS if place == ["points"] else _WORDS
            told = words.get(kind, _ANYTHING_ELSE)
            if "actual_length" in context:
                # The shape counts only the entries that are right.
                context = {**context, "actual_length": len(found["input"])}
            params = {**context, "place": tuple(place) or _WITHIN.get(kind, ())}
            faults.setdefault(str(field), []).append(ValidationError(told, kind, params))
        return faults
    return {}
