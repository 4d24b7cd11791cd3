"""Indexes for finding one among very many: by position, time, score, and résumé file.

On PostgreSQL they are built beside the work (CONCURRENTLY). That for parts of
the position is for PostgreSQL only, and
needs the extension pg_trgm, which whoever may create in the database may add where it is installed;
without it everything works, and searches read the table.
"""

import logging

from django.db import NotSupportedError, OperationalError, ProgrammingError, migrations, models

logger = logging.getLogger("interviews.migrations")

NAME = "interview_position_trigrams"


def build(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        try:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except (NotSupportedError, OperationalError, ProgrammingError) as error:
            logger.warning("No index for searches: pg_trgm cannot be had (%s)", error)
            return
        # One that was interrupted is left invalid, and would count as existing.
        cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {NAME}")
        cursor.execute(
            f"CREATE INDEX CONCURRENTLY {NAME} ON interviews_interview"
            " USING gin (upper(position::text) gin_trgm_ops)"
        )
        # Without figures on what it holds, the planner takes it for words that are everywhere.
        cursor.execute("ANALYZE interviews_interview")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {NAME}")


class AddIndexBesideTheWork(migrations.AddIndex):
    atomic = False

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        else:
            model = to_state.apps.get_model(app_label, self.model_name)
            schema_editor.add_index(model, self.index, concurrently=True)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("interviews", "0005_typed_wishes")]

    operations = [
        migrations.RunPython(build, drop),
        AddIndexBesideTheWork(
            "interview", models.Index(fields=["created_at"], name="interview_by_time")
        ),
        AddIndexBesideTheWork(
            "interview", models.Index(fields=["overall_score", "id"], name="interview_by_score")
        ),
        AddIndexBesideTheWork(
            "interview",
            models.Index(
                fields=["resume_path"],
                name="interview_by_resume",
                condition=~models.Q(resume_path=""),
            ),
        ),
    ]
