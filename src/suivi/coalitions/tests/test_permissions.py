"""Each permission by itself, also where pages would not let anybody come so far."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from suivi.coalitions.actions.invitations import open_way_back, withdraw_invitation
from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.models import Membership
from suivi.coalitions.permissions import (
    can_accept_invitation,
    can_change_membership,
    can_end_membership,
    can_keep_people,
    can_see_people,
    can_withdraw_invitation,
)
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import make_invitation, make_member
from suivi.common.decisions import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [key for key, role in ROLES.items() if not role.keeps_people])
def test_who_does_not_keep_people_changes_and_ends_nobody_but_themselves(role: str) -> None:
    make_member("keeper")
    actor, whom = make_member("actor", role=role), make_member("whom", role="member")
    assert not can_change_membership(actor, whom)
    assert not can_end_membership(actor, whom)
    assert can_end_membership(actor, actor)
    with pytest.raises(Refused):
        end_membership(whom=whom, at=timezone.now(), by=actor)
    with pytest.raises(Refused):
        change_membership(whom=actor, role_key="coordinator", organisation=None, at=timezone.now(), by=actor)


def test_nobody_at_all_sees_and_keeps_nothing() -> None:
    assert not can_see_people(None)
    assert not can_keep_people(None)
    assert not can_end_membership(None, make_member("whom"))


def test_what_has_ended_is_neither_changed_nor_ended_again() -> None:
    keeper, whom = make_member("keeper"), make_member("whom", role="member")
    end_membership(whom=whom, at=timezone.now(), by=keeper)
    assert not can_change_membership(keeper, whom)
    assert not can_end_membership(keeper, whom)
    with pytest.raises(Refused, match="has ended"):
        end_membership(whom=whom, at=timezone.now(), by=keeper)


def test_what_opens_nothing_more_is_not_withdrawn() -> None:
    keeper, now = make_member("keeper"), timezone.now()
    invitation, _token = make_invitation(by=keeper, at=now)
    assert can_withdraw_invitation(keeper, invitation, now)
    assert not can_withdraw_invitation(keeper, invitation, now + timedelta(hours=72))
    withdraw_invitation(invitation=invitation, at=now, by=keeper)
    assert not can_withdraw_invitation(keeper, invitation, now)


@pytest.mark.parametrize("lost", [{"ended_at": timezone.now()}, {"role_key": "member"}], ids=["place", "role"])
def test_an_open_invitation_of_somebody_who_lost_their_right_opens_nothing(lost: dict[str, object]) -> None:
    """Also where the right was lost behind the back of our actions, which withdraw what is open."""
    inviter = make_member("inviter")
    invitation, _token = make_invitation(by=inviter)
    Membership.objects.filter(pk=inviter.pk).update(**lost)
    invitation.refresh_from_db()
    assert invitation.state == "open"
    assert not can_accept_invitation(invitation, None, timezone.now())


def test_a_way_back_to_a_place_that_is_gone_opens_nothing() -> None:
    keeper, whom = make_member("keeper"), make_member("whom", role="member")
    invitation, _token = open_way_back(whom=whom, at=timezone.now(), by=keeper)
    Membership.objects.filter(pk=whom.pk).update(ended_at=timezone.now())
    invitation.refresh_from_db()
    assert not can_accept_invitation(invitation, None, timezone.now())
