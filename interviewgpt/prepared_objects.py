"""Objects of models made without the constructor, and what is stored of them.

Django's constructor goes through all fields of a model and sends signals, which nobody here waits
for: that takes longer than many a statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC
from functools import lru_cache
from typing import Any, TypeVar

import orjson
from django.db import DEFAULT_DB_ALIAS
from django.db.models import DateTimeField, Field, JSONField, Model
from django.db.models.base import ModelState
from django.utils import timezone

from interviewgpt.prepared_values import kept_as_is

__all__ = ["Storing", "fresh", "loaded", "storing"]

M = TypeVar("M", bound=Model)

Storing = tuple[str, frozenset[type], Callable[[Any], Any]]
"""Of a field: its attribute, the types of values that are stored as they are, and what is stored of
an object whose value is of another."""


def loaded(model: type[M], attributes: Sequence[str], row: Iterable[Any]) -> M:
    """An object as it was read: as `Model.from_db`, what is not among ``attributes`` deferred."""
    found = model.__new__(model)
    found._state = state = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    found.__dict__.update(zip(attributes, row, strict=True))
    return found


def fresh(model: type[M], **values: Any) -> M:
    """A new object, as ``model(**values)``. Relations are given by their keys (``interview_id``).

    Raises TypeError for what is no column.
    """
    plain, made = _defaults(model)
    if not values.keys() <= plain.keys():
        raise TypeError(f"no columns: {sorted(values.keys() - plain.keys())}")
    found = model.__new__(model)
    found._state = ModelState()
    data = found.__dict__
    data.update(plain)
    for name, make in made:
        if name not in values:
            data[name] = make()
    data.update(values)
    return found


@lru_cache(maxsize=64)
def _defaults(model: type[Model]) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]]]:
    """The defaults of all columns, and those of them that are made anew for each object."""
    fields = model._meta.concrete_fields
    made = [(f.attname, f.default) for f in fields if f.has_default() and callable(f.default)]
    return {field.attname: field.get_default() for field in fields}, made


def storing(fields: Iterable[Field[Any, Any]], here: Any) -> list[Storing]:
    """How new objects are stored in the database that ``here`` is connected to."""
    return [(field.attname, kept_as_is(field, here), _prepared(field, here)) for field in fields]


def _prepared(field: Field[Any, Any], here: Any) -> Callable[[Any], Any]:
    """What makes of an object what is stored of it."""
    name = field.attname

    def asked(instance: Any) -> Any:
        return field.get_db_prep_save(field.pre_save(instance, add=True), here)

    def json(instance: Any) -> Any:
        try:
            return orjson.dumps(getattr(instance, name)).decode()
        except TypeError:
            return asked(instance)

    def now(instance: Any) -> Any:
        moment = timezone.now()
        setattr(instance, name, moment)
        return str(moment.replace(tzinfo=None))

    if here.vendor == "sqlite":
        if type(field) is JSONField and field.encoder is None:
            return json
        if type(field) is DateTimeField and field.auto_now_add and here.timezone is UTC:
            return now
    return asked
