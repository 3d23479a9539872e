"""The table that every picture has, and its CSV, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

# Spreadsheets take a cell for a formula by its first letter; full-width forms count, and blanks before it are skipped.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class Table:
    """The head of each column, and rows of words and figures, as wide as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]

    def csv(self) -> bytes:
        """Return UTF-8 with a mark at its beginning, by which Excel knows it, and with CRLF as RFC 4180 asks."""
        file = io.StringIO(newline="")
        writer = csv.writer(file, lineterminator="\r\n")
        for row in (self.head, *self.rows):
            writer.writerow([neutral(cell) for cell in row])
        return file.getvalue().encode("utf-8-sig")


def neutral(cell: str | int) -> str | int:
    """Return the cell, with an apostrophe before words that a spreadsheet would take for a formula."""
    if isinstance(cell, int):
        return cell
    bare = cell.lstrip(" \u00a0\ufeff")
    return f"'{cell}" if bare[:1] in _FORMULA and bare else cell
