"""People (pseudonyms welcome), coalitions, their organisations, who is what in which, and invitations."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules import ROLES, InvitationState, Member, Role, as_handle

if TYPE_CHECKING:
    from datetime import datetime


def make_key() -> str:
    """Return a name for addresses that nobody can guess or put in order: 10 letters and digits."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _each in range(10))


class HandleField(models.CharField):
    """A name to sign in with: kept and looked up in one form, however it is typed."""

    def get_prep_value(self, value: Any) -> Any:
        """Return the one form that the database sees."""
        return as_handle(value) if isinstance(value, str) else super().get_prep_value(value)


class PersonManager(BaseUserManager["Person"]):
    """People are found by their handle."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person whose handle it is, however it is typed."""
        return self.get(handle=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. A pseudonym is enough: no field asks for more than it needs."""

    handle = HandleField(_("name to sign in with"), max_length=60, unique=True)
    name = models.CharField(_("name others see"), max_length=60, help_text=_("A pseudonym is welcome."))
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    sessions_ended = models.PositiveIntegerField(default=0, help_text=_("How often all sessions ended at once."))

    objects = PersonManager()

    USERNAME_FIELD = "handle"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.handle

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what each session must hold to stay alive: another password, or one count more, ends them all."""
        proof = f"{self.password}:{self.sessions_ended}"
        return salted_hmac("suivi.coalitions.sessions", proof, secret=secret, algorithm="sha256").hexdigest()


class Coalition(models.Model):
    """Organisations that follow one State's reviews together."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    name = models.CharField(_("name of the coalition"), max_length=120)
    state = models.CharField(_("State it follows"), max_length=3, help_text=_("The State whose reviews it works on."))
    founded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A member organisation of a coalition."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="organisations")
    name = models.CharField(_("name of the organisation"), max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("coalition", "name"), name="coalitions_organisation_once"),)

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Who is what, where."""

    def active(self) -> MembershipQuerySet:
        """Return memberships that have not ended, of people who may sign in."""
        return self.filter(ended_at=None, person__is_active=True)

    def keepers(self) -> MembershipQuerySet:
        """Return those whose role may invite people, change roles and end memberships."""
        return self.filter(role_key__in=[key for key, role in ROLES.items() if role.keeps_people])


class Membership(models.Model):
    """What a person is in a coalition, and for which organisation, until it ends."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    role_key = models.CharField(
        _("role"), max_length=20, choices=[(key, role.label) for key, role in ROLES.items()], default=Member.key
    )
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("began_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "coalition"), condition=models.Q(ended_at=None), name="coalitions_membership_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} ({self.role_key})"

    @property
    def role(self) -> type[Role]:
        """The role as a class."""
        return ROLES[self.role_key]

    @property
    def role_label(self) -> str:
        """The role in the reader's language."""
        return str(self.role.label)


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
