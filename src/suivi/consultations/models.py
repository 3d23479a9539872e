"""Consultations: what they are about, what is on their agenda, who takes part, by which door they came."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Coalition, Membership, Organisation, make_key
from suivi.consultations.rules import Kind, Phase, Room, SafeCategory, make_code
from suivi.record.models import Review
from suivi.timeline.models import Milestone

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Consultations, as far as somebody may see them."""

    def visible_to(self, membership: Membership | None) -> ConsultationQuerySet:
        """Return the coalition's: both rooms to those who see its work, to partners the dialogue alone."""
        if not membership:
            return self.none()
        ours = self.filter(coalition_id=membership.coalition_id)
        return ours if membership.role.sees_coalition else ours.filter(room=Room.DIALOGUE)


class Consultation(models.Model):
    """A time in which a coalition decides together about one review; whatever is said stays in its room."""

    Phase = Phase

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="consultations")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="consultations")
    title = models.CharField(_("title"), max_length=160)
    about = models.TextField(_("what it is for"), blank=True, max_length=4000)
    kind = models.CharField(_("what sort of meeting"), max_length=20, choices=Kind, default=Kind.WORKSHOP)
    room = models.CharField(_("room"), max_length=10, choices=Room, default=Room.COALITION)
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.GATHER)
    begins_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))
    place = models.CharField(_("place"), blank=True, max_length=160)
    languages = models.CharField(
        _("languages"), blank=True, max_length=160, help_text=_("As people call them: French, Orvani, sign language.")
    )
    milestone = models.OneToOneField(
        Milestone, on_delete=models.SET_NULL, null=True, blank=True, related_name="consultation"
    )
    set_up_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        ordering = ("-begins_on", "-id")

    def __str__(self) -> str:
        return self.title


class SessionQuerySet(models.QuerySet["Session"]):
    """What is on the agenda."""

    def standing(self) -> SessionQuerySet:
        """Return what nobody took off the agenda."""
        return self.filter(removed_at=None)


class Session(models.Model):
    """One thing on the agenda: when, in which room of the building, for which cluster, with whom."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("what"), max_length=160)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    place = models.CharField(_("place"), blank=True, max_length=120)
    cluster = models.ForeignKey(
        Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="sessions", verbose_name=_("cluster")
    )
    facilitator = models.CharField(_("facilitator"), blank=True, max_length=80)
    interpreter = models.CharField(_("interpreter"), blank=True, max_length=80)
    spoken = models.CharField(_("language"), blank=True, max_length=80)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "ends_at", "id")

    def __str__(self) -> str:
        return self.title


class AgendaTemplate(models.Model):
    """An agenda that a coalition keeps, to start another consultation from.

    `rows`: a list of {day: 0, from: "09:00", to: "10:30", title: str}, days counted from the first one.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="agenda_templates")
    name = models.CharField(_("name"), max_length=120)
    rows = models.JSONField(default=list)
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class DoorQuerySet(models.QuerySet["Door"]):
    """Doors, as long as their code opens them."""

    def open_at(self, now: datetime) -> DoorQuerySet:
        """Return those that a code opens at a moment."""
        return self.filter(closed_at=None, closes_at__gt=now).exclude(consultation__phase=Phase.CLOSED)


class Door(models.Model):
    """A code on the wall: whoever is in the hall takes a seat by it without an account, until it is closed."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="doors")
    code = models.CharField(max_length=12, unique=True, default=make_code)
    opened_at = models.DateTimeField(default=timezone.now)
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = DoorQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation",), condition=Q(closed_at=None), name="consultations_one_open_door"
            ),
        )

    def __str__(self) -> str:
        return f"{self.consultation} {self.opened_at:%Y-%m-%d}"

    @property
    def as_shown(self) -> str:
        """The code as it stands on the wall: `KRVB 4TNX`."""
        return f"{self.code[:4]} {self.code[4:]}".upper()


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Who takes part."""

    def present(self) -> ParticipantQuerySet:
        """Return those who did not leave, and whose membership, where they have one, is neither over nor frozen."""
        ours = Q(membership__in=Membership.objects.active())
        return self.filter(Q(membership=None) | ours, left_at=None)


class Participant(models.Model):
    """Somebody in a consultation, under the name that others see there; with or without an account.

    `token_hash` is what is kept of the cookie of a browser without account; a member needs none. `organisation_said` is
    what somebody typed where it is none of the coalition's organisations.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="participants")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="seats")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="seats"
    )
    name = models.CharField(_("name others see"), max_length=60, help_text=_("A pseudonym is welcome."))
    organisation_said = models.CharField(_("organisation"), blank=True, max_length=120)
    language = models.CharField(_("language"), max_length=12, blank=True)
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "membership"),
                condition=Q(membership__isnull=False),
                name="consultations_member_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Headcount(models.Model):
    """How many of a safe category were in the hall, as somebody counted them."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="headcounts")
    category = models.CharField(max_length=20, choices=SafeCategory)
    heads = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("consultation", "category"), name="consultations_headcount_once"),
        )

    def __str__(self) -> str:
        return f"{self.label}: {self.heads}"

    @property
    def label(self) -> str | Promise:
        """The category in the reader's language."""
        return SafeCategory(self.category).label


class Act(models.Model):
    """One deed that a phone sent, known by the mark the phone gave it: however often it comes, it is done once."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="acts")
    act = models.UUIDField()
    body_hash = models.CharField(max_length=64)
    led_to = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("participant", "act"), name="consultations_act_once"),)

    def __str__(self) -> str:
        return str(self.act)
