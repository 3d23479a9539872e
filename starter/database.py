"""Brings the database up to date, and remembers beside it that it is, so that a second start need not ask."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from starter.places import ROOT, RUN_LOCK, program
from starter.steps import run_quietly

_BEHIND = "The database cannot be brought up to date. Keep a copy of the folder 'data' before you try anything else."


def is_up_to_date(environment: Mapping[str, str]) -> bool:
    """Say whether this very code brought this very SQLite file up to date. Of a server elsewhere nothing is known."""
    mark = _mark(environment)
    if environment.get("SUIVI_DATABASE") or not mark.exists() or not (mark.parent / "suivi.sqlite3").exists():
        return False
    return mark.read_text(encoding="ascii") == _print_of_code()


def bring_up_to_date(environment: Mapping[str, str]) -> None:
    """Run Django's migrations. The mark lies in the data folder, so that it goes where the data goes."""
    command = [program("python"), "-m", "django", "migrate", "--no-input"]
    run_quietly(command, log="migrate", otherwise=_BEHIND, environment=environment)
    _mark(environment).parent.mkdir(parents=True, exist_ok=True)
    _mark(environment).write_text(_print_of_code(), encoding="ascii")


def _mark(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("SUIVI_DATA") or ROOT / "data") / "migrated"


def _print_of_code() -> str:
    """Return a print of everything that migrations come from: ours, and the versions of the libraries."""
    whole = hashlib.sha256(RUN_LOCK.read_bytes())
    for file in sorted((ROOT / "src").glob("**/migrations/*.py")):
        whole.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return whole.hexdigest()
