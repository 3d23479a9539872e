"""`suivi read`: one document on the screen, as a table to check or as JSON for another program."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from undocs import Unreadable, guarded


@click.command("read")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path, *, as_json: bool) -> None:
    """Read FILE and show its recommendations and positions. Writes nothing, needs no database."""
    try:
        document = guarded.read(file)
    except Unreadable as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    click.echo(json.dumps(document.as_json(), ensure_ascii=False))
