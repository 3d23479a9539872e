"""Whether the database keeps what it was given: its library, its settings as our own connection has them, its file."""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from suivi.command.doctor.findings import Check, Finding, bad, good, look
from suivi.history.queries import Verdict, verify_chain

MENDED_IN = (3, 51, 3)
"""SQLite 3.7.0 to 3.51.2 can damage a database where one connection commits while another starts its log over."""
FULL = {2, 3}
"""`PRAGMA synchronous`: 2 is FULL, 3 is EXTRA. Less loses acknowledged writes in a power cut."""

type Version = tuple[str, tuple[int, ...]]


def _version() -> Version:
    """Return the database's name, and the version of the library that our own connection runs."""
    if connection.vendor == "sqlite":
        (told,) = _asked("SELECT sqlite_version()")
        return "SQLite", tuple(int(part) for part in str(told).split("."))
    (told,) = _asked("SHOW server_version_num")
    return "PostgreSQL", divmod(int(str(told)), 10_000)


def judge_version(version: Version) -> Finding:
    """Judge the version: SQLite below 3.51.3 has a known fault, rare but silent."""
    name, numbers = version
    told = f"{name} {'.'.join(map(str, numbers))}"
    if name == "SQLite" and numbers < MENDED_IN:
        return look(
            f"{told} has a known fault: when two processes write and tidy up at the same moment, data can be damaged.",
            "Install Python with SQLite 3.51.3 or newer when you can, and keep copies of the data folder until then.",
        )
    return good(f"{told}.")


def _durability() -> dict[str, str]:
    """Return how our own connection writes."""
    if connection.vendor == "sqlite":
        return {name: str(_asked(f"PRAGMA {name}")[0]) for name in ("journal_mode", "synchronous")}
    return {name: str(_asked(f"SHOW {name}")[0]) for name in ("fsync", "synchronous_commit")}


def judge_durability(measured: dict[str, str]) -> Finding:
    """Judge whether what was acknowledged survives a power cut."""
    told = ", ".join(f"{name}={value}" for name, value in measured.items())
    if "journal_mode" in measured:
        durable = measured["journal_mode"] == "wal" and int(measured["synchronous"]) in FULL
    else:
        durable = measured["fsync"] == "on" and measured["synchronous_commit"] != "off"
    if durable:
        return good(f"What was acknowledged survives a power cut ({told}).")
    return bad(
        f"A power cut can lose what was acknowledged ({told}).",
        "Use the settings that come with Suivi: WAL and synchronous=FULL, or fsync and synchronous_commit on.",
    )


def _soundness() -> str:
    """Return what SQLite says of the file; PostgreSQL looks after its own."""
    return str(_asked("PRAGMA quick_check(1)")[0]) if connection.vendor == "sqlite" else "ok"


def judge_soundness(told: str) -> Finding:
    """Judge the file itself."""
    if told == "ok":
        return good("The database file is sound.")
    return bad(f"The database file is damaged: {told}", "Stop the server and keep a copy of the data folder.")


def _behind() -> int:
    """Return how many migrations wait."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def judge_migrations(waiting: int) -> Finding:
    """Judge whether the database is of this version of Suivi."""
    if not waiting:
        return good("The database is of this version.")
    return bad(
        f"The database is {waiting} steps behind this version.",
        "Keep a copy of the data folder, then: DJANGO_SETTINGS_MODULE=suivi.config.settings python -m django migrate",
    )


def judge_history(verdict: Verdict) -> Finding:
    """Judge the chain of who did what. Its head is worth keeping elsewhere: only so is a whole rewriting found."""
    if verdict.broken_at is None:
        return good(f"All {verdict.checked} entries of the history hold. Head: {verdict.head}")
    return bad(
        f"The history does not hold from entry {verdict.broken_at} on: somebody changed, removed or added entries.",
        "Keep a copy of the data folder as it is, and look at who could reach the server.",
    )


CHECKS = (
    Check("Database", _version, judge_version),
    Check("Durable writes", _durability, judge_durability),
    Check("Database file", _soundness, judge_soundness),
    Check("Migrations", _behind, judge_migrations),
    Check("History", verify_chain, judge_history),
)


def _asked(question: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return tuple(cursor.fetchone())
