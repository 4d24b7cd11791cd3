"""Triggers that note every change of the catalogue, so that servers need not read it all each time.

They are the database's, because a change may come from another process, from a query that sends no
signals, or from an operator's own SQL. Where a later migration makes SQLite build a table anew, that
table's triggers are gone with the old one: `test_editions` would tell.
"""

from django.db import migrations, models

TABLES = (
    "interviewers_competency",
    "interviewers_interviewer",
    "interviewers_interviewer_competencies",
    "interviewers_question",
    "interviewers_rubriclevel",
)

# Whoever changes something while another's change is not committed would wait for its row, and two
# could wait for each other: a locked row is passed over.
FUNCTION = """
CREATE FUNCTION interviewers_new_edition() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE interviewers_edition SET token = gen_random_uuid()::text WHERE id = (
        SELECT id FROM interviewers_edition ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
    );
    IF NOT FOUND THEN
        INSERT INTO interviewers_edition (token) VALUES (gen_random_uuid()::text);
    END IF;
    RETURN NULL;
END $$
"""
ON_POSTGRESQL = """
CREATE TRIGGER new_edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION interviewers_new_edition()
"""
# No "INSERT OR REPLACE": within an "INSERT OR IGNORE" it would become that.
ON_SQLITE = """
CREATE TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN
    UPDATE interviewers_edition SET token = lower(hex(randomblob(16)));
    INSERT INTO interviewers_edition (token) SELECT lower(hex(randomblob(16)))
    WHERE NOT EXISTS (SELECT 1 FROM interviewers_edition);
END
"""
EVENTS = ("insert", "update", "delete")


def watch(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION, params=None)
        for table in TABLES:
            schema_editor.execute(ON_POSTGRESQL.format(table=table), params=None)
    else:
        for table in TABLES:
            for event in EVENTS:
                schema_editor.execute(ON_SQLITE.format(table=table, event=event), params=None)
    edition = apps.get_model("interviewers", "Edition")
    edition.objects.using(schema_editor.connection.alias).create(token="first")


def unwatch(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS new_edition ON {table}")
        schema_editor.execute("DROP FUNCTION IF EXISTS interviewers_new_edition()")
    else:
        for table in TABLES:
            for event in EVENTS:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_{event}")


class Migration(migrations.Migration):
    dependencies = [("interviewers", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(editable=False, max_length=36)),
            ],
        ),
        migrations.RunPython(watch, unwatch),
    ]
