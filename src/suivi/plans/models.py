"""Lines of the two plans, and every version of each: what one hand wrote is never lost to another."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.coalitions.models import Organisation, make_key
from suivi.consultations.models import Consultation, Participant
from suivi.plans.rules.columns import LONGEST, Table
from suivi.plans.rules.states import ActivityState
from suivi.record.models import Recommendation
from suivi.timeline.models import Milestone


class PlanRowQuerySet(models.QuerySet[Any]):
    """Lines of a plan."""

    def standing(self) -> PlanRowQuerySet:
        """Return those that nobody took off."""
        return self.filter(removed_at=None)


class PlanRow(models.Model):
    """One line of either plan: about which recommendations, of which cluster, changed how often and when last."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="%(class)ss")
    cluster = models.ForeignKey(Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="%(class)ss")
    recommendations = models.ManyToManyField(Recommendation, related_name="%(class)ss", blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=100, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PlanRowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("cluster__order", "cluster__name", "id")


class Measure(PlanRow):
    """A line of the implementation plan: what the government should do, and how everybody will see it."""

    table = Table.IMPLEMENTATION

    goal = models.TextField(_("Goal to be achieved"), blank=True, max_length=LONGEST)
    government_action = models.TextField(_("Proposed government action"), blank=True, max_length=LONGEST)
    indicator = models.TextField(_("Indicator"), blank=True, max_length=LONGEST)
    ministry = models.TextField(_("Responsible ministry or institution"), blank=True, max_length=LONGEST)

    class Meta(PlanRow.Meta):
        pass

    def __str__(self) -> str:
        return self.goal or self.government_action or self.key


class Activity(PlanRow):
    """A line of the action strategy: what civil society does, by whom, by when; and whether it is done."""

    table = Table.STRATEGY

    activity = models.TextField(_("Activity of civil society"), blank=True, max_length=LONGEST)
    by_whom = models.TextField(_("By whom"), blank=True, max_length=LONGEST)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="activities"
    )
    by_when = models.DateField(_("By when"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ActivityState, default=ActivityState.OPEN)
    done_on = models.DateField(null=True, blank=True)
    milestone = models.OneToOneField(
        Milestone, on_delete=models.SET_NULL, null=True, blank=True, related_name="activity"
    )
    came_from = models.CharField(max_length=40, blank=True)

    class Meta(PlanRow.Meta):
        ordering = ("by_when", "cluster__order", "id")

    def __str__(self) -> str:
        return self.activity or self.key

    def is_late(self, today: date) -> bool:
        """Say whether its day is over while it is still open."""
        return self.state == ActivityState.OPEN and self.by_when is not None and self.by_when < today


class RowVersion(models.Model):
    """How one line stood after one change: `cells` maps the names of columns to texts."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="plan_versions")
    row = models.CharField(max_length=10, db_index=True)
    version = models.PositiveIntegerField()
    cells = models.JSONField(default=dict)
    made_by = models.CharField(max_length=100)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("row", "-version")
        constraints = (models.UniqueConstraint(fields=("row", "version"), name="plans_version_once"),)

    def __str__(self) -> str:
        return f"{self.row} {self.version}"


class BroughtSheet(models.Model):
    """A sheet that came back and waits for somebody to look at what it would change."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="brought_sheets")
    table = models.CharField(max_length=20, choices=Table)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="brought_sheets")
    lines = models.JSONField(default=list)
    brought_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-brought_at", "-id")

    def __str__(self) -> str:
        return self.key
