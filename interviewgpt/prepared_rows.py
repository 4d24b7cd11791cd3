"""Several new rows of a table in as few statements as the database can do with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast

import orjson
from django.db.models import JSONField, Model

from interviewgpt.prepared import current, execute

__all__ = ["InsertRows"]

M = TypeVar("M", bound=Model)


class InsertRows(Generic[M]):
    """Adds rows to a model's table without making objects of them; no signals are sent.

    ``columns`` are the fields of which each row has the value, in their order, as the database
    keeps it: numbers, text, truth values, None, and for a JSONField JSON as text. The others get
    their defaults.
    """

    def __init__(self, model: type[M], columns: Sequence[str]) -> None:
        self._model = model
        self._columns = tuple(columns)
        self._statements: dict[str, tuple[str, list[Any]]] = {}

    def run(self, rows: Sequence[Sequence[Any]]) -> list[int]:
        """Store the rows; their keys, in order. One statement on PostgreSQL, where each is a trip
        to another process. To be run in a transaction."""
        if not rows:
            return []
        here = current()
        if here.vendor not in self._statements:
            self._statements[here.vendor] = self._compile(here)
        sql, defaults = self._statements[here.vendor]
        if here.vendor == "postgresql":
            return [key for (key,) in execute(here, sql, [*defaults, self._as_json(rows)], _all)]
        return [execute(here, sql, [*defaults, *row], _one)[0] for row in rows]

    def _as_json(self, rows: Sequence[Sequence[Any]]) -> str:
        fields = [self._model._meta.get_field(name) for name in self._columns]
        names = [str(field.name) for field in fields]
        written = [isinstance(field, JSONField) for field in fields]
        objects = [
            {
                name: orjson.Fragment(value) if is_json else value
                for name, is_json, value in zip(names, written, row, strict=True)
            }
            for row in rows
        ]
        return orjson.dumps(objects).decode()

    def _compile(self, here: Any) -> tuple[str, list[Any]]:
        """The statement, and the defaults that stand before what a call gives it."""
        meta, quote = self._model._meta, here.ops.quote_name
        given = [cast(Any, meta.get_field(name)) for name in self._columns]
        rest = [f for f in meta.concrete_fields if not f.primary_key and f not in given]
        defaults = [field.get_db_prep_save(field.get_default(), here) for field in rest]
        names = ", ".join(quote(field.column) for field in (*rest, *given))
        head, key = f"INSERT INTO {quote(meta.db_table)} ({names})", quote(meta.pk.column)
        if here.vendor != "postgresql":
            places = ", ".join(["%s"] * (len(rest) + len(given)))
            return f"{head} VALUES ({places}) RETURNING {key}", defaults
        values = [f"%s::{field.db_type(here)}" for field in rest]
        values += [f'"row".{quote(field.name)}' for field in given]
        columns = ", ".join(f"{quote(field.name)} {field.db_type(here)}" for field in given)
        sql = (  # only names of our own tables and columns
            f"{head} SELECT {', '.join(values)} FROM ROWS FROM"  # noqa: S608
            f' (jsonb_to_recordset(%s::jsonb) AS ({columns})) WITH ORDINALITY AS "row"'
            f' ORDER BY "row"."ordinality" RETURNING {key}'
        )
        return sql, defaults


def _all(cursor: Any) -> list[tuple[int]]:
    found: list[tuple[int]] = cursor.fetchall()
    return found


def _one(cursor: Any) -> tuple[int]:
    found: tuple[int] = cursor.fetchone()
    return found
