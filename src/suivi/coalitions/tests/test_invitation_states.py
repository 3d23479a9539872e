"""Invitations under any sequence of events: whatever happens, one opens only while everything it rests on holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from suivi.coalitions.actions.invitations import accept_invitation, withdraw_invitation
from suivi.coalitions.actions.members import change_membership, end_membership
from suivi.coalitions.models import Invitation, Membership
from suivi.coalitions.permissions import can_accept_invitation
from suivi.coalitions.queries import invitation_with
from suivi.coalitions.rules.invitations import TRANSITIONS, InvitationState
from suivi.coalitions.tests.factories import make_invitation, make_member, make_person
from suivi.common.decisions import Refused

pytestmark = pytest.mark.django_db

BEGINNING = datetime(2026, 3, 1, 9, tzinfo=UTC)


class Story:
    """One invitation, its inviter, another coordinator, a newcomer, and a clock."""

    def __init__(self) -> None:
        self.now = BEGINNING
        self.keeper, self.third = make_member("keeper"), make_member("third", role="custodian")
        self.inviter = make_member("inviter")
        self.newcomer = make_person("newcomer")
        self.made, self.token = make_invitation(by=self.inviter, role="observer", at=self.now)
        self.states = [InvitationState.OPEN]
        self.right_lost = False

    def look(self) -> Invitation:
        """Return the invitation as the database has it, and remember where it stands."""
        found = invitation_with(self.made.token_hash)
        assert found is not None
        self.states.append(found.stands_at(self.now))
        return found


def _accept(story: Story) -> None:
    accept_invitation(invitation=story.look(), at=story.now, by=story.newcomer)


def _withdraw(story: Story) -> None:
    withdraw_invitation(invitation=story.look(), at=story.now, by=story.keeper)


def _wait(story: Story) -> None:
    story.now += timedelta(hours=25)


def _end_inviter(story: Story) -> None:
    end_membership(whom=Membership.objects.get(pk=story.inviter.pk), at=story.now, by=story.keeper)
    story.right_lost = True


def _demote_inviter(story: Story) -> None:
    whom = Membership.objects.get(pk=story.inviter.pk)
    change_membership(whom=whom, role_key="member", organisation=None, at=story.now, by=story.keeper)
    story.right_lost = True


def _raise_inviter(story: Story) -> None:
    whom = Membership.objects.get(pk=story.inviter.pk)
    change_membership(whom=whom, role_key="coordinator", organisation=None, at=story.now, by=story.keeper)


EVENTS: tuple[Callable[[Story], None], ...] = (
    _accept, _withdraw, _wait, _end_inviter, _demote_inviter, _raise_inviter
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EVENTS), max_size=7))
def _any_story(events: list[Callable[[Story], None]]) -> None:
    with transaction.atomic():
        story = Story()
        for event in events:
            before, opens = story.look(), _opens(story)
            try:
                event(story)
            except Refused:
                assert event is not _accept or not opens
            else:
                assert event is not _accept or opens
            _holds(story, before)
        transaction.set_rollback(True)


def test_whatever_happens_an_invitation_is_used_once_in_time_and_under_a_living_right() -> None:
    _any_story()


def _opens(story: Story) -> bool:
    return bool(can_accept_invitation(story.look(), story.newcomer, story.now))


def _holds(story: Story, before: Invitation) -> None:
    after = story.look()
    was, now = InvitationState(before.state), InvitationState(after.state)
    assert was == now or now in TRANSITIONS[was]
    joined = Membership.objects.filter(person=story.newcomer)
    assert joined.count() == (now == InvitationState.ACCEPTED)
    assert all(each.role_key == "observer" for each in joined)
    if story.now >= after.expires_at or story.right_lost or now != InvitationState.OPEN:
        assert not _opens(story)
    assert not _back_to_life(story.states)


def _back_to_life(states: list[InvitationState]) -> bool:
    ended = False
    for state in states:
        if ended and state == InvitationState.OPEN:
            return True
        ended = ended or state != InvitationState.OPEN
    return False
