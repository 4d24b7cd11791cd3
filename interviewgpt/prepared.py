"""Statements of the ORM that are put into SQL once and not with every call.

Half the time of a small query goes into Django's compiler. What is asked thousands of times a
minute is written as any other query, with `Given` where its values are to stand, and compiled when
it is first run, once for each kind of database.
"""

from __future__ import annotations

import re
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import (
    Expression,
    Field,
    Model,
    QuerySet,
)
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery, UpdateQuery

from interviewgpt.prepared_objects import Storing, loaded, storing

__all__ = [
    "AT_MOST",
    "FROM",
    "Given",
    "Insert",
    "InsertAndUpdate",
    "NewKey",
    "Select",
    "Update",
    "current",
    "execute",
]

_thread = threading.local()

M = TypeVar("M", bound=Model)
T = TypeVar("T")

FROM, AT_MOST = 7_770_001, 7_770_002
"""For ``[FROM : FROM + AT_MOST]`` at the end of a query or of one within it: the first row and how
many."""

_BEYOND = 2**63
_NEW_KEY = '(SELECT "key" FROM "added")'
_WINDOW = {str(FROM): "first", str(AT_MOST): "count"}
# Values are never part of a statement's text, so that these numbers can only be where a slice is.
_PLACES = re.compile(rf"%s|\b(?:{FROM}|{AT_MOST})\b")


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a value is to stand among a statement's parameters."""

    name: str
    field: Field[Any, Any] | None


class Given(Expression):
    """A value that each call gives by ``name``: a number, a text or a truth value, and with a
    ``field`` whatever that stores."""

    def __init__(self, name: str, field: Field[Any, Any] | None = None) -> None:
        super().__init__(output_field=field)
        self._name = _Name(name, field)

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", (self._name,)


class NewKey(Expression):
    """In the update of an `InsertAndUpdate`, the key of the new object."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if connection.vendor == "postgresql":
            return _NEW_KEY, ()
        return "%s", (_Name("new_key", None),)


@dataclass(frozen=True, slots=True)
class _Statement:
    sql: str
    parameters: tuple[Any, ...]
    converters: tuple[tuple[int, Any, Any], ...] = ()
    attributes: tuple[str, ...] = ()

    def values(self, given: dict[str, Any], here: Any) -> list[Any] | None:
        """The parameters of a call, None where a number is larger than any in a database.

        Raises KeyError for a value that was not given.
        """
        found = []
        for parameter in self.parameters:
            if isinstance(parameter, _Name):
                value = given[parameter.name]
                if parameter.field is not None:
                    value = parameter.field.get_db_prep_save(value, here)
                if type(value) is int and not -_BEYOND <= value < _BEYOND:
                    return None
                found.append(value)
            else:
                found.append(parameter)
        return found


class _Prepared(ABC):
    """Compiles what it is for, once for each kind of database."""

    def __init__(self) -> None:
        self._statements: dict[str, _Statement] = {}

    def _statement(self, here: Any) -> _Statement:
        found = self._statements.get(here.vendor)
        if found is None:
            # Two threads may do so at once; they find the same.
            found = self._statements[here.vendor] = self._compile(here)
        return found

    @abstractmethod
    def _compile(self, here: Any) -> _Statement:
        """The statement for the kind of database that ``here`` is connected to."""

    def _execute(self, here: Any, given: dict[str, Any], read: Callable[[Any], T], nothing: T) -> T:
        """What ``read`` finds in the cursor; ``nothing`` where no row can be meant."""
        statement = self._statement(here)
        values = statement.values(given, here)
        return nothing if values is None else execute(here, statement.sql, values, read)

    def _rows(self, here: Any, given: dict[str, Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._execute(here, given, _all, [])
        converters = self._statement(here).converters
        if not converters:
            return rows
        found = []
        for row in rows:
            values = list(row)
            for place, convert, expression in converters:
                values[place] = convert(values[place], expression, here)
            found.append(tuple(values))
        return found


def execute(here: Any, sql: str, values: Sequence[Any], read: Callable[[Any], T]) -> T:
    """Execute one statement, without Django's cursors where nobody looks on: what they do besides
    takes longer than a small statement. Raises Django's errors."""
    if here.queries_logged or here.execute_wrappers:
        with here.cursor() as cursor:
            cursor.execute(sql, values)
            return read(cursor)
    here.close_if_health_check_failed()
    if here.connection is None:
        here.ensure_connection()
    here.validate_no_broken_transaction()
    with here.wrap_database_errors:
        if here.vendor == "sqlite":
            cursor = here.connection.execute(_with_question_marks(sql), values)
        else:
            cursor = here.create_cursor()
            cursor.execute(sql, values)
        try:
            return read(cursor)
        finally:
            # What has not been read to its end would hold a transaction up.
            cursor.close()


