# The index of the search: a virtual table (FTS5) on SQLite, a tsvector with a GIN index on PostgreSQL.

import suivi.record.models.entry
from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE record_search USING fts5(
    words, filters, recommendation UNINDEXED,
    tokenize = "ascii tokenchars '=_-.'", prefix = '2 3'
)
"""
POSTGRESQL = """
CREATE TABLE record_search (
    rowid bigint PRIMARY KEY, words tsvector NOT NULL, filters text NOT NULL, recommendation bigint NOT NULL
);
CREATE INDEX record_search_words ON record_search USING gin (words)
"""


def make(apps, schema_editor):
    schema_editor.execute(POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE record_search")


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0001_initial'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(make, drop)],
            state_operations=[
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('place', models.BigIntegerField(db_column='rowid', primary_key=True, serialize=False)),
                        ('words', suivi.record.models.entry.LexemesField()),
                        ('filters', models.TextField()),
                        ('recommendation', models.BigIntegerField()),
                    ],
                    options={
                        'db_table': 'record_search',
                        'ordering': ('place',),
                    },
                ),
            ],
        ),
    ]
