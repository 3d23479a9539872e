"""What waits for somebody among the people of their coalition; and who can see what, to be printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.views.decorators.http import require_safe

from suivi.coalitions.permissions import can_keep_people, can_see_people
from suivi.coalitions.permissions.doors import can_approve, can_vouch
from suivi.coalitions.permissions.keeping import can_accept_hand_over, can_agree, can_agree_to_silence
from suivi.coalitions.queries import places_of
from suivi.coalitions.queries.doors import newcomers_of, unvouched_invitations
from suivi.coalitions.queries.keeping import asks_of, hand_overs_to, silences_to_agree
from suivi.coalitions.rules import INVITATION_LASTS, ROLES, Zone
from suivi.coalitions.rules.freezing import ASK_LASTS
from suivi.coalitions.rules.joining import BY_LINK
from suivi.coalitions.rules.keeping import KEEPERS
from suivi.coalitions.rules.opening import BESIDE, opened_by, zones_of
from suivi.common.pages import page

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from suivi.coalitions.models import HandOver, Membership
    from suivi.coalitions.requests import MemberRequest
    from suivi.coalitions.rules import Role
    from suivi.common.decisions import Decision

AN_HOUR = timedelta(hours=1)


@require_safe
def waiting(request: MemberRequest) -> HttpResponse:
    """Show everything that waits for this member: newcomers, colleagues' wishes, invitations to vouch for, offers."""
    can_see_people(request.membership).require()
    mine, now = request.membership, timezone.now()
    coalition, may_keep = mine.coalition, can_keep_people(mine)
    newcomers = newcomers_of(coalition) if may_keep else []
    asks = asks_of(coalition, now).exclude(membership=mine) if may_keep else []
    silences = silences_to_agree(mine) if may_keep else []
    context = {
        "newcomers": [(each, can_approve(mine, each)) for each in newcomers],
        "asks": [(each, can_agree(mine, each, now)) for each in asks],
        "silences": [(each, can_agree_to_silence(mine, each)) for each in silences],
        "unvouched": unvouched_invitations(mine, now) if can_vouch(mine) else [],
        "offers": [_offered(mine, each, now) for each in hand_overs_to(mine, now)],
    }
    return page(request, "coalitions/waiting.html", context)


@require_safe
def who_sees_what(request: MemberRequest) -> HttpResponse:
    """Show who can see what: drawn from the roles, the zones and the members of now, so that it cannot lie."""
    can_see_people(request.membership).require()
    coalition = request.membership.coalition
    people = list(places_of(coalition))
    context = {
        "coalition": coalition,
        "now": timezone.now(),
        "roles": [_held(role, people) for role in ROLES.values()],
        "frozen": [each for each in people if each.frozen_at],
        "zones": [(zone.label, [role for role in ROLES.values() if zone in zones_of(role)]) for zone in Zone],
        "beside": list(BESIDE.values()),
        "keepers": sum(each.role.keeps_people and not each.frozen_at for each in people),
        "least": KEEPERS,
        "people": people,
        "second_factor": settings.SECOND_FACTOR,
        "invitation_hours": INVITATION_LASTS // AN_HOUR,
        "ask_hours": ASK_LASTS // AN_HOUR,
        "idle_minutes": settings.SESSION_IDLE // 60,
        "session_hours": settings.SESSION_COOKIE_AGE // 3600,
        "by_link": [str(role.label) for role in BY_LINK],
    }
    return page(request, "coalitions/who_sees_what.html", context)


def _offered(mine: Membership, offer: HandOver, now: datetime) -> tuple[HandOver, Decision, list[str], list[str]]:
    """Return an offer, whether it may be accepted, what it opens, and what of one's own it closes."""
    gives, has = opened_by(offer.giver.role), opened_by(mine.role)
    return offer, can_accept_hand_over(mine, offer, now), gives, [each for each in has if each not in gives]


def _held(role: type[Role], people: list[Membership]) -> tuple[type[Role], list[str], list[Membership]]:
    """Return a role, what it opens, and who holds it now."""
    return role, opened_by(role), [each for each in people if each.role_key == role.key and not each.frozen_at]
