"""Makes people, coalitions and invitations; every argument has a plain default."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from suivi.coalitions.actions.invitations import invite
from suivi.coalitions.actions.joining import open_join_link
from suivi.coalitions.models import Coalition, Invitation, JoinLink, Membership, Organisation, Person

PASSWORD = "river stone lantern sky"

# What a virtual authenticator of Chromium answered once, to an address of a test.
_ID = "QCgr9JX3p96j6YTSYTD5Dkz_7d2NwsEfyjgT7qmMP2I"
_CLIENT = (
    "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiVzk1N3llMEtOY0xIbkczZ0V0SmFKQ1VlZklraV9DLUl0OXlETzFEUEl3YyIs"
    "Im9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODE0MSIsImNyb3NzT3JpZ2luIjpmYWxzZX0"
)
_ATTESTED = (
    "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NFAAAAAQECAwQFBgcIAQIDBAUGBwgA"
    "IEAoK_SV96feo-mE0mEw-Q5M_-3djcLBH8o4E-6pjD9ipQECAyYgASFYIJTDrMVttSKXDvm87E7WS1qbAvm86JYwHtMQHvbxO9tSIlgg0wxxmJho"
    "3omZMbkYnfS-EWMwfFt7zHNaHZmSgy-klUo"
)


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
    """Make a passkey in its real form, whose secret no device holds: enough to count as a second factor."""
    response = {"clientDataJSON": _CLIENT, "attestationObject": _ATTESTED, "transports": ["internal"]}
    credential = {
        "type": "public-key",
        "id": _ID,
        "rawId": _ID,
        "response": response,
        "clientExtensionResults": {"credProps": {"rk": True}},
    }
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": credential}
    )


def make_invitation(
    *, by: Membership, role: str = "member", meant_for: str = "the lawyer", at: datetime | None = None
) -> tuple[Invitation, str]:
    """Make an invitation and its token."""
    return invite(meant_for=meant_for, role_key=role, organisation=None, at=at or timezone.now(), by=by)


def make_join_link(
    *, by: Membership, role: str = "observer", places: int = 40, at: datetime | None = None
) -> tuple[JoinLink, str]:
    """Make a link for several and its token."""
    return open_join_link(
        meant_for="the network",
        role_key=role,
        organisation=None,
        places=places,
        days=3,
        at=at or timezone.now(),
        by=by,
    )


def make_frozen(handle: str = "heron", *, role: str = "member", coalition: Coalition | None = None) -> Membership:
    """Make a member whose place is frozen."""
    membership = make_member(handle, role=role, coalition=coalition)
    membership.frozen_at = timezone.now()
    membership.save()
    return membership


def signed_in(membership: Membership) -> Client:
    """Return a browser in which a member is signed in."""
    client = Client()
    client.force_login(membership.person)
    return client
