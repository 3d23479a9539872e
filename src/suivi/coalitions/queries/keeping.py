"""Who keeps a coalition, what two people are about to agree on, and what waits for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.coalitions.models import Ask, HandOver, Invitation, JoinLink, Membership, Silence
from suivi.coalitions.queries.doors import newcomers_of, unvouched_invitations
from suivi.coalitions.rules.freezing import is_silent
from suivi.coalitions.rules.keeping import KEEPERS, stays_kept

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from suivi.coalitions.models import AskQuerySet, Coalition, HandOverQuerySet


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for one member among the people of their coalition. False where nothing does."""

    newcomers: int = 0
    unvouched: int = 0
    asks: int = 0
    silences: int = 0
    hand_overs: int = 0

    def __bool__(self) -> bool:
        return bool(self.newcomers or self.unvouched or self.asks or self.silences or self.hand_overs)


@dataclass(frozen=True, slots=True)
class Held:
    """How many doors somebody opened that are open still."""

    invitations: int
    links: int


def keepers_in(coalition_id: int) -> set[int]:
    """Return the memberships that keep the people of a coalition now."""
    found = Membership.objects.active().keepers().filter(coalition_id=coalition_id)
    return set(found.values_list("pk", flat=True))


def is_kept_by_one(membership: Membership | None) -> bool:
    """Say whether this member keeps people, and fewer than two do: then the page says what to do about it."""
    if not membership or not membership.role.keeps_people:
        return False
    return len(keepers_in(membership.coalition_id)) < KEEPERS


def may_lose(whom: Membership) -> bool:
    """Say whether enough people keep the coalition once `whom` no longer does."""
    if not whom.role.keeps_people:
        return True
    keepers = keepers_in(whom.coalition_id)
    return stays_kept(before=len(keepers), after=len(keepers - {whom.pk}))


def may_pass(giver: Membership, taker: Membership) -> bool:
    """Say whether enough people keep the coalition once `taker` is what `giver` was."""
    before = keepers_in(giver.coalition_id)
    after = before - {giver.pk, taker.pk} | ({taker.pk} if giver.role.keeps_people else set())
    return stays_kept(before=len(before), after=len(after))


def asks_of(coalition: Coalition, now: datetime) -> AskQuerySet:
    """Return what one of those who keep people has asked about a colleague, and nobody has agreed to yet."""
    found = Ask.objects.open_at(now).filter(membership__coalition=coalition, membership__ended_at=None)
    return found.select_related("membership__person", "membership__coalition", "asked_by__person")


def silence_of(membership: Membership) -> Silence | None:
    """Return a member's own wish to be frozen after a time of silence, if any."""
    return Silence.objects.filter(membership=membership).select_related("agreed_by__person").first()


def silent_at(now: datetime) -> list[Membership]:
    """Return the members who wished to be frozen after a time of silence, and of whom nobody heard for so long."""
    wished = Silence.objects.exclude(agreed_at=None).filter(membership__in=Membership.objects.active())
    found = wished.select_related("membership__person", "membership__coalition")
    return [each.membership for each in found if is_silent(heard_at=_heard_at(each), days=each.days, now=now)]


def hand_over_of(membership: Membership, now: datetime) -> HandOver | None:
    """Return what this member has offered to hand over and nobody has answered yet."""
    return _hand_overs(now).filter(giver=membership).first()


def hand_overs_to(membership: Membership, now: datetime) -> HandOverQuerySet:
    """Return what others offer to hand over to this member."""
    return _hand_overs(now).filter(taker=membership, giver__in=Membership.objects.active())


def pending_for(membership: Membership, now: datetime) -> Pending:
    """Return what waits for this member."""
    hand_overs = hand_overs_to(membership, now).count()
    vouches = membership.role.contributes and membership.role.sees_coalition
    unvouched = unvouched_invitations(membership, now).count() if vouches else 0
    if not membership.role.keeps_people:
        return Pending(unvouched=unvouched, hand_overs=hand_overs)
    coalition = membership.coalition
    others = asks_of(coalition, now).exclude(asked_by=membership).exclude(membership=membership)
    silences = silences_to_agree(membership).count()
    return Pending(newcomers_of(coalition).count(), unvouched, others.count(), silences, hand_overs)


def silences_to_agree(membership: Membership) -> QuerySet[Silence]:
    """Return the wishes of others to be frozen after a time of silence, to which nobody has agreed yet."""
    others = Membership.objects.active().filter(coalition=membership.coalition).exclude(pk=membership.pk)
    found = Silence.objects.filter(agreed_at=None, membership__in=others)
    return found.select_related("membership__person", "membership__coalition")


def held_by(membership: Membership, now: datetime) -> Held:
    """Return the doors that a member opened and that go to whoever takes over."""
    invitations = Invitation.objects.alive_at(now).filter(invited_by=membership).count()
    return Held(invitations, JoinLink.objects.open_at(now).filter(opened_by=membership).count())


def _hand_overs(now: datetime) -> HandOverQuerySet:
    return HandOver.objects.open_at(now).select_related("giver__person", "giver__coalition", "taker__person")


def _heard_at(silence: Silence) -> datetime:
    agreed, signed_in = silence.agreed_at or silence.asked_at, silence.membership.person.last_login
    return max(agreed, signed_in) if signed_in else agreed
