"""Cells of tables that leave the house: whatever a cell says, no spreadsheet takes it for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_BEGINNINGS = tuple("=+-@＝＋－＠\t\r\n|%")
_MARK = "\ufeff"


def neutral(text: str) -> str:
    """Return the text of a cell so that it stays text: `=1+1` becomes `'=1+1`, also after spaces."""
    return f"'{text}" if text.lstrip(" \u00a0\u3000").startswith(_BEGINNINGS) else text


def csv_table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Return a table as comma-separated values, with the mark by which spreadsheets know UTF-8."""
    written = io.StringIO()
    written.write(_MARK)
    table = csv.writer(written)
    table.writerow(map(neutral, head))
    table.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return written.getvalue()
