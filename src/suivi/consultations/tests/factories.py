"""Makes consultations of the coalition of the invented State Orvana, seats in them, and browsers that hold one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.test import Client
from django.utils import timezone

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Coalition, Membership, Organisation
from suivi.coalitions.queries import hash_of
from suivi.coalitions.tests.factories import make_coalition
from suivi.consultations.models import Consultation, Participant, Session
from suivi.consultations.rules import Kind, Phase, Room
from suivi.consultations.visits import cookie_of
from suivi.record.models import Review
from suivi.record.tests.factories import make_review

TOKEN = "a token of {key}"


def make_consultation(
    title: str = "Three days in May",
    *,
    coalition: Coalition | None = None,
    review: Review | None = None,
    kind: Kind = Kind.WORKSHOP,
    room: Room = Room.COALITION,
    phase: Phase = Phase.DISCUSS,
    begins_on: date | None = None,
) -> Consultation:
    """Make a consultation of three days that begins today and stands at "discuss"."""
    begins = begins_on or timezone.localdate()
    return Consultation.objects.create(
        coalition=coalition or make_coalition(),
        review=review or make_review(),
        title=title,
        kind=kind,
        room=room,
        phase=phase,
        begins_on=begins,
        ends_on=begins + timedelta(days=2),
    )


def make_participant(
    name: str = "Heron",
    *,
    consultation: Consultation | None = None,
    membership: Membership | None = None,
    organisation: Organisation | None = None,
    language: str = "en",
) -> Participant:
    """Make somebody with a seat: without account, unless a membership is given."""
    seat = Participant(consultation=consultation or make_consultation(), membership=membership, name=name)
    seat.organisation, seat.language = organisation, language
    if not membership:
        seat.token_hash = hash_of(TOKEN.format(key=seat.key))
    seat.save()
    return seat


def make_session(
    title: str = "Work in clusters",
    *,
    consultation: Consultation,
    starts_at: datetime | None = None,
    cluster: Cluster | None = None,
) -> Session:
    """Put something of an hour on the agenda, beginning now."""
    starts = starts_at or timezone.now()
    return Session.objects.create(
        consultation=consultation, title=title, starts_at=starts, ends_at=starts + timedelta(hours=1), cluster=cluster
    )


def guest(participant: Participant) -> Client:
    """Return the browser of somebody without account, which keeps their seat."""
    client = Client()
    client.cookies[cookie_of(participant.consultation)] = TOKEN.format(key=participant.key)
    return client


def at_the_desk_of(member: Membership) -> Client:
    """Return the browser of a member who signed in."""
    client = Client()
    client.force_login(member.person)
    return client
