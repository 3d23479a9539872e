"""What a consultation holds, who sits in it, and what a code on the wall opens."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from suivi.coalitions.queries import hash_of
from suivi.consultations.models import AgendaTemplate, Consultation, Door, Headcount, Participant, Session
from suivi.consultations.rules import Phase, as_code

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from suivi.coalitions.models import Coalition, Membership
    from suivi.consultations.models import ConsultationQuerySet, ParticipantQuerySet, SessionQuerySet
    from suivi.record.models import Review


def consultations_of(membership: Membership | None) -> ConsultationQuerySet:
    """Return the consultations a member may see, the latest first, each with `seats`: how many take part."""
    seats = Count("participants", filter=Q(participants__left_at=None))
    found = Consultation.objects.visible_to(membership).select_related("review", "coalition")
    return found.annotate(seats=seats)


def running_consultation(membership: Membership | None, review: Review | None = None) -> Consultation | None:
    """Return the latest consultation that is not closed, of one review where it is given, or None."""
    found = Consultation.objects.visible_to(membership).exclude(phase=Phase.CLOSED).select_related("review")
    return (found.filter(review=review) if review else found).first()


def seat_of(consultation: Consultation, *, membership: Membership) -> Participant | None:
    """Return the seat of a member in a consultation, or None where they have not taken it."""
    return participants_of(consultation).filter(membership=membership).first()


def seat_with(key: str, token: str) -> Participant | None:
    """Return who sits in the consultation of this key by the token that their browser keeps, in one query, or None."""
    if not token:
        return None
    related = ("organisation", "consultation__coalition", "consultation__review")
    seats = Participant.objects.filter(consultation__key=key, membership=None, token_hash=hash_of(token), left_at=None)
    return seats.select_related(*related).order_by().first()


def participants_of(consultation: Consultation) -> ParticipantQuerySet:
    """Return who takes part now, by name."""
    related = ("organisation", "membership__person", "consultation__coalition", "consultation__review")
    return Participant.objects.present().filter(consultation=consultation).select_related(*related)


def agenda_of(consultation: Consultation) -> SessionQuerySet:
    """Return what is on the agenda, in order."""
    return Session.objects.standing().filter(consultation=consultation).select_related("cluster")


def taken_off(consultation: Consultation) -> SessionQuerySet:
    """Return what was taken off the agenda and may be put back."""
    return Session.objects.filter(consultation=consultation).exclude(removed_at=None)


def session_now(consultation: Consultation, at: datetime) -> Session | None:
    """Return what is on at a moment, or what comes next, or None after the last."""
    return agenda_of(consultation).filter(ends_at__gt=at).first()


def open_door(consultation: Consultation, at: datetime) -> Door | None:
    """Return the door that a code opens at a moment, or None."""
    return Door.objects.open_at(at).filter(consultation=consultation).first()


def door_with(typed: str, at: datetime) -> Door | None:
    """Return the open door of a code, however it was typed: closed, too old and never made are one answer."""
    related = ("consultation__coalition", "consultation__review")
    return Door.objects.open_at(at).select_related(*related).filter(code=as_code(typed)).first()


def headcounts_of(consultation: Consultation) -> QuerySet[Headcount]:
    """Return the heads that were counted, by safe category."""
    return Headcount.objects.filter(consultation=consultation)


def templates_of(coalition: Coalition) -> QuerySet[AgendaTemplate]:
    """Return the agendas that a coalition keeps."""
    return AgendaTemplate.objects.filter(coalition=coalition)
