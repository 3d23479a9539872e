"""The index of the search: one entry a recommendation, its words and its filters; it can be made anew at any time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

type Sql = tuple[str, list[Any]]

TABLE = "record_search"


class Matching(Protocol):
    """What can be looked for, in the words of either database."""

    def fts5(self) -> str: ...
    def tsquery(self) -> str: ...


class LexemesField(models.TextField):
    """Words in order. SQLite's FTS5 keeps them as text with an index of its own, PostgreSQL as a tsvector."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"


@LexemesField.register_lookup
class Match(models.Lookup):
    """`Entry.objects.filter(words__match=condition)`: the one place where the two databases differ."""

    lookup_name = "match"
    prepare_rhs = False

    def as_sqlite(self, _compiler: SQLCompiler, _connection: BaseDatabaseWrapper) -> Sql:
        """Match the whole row of the virtual table, which SQLite calls by the table's name."""
        return f'"{self.lhs.alias}"."{TABLE}" MATCH %s', [self.rhs.fts5()]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        """Match the tsvector."""
        column, values = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", [*values, self.rhs.tsquery()]


class Relevance(models.Expression):
    """How well an entry fits a condition; the lowest figure fits best."""

    output_field = models.FloatField()

    def __init__(self, condition: Matching) -> None:
        super().__init__()
        self.condition = condition

    def as_sqlite(self, _compiler: SQLCompiler, _connection: BaseDatabaseWrapper) -> Sql:
        """Ask FTS5; filters weigh nothing."""
        return f'bm25("{TABLE}", 1.0, 0.0)', []

    def as_postgresql(self, _compiler: SQLCompiler, _connection: BaseDatabaseWrapper) -> Sql:
        """Ask for the density of the words found."""
        return f'-ts_rank("{TABLE}"."words", %s::tsquery, 1)', [self.condition.tsquery()]


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries can be looked for; only the search's own index writes them."""

    def matching(self, condition: Matching) -> EntryQuerySet:
        """Return the entries that fit."""
        return self.filter(words__match=condition)


class Entry(models.Model):
    """One recommendation in the index.

    `place` orders entries as the list does by itself: the newest review first, then by number. On SQLite this is a
    virtual table (FTS5), whose only key is the row's number; so `recommendation` is no foreign key.
    """

    place = models.BigIntegerField(primary_key=True, db_column="rowid")
    words = LexemesField()
    filters = models.TextField()
    recommendation = models.BigIntegerField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        db_table = TABLE
        ordering = ("place",)

    def __str__(self) -> str:
        return str(self.place)


MATCHING = {"sqlite": f'"{TABLE}" MATCH %s', "postgresql": "words @@ %s::tsquery"}


def matches(conditions: Mapping[str, Matching], column: str) -> list[tuple[str, Any]]:
    """Return (name, column) of all entries that fit each named condition, in one query and in no order.

    Written in SQL, for it is asked twice on each page of the list, and composing it anew takes longer than the answer.
    """
    where, words = MATCHING[connection.vendor], "fts5" if connection.vendor == "sqlite" else "tsquery"
    each = f"SELECT CAST(%s AS text), {column} FROM {TABLE} WHERE {where}"  # noqa: S608  only words of ours
    values = [value for name, condition in conditions.items() for value in (name, getattr(condition, words)())]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([each] * len(conditions)), values)
        return cursor.fetchall()
