"""Which values a field's column takes without the field being asked."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    CharField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    JSONField,
    TextField,
)

__all__ = ["kept_as_is"]


def kept_as_is(field: Field[Any, Any], here: Any) -> frozenset[type]:
    """The types of values that a field stores as they are: to ask it what it makes of a text takes
    longer than to store it. Subclasses such as choices are to be asked about."""
    if type(field).pre_save is not Field.pre_save:
        return frozenset()
    if isinstance(field, CharField | TextField):
        return frozenset({str, type(None)})
    if isinstance(field, FloatField):
        return frozenset({float, type(None)})
    if isinstance(field, IntegerField | ForeignKey):
        # PostgreSQL's driver is told how large they are.
        return frozenset({int, type(None)} if here.vendor == "sqlite" else {type(None)})
    return frozenset({type(None)}) if isinstance(field, JSONField) else frozenset()
