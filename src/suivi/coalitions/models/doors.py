"""Doors into a coalition: invitations for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models.memberships import Coalition, Membership, Organisation, make_key
from suivi.coalitions.rules import ROLES, InvitationState, Member, Role

if TYPE_CHECKING:
    from datetime import datetime


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Which invitations still open a door."""

    def open_at(self, now: datetime) -> InvitationQuerySet:
        """Return those that can be accepted at a moment, as far as they themselves go."""
        return self.filter(state=InvitationState.OPEN, expires_at__gt=now)


class Invitation(models.Model):
    """A single-use door into a coalition: bound to a role when made, kept only as a hash, dead after 72 hours.

    Where it replaces a membership, somebody lost their way in: a new account takes over that membership and nothing
    else, so that nobody who keeps people can get at what an account sees in other coalitions.
    """

    State = InvitationState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    role_key = models.CharField(
        _("role"), max_length=20, choices=[(key, role.label) for key, role in ROLES.items()], default=Member.key
    )
    meant_for = models.CharField(
        _("for whom"), max_length=60, help_text=_("A name that only your coalition understands.")
    )
    replaces = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="ways_back")
    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=InvitationState, default=InvitationState.OPEN)
    invited_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations_made")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-invited_at", "-id")

    def __str__(self) -> str:
        return f"{self.meant_for}: {self.get_state_display()}"

    @property
    def role(self) -> type[Role]:
        """The role it gives, as a class."""
        return ROLES[self.role_key]

    @property
    def role_label(self) -> str:
        """The role it gives, in the reader's language."""
        return str(self.role.label)

    def stands_at(self, now: datetime) -> InvitationState:
        """Return where it stands at a moment: time alone ends an open invitation, nobody has to write it down."""
        state = InvitationState(self.state)
        return InvitationState.EXPIRED if state == InvitationState.OPEN and self.expires_at <= now else state
