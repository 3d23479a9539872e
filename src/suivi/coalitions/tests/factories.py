"""Makes people, coalitions and invitations; every argument has a plain default."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils import timezone

from suivi.coalitions.actions.invitations import invite
from suivi.coalitions.models import Coalition, Invitation, Membership, Organisation, Person

PASSWORD = "river stone lantern sky"


def make_person(
    handle: str = "mara", *, name: str | None = None, password: str = PASSWORD, active: bool = True
) -> Person:
    """Make a person who signs in with `handle` and the password above; others see the handle with a capital."""
    person = Person(handle=handle, name=name or handle.capitalize(), is_active=active)
    person.set_password(password)
    person.save()
    return person


def make_coalition(name: str = "Orvana Rights Coalition", *, state: str = "XOR") -> Coalition:
    """Make a coalition, or return the one of this name."""
    return Coalition.objects.get_or_create(name=name, defaults={"state": state})[0]


def make_organisation(name: str = "Legal Aid Network", *, coalition: Coalition | None = None) -> Organisation:
    """Make an organisation of a coalition."""
    return Organisation.objects.create(name=name, coalition=coalition or make_coalition())


def make_member(
    handle: str = "mara",
    *,
    role: str = "coordinator",
    coalition: Coalition | None = None,
    organisation: Organisation | None = None,
    second_factor: bool = True,
) -> Membership:
    """Make a person and what they are in a coalition; with a passkey, so that their role opens what it opens."""
    person = Person.objects.filter(handle=handle).first() or make_person(handle)
    if second_factor and not Authenticator.objects.filter(user=person).exists():
        make_passkey(person)
    return Membership.objects.create(
        person=person, coalition=coalition or make_coalition(), organisation=organisation, role_key=role
    )


def make_passkey(person: Person, name: str = "Phone") -> Authenticator:
    """Make a passkey that no device holds: enough to count as a second factor."""
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


def make_invitation(
    *, by: Membership, role: str = "member", meant_for: str = "the lawyer", at: datetime | None = None
) -> tuple[Invitation, str]:
    """Make an invitation and its token."""
    return invite(meant_for=meant_for, role_key=role, organisation=None, at=at or timezone.now(), by=by)
