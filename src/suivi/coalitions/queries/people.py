"""Who is signed in for which coalition, and who belongs to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.coalitions.models import Coalition, Membership, Organisation, Person
from suivi.coalitions.rules import ROLES
from suivi.common.normalise import plain

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from suivi.coalitions.models import MembershipQuerySet

CHOSEN = "coalition"


@dataclass(frozen=True, slots=True)
class Found:
    """The people of a coalition: those looked for, and how many there are in all, by organisation and by role."""

    members: list[Membership]
    total: int
    organisations: list[tuple[Organisation | None, int]]
    roles: list[tuple[str, str, int]]
    keepers: int


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
    return _in_order(Membership.objects.active().filter(coalition=coalition))


def places_of(coalition: Coalition) -> MembershipQuerySet:
    """Return who belongs to a coalition, those too whose place is frozen, by organisation and name."""
    return _in_order(Membership.objects.standing().filter(coalition=coalition))


def has_place(person: Person, coalition: Coalition) -> bool:
    """Say whether a person has a place in a coalition, be it frozen."""
    return Membership.objects.filter(person=person, coalition=coalition, ended_at=None).exists()


def organisations_of(coalition: Coalition) -> QuerySet[Organisation]:
    """Return the member organisations of a coalition, by name."""
    return Organisation.objects.filter(coalition=coalition)


def found_people(coalition: Coalition, *, words: str, organisation: str, role: str) -> Found:
    """Return those of a coalition whose name or organisation holds all the words, of one organisation or role.

    `organisation` is a key, or "none" for those who take part as persons. Two queries, however many there are.
    """
    everybody, names = list(places_of(coalition)), list(organisations_of(coalition))
    counts = Counter(each.organisation_id for each in everybody)
    by_role = Counter(each.role_key for each in everybody)
    sought = plain(words).split()
    found = [
        each
        for each in everybody
        if _is_of(each, organisation)
        and (not role or each.role_key == role)
        and all(word in _told_of(each) for word in sought)
    ]
    alone = [(None, counts[None])] if counts[None] else []
    return Found(
        found,
        len(everybody),
        [*((each, counts[each.pk]) for each in names), *alone],
        [(key, str(role.label), by_role[key]) for key, role in ROLES.items() if by_role[key]],
        sum(each.role.keeps_people and each.is_active for each in everybody),
    )


def _in_order(found: MembershipQuerySet) -> MembershipQuerySet:
    return found.select_related("coalition", "person", "organisation").order_by(
        "organisation__name", "person__name", "id"
    )


def _is_of(membership: Membership, organisation: str) -> bool:
    if not organisation:
        return True
    return (membership.organisation.key if membership.organisation else "none") == organisation


def _told_of(membership: Membership) -> str:
    return plain(f"{membership.person.name} {membership.organisation.name if membership.organisation else ''}")
