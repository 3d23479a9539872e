"""`suivi classify`: recommendations, one a line, coded by action and issue as UPR Info does; as a table or as JSON."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from coding import Coded, code

_REFUSED = 1
_AT_ONCE = 500
_LONGEST = 1_000_000  # bytes of one line
_EXAMPLES = """\b
Examples:
  suivi classify recommendations.jsonl
  suivi classify --json - < recommendations.jsonl > coded.jsonl

\b
Each line is an object with a "text", in any of the six languages of the
United Nations: {"text": "Abolish the death penalty", "id": 7}. With --json
each line of the answer has its action, the issues, how sure that is, and
whatever else the line held.

\b
Exit status: 0 if every line was coded, 1 if one cannot be read (one
sentence on standard error says which and why), 2 if the command was
mistyped.
"""

type Row = dict[str, Any]


class Unclear(Exception):
    """A line that holds no text to code; says which and why."""


@click.command("classify", epilog=_EXAMPLES)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead of a table.")
@click.option("--rows", type=click.IntRange(min=0), default=500, show_default=True, help="Show no more rows than this.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def command(file: Path, *, as_json: bool, rows: int) -> None:
    """Suggest for each line of FILE its action, 1 to 5, and its issues. A hyphen reads from standard input.

    These are suggestions: a person decides. Nothing is written, and no database is needed.
    """
    try:
        with click.open_file(str(file), "rb") as opened:
            if as_json:
                for row, coded in _coded(_read(opened)):
                    click.echo(json.dumps(_answer(row, coded)))
            else:
                _show(opened, rows)
    except FileNotFoundError:
        click.echo(f"There is no file {file}.", err=True)
        sys.exit(_REFUSED)
    except IsADirectoryError:
        click.echo(f"{file} is a folder: name a file.", err=True)
        sys.exit(_REFUSED)
    except Unclear as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(_REFUSED)


def _read(file: IO[bytes]) -> Iterator[Row]:
    """Yield the objects of a file, line by line. Blank lines are passed over."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise Unclear(f"Line {number} is longer than {_LONGEST:,} bytes: each recommendation wants its own line.")
        if line.strip():
            yield _row(line, number)


def _row(line: bytes, number: int) -> Row:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unclear(f"Line {number} is not in UTF-8.") from None
    except (ValueError, RecursionError):
        raise Unclear(f"Line {number} is not JSON.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Unclear(f'Line {number} is not an object with a "text", such as {{"text": "Abolish the death penalty"}}.')
    return row


def _coded(rows: Iterable[Row]) -> Iterator[tuple[Row, Coded]]:
    """Yield rows with their codes, some hundred in memory at once. What stands before an unclear line is still told."""
    for some, stopped_by in _some(iter(rows)):
        yield from zip(some, code([row["text"] for row in some]), strict=True)
        if stopped_by:
            raise stopped_by


def _some(rows: Iterator[Row]) -> Iterator[tuple[list[Row], Unclear | None]]:
    while True:
        some: list[Row] = []
        try:
            some.extend(islice(rows, _AT_ONCE))
        except Unclear as refusal:
            yield some, refusal
            return
        if not some:
            return
        yield some, None


def _answer(row: Row, coded: Coded) -> Row:
    return {name: value for name, value in row.items() if name != "text"} | coded.as_json()


def _show(file: IO[bytes], rows: int) -> None:
    lines = _read(file)
    table = Table(show_lines=True, header_style="bold")
    for name in ("Text", "Action", "Issues"):
        table.add_column(name, overflow="fold")
    for row, coded in _coded(islice(lines, rows)):
        issues = "\n".join(f"{escape(issue.name)} {issue.confidence:.0%}" for issue in coded.issues)
        table.add_row(escape(_printed(row["text"])), f"{coded.action}  {coded.action_confidence:.0%}", issues)
    if unseen := sum(1 for _ in lines):
        table.caption = f"{table.row_count} of {table.row_count + unseen} shown; --rows shows more."
    Console().print(table)


def _printed(text: str) -> str:
    """Return a text without what a terminal would take for a command."""
    return "".join(" " if unicodedata.category(letter) in {"Cc", "Cs"} else letter for letter in text)
