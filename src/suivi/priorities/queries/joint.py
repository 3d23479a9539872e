"""The joint priorities of a consultation, for their own page, for what is built on them, for lists of the record."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from suivi.consultations.models import Consultation
from suivi.priorities.models import Priority

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.priorities.models import PriorityQuerySet


def priorities_of(consultation: Consultation) -> PriorityQuerySet:
    """Return the joint priorities, by rank."""
    return _all_of(consultation).standing()


def removed_priorities(consultation: Consultation) -> PriorityQuerySet:
    """Return those that were taken off the list and may be put back, the latest first."""
    return _all_of(consultation).exclude(removed_at=None).order_by("-removed_at", "-id")


def priorities_among(recommendations: Collection[int], membership: Membership | None) -> dict[int, Priority]:
    """Return the joint priorities among some recommendations, as far as a member may see their consultations.

    Keyed by recommendation; where several consultations made it a priority, the latest one counts.
    """
    visible = Consultation.objects.visible_to(membership)
    found = Priority.objects.standing().filter(recommendation__in=recommendations, consultation__in=visible)
    ordered = found.select_related("consultation").order_by("consultation__begins_on", "id")
    return {each.recommendation_id: each for each in ordered}


def _all_of(consultation: Consultation) -> PriorityQuerySet:
    related = ("recommendation__review", "consultation__coalition", "exercise")
    return Priority.objects.filter(consultation=consultation).select_related(*related)
