"""`suivi demo`: fills an empty instance with an invented State, and says who can sign in."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone
from rich.console import Console

from suivi.coalitions.models import Person
from suivi.command.house import require_current_database, stop
from suivi.demo.actions import make_demo
from suivi.demo.story import people


@click.command("demo")
def command() -> None:
    """Fill an empty instance with the demo: Orvana, an invented State, with four reviews and a coalition.

    Where it is filled already, it only says again who can sign in. An instance where real people work stays untouched.
    """
    require_current_database()
    kept = Path(settings.DATA) / "demo_password"
    if not Person.objects.exists():
        _keep(kept, "-".join(secrets.token_hex(2) for _each in range(4)))
        console = Console(stderr=True)
        with console.status("Filling in the demo") as status:
            make_demo(
                password=kept.read_text(encoding="ascii"),
                at=timezone.now(),
                tell=lambda step: status.update(f"Filling in the demo: {step}"),
                by="demo",
            )
    elif not kept.exists():
        stop("People work on this instance already, so it gets no demo.", status=0)
    password = kept.read_text(encoding="ascii")
    for person in people()["person"]:
        click.echo(f"{person['handle']:8} {password}  ({person['role']})")


def _keep(path: Path, password: str) -> None:
    """Write the demo's password where only the owner of the data reads it."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(password)
