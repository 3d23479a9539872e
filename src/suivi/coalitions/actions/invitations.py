"""Inviting: a single-use link handed over from person to person."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django.db import transaction

from suivi.coalitions.actions.accounts import end_sessions
from suivi.coalitions.models import Invitation, Membership, Person
from suivi.coalitions.permissions import (
    can_accept_invitation,
    can_change_membership,
    can_keep_people,
    can_withdraw_invitation,
)
from suivi.coalitions.queries import hash_of
from suivi.coalitions.rules import INVITATION_LASTS, InvitationState
from suivi.coalitions.rules.invitations import ALIVE
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Organisation


@transaction.atomic
def invite(
    *,
    meant_for: str,
    role_key: str,
    organisation: Organisation | None,
    language: str = "",
    at: datetime,
    by: Membership,
) -> tuple[Invitation, str]:
    """Make an invitation; return it, and its token, which is kept nowhere and can never be shown again."""
    can_keep_people(by).require()
    bound = {"meant_for": meant_for, "role_key": role_key, "organisation": organisation, "language": language}
    invitation, token = _make(**bound, at=at, by=by)
    details = {"role": role_key, "organisation": organisation.key if organisation else ""}
    tell(verb="invite", thing=f"invitation:{invitation.key}", coalition=by.coalition.key, details=details, by=by)
    return invitation, token


@transaction.atomic
def open_way_back(*, whom: Membership, at: datetime, by: Membership) -> tuple[Invitation, str]:
    """Make an invitation by which a member who lost their way in takes their place again with a new account."""
    can_change_membership(by, whom).require()
    whom.ways_back.filter(state__in=ALIVE).update(state=InvitationState.WITHDRAWN)
    invitation, token = _make(
        meant_for=whom.person.name, role_key=whom.role_key, organisation=whom.organisation, at=at, by=by, replaces=whom
    )
    details = {"membership": whom.key}
    tell(verb="open_way_back", thing=f"invitation:{invitation.key}", coalition=by.coalition.key, details=details, by=by)
    return invitation, token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, at: datetime, by: Membership) -> Invitation:
    """Close the door of an invitation."""
    can_withdraw_invitation(by, invitation, at).require()
    invitation.state = InvitationState.WITHDRAWN
    invitation.save(update_fields=["state"])
    tell(verb="withdraw_invitation", thing=f"invitation:{invitation.key}", coalition=by.coalition.key, by=by)
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Invitation, at: datetime, by: Person) -> Membership:
    """Use an invitation up: the person becomes what it says, or takes the place it keeps."""
    locked = Invitation.objects.select_for_update(of=("self",))
    related = ("coalition", "invited_by__person", "replaces__person", "vouched_by__person")
    current = locked.select_related(*related).get(pk=invitation.pk)
    can_accept_invitation(current, by, at).require()
    membership = _take_place(current.replaces, by) if current.replaces else _join(current, by, at)
    current.state, current.accepted_by = InvitationState.ACCEPTED, membership
    current.save(update_fields=["state", "accepted_by"])
    details = {"membership": membership.key, "role": membership.role_key}
    tell(
        verb="accept_invitation",
        thing=f"invitation:{current.key}",
        coalition=current.coalition.key,
        details=details,
        by=membership,
    )
    return membership


@transaction.atomic
def accept_as_newcomer(
    *, invitation: Invitation, at: datetime, name: str, handle: str, password: str, language: str, by: object
) -> Membership:
    """Make an account for somebody who holds an invitation, and use the invitation up."""
    can_accept_invitation(invitation, None, at).require()
    person = Person(handle=handle, name=name, language=language)
    person.set_password(password)
    person.save()
    tell(verb="open_account", thing=f"invitation:{invitation.key}", coalition=invitation.coalition.key, by=by)
    return accept_invitation(invitation=invitation, at=at, by=person)


def _make(*, at: datetime, by: Membership, **bound: Any) -> tuple[Invitation, str]:
    """Keep an invitation with what it is bound to, and with the hash of its token alone."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        coalition=by.coalition,
        token_hash=hash_of(token),
        state=InvitationState.UNVOUCHED if by.coalition.asks_vouching else InvitationState.OPEN,
        invited_by=by,
        invited_at=at,
        expires_at=at + INVITATION_LASTS,
        **bound,
    )
    return invitation, token


def _join(invitation: Invitation, person: Person, at: datetime) -> Membership:
    return Membership.objects.create(
        person=person,
        coalition=invitation.coalition,
        organisation=invitation.organisation,
        role_key=invitation.role_key,
        began_at=at,
    )


def _take_place(membership: Membership, person: Person) -> Membership:
    """Hand a membership over to another account; the old one dies where it has no other place to be."""
    former = membership.person
    membership.person = person
    membership.save(update_fields=["person"])
    end_sessions(person=former, but="", by=person)
    if not Membership.objects.standing().filter(person=former).exists():
        former.is_active = False
        former.save(update_fields=["is_active"])
    return membership
