"""Makes lines of plans; every argument has a plain default."""

from __future__ import annotations

from django.utils import timezone

from suivi.consultations.models import Participant
from suivi.consultations.tests.factories import make_participant
from suivi.plans.actions.rows import add_row
from suivi.plans.models import Activity, Measure
from suivi.plans.rules.columns import Table


def make_measure(*, by: Participant | None = None, **cells: str) -> Measure:
    """Make a line of the implementation plan."""
    by = by or make_participant()
    told = cells or {"goal": "No torture in custody"}
    row = add_row(consultation=by.consultation, table=Table.IMPLEMENTATION, cells=told, at=timezone.now(), by=by)
    assert isinstance(row, Measure)
    return row


def make_activity(*, by: Participant | None = None, **cells: str) -> Activity:
    """Make a line of the action strategy."""
    by = by or make_participant()
    told = cells or {"activity": "Letter to the minister"}
    row = add_row(consultation=by.consultation, table=Table.STRATEGY, cells=told, at=timezone.now(), by=by)
    assert isinstance(row, Activity)
    return row
