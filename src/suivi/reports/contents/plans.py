"""The implementation plan and the action strategy: what a consultation wants done, cluster by cluster."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.plans.models import Activity
from suivi.plans.queries.lines import lines_of
from suivi.plans.rules.columns import COLUMNS, Table
from suivi.plans.sheets import LINE
from suivi.record.names import state_name
from suivi.record.rules import Position
from suivi.reports.contents import recommendation as told
from suivi.reports.contents.consultation import consultation_of, days_of
from suivi.reports.contents.notes import disclaimer
from suivi.reports.contents.totals import reconcile
from suivi.reports.contents.wanted import Impossible, Unreconciled, Wanted, address, fact
from suivi.reports.formats.model import (
    Cell,
    Column,
    Facts,
    Kind,
    Paper,
    Row,
    Run,
    Runs,
    Section,
    cell,
    runs,
)
from suivi.reports.formats.model import Table as PaperTable
from suivi.reports.queries import with_answers

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation
    from suivi.plans.queries.lines import Line
    from suivi.record.models import Recommendation

SHARES = {"recommendations": 2.4, "government_action": 1.6, "activity": 2.0, "organisation": 0.9, "by_when": 0.8}
NAMED, DAY = "recommendations", "by_when"


def implementation_plan(wanted: Wanted) -> Paper:
    """Return the implementation plan."""
    return _plan(wanted, Table.IMPLEMENTATION, "implementation-plan")


def action_strategy(wanted: Wanted) -> Paper:
    """Return the action strategy."""
    return _plan(wanted, Table.STRATEGY, "action-strategy")


def _plan(wanted: Wanted, table: Table, name: str) -> Paper:
    consultation = consultation_of(wanted)
    lines = sorted(lines_of(consultation, table), key=_cluster_first)
    if not lines:
        raise Impossible(_("Nothing stands in this plan yet."))
    asked = _asked(consultation, lines)
    review, title = consultation.review, capfirst(str(table.label))
    about = _("Universal Periodic Review of %(state)s, cycle %(cycle)s")
    return Paper(
        title=title,
        subtitle=about % {"state": state_name(review.state), "cycle": review.cycle},
        above=wanted.coalition,
        language=wanted.language,
        facts=Facts(
            (
                fact(_("Made in"), [wanted.typed(consultation.title), f", {days_of(consultation)}"]),
                fact(_("In numbers"), _numbers(consultation, table, lines, asked)),
                fact(_("Made on"), wanted.day),
            )
        ),
        sections=(Section((_table(wanted, table, lines, asked), disclaimer()), landscape=True),),
        foot=f"{title} · {state_name(review.state)} · {wanted.day}",
        page_of=wanted.page_of,
        name=f"{name}-{consultation.key}",
    )


def _cluster_first(line: Line) -> tuple[bool, int, str]:
    cluster = line.row.cluster
    return (cluster is None, cluster.order if cluster else 0, cluster.name if cluster else "")


def _asked(consultation: Consultation, lines: list[Line]) -> dict[int, Recommendation]:
    """Return the recommendations that the lines speak of; refuse where one is of another review."""
    numbers = {each.pk for line in lines for each in line.row.recommendations.all()}
    found = {each.pk: each for each in with_answers(numbers)}
    for each in found.values():
        if each.review_id != consultation.review_id:
            sentence = _("A line speaks of %(key)s, which is a recommendation of another review.")
            raise Unreconciled(sentence % {"key": each.key})
    return found


def _numbers(consultation: Consultation, table: Table, lines: list[Line], asked: dict[int, Recommendation]) -> Runs:
    count = len(lines)
    place = address("plans:table", consultation.key, table.value)
    said = ngettext("%(count)d line", "%(count)d lines", count) % {"count": count}
    covered = ngettext("about %(count)d recommendation", "about %(count)d recommendations", len(asked))
    found = [Run(said, strong=True, link=place), Run(" "), Run(covered % {"count": len(asked)})]
    positions = reconcile(list(asked.values()))
    found += [Run(f" · {each.label} {positions[each]}") for each in Position if positions[each]]
    return runs(found)


def _table(wanted: Wanted, table: Table, lines: list[Line], asked: dict[int, Recommendation]) -> PaperTable:
    columns = [
        Column(
            str(each.label),
            SHARES.get(each.name, 1.1),
            Kind.DATE if each.name == DAY else Kind.TEXT,
            for_sheets=each.name == "cluster",
        )
        for each in COLUMNS[table]
    ]
    rows: list[Row] = []
    for name, group in groupby(lines, key=lambda line: line.row.cluster.name if line.row.cluster else ""):
        rows.append(Row((cell(wanted.typed(name) if name else _("Of no cluster")),), joined=True))
        rows += [Row(tuple(_cells(wanted, table, line, asked))) for line in group]
    return PaperTable(str(table.label), (Column(LINE, 0.8, for_sheets=True, hidden=True), *columns), tuple(rows))


def _cells(wanted: Wanted, table: Table, line: Line, asked: dict[int, Recommendation]) -> list[Cell]:
    """Return the cells of a line. A sheet holds what the plan reads when it is brought back."""
    cells = [cell(f"{line.row.key}/{line.row.version}")]
    for column in COLUMNS[table]:
        text = line.cells[column.name]
        if column.name == NAMED:
            cells.append(Cell(_named(line, asked), text))
        elif column.name == DAY and isinstance(line.row, Activity) and line.row.by_when:
            cells.append(Cell((runs(date_format(line.row.by_when)),), line.row.by_when))
        else:
            cells.append(cell(wanted.typed(text)))
    return cells


def _named(line: Line, asked: dict[int, Recommendation]) -> tuple[Runs, ...]:
    found = sorted((asked[each.pk] for each in line.row.recommendations.all()), key=lambda each: each.order)
    return tuple(
        runs([told.number(each), " ", told.wording(each), Run(f" ({each.get_position_display()})", soft=True)])
        for each in found
    )