@lru_cache(maxsize=256)
def _with_question_marks(sql: str) -> str:
    """A statement as SQLite's driver wants it."""
    return re.sub(r"(?<!%)%s", "?", sql).replace("%%", "%")


def current() -> Any:
    """This thread's connection, which stays with it: to look it up takes longer than some statements."""
    try:
        return _thread.connection
    except AttributeError:
        _thread.connection = connections[DEFAULT_DB_ALIAS]
        return _thread.connection


def _all(cursor: Any) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _one(cursor: Any) -> tuple[Any, ...] | None:
    found: tuple[Any, ...] | None = cursor.fetchone()
    return found


def _count(cursor: Any) -> int:
    return int(cursor.rowcount)


class Select(_Prepared, Generic[M]):
    """A query for rows of one table, or for some of their columns.

    ``build`` gives the query, without relations that are followed. ``FROM`` and ``AT_MOST`` in its
    slices, or in those of queries within it, make ``first`` and ``count`` further values of a call.
    """

    def __init__(self, build: Callable[[], QuerySet[M, Any]]) -> None:
        super().__init__()
        self._build = build

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """The rows as tuples of their columns."""
        return self._rows(current(), given)

    def stored(self, **given: Any) -> list[tuple[Any, ...]]:
        """The rows as the database gives them: JSON is text, moments are what it makes of them."""
        return self._execute(current(), given, _all, [])

    def objects(self, **given: Any) -> list[M]:
        """The rows as objects, what the query defers left out."""
        here = current()
        rows = self._rows(here, given)
        attributes = self._statement(here).attributes
        model = self._model
        return [loaded(model, attributes, row) for row in rows]

    def first(self, **given: Any) -> M | None:
        """The object of the first row, None where there is none."""
        found = self.objects(**given)
        return found[0] if found else None

    def _compile(self, here: Any) -> _Statement:
        queryset = self._build()
        self._model = queryset.model
        compiler = queryset.query.get_compiler(connection=here)
        sql, parameters = compiler.as_sql()
        sql, parameters = _windowed(sql, parameters)
        columns = [column for column, _sql, _alias in compiler.select]
        converters = tuple(
            (place, convert, expression)
            for place, (several, expression) in compiler.get_converters(columns).items()
            for convert in several
        )
        attributes = tuple(
            getattr(c.target, "attname", "") for c in columns if hasattr(c, "target")
        )
        return _Statement(sql, parameters, converters, attributes)


def _windowed(sql: str, parameters: Iterable[Any]) -> tuple[str, tuple[Any, ...]]:
    """The statement with values of a call where its slices had their bounds."""
    given = iter(parameters)
    found = (
        _Name(_WINDOW[place], None) if place in _WINDOW else next(given)
        for place in _PLACES.findall(sql)
    )
    return _PLACES.sub("%s", sql), tuple(found)


