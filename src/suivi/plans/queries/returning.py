"""What a sheet that came back would change: new lines, changed cells, clashes, and what nobody understands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from suivi.plans.queries.lines import cells_of, rows_of, version_cells
from suivi.plans.queries.naming import Names
from suivi.plans.rules.merging import BroughtLine, Clash, merge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from suivi.consultations.models import Consultation
    from suivi.plans.models import Activity, Measure
    from suivi.plans.rules.columns import Table


@dataclass(frozen=True, slots=True)
class Returned:
    """One line of the sheet: the row it changes (None: a new one), what it sets, what clashes, what is wrong."""

    brought: BroughtLine
    row: Measure | Activity | None
    cells: dict[str, str]
    clashes: list[Clash] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.cells or self.clashes or self.wrong)


def returned_lines(consultation: Consultation, table: Table, brought: list[BroughtLine]) -> list[Returned]:
    """Return what each line of a sheet would change in a plan as it stands now.

    A mark that names no line of this plan makes its line a new one: a sheet may have been filled from another.
    """
    names = Names(consultation)
    rows = {row.key: row for row in rows_of(consultation, table)}
    there = {_said(cells_of(row)) for row in rows.values()}
    were = version_cells((each.key, each.version) for each in brought if each.key in rows)
    return [
        _changed(each, rows[each.key], were.get((each.key, each.version), {}), names)
        if each.key in rows
        else _new(each, table, names, known=_said(each.cells) in there)
        for each in brought
    ]


def _new(brought: BroughtLine, table: Table, names: Names, *, known: bool) -> Returned:
    """Return a new line; one that stands there already, word for word, changes nothing."""
    cells = {} if known else {name: text for name, text in brought.cells.items() if text}
    return Returned(brought, None, cells, [], names.understand(table, cells).wrong)


def _changed(brought: BroughtLine, row: Measure | Activity, was: dict[str, str], names: Names) -> Returned:
    merged = merge(was=was, stands=cells_of(row), brought=brought.cells)
    return Returned(brought, row, merged.cells, merged.clashes, names.understand(row.table, merged.cells).wrong)


def _said(cells: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, text) for name, text in cells.items() if text)
