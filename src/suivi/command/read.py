"""`suivi read`: one document on the screen, as a table to check or as JSON for another program."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.status import Status

from suivi.command.large import first_rows, write_json
from suivi.command.reading import show
from undocs import Kind, Unreadable, guarded
from undocs.limits import MEGABYTE, Limits

# Who types a command reads a file of their own, with time and memory of their own.
_OWN = Limits(
    size=2048 * MEGABYTE,
    unpacked=1024 * MEGABYTE,
    pages=2000,
    memory=8192 * MEGABYTE,
    answer=4096 * MEGABYTE,
    cpu_seconds=1200,
    wall_seconds=1800,
)
_REFUSED = 1
# Forms that are read row by row where they are large.
_STREAMED = {".json", ".jsonl", ".csv", ".tsv", ".txt"}
_EXAMPLES = """\b
Examples:
  suivi read A_HRC_59_15.pdf
  suivi read --json matrix.docx > matrix.json

\b
Read are: Working Group reports and addenda (PDF, Word), OHCHR's lists
("matrix", Word), exports of UPR Info and UHRI (sheets, JSON), and plain
text with one paragraph a line.

\b
Exit status: 0 if the document was read, 1 if it cannot be read (one
sentence on standard error says why), 2 if the command was mistyped.
"""


@click.command("read", epilog=_EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.option("--rows", type=click.IntRange(min=0), default=500, show_default=True, help="Show no more rows than this.")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path, *, as_json: bool, rows: int) -> None:
    """Read FILE, a document of the Universal Periodic Review, and show what it says.

    Shown are its recommendations with States and positions, the answers of an addendum, the totals, and whatever does
    not fit together. Nothing is written, and no database is needed.
    """
    try:
        if kind := _large_export(file):
            _show_large(file, kind, as_json=as_json, rows=rows)
        else:
            _show(file, as_json=as_json, rows=rows)
    except Unreadable as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(_REFUSED)


def _large_export(file: Path) -> Kind | None:
    """Return whose export a file is that is too large to be held in memory as a whole."""
    is_large = file.suffix.lower() in _STREAMED and file.is_file() and file.stat().st_size > Limits().size
    return guarded.export_kind(file, _OWN) if is_large else None


def _show(file: Path, *, as_json: bool, rows: int) -> None:
    with _waiting(file):
        document = guarded.read(file, _OWN)
    if as_json:
        click.echo(json.dumps(document.as_json(), ensure_ascii=False))
    else:
        show(document, Console(), rows)


def _show_large(file: Path, kind: Kind, *, as_json: bool, rows: int) -> None:
    if as_json:
        with _waiting(file):
            write_json(file, kind, _OWN, sys.stdout)
        return
    with _waiting(file):
        document, counted = first_rows(file, kind, rows, _OWN)
    show(document, Console(), rows, counted)


def _waiting(file: Path) -> Status:
    return Console(stderr=True).status(f"Reading {file.name} …")
