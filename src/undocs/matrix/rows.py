"""The rows of the list: theme headings, recommendations, rows that carry on the one before, remarks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from undocs.matrix.columns import Column, columns, spread
from undocs.matrix.paragraph_cell import REMARK
from undocs.word import Cell, Table

# Theme: A12 Acceptance of norms · Right or area: 2.1. Acceptance of norms
_HEADING = re.compile(r"\W*(?:human\s+rights\s+)?(?:themes?|rights?\s+or\s+areas?|areas?)\s*[:：]\s*", re.IGNORECASE)
# 140.7 · 186.28. · 115 - 18
_NUMBERED = re.compile(r"\W*\d{1,3}\s*[.\-–]\s*\d{1,3}\b")


@dataclass(slots=True)
class Entry:
    """One recommendation of the list, still as lines per column, under the heading of its first theme."""

    heading: str | None
    lines: dict[Column, list[str]]

    def written(self, column: Column) -> str:
        """Return what a column says, on one line."""
        return " ".join(" ".join(self.lines.get(column, [])).split())


@dataclass(slots=True)
class Rows:
    """What the rows gave so far."""

    entries: list[Entry] = field(default_factory=list)
    heading: str | None = None
    remarks: list[str] = field(default_factory=list)

    def read(self, table: Table, layout: Mapping[Column, int]) -> None:
        """Read the rows of one table whose columns stand as `layout` says."""
        for row in table.rows:
            filled = [cell for cell in row if cell.text]
            if columns(row) or not filled:
                continue
            if len(row) == 1 or (len(filled) == 1 and filled[0].span > 1):
                self._merged(filled[0])
            else:
                wide = spread(row)
                self._entry({column: wide[place] for column, place in layout.items() if place < len(wide)})

    def _merged(self, cell: Cell) -> None:
        """Take a cell across all columns: the heading of a theme, or a remark."""
        text = " ".join(cell.text.split())
        remark = REMARK.match(text)
        if remark:
            self.remarks.append(remark["remark"])
        else:
            self.heading = _HEADING.sub("", text, count=1)

    def _entry(self, cells: Mapping[Column, Cell]) -> None:
        if self.entries and _carries_on(cells):
            for column, cell in cells.items():
                self.entries[-1].lines.setdefault(column, []).extend(cell.lines)
            return
        above = self.entries[-1].lines if self.entries else {}
        lines = {column: above.get(column, []) if cell.continues else cell.lines for column, cell in cells.items()}
        self.entries.append(Entry(self.heading, {column: list(each) for column, each in lines.items()}))


def _carries_on(cells: Mapping[Column, Cell]) -> bool:
    """Say whether a row continues the one above: merged upwards, or without number and position."""
    first, position = cells[Column.RECOMMENDATION], cells.get(Column.POSITION)
    unanswered = position is None or not position.text
    return first.continues or (unanswered and not _NUMBERED.match(first.text))
