"""Saved views: a search that somebody wants to come back to."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Membership, Person, make_key
from suivi.coalitions.rules import Zone


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Views, as far as somebody may see them."""

    def visible_to(self, membership: Membership | None) -> SavedViewQuerySet:
        """Return the person's own views in this coalition, and those shared within it."""
        if not membership:
            return self.none()
        mine = Q(owner_id=membership.person_id)
        shared = Q(for_coalition=True) if membership.role.sees_coalition else Q(zone__in=[Zone.SHARED, Zone.PUBLIC])
        return self.filter(mine | shared, coalition_id=membership.coalition_id)


class SavedView(models.Model):
    """A name for a search (`query` as in the address), one's own or the coalition's."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="saved_views")
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(_("name of the view"), max_length=80)
    query = models.CharField(max_length=1000, blank=True)
    for_coalition = models.BooleanField(_("show it to the whole coalition"), default=False)
    zone = models.CharField(max_length=10, choices=Zone, default=Zone.PRIVATE)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name
