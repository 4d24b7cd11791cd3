"""The seeded database as every test finds it, and the way back to it.

Django's own flush after a transactional test empties all tables, the seed among them, and then
rebuilds permissions and content types. Going back to a known state is sound and far cheaper:
reading ~20 small tables, and writing only those that a test changed. Whether a large one was
written to, whoever did it, is for the database to note (`_watch`): the bank has megabytes.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

__all__ = ["Baseline"]

LARGE = 100_000
"""Characters of what a table holds, from which on it is watched and not read after each test."""
_TOUCHED = "baseline_touched"


class Baseline:
    """The rows of all of Django's tables at the moment this is made (the default database)."""

    def __init__(self) -> None:
        tables = sorted(connection.introspection.django_table_names(only_existing=True))
        self._rows = {table: _rows(table) for table in tables}
        self._watched = {table for table in tables if len(repr(self._rows[table])) > LARGE}
        _watch(self._watched)

    def restore(self) -> None:
        """Bring every table back. Sequences go on: a number that was used stays used."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET LOCAL lock_timeout = '20s'")
            touched = {name for (name,) in _rows(_TOUCHED)}
            changed = [
                table
                for table, rows in self._rows.items()
                if (table in touched or table not in self._watched) and _differs(table, rows)
            ]
            # Foreign keys are checked when the transaction ends, so the order does not matter.
            for table in changed:
                _write(table, self._rows[table])
            if touched or changed:
                _write(_TOUCHED, [])


def _watch(tables: set[str]) -> None:
    """Have the database note in a table of its own which of these are written to."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {_TOUCHED} (name varchar(100))")
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION baseline_note() RETURNS trigger LANGUAGE plpgsql AS $$"  # noqa: S608
                f"BEGIN INSERT INTO {_TOUCHED} VALUES (TG_TABLE_NAME); RETURN NULL; END$$"
            )
        for table in sorted(tables):
            name = connection.ops.quote_name(table)
            if connection.vendor == "postgresql":
                cursor.execute(
                    "CREATE OR REPLACE TRIGGER baseline_note AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
                    f"ON {name} FOR EACH STATEMENT EXECUTE FUNCTION baseline_note()"
                )
                continue
            for event in ("INSERT", "UPDATE", "DELETE"):
                cursor.execute(
                    f"CREATE TRIGGER IF NOT EXISTS baseline_{event}_{table} AFTER {event} ON {name} "  # noqa: S608
                    f"BEGIN INSERT INTO {_TOUCHED} VALUES ('{table}'); END"
                )


def _differs(table: str, rows: list[tuple[Any, ...]]) -> bool:
    return _rows(table) != rows if rows else bool(_rows(table, "LIMIT 1"))


def _rows(table: str, limit: str = "") -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(table)
        cursor.execute(f"SELECT * FROM {name} ORDER BY 1 {limit}")  # noqa: S608
        return list(cursor.fetchall())


def _write(table: str, rows: list[tuple[Any, ...]]) -> None:
    """Put back what was read: the driver takes its values as it gave them."""
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {name}")  # noqa: S608
        if rows:
            places = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608
    assert _rows(table) == rows
