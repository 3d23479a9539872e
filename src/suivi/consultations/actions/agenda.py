"""The agenda: laid out from a template, then changed line by line; what is taken off can be put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.consultations.agendas import rows_of
from suivi.consultations.models import AgendaTemplate, Consultation, Headcount, Session
from suivi.consultations.permissions import can_run_consultation
from suivi.consultations.queries import agenda_of
from suivi.history.actions import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.agendas import AgendaRow

FIELDS = ("title", "starts_at", "ends_at", "place", "cluster", "facilitator", "interpreter", "spoken", "note")


@transaction.atomic
def lay_out(*, consultation: Consultation, agenda: Sequence[AgendaRow], by: Membership) -> None:
    """Put the lines of a template onto the days of a consultation."""
    can_run_consultation(by, consultation).require()
    lines = [(row, row.on(consultation.begins_on)) for row in agenda]
    Session.objects.bulk_create(
        Session(consultation=consultation, title=row.title, starts_at=begins, ends_at=ends)
        for row, (begins, ends) in lines
    )


@transaction.atomic
def add_session(*, consultation: Consultation, facts: Mapping[str, object], by: Membership) -> Session:
    """Put something on the agenda."""
    can_run_consultation(by, consultation).require()
    session = Session(consultation=consultation, **{name: facts[name] for name in FIELDS if name in facts})
    session.save(force_insert=True)
    return _told(session, "add_session", by)


@transaction.atomic
def change_session(*, session: Session, facts: Mapping[str, object], by: Membership) -> Session:
    """Change one thing on the agenda."""
    can_run_consultation(by, session.consultation).require()
    fields = [name for name in FIELDS if name in facts]
    for name in fields:
        setattr(session, name, facts[name])
    session.save(update_fields=fields)
    return _told(session, "change_session", by)


@transaction.atomic
def remove_session(*, session: Session, at: datetime, by: Membership) -> Session:
    """Take something off the agenda; it can be put back."""
    return _set_removed(session, at, "remove_session", by)


@transaction.atomic
def put_back_session(*, session: Session, by: Membership) -> Session:
    """Put something back on the agenda."""
    return _set_removed(session, None, "put_back_session", by)


@transaction.atomic
def keep_template(*, consultation: Consultation, name: str, at: datetime, by: Membership) -> AgendaTemplate:
    """Keep an agenda under a name, to start other consultations from."""
    can_run_consultation(by, consultation).require()
    rows = [row.as_told() for row in rows_of(agenda_of(consultation))]
    template = AgendaTemplate.objects.create(coalition=by.coalition, name=name, rows=rows, kept_at=at)
    tell(verb="keep_template", thing=f"agenda:{template.key}", coalition=by.coalition.key, by=by)
    return template


@transaction.atomic
def count_heads(*, consultation: Consultation, heads: Mapping[str, int | None], by: Membership) -> None:
    """Write down how many of each safe category were there; None takes a figure away."""
    can_run_consultation(by, consultation).require()
    for category, count in heads.items():
        if count is None:
            Headcount.objects.filter(consultation=consultation, category=category).delete()
        else:
            Headcount.objects.update_or_create(consultation=consultation, category=category, defaults={"heads": count})
    thing = f"consultation:{consultation.key}"
    details = {"fields": sorted(heads)}
    tell(verb="count_heads", thing=thing, coalition=by.coalition.key, details=details, by=by)


def _set_removed(session: Session, at: datetime | None, verb: str, by: Membership) -> Session:
    can_run_consultation(by, session.consultation).require()
    session.removed_at = at
    session.save(update_fields=["removed_at"])
    return _told(session, verb, by)


def _told(session: Session, verb: str, by: Membership) -> Session:
    details = {"consultation": session.consultation.key}
    tell(verb=verb, thing=f"session:{session.key}", coalition=by.coalition.key, details=details, by=by)
    return session
