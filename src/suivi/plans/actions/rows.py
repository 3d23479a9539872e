"""Lines of the plans, by hand: added, changed without overwriting anybody, taken off and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.history.actions import tell
from suivi.plans.models import RowVersion
from suivi.plans.permissions import can_fill_plans
from suivi.plans.queries.lines import MODELS, cells_of, version_cells
from suivi.plans.queries.naming import Names
from suivi.plans.rules.merging import Merged, merge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from suivi.consultations.models import Consultation, Participant
    from suivi.plans.models import Activity, Measure
    from suivi.plans.queries.naming import Understood
    from suivi.plans.rules.columns import Table


@transaction.atomic
def add_row(
    *,
    consultation: Consultation,
    table: Table,
    cells: Mapping[str, str],
    names: Names | None = None,
    at: datetime,
    by: Participant,
) -> Measure | Activity:
    """Add a line with these cells; cells that name nothing known must have been refused by the form before."""
    can_fill_plans(by, consultation).require()
    row = MODELS[table](consultation=consultation)
    row.save(force_insert=True)
    return _write(row, (names or Names(consultation)).understand(table, cells), at, by, "add_row")


@transaction.atomic
def change_row(
    *,
    row: Measure | Activity,
    cells: Mapping[str, str],
    based_on: int,
    names: Names | None = None,
    at: datetime,
    by: Participant,
) -> Merged:
    """Bring changed cells into a line as it stands now, where they began from its version `based_on`.

    Cells that somebody else changed to other words meanwhile stay as they stand, and are returned as clashes.
    """
    can_fill_plans(by, row.consultation).require()
    row = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    stands = cells_of(row)
    was = stands if based_on == row.version else version_cells([(row.key, based_on)]).get((row.key, based_on), {})
    merged = merge(was=was, stands=stands, brought=cells)
    if merged.cells:
        understood = (names or Names(row.consultation)).understand(row.table, merged.cells)
        _write(row, understood, at, by, "change_row")
    return merged


@transaction.atomic
def remove_row(*, row: Measure | Activity, at: datetime, by: Participant) -> None:
    """Take a line off; it can be put back."""
    can_fill_plans(by, row.consultation).require()
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    _tell(row, "remove_row", [], by)


@transaction.atomic
def put_back_row(*, row: Measure | Activity, by: Participant) -> None:
    """Put a line back."""
    can_fill_plans(by, row.consultation).require()
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    _tell(row, "put_back_row", [], by)


def _write(
    row: Measure | Activity, understood: Understood, at: datetime, by: Participant, verb: str
) -> Measure | Activity:
    """Set what was understood, and keep how the line stands now as its next version."""
    for name, value in understood.fields.items():
        setattr(row, name, value)
    row.version, row.changed_by, row.changed_at = row.version + 1, str(by), at
    row.save()
    if understood.recommendations is not None:
        row.recommendations.set(understood.recommendations)
    RowVersion.objects.create(
        consultation=row.consultation,
        row=row.key,
        version=row.version,
        cells=cells_of(row),
        made_by=str(by),
        made_at=at,
    )
    _tell(row, verb, sorted(understood.fields), by)
    return row


def _tell(row: Measure | Activity, verb: str, fields: list[str], by: Participant) -> None:
    details = {"consultation": row.consultation.key, "table": row.table, "fields": fields}
    tell(verb=verb, thing=f"line:{row.key}", coalition=row.consultation.coalition.key, details=details, by=by)
