"""What invitations and links open, and who waits behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from suivi.coalitions.models import Invitation, JoinLink, JoinRequest
from suivi.coalitions.rules.invitations import InvitationState
from suivi.coalitions.rules.joining import JoinState

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from suivi.coalitions.models import Coalition, InvitationQuerySet, JoinLinkQuerySet, Membership, Person

_ALIVE = Q(requests__state__in=[JoinState.WAITING, JoinState.APPROVED])


def open_invitations_of(coalition: Coalition, now: datetime) -> InvitationQuerySet:
    """Return the invitations that open a door to a coalition at this moment, or may yet, the latest first."""
    found = Invitation.objects.alive_at(now).filter(coalition=coalition)
    return found.select_related("coalition", "organisation", "invited_by__person", "vouched_by__person")


def unvouched_invitations(membership: Membership, now: datetime) -> InvitationQuerySet:
    """Return the invitations for which this member may vouch: others made them, and they wait for a second."""
    found = open_invitations_of(membership.coalition, now).filter(state=InvitationState.UNVOUCHED)
    return found.exclude(invited_by=membership)


def invitation_with(token_hash: str) -> Invitation | None:
    """Return the invitation whose token has this hash, whatever has become of it."""
    related = ("coalition", "organisation", "invited_by__person", "replaces__person", "vouched_by__person")
    return Invitation.objects.select_related(*related).filter(token_hash=token_hash).first()


def join_links_of(coalition: Coalition, now: datetime) -> JoinLinkQuerySet:
    """Return the links by which several may ask to join, each with `asked`: how many wait or were let in."""
    found = JoinLink.objects.open_at(now).filter(coalition=coalition).annotate(asked=Count("requests", filter=_ALIVE))
    return found.select_related("coalition", "organisation", "opened_by__person")


def join_link_with(token_hash: str) -> JoinLink | None:
    """Return the link whose token has this hash, whatever has become of it, with `asked` as above."""
    found = JoinLink.objects.select_related("coalition", "organisation", "opened_by__person")
    return found.annotate(asked=Count("requests", filter=_ALIVE)).filter(token_hash=token_hash).first()


def newcomers_of(coalition: Coalition) -> QuerySet[JoinRequest]:
    """Return those who wait to be let in, the first to come first."""
    found = JoinRequest.objects.filter(link__coalition=coalition, state=JoinState.WAITING, person__is_active=True)
    return found.select_related("person", "link__coalition", "link__organisation", "link__opened_by__person")


def waits_to_join(person: Person) -> JoinRequest | None:
    """Return the request of somebody who waits to be let in, else None."""
    found = JoinRequest.objects.filter(person=person, state=JoinState.WAITING)
    return found.select_related("link__coalition").first()
