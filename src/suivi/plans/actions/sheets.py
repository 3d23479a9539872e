"""Bringing a plan back from a spreadsheet: what one hand changed comes in, what two changed waits for a choice."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from suivi.history.actions import tell
from suivi.plans.actions.rows import add_row, change_row
from suivi.plans.models import BroughtSheet
from suivi.plans.permissions import can_fill_plans
from suivi.plans.queries.naming import Names
from suivi.plans.queries.returning import returned_lines
from suivi.plans.rules.columns import Table
from suivi.plans.rules.merging import BroughtLine

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from suivi.consultations.models import Consultation, Participant


class Brought(NamedTuple):
    """How many lines came in new, how many were changed, how many cells were left for a choice."""

    added: int
    changed: int
    left: int


@transaction.atomic
def keep_sheet(
    *, consultation: Consultation, table: Table, lines: list[BroughtLine], at: datetime, by: Participant
) -> BroughtSheet:
    """Keep a sheet until somebody has looked at what it would change; an older one of the same hand goes."""
    can_fill_plans(by, consultation).require()
    BroughtSheet.objects.filter(consultation=consultation, participant=by).delete()
    told = [asdict(line) for line in lines]
    return BroughtSheet.objects.create(
        consultation=consultation, table=table, participant=by, lines=told, brought_at=at
    )


@transaction.atomic
def discard_sheet(*, sheet: BroughtSheet, by: Participant) -> None:
    """Throw a sheet away; nothing of it came in."""
    can_fill_plans(by, sheet.consultation).require()
    sheet.delete()


@transaction.atomic
def bring_sheet(*, sheet: BroughtSheet, chosen: Collection[str] = (), at: datetime, by: Participant) -> Brought:
    """Bring the lines of a sheet into a plan as it stands at this moment; the same sheet again changes nothing.

    `chosen`: the clashes (`place/column`) where the sheet's words are to be taken; all others stay as they stand.
    Lines with a cell that nobody understands are left out whole.
    """
    consultation, table = sheet.consultation, Table(sheet.table)
    can_fill_plans(by, consultation).require()
    brought = [BroughtLine(**told) for told in sheet.lines]
    names, added, changed, left = Names(consultation), 0, 0, 0
    for line in returned_lines(consultation, table, brought):
        taken = {each.column: each.brought for each in line.clashes if f"{line.brought.place}/{each.column}" in chosen}
        left += len(line.clashes) - len(taken)
        if line.wrong or not (line.cells or taken):
            continue
        if line.row is None:
            add_row(consultation=consultation, table=table, cells=line.cells, names=names, at=at, by=by)
            added += 1
        else:
            cells = {**line.cells, **taken}
            change_row(row=line.row, cells=cells, based_on=line.row.version, names=names, at=at, by=by)
            changed += 1
    sheet.delete()
    if added or changed:
        _tell(consultation, table, by)
    return Brought(added, changed, left)


def _tell(consultation: Consultation, table: Table, by: Participant) -> None:
    thing = f"consultation:{consultation.key}"
    tell(verb="bring_sheet", thing=thing, coalition=consultation.coalition.key, details={"table": table}, by=by)
