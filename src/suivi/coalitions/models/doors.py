"""Doors into a coalition: invitations for one, links by which several may ask to join, and those who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models.memberships import Coalition, Membership, Organisation, make_key
from suivi.coalitions.models.people import Person
from suivi.coalitions.rules import ROLES, InvitationState, Member, Role
from suivi.coalitions.rules.invitations import ALIVE
from suivi.coalitions.rules.joining import BY_LINK, JoinState

if TYPE_CHECKING:
    from datetime import datetime


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Which invitations still open a door."""

    def open_at(self, now: datetime) -> InvitationQuerySet:
        """Return those that can be accepted at a moment, as far as they themselves go."""
        return self.filter(state=InvitationState.OPEN, expires_at__gt=now)

    def alive_at(self, now: datetime) -> InvitationQuerySet:
        """Return those that open a door, or will once a second member vouches."""
        return self.filter(state__in=ALIVE, expires_at__gt=now)


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
    language = models.CharField(_("language"), max_length=12, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=InvitationState, default=InvitationState.OPEN)
    invited_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations_made")
    vouched_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
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
        return InvitationState.EXPIRED if state in ALIVE and self.expires_at <= now else state


class JoinLinkQuerySet(models.QuerySet["JoinLink"]):
    """Which links still let somebody ask."""

    def open_at(self, now: datetime) -> JoinLinkQuerySet:
        """Return those that somebody can ask by at a moment, as far as they themselves go."""
        return self.filter(withdrawn_at=None, expires_at__gt=now)


class JoinLink(models.Model):
    """A link that goes from hand to hand: whoever follows it asks to join, and waits until somebody lets them in."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="join_links")
    meant_for = models.CharField(
        _("for whom"), max_length=60, help_text=_("A name that only your coalition understands.")
    )
    role_key = models.CharField(
        _("role"), max_length=20, choices=[(role.key, role.label) for role in BY_LINK], default=Member.key
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="join_links"
    )
    places = models.PositiveSmallIntegerField(_("how many may ask"), default=40)
    token_hash = models.CharField(max_length=64, unique=True)
    opened_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="join_links")
    opened_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = JoinLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at", "-id")

    def __str__(self) -> str:
        return self.meant_for

    @property
    def role(self) -> type[Role]:
        """The role it gives, as a class."""
        return ROLES[self.role_key]

    @property
    def role_label(self) -> str:
        """The role it gives, in the reader's language."""
        return str(self.role.label)


class JoinRequest(models.Model):
    """Somebody who came by a link, and sees nothing until they are let in.

    `word` is what they wrote so that somebody knows who they are; it is gone once it is decided.
    """

    State = JoinState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    link = models.ForeignKey(JoinLink, on_delete=models.CASCADE, related_name="requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    word = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=JoinState, default=JoinState.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("asked_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("link", "person"), condition=models.Q(state="waiting"), name="coalitions_join_request_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"
