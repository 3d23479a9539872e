"""Opens a sheet, whatever program saved it, as rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from undocs import refusals
from undocs.encoding import decode
from undocs.refusals import Unreadable

type Row = list[str]
type Cell = str | float | bool | date | datetime | time | timedelta

_SEPARATORS = ",;\t|"
# The first bytes of a workbook: a zip (xlsx, ods), OLE (xls), bare BIFF (old xls)
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
# A cell of a UHRI export holds a long paragraph; none holds a book.
_LONGEST_CELL = 1_000_000


def sheets(path: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield (name, rows) of each sheet of a workbook or of the one in a text file; cells are text without edges.

    Raises Unreadable where the file is broken or locked.
    """
    with path.open("rb") as file:
        is_workbook = file.read(4).startswith(_WORKBOOK)
    if not is_workbook:
        yield "", _text_rows(decode(path.read_bytes()))
        return
    try:
        with CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                yield name, _workbook_rows(book.get_sheet_by_name(name))
    except PasswordError as locked:
        raise Unreadable(refusals.ENCRYPTED_OFFICE) from locked
    except (CalamineError, OSError) as broken:
        raise Unreadable(refusals.BROKEN_OFFICE) from broken


def first_rows(path: Path, most: int) -> list[Row]:
    """Return the first rows of the first sheet that has any, empty ones left out."""
    for _name, rows in sheets(path):
        found = list(islice((row for row in rows if any(row)), most))
        if found:
            return found
    raise Unreadable(refusals.EMPTY)


def _workbook_rows(sheet: CalamineSheet) -> Iterator[Row]:
    for row in sheet.iter_rows():
        yield [_as_text(cell) for cell in row]


def _as_text(cell: Cell) -> str:
    """Return a cell as people read it: `5.0` is a whole number, a moment at midnight a date."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return str(cell).strip()


def _text_rows(text: str) -> Iterator[Row]:
    lines = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda sign: _outside_quotes(lines).count(sign))
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text), delimiter=separator):
            yield [cell.strip() for cell in row]
    except csv.Error as broken:
        raise Unreadable(refusals.BROKEN_SHEET) from broken


def _outside_quotes(line: str) -> str:
    return "".join(islice(line.split('"'), 0, None, 2))
