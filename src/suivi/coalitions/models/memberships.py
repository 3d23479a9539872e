"""Coalitions, their organisations, and who is what in which."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models.people import Person
from suivi.coalitions.rules import ROLES, Member, Role


def make_key() -> str:
    """Return a name for addresses that nobody can guess or put in order: 10 letters and digits."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _each in range(10))


class Coalition(models.Model):
    """Organisations that follow one State's reviews together."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    name = models.CharField(_("name of the coalition"), max_length=120)
    state = models.CharField(_("State it follows"), max_length=3, help_text=_("The State whose reviews it works on."))
    asks_vouching = models.BooleanField(_("a second member vouches for each invitation"), default=False)
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
        """Return memberships that count now: not ended, not frozen, of people who may sign in."""
        return self.filter(ended_at=None, frozen_at=None, person__is_active=True)

    def standing(self) -> MembershipQuerySet:
        """Return memberships that have not ended, the frozen ones too, of people who may sign in."""
        return self.filter(ended_at=None, person__is_active=True)

    def frozen(self) -> MembershipQuerySet:
        """Return places that are kept, but open nothing until two people open them again."""
        return self.standing().exclude(frozen_at=None)

    def keepers(self) -> MembershipQuerySet:
        """Return those whose role may invite people, change roles and end memberships."""
        return self.filter(role_key__in=[key for key, role in ROLES.items() if role.keeps_people])


class Membership(models.Model):
    """What a person is in a coalition, and for which organisation, until it ends.

    What hangs on a membership (feeds, invitations, seats) asks `.active()` at each use: so it dies in the very moment
    in which the membership is frozen or ends, and nobody has to be told.
    """

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
    frozen_at = models.DateTimeField(null=True, blank=True)
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
    def is_active(self) -> bool:
        """Whether it counts now: the same as `.active()`."""
        return self.ended_at is None and self.frozen_at is None and self.person.is_active

    @property
    def role(self) -> type[Role]:
        """The role as a class."""
        return ROLES[self.role_key]

    @property
    def role_label(self) -> str:
        """The role in the reader's language."""
        return str(self.role.label)
