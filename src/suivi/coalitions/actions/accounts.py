"""What people change about themselves, and what ends their sessions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.db.models import F

from suivi.coalitions.queries import memberships_of
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Person


@transaction.atomic
def change_me(*, person: Person, name: str, language: str, by: Person) -> Person:
    """Change the name that others see, and the language of the pages."""
    changed = [field for field, value in (("name", name), ("language", language)) if getattr(person, field) != value]
    person.name, person.language = name, language
    person.save(update_fields=["name", "language"])
    if changed:
        _tell_everywhere(person, "change_me", {"fields": ", ".join(changed)}, by)
    return person


@transaction.atomic
def tell_of_changed_factors(*, person: Person, changed: list[str], by: Person) -> None:
    """Tell what a person changed of how they sign in: which factors, never their secrets."""
    _tell_everywhere(person, "change_sign_in", {"changed": ", ".join(changed)}, by)


@transaction.atomic
def give_new_way_in(*, person: Person, password: str, by: object) -> None:
    """Set a new password and forget every other factor: for whoever keeps the server, where somebody lost theirs."""
    person.set_password(password)
    person.is_active = True
    person.save(update_fields=["password", "is_active"])
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person=person, but="", by=by)
    _tell_everywhere(person, "give_new_way_in", {}, by)


@transaction.atomic
def end_sessions(*, person: Person, but: str, by: object) -> None:  # noqa: ARG001  whoever acts tells why
    """End a person's sessions on every device, known to the list or not.

    The session with the key `but` is kept, and goes on once its browser is blessed anew (`update_session_auth_hash`).
    """
    person.sessions_ended = F("sessions_ended") + 1
    person.save(update_fields=["sessions_ended"])
    person.refresh_from_db(fields=["sessions_ended"])
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    for session in UserSession.objects.filter(user=person).exclude(session_key=but):
        store.delete(session.session_key)
        session.delete()


@transaction.atomic
def end_session(*, session: UserSession, by: Person) -> None:
    """End one of one's own sessions."""
    import_module(settings.SESSION_ENGINE).SessionStore().delete(session.session_key)
    session.delete()
    _tell_everywhere(by, "end_session", {}, by)


def keep_session(*, former: str, now: str, by: Person) -> None:
    """Follow a session that got a new key, so that its owner's list goes on telling of it."""
    UserSession.objects.filter(session_key=former, user=by).update(session_key=now)


def note_seen(*, session_key: str, at: datetime, by: Person) -> None:
    """Note when a session was last seen, for its owner's list. Called once a minute at most; too small for history."""
    UserSession.objects.filter(session_key=session_key, user=by).update(last_seen_at=at)


def _tell_everywhere(person: Person, verb: str, details: dict[str, object], by: object) -> None:
    """Tell it in each coalition of the person, so that its custodians can read it there; else for the house alone."""
    memberships = list(memberships_of(person))
    for each in memberships:
        tell(verb=verb, thing=f"membership:{each.key}", coalition=each.coalition.key, details=details, by=by)
    if not memberships:
        tell(verb=verb, thing="person", details=details, by=by)
