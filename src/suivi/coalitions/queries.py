"""Who is signed in for which coalition, who belongs to it, and what an invitation opens."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from suivi.coalitions.models import Coalition, Invitation, Membership, Organisation, Person

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from suivi.coalitions.models import InvitationQuerySet, MembershipQuerySet

CHOSEN = "coalition"


def current_membership(request: HttpRequest) -> Membership | None:
    """Return the active membership that the person chose, else their first one, else None."""
    if not request.user.is_authenticated:
        return None
    found = list(memberships_of(request.user))
    chosen = request.session.get(CHOSEN)
    return next((each for each in found if each.coalition.key == chosen), found[0] if found else None)


def memberships_of(person: Person) -> MembershipQuerySet:
    """Return a person's active memberships, with coalition and organisation."""
    return Membership.objects.active().filter(person=person).select_related("coalition", "person", "organisation")


def members_of(coalition: Coalition) -> MembershipQuerySet:
    """Return who belongs to a coalition now, by organisation and name."""
    found = Membership.objects.active().filter(coalition=coalition)
    return found.select_related("coalition", "person", "organisation").order_by(
        "organisation__name", "person__name", "id"
    )


def organisations_of(coalition: Coalition) -> QuerySet[Organisation]:
    """Return the member organisations of a coalition, by name."""
    return Organisation.objects.filter(coalition=coalition)


def open_invitations_of(coalition: Coalition, now: datetime) -> InvitationQuerySet:
    """Return the invitations that open a door to a coalition at this moment."""
    found = Invitation.objects.open_at(now).filter(coalition=coalition)
    return found.select_related("coalition", "organisation", "invited_by__person")


def keeps_alone(whom: Membership) -> bool:
    """Say whether nobody but `whom` keeps the people of their coalition."""
    if not whom.role.keeps_people:
        return False
    return not Membership.objects.active().keepers().filter(coalition_id=whom.coalition_id).exclude(pk=whom.pk).exists()


def hash_of(token: str) -> str:
    """Return what is kept of a token that nobody can guess: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_with(token_hash: str) -> Invitation | None:
    """Return the invitation whose token has this hash, whatever has become of it."""
    related = ("coalition", "organisation", "invited_by__person", "replaces__person")
    return Invitation.objects.select_related(*related).filter(token_hash=token_hash).first()


def has_second_factor(person: Person) -> bool:
    """Say whether a person signs in with more than a password."""
    return Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def sessions_of(person: Person, now: datetime) -> QuerySet[UserSession]:
    """Return a person's sessions that are still alive, the one seen last first."""
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    not_idle = now - timedelta(seconds=settings.SESSION_IDLE)
    found = UserSession.objects.filter(user=person, session_key__in=alive, last_seen_at__gt=not_idle)
    return found.order_by("-last_seen_at", "-pk")


def factors_of(person: Person) -> dict[str, str]:
    """Return what a person signs in with, so that a change can be told: the hash of the password, each secret."""
    found = Authenticator.objects.filter(user=person).order_by("pk")
    secrets = {f"{each.type}:{each.pk}": _secret(each) for each in found}
    return {"password": Person.objects.values_list("password", flat=True).get(pk=person.pk), **secrets}


def _secret(factor: Authenticator) -> str:
    """Leave out what changes with use or is only a name."""
    return str(factor.data.get("secret") or factor.data.get("seed") or factor.data.get("credential"))
