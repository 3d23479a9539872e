"""Sets Django up for a command, and says in a sentence why a command cannot go on."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click
import django
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor


def open_house() -> None:
    """Load settings and apps, so that a command's module may import models."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suivi.config.settings")
    django.setup()


def stop(sentence: str, status: int = 1) -> NoReturn:
    """Print why it cannot go on, on standard error, and end with this exit status."""
    click.echo(sentence, err=True)
    sys.exit(status)


def require_current_database() -> None:
    """End with a sentence where there is no database, or it is older than this version of Suivi."""
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        stop(f"The database does not answer: {str(error).strip()}. Is SUIVI_DATABASE right, and its server running?")
    finally:
        connection.close()
    if behind:
        stop(
            "The database is not up to date. Keep a copy of it, then bring it up to date with:\n"
            "  DJANGO_SETTINGS_MODULE=suivi.config.settings python -m django migrate"
        )
