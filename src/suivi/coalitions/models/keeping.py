"""What takes two people: freezing a colleague, being frozen by one's own silence, handing over what one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from suivi.coalitions.models.memberships import Membership, make_key
from suivi.coalitions.rules.freezing import AskState, Wish
from suivi.coalitions.rules.handing import HandOverState

if TYPE_CHECKING:
    from datetime import datetime


class AskQuerySet(models.QuerySet["Ask"]):
    """Which wishes still wait for a second person."""

    def open_at(self, now: datetime) -> AskQuerySet:
        """Return those that somebody else can agree to at a moment, as far as they themselves go."""
        return self.filter(state=AskState.ASKED, expires_at__gt=now)


class Ask(models.Model):
    """One who keeps people asks that a colleague's place be frozen, or opened again; a second one agrees in time."""

    State = AskState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="asks")
    wish = models.CharField(max_length=10, choices=Wish, default=Wish.FREEZE)
    state = models.CharField(max_length=10, choices=AskState, default=AskState.ASKED)
    asked_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="asks_made")
    asked_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = AskQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return f"{self.get_wish_display()}: {self.membership}"

    def stands_at(self, now: datetime) -> AskState:
        """Return where it stands at a moment: time alone ends it, nobody has to write it down."""
        state = AskState(self.state)
        return AskState.EXPIRED if state == AskState.ASKED and self.expires_at <= now else state


class Silence(models.Model):
    """A member's own wish: freeze my place where I do not sign in for so many days. It holds once somebody agreed."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="silence")
    days = models.PositiveSmallIntegerField(default=30)
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.membership}: {self.days}"


class HandOverQuerySet(models.QuerySet["HandOver"]):
    """Which offers still wait for an answer."""

    def open_at(self, now: datetime) -> HandOverQuerySet:
        """Return those that can be accepted at a moment, as far as they themselves go."""
        return self.filter(state=HandOverState.OFFERED, expires_at__gt=now)


class HandOver(models.Model):
    """Somebody offers all they hold in a coalition to a colleague, who accepts it or does not."""

    State = HandOverState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    giver = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="hand_overs")
    taker = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="hand_overs_offered")
    leaves = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=HandOverState, default=HandOverState.OFFERED)
    offered_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    objects = HandOverQuerySet.as_manager()

    class Meta:
        ordering = ("-offered_at", "-id")

    def __str__(self) -> str:
        return f"{self.giver} > {self.taker}"

    def stands_at(self, now: datetime) -> HandOverState:
        """Return where it stands at a moment: time alone ends it, nobody has to write it down."""
        state = HandOverState(self.state)
        return HandOverState.EXPIRED if state == HandOverState.OFFERED and self.expires_at <= now else state
