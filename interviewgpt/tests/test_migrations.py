"""Servers of the last version go on working while the next one's migrations are already there.

An update migrates first and restarts servers one by one: docs/deployment.md.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.db import migrations

APPS = ("interviewers", "feedback", "interviews")
FIRST = {"interviewers": "0001_initial", "feedback": "0003_engines", "interviews": "0004_asides"}
"""The last migration of each app that no server has ever run without."""
CONTRACTING = (
    migrations.RemoveField,
    migrations.RenameField,
    migrations.DeleteModel,
    migrations.RenameModel,
)


def later(label: str) -> Iterator[ModuleType]:
    """The migrations of an app since ``FIRST``, in order."""
    folder = Path(apps.get_app_config(label).path) / "migrations"
    for path in sorted(folder.glob("[0-9]*.py")):
        if path.stem > FIRST[label]:
            yield importlib.import_module(f"{label}.migrations.{path.stem}")


@pytest.mark.parametrize("label", APPS)
def test_a_server_that_knows_nothing_of_a_new_column_can_insert(label: str) -> None:
    """Django gives a default to the rows there are and then forgets it: only one that the database
    keeps (``db_default``) serves who does not name the column."""
    for module in later(label):
        for operation in module.Migration.operations:
            if isinstance(operation, migrations.AddField):
                model = apps.get_model(label, operation.model_name)
                field = model._meta.get_field(operation.name)
                kept = field.null or field.many_to_many or field.has_db_default()
                assert kept, f"{module.__name__}: {operation.name} needs db_default or null"


@pytest.mark.parametrize("label", APPS)
def test_nothing_is_taken_away_that_a_running_server_may_read(label: str) -> None:
    """Where nothing reads it since the version before, name the operation in the migration's
    ``contracted``."""
    for module in later(label):
        allowed = getattr(module, "contracted", ())
        for operation in module.Migration.operations:
            if isinstance(operation, CONTRACTING):
                assert operation.describe() in allowed, f"{module.__name__}: {operation.describe()}"
