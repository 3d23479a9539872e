"""The lines of a consultation's plans, each with its cells as texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.plans.models import Activity, Measure, PlanRow, RowVersion
from suivi.plans.rules.columns import COLUMNS, TEXTS, Table

if TYPE_CHECKING:
    from datetime import date

    from suivi.clusters.models import Cluster
    from suivi.coalitions.models import Membership, Organisation
    from suivi.consultations.models import Consultation
    from suivi.plans.models import PlanRowQuerySet

MODELS: Mapping[Table, type[Measure | Activity]] = {Table.IMPLEMENTATION: Measure, Table.STRATEGY: Activity}


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is shown: the row, and its cells in the order of the columns."""

    row: Measure | Activity
    cells: dict[str, str]

    @property
    def in_order(self) -> list[tuple[str, str, str]]:
        """Name, label and text of each cell."""
        return [(column.name, str(column.label), self.cells[column.name]) for column in COLUMNS[Table(self.row.table)]]


def rows_of(consultation: Consultation, table: Table) -> PlanRowQuerySet:
    """Return the standing rows of one plan with all that its cells need, in three queries at most."""
    return _with_all(MODELS[table].objects.standing().filter(consultation=consultation), table)


def removed_rows(consultation: Consultation, table: Table) -> PlanRowQuerySet:
    """Return the rows that were taken off and may be put back."""
    found = MODELS[table].objects.filter(consultation=consultation).exclude(removed_at=None)
    return _with_all(found, table)


def lines_of(consultation: Consultation, table: Table, cluster: Cluster | None = None) -> list[Line]:
    """Return the lines of one plan, of one cluster where it is given."""
    rows = rows_of(consultation, table)
    found = [Line(row, cells_of(row)) for row in (rows.filter(cluster=cluster) if cluster else rows)]
    return sorted(found, key=_by_cluster)


def last_lines(consultation: Consultation, table: Table, by: str, most: int = 5) -> list[Line]:
    """Return the last lines that somebody changed, the latest first."""
    rows = rows_of(consultation, table).filter(changed_by=by).order_by("-changed_at", "-id")[:most]
    return [Line(row, cells_of(row)) for row in rows]


def cells_of(row: PlanRow) -> dict[str, str]:
    """Return the cells of a row as a sheet holds them: numbers with commas, names, days as `2026-07-31`."""
    numbers = sorted((one.order, one.number or one.local_key) for one in row.recommendations.all())
    cells = {
        "cluster": row.cluster.name if row.cluster else "",
        "recommendations": ", ".join(number for _order, number in numbers),
    }
    cells |= {name: getattr(row, name) for name in TEXTS[Table(row.table)]}  # type: ignore[attr-defined]
    if isinstance(row, Activity):
        cells["organisation"] = row.organisation.name if row.organisation else ""
        cells["by_when"] = row.by_when.isoformat() if row.by_when else ""
    return cells


def versions_of(row: PlanRow) -> list[RowVersion]:
    """Return how a row stood, the latest first."""
    return list(RowVersion.objects.filter(row=row.key))


def version_cells(keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], dict[str, str]]:
    """Return the cells of some versions, by row and version, in one query."""
    wanted = set(keys)
    found = RowVersion.objects.filter(row__in={key for key, _version in wanted})
    return {(each.row, each.version): each.cells for each in found if (each.row, each.version) in wanted}


def by_organisation(consultation: Consultation) -> list[tuple[Organisation | None, list[Activity]]]:
    """Return the activities by organisation, those of nobody in particular last; each in order of days."""
    gathered: dict[Organisation | None, list[Activity]] = defaultdict(list)
    for activity in rows_of(consultation, Table.STRATEGY):
        gathered[activity.organisation].append(activity)
    return sorted(gathered.items(), key=lambda item: (item[0] is None, item[0].name if item[0] else ""))


def activities_of(membership: Membership, *, until: date | None = None) -> list[Activity]:
    """Return the open activities of a member's organisation, of all consultations they may see, by their day."""
    found = Activity.objects.standing().filter(
        state="open", organisation_id=membership.organisation_id, consultation__coalition_id=membership.coalition_id
    )
    found = found.filter(by_when__lte=until) if until else found
    return list(found.select_related("consultation", "organisation")) if membership.organisation_id else []


def _by_cluster(line: Line) -> tuple[bool, int, str]:
    """Order lines by their clusters; what stands in none comes last."""
    cluster = line.row.cluster
    return cluster is None, cluster.order if cluster else 0, cluster.name if cluster else ""


def _with_all(rows: PlanRowQuerySet, table: Table) -> PlanRowQuerySet:
    related = ("cluster", "consultation__coalition", "consultation__review")
    rows = rows.select_related(*related, *(("organisation", "milestone") if table == Table.STRATEGY else ()))
    return rows.prefetch_related("recommendations")
