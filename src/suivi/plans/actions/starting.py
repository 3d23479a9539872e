"""Starting the plans from what was decided: joint priorities become lines, adopted strategies become activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from suivi.history.actions import tell
from suivi.plans.actions.rows import add_row
from suivi.plans.models import Activity, Measure
from suivi.plans.permissions import can_fill_plans
from suivi.plans.queries.decided import priorities_without_line, strategies_without_activity
from suivi.plans.queries.naming import Names
from suivi.plans.rules.columns import Table

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Consultation, Participant


class Started(NamedTuple):
    """How many lines each plan gained."""

    measures: int
    activities: int


@transaction.atomic
def start_plans(*, consultation: Consultation, at: datetime, by: Participant) -> Started:
    """Give each joint priority a line to fill in, and each adopted strategy an activity; what has one keeps it."""
    can_fill_plans(by, consultation).require()
    names, measures, activities = Names(consultation), 0, 0
    for cells in priorities_without_line(consultation, Measure.objects.standing()):
        add_row(consultation=consultation, table=Table.IMPLEMENTATION, cells=cells, names=names, at=at, by=by)
        measures += 1
    for key, cells in strategies_without_activity(consultation, Activity.objects.all()):
        row = add_row(consultation=consultation, table=Table.STRATEGY, cells=cells, names=names, at=at, by=by)
        Activity.objects.filter(pk=row.pk).update(came_from=key)
        activities += 1
    thing = f"consultation:{consultation.key}"
    tell(verb="start_plans", thing=thing, coalition=consultation.coalition.key, by=by)
    return Started(measures, activities)
