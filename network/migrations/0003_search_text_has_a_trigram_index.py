"""LIKE '%term%' over the register by index on PostgreSQL; SQLite reads the rows, which its sizes allow."""

from django.db import migrations


def add_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        schema_editor.execute(
            "CREATE INDEX entry_search_text_trigrams ON network_registerentry USING gin (search_text gin_trgm_ops)"
        )


def drop_index(apps, schema_editor):
    # The extension stays: another table may use it.
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS entry_search_text_trigrams")


class Migration(migrations.Migration):
    dependencies = [("network", "0002_register_entry_names_are_searched_and_sorted")]

    operations = [migrations.RunPython(add_index, drop_index)]
