"""Moments that the database itself writes as the API does."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, TextField

__all__ = ["Stamp"]


class Stamp(Func):
    """A column of moments as stamps: see `interviewgpt.api.stamps.utc_stamp`."""

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        # Stored in UTC, as text. Its functions of time would round up to the next second.
        template = "substr(%(expressions)s, 1, 10) || 'T' || substr(%(expressions)s, 12, 8) || 'Z'"
        return self.as_sql(compiler, connection, template=template, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        form = 'YYYY-MM-DD"T"HH24:MI:SS"Z"'
        template = f"to_char(%(expressions)s AT TIME ZONE 'UTC', '{form}')"
        return self.as_sql(compiler, connection, template=template, **more)
