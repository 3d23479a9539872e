"""A job: which work, with what, how far it is, and whether its worker still lives."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone

from suivi.common.jobs.rules import OPEN, SILENCE, JobState

NOT_YET = UUID(int=0)
"""The queue's row of a job that does not stand in line yet."""


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs, by where they stand."""

    def open(self) -> JobQuerySet:
        """Return those that wait or run."""
        return self.filter(state__in=OPEN)

    def silent_since(self, now: datetime) -> JobQuerySet:
        """Return those that run on paper, but whose worker has not been heard of for too long."""
        return self.filter(state=JobState.RUNNING, beat_at__lt=now - SILENCE)

    def attempt_of(self, job: Job) -> JobQuerySet:
        """Return the row of this job as long as it is still in this attempt: whoever was replaced finds none."""
        return self.filter(pk=job.pk, attempt=job.attempt, state=JobState.RUNNING)


class Job(models.Model):
    """One piece of long work. `work` is where its function stands (`suivi.intake.tasks.read_import`).

    `attempt` counts how often it was begun, and is what a worker must still hold to write anything. `once` names what
    there may be only one open job of. `done` and `total` are in units of the work; total 0 means not known yet.
    """

    work = models.CharField(max_length=120)
    arguments = models.JSONField(default=dict)
    once = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempt = models.PositiveSmallIntegerField(default=0)
    task_id = models.UUIDField(default=NOT_YET, editable=False)
    cancel_asked_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("state", "beat_at"), name="jobs_state_beat"),)
        constraints = (
            models.UniqueConstraint(fields=("once",), condition=Q(state__in=OPEN) & ~Q(once=""), name="jobs_open_once"),
        )

    def __str__(self) -> str:
        return f"{self.work.rpartition('.')[2]}: {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in OPEN
