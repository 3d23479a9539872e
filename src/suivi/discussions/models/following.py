"""What waits for somebody, what they follow, and where their digest goes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.coalitions.models import make_key
from suivi.consultations.models import Participant
from suivi.discussions.models.entries import Entry
from suivi.discussions.models.strategies import Strategy
from suivi.discussions.models.threads import Thread
from suivi.discussions.models.wordings import Amendment
from suivi.discussions.rules.words import Frequency, NoticeKind
from suivi.record.models import Recommendation


class NoticeQuerySet(models.QuerySet["Notice"]):
    """What was told to people."""

    def waiting(self) -> NoticeQuerySet:
        """Return what nobody ticked off yet."""
        return self.filter(seen_at=None)


class Notice(models.Model):
    """Something that waits for one participant until they tick it off: a mention, an answer, a decision on theirs."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=NoticeKind)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, blank=True, related_name="notices")
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, null=True, blank=True, related_name="notices")
    amendment = models.ForeignKey(Amendment, on_delete=models.CASCADE, null=True, blank=True, related_name="notices")
    made_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-id")
        indexes = (models.Index(fields=("participant", "seen_at"), name="discussions_notice_waiting"),)

    def __str__(self) -> str:
        return f"{self.participant}: {self.get_kind_display()}"


class FollowQuerySet(models.QuerySet["Follow"]):
    """What people follow."""

    def of(self, participant: Participant) -> FollowQuerySet:
        """Return what somebody follows."""
        return self.filter(participant=participant)


class Follow(models.Model):
    """Somebody follows a thread, a recommendation or a cluster; `seen_at` is up to when they have read."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="follows")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, blank=True, related_name="follows")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="follows"
    )
    cluster = models.ForeignKey(Cluster, on_delete=models.CASCADE, null=True, blank=True, related_name="follows")
    began_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    objects = FollowQuerySet.as_manager()

    class Meta:
        ordering = ("began_at", "id")
        constraints = tuple(
            models.UniqueConstraint(
                fields=("participant", place),
                condition=Q(**{f"{place}__isnull": False}),
                name=f"discussions_follow_{place}",
            )
            for place in ("thread", "recommendation", "cluster")
        )

    def __str__(self) -> str:
        return f"{self.participant} {self.began_at:%Y-%m-%d}"


class Post(models.Model):
    """Where somebody's digest goes: an address given for nothing else, taken away with one press.

    `address` is kept sealed (`suivi.discussions.sealing`). `sent_at` is when the last digest went out.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="post")
    address = models.TextField()
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency, default=Frequency.DAILY)
    given_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("given_at", "id")

    def __str__(self) -> str:
        return f"{self.participant}"
