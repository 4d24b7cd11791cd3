"""The seeded database as every test finds it, and the way back to it.

Django's own flush after a transactional test empties all tables, the seed among them, and then
rebuilds permissions and content types. Going back to a known state is sound and far cheaper:
reading ~20 small tables, and writing only where a test did.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

__all__ = ["Baseline"]


class Baseline:
    """The rows of all of Django's tables at the moment this is made (the default database)."""

    def __init__(self) -> None:
        tables = sorted(connection.introspection.django_table_names(only_existing=True))
        rows = {table: _rows(table) for table in tables}
        self._full = {table: content for table, content in rows.items() if content}
        self._empty = [table for table in tables if table not in self._full]
        self._serialized = connection.creation.serialize_db_to_string()

    def restore(self) -> None:
        """Bring every table back. Sequences go on: a number that was used stays used."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '20s'")
            filled = [table for table in self._empty if _any(table)]
            changed = any(_rows(table) != content for table, content in self._full.items())
            # Foreign keys are checked when the transaction ends, so the order does not matter.
            _delete([*filled, *(self._full if changed else ())])
            if changed:
                connection.creation.deserialize_db_from_string(self._serialized)


def _rows(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")  # noqa: S608
        return list(cursor.fetchall())


def _any(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")  # noqa: S608
        return cursor.fetchone() is not None


def _delete(tables: list[str]) -> None:
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608