class Update(_Prepared):
    """An update of rows of one table: ``build`` gives the query for them, and the new values.

    ``returning`` are columns that `rows` gives of the changed rows, as they are afterwards.
    """

    def __init__(
        self,
        build: Callable[[], tuple[QuerySet[Any, Any], dict[str, Any]]],
        returning: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._build = build
        self._returning = returning

    def run(self, **given: Any) -> int:
        """Change the rows; how many there were."""
        return self._execute(current(), given, _count, 0)

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """Change the rows; the returned columns of each."""
        return self._rows(current(), given)

    def _compile(self, here: Any) -> _Statement:
        queryset, values = self._build()
        query = cast(Any, queryset.query.chain(UpdateQuery))
        query.add_update_values(values)
        query.clear_ordering(force=True)
        sql, parameters = query.get_compiler(connection=here).as_sql()
        columns = [queryset.model._meta.get_field(name) for name in self._returning]
        if not columns:
            return _Statement(sql, tuple(parameters))
        names = ", ".join(here.ops.quote_name(column.column) for column in columns)
        converters = tuple(
            (place, convert, column.get_col(query.base_table))
            for place, column in enumerate(columns)
            for convert in _converters(column.get_col(query.base_table), here)
        )
        return _Statement(f"{sql} RETURNING {names}", tuple(parameters), converters)


def _converters(expression: Any, here: Any) -> list[Any]:
    """What turns the database's values of a column into Python's."""
    database: list[Any] = here.ops.get_db_converters(expression)
    return [*database, *expression.get_db_converters(here)]


class Insert(_Prepared, Generic[M]):
    """Adds new objects of a model to its table; no signals are sent.

    With ``unless_there``, one that a constraint keeps out is left out and no error.
    """

    def __init__(self, model: type[M], *, unless_there: bool = False) -> None:
        super().__init__()
        self._model = model
        self._on_conflict = OnConflict.IGNORE if unless_there else None
        self._fields: dict[str, list[Storing]] = {}

    def run(self, instance: M) -> bool:
        """Store a new object, which gets its key; False where it was left out."""
        here = current()
        statement = self._statement(here)
        return self._stored(
            instance, execute(here, statement.sql, self._values(instance, here), _one)
        )

    def _stored(self, instance: M, row: tuple[Any, ...] | None) -> bool:
        if row is None:
            return False
        (instance.pk,) = row
        instance._state.adding, instance._state.db = False, DEFAULT_DB_ALIAS
        return True

    def _values(self, instance: M, here: Any) -> list[Any]:
        given = instance.__dict__
        found = []
        for name, plain, prepared in self._fields[here.vendor]:
            value = given.get(name)
            found.append(value if type(value) in plain else prepared(instance))
        return found

    def _compile(self, here: Any) -> _Statement:
        meta = self._model._meta
        fields = [field for field in meta.concrete_fields if not field.primary_key]
        self._fields[here.vendor] = storing(fields, here)
        query = InsertQuery(self._model, on_conflict=self._on_conflict)
        query.insert_values(fields, [self._model()])
        compiler = cast(Any, query.get_compiler(connection=here))
        compiler.returning_fields = [meta.pk]
        ((sql, _values),) = compiler.as_sql()
        return _Statement(sql, ())


class InsertAndUpdate(Insert[M]):
    """Adds a new object and updates rows of another table, in which the object's key may be stored
    (`NewKey`): one statement on PostgreSQL, where each is a trip to another process.

    ``build`` is that of an `Update`. To be run in a transaction.
    """

    def __init__(
        self, model: type[M], build: Callable[[], tuple[QuerySet[Any, Any], dict[str, Any]]]
    ) -> None:
        super().__init__(model)
        self._update = Update(build)

    def run(self, instance: M, **given: Any) -> bool:
        """Store a new object, which gets its key; whether there was a row to update."""
        here = current()
        statement = self._statement(here)
        if here.vendor != "postgresql":
            return super().run(instance) and self._update.run(**given, new_key=instance.pk) > 0
        values = statement.values(given, here)
        if values is None:
            return False
        row = execute(here, statement.sql, [*self._values(instance, here), *values], _one)
        return self._stored(instance, row)

    def _compile(self, here: Any) -> _Statement:
        insert = super()._compile(here)
        if here.vendor != "postgresql":
            return insert
        update = self._update._compile(here)
        sql = f'WITH "added" ("key") AS ({insert.sql}) {update.sql} RETURNING {_NEW_KEY}'
        return _Statement(sql, update.parameters)
