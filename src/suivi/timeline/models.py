"""What a coalition does with the clock: milestones moved, ticked off or added, and the feeds that carry them away."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Membership, Organisation, make_key
from suivi.coalitions.rules import Zone
from suivi.record.models import Review
from suivi.timeline.rules.words import Kind


class MilestoneQuerySet(models.QuerySet["Milestone"]):
    """Milestones, as far as somebody may see them."""

    def visible_to(self, membership: Membership | None) -> MilestoneQuerySet:
        """Return the coalition's milestones: all to those who see its work, to partners what is shared with them."""
        if not membership:
            return self.none()
        mine = self.filter(coalition_id=membership.coalition_id)
        return mine if membership.role.sees_coalition else mine.filter(zone__in=[Zone.SHARED, Zone.PUBLIC])

    def standing(self) -> MilestoneQuerySet:
        """Return those that nobody took away."""
        return self.filter(removed_at=None)


class Milestone(models.Model):
    """A milestone that somebody touched: the clock counts all others afresh each day.

    One of the cycle's (`kind` and `round`) that was moved (`due_on`, with a reason) or ticked off; or the coalition's
    own, with a title. `due_on` is empty where the counted day stands; `counted_on` is what the clock said when it was
    moved.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="milestones")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=24, choices=Kind, default=Kind.OWN)
    round = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("what is to be done"), max_length=160, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    counted_on = models.DateField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="milestones",
        verbose_name=_("who sees to it"),
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    zone = models.CharField(max_length=10, choices=Zone, default=Zone.PRIVATE)
    changed_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("coalition", "review", "kind", "round"),
                condition=~Q(kind=Kind.OWN),
                name="timeline_milestone_once",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"{self.review} {self.get_kind_display()}"


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Feeds, as long as they answer."""

    def open(self) -> CalendarFeedQuerySet:
        """Return those not withdrawn, of memberships that count now: neither over nor frozen."""
        return self.filter(withdrawn_at=None, membership__in=Membership.objects.active())


class CalendarFeed(models.Model):
    """A secret address that carries a member's calendar away: kept as a hash only, dead when the membership ends."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return f"{self.membership} {self.made_at:%Y-%m-%d}"
