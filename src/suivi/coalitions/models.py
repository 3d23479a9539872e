"""People (pseudonyms welcome), coalitions, their organisations, who is what in which, and invitations."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules import ROLES, InvitationState, Member, Role


def make_key() -> str:
    """Return a name for addresses that nobody can guess or put in order: 10 letters and digits."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _each in range(10))


class PersonManager(BaseUserManager["Person"]):
    """People are found by their handle."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person whose handle it is, whatever the case."""
        return self.get(handle__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who signs in. A pseudonym is enough: no field asks for more than it needs."""

    handle = models.CharField(_("name to sign in with"), max_length=60, unique=True)
    name = models.CharField(_("name others see"), max_length=60, help_text=_("A pseudonym is welcome."))
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Only for messages that say nothing sensitive."))
    language = models.CharField(_("language"), max_length=12, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = PersonManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name or self.handle


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


class Membership(models.Model):
    """What a person is in a coalition, and for which organisation, until it ends."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships")
    role_key = models.CharField(_("role"), max_length=20, choices=[(key, role.label) for key, role in ROLES.items()], default=Member.key)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("began_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("person", "coalition"), condition=models.Q(ended_at=None), name="coalitions_membership_once"),
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


class Invitation(models.Model):
    """A single-use door into a coalition: bound to a role when made, kept only as a hash, dead after 72 hours."""

    State = InvitationState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations")
    role_key = models.CharField(_("role"), max_length=20, choices=[(key, role.label) for key, role in ROLES.items()], default=Member.key)
    meant_for = models.CharField(_("for whom"), max_length=60, help_text=_("A name that only your coalition understands."))
    token_hash = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=10, choices=InvitationState, default=InvitationState.OPEN)
    invited_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations_made")
    invited_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-invited_at", "-id")

    def __str__(self) -> str:
        return f"{self.meant_for}: {self.get_state_display()}"
