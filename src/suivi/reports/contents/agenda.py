"""The agenda of a consultation, day by day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suivi.consultations.queries import agenda_of
from suivi.record.names import state_name
from suivi.reports.contents.consultation import consultation_of, facts_of
from suivi.reports.contents.wanted import Impossible, Wanted
from suivi.reports.formats.model import Cell, Column, Kind, Paper, Row, Run, Section, Table, cell, runs, strong

if TYPE_CHECKING:
    from datetime import date, datetime

    from suivi.consultations.models import Session

HOURS = "H:i"


def agenda(wanted: Wanted) -> Paper:
    """Return the agenda."""
    consultation = consultation_of(wanted)
    sessions = list(agenda_of(consultation))
    if not sessions:
        raise Impossible(_("Nothing is on the agenda yet."))
    review = consultation.review
    about = _("Agenda · Universal Periodic Review of %(state)s, cycle %(cycle)s")
    return Paper(
        title=consultation.title,
        subtitle=about % {"state": state_name(review.state), "cycle": review.cycle},
        above=wanted.coalition,
        language=wanted.language,
        facts=facts_of(wanted, consultation),
        sections=(Section((_table(wanted, sessions),)),),
        foot=f"{consultation.title} · {_('Agenda')}",
        page_of=wanted.page_of,
        name=f"agenda-{consultation.key}",
    )


def _table(wanted: Wanted, sessions: list[Session]) -> Table:
    columns = (
        Column(_("Day"), 0.8, Kind.DATE, for_sheets=True),
        Column(_("Time"), 0.95),
        Column(_("What"), 2.6),
        Column(_("Where"), 1),
        Column(_("With whom"), 1.5),
    )
    rows: list[Row] = []
    for day, group in groupby(sessions, key=lambda each: _day(each.starts_at)):
        rows.append(Row((cell(date_format(day, "l j F Y")),), joined=True))
        rows += [Row(_cells(wanted, day, each)) for each in group]
    return Table(_("Agenda"), columns, tuple(rows))


def _cells(wanted: Wanted, day: date, session: Session) -> tuple[Cell, ...]:
    hours = f"{_hour(session.starts_at)}–{_hour(session.ends_at)}"
    cluster: list[str | Run] = [_("Cluster: "), wanted.typed(session.cluster.name)] if session.cluster else []
    roles = (
        (_("Facilitator: "), session.facilitator),
        (_("Interpreter: "), session.interpreter),
        (_("Language: "), session.spoken),
    )
    return (
        Cell((), day),
        cell(strong(hours)),
        cell(wanted.typed(session.title, strong=True), cluster, wanted.typed(session.note, soft=True)),
        cell(wanted.typed(session.place)),
        Cell(tuple(runs((name, wanted.typed(who))) for name, who in roles if who)),
    )


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _hour(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), HOURS)
