"""Comma-separated values: the tables of a paper, one after the other; nothing in it becomes a formula."""

from __future__ import annotations

from datetime import date

from suivi.common.cells import csv_table
from suivi.reports.formats.model import Cell, Paper
from suivi.reports.formats.sheet import words_of


def values(paper: Paper) -> bytes:
    """Return the first table of a paper."""
    table = paper.tables[0]
    rows = ([_said(cell) for cell in row.cells] for row in table.rows if not row.joined)
    return csv_table([column.title for column in table.columns], rows).encode()


def _said(cell: Cell) -> str | int:
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    if isinstance(cell.value, int):
        return cell.value
    return words_of(cell)
