"""How somebody signs in and where: factors, sessions, and what is kept of a secret."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session

from suivi.coalitions.models import Person

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet


def hash_of(token: str) -> str:
    """Return what is kept of a token that nobody can guess: its SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()


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
