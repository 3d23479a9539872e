"""Dates and symbols of a review that a person knows and no document has told yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import Review
from suivi.record.permissions import can_change_record


@transaction.atomic
def date_review(*, review: Review, facts: Mapping[str, date | int | str | None], by: Membership) -> Review:
    """Set some of a review's fields (field name -> value) and return it; what stays the same is not told."""
    can_change_record(by).require()
    current = Review.objects.select_for_update().get(pk=review.pk)
    changed = [field for field, value in facts.items() if getattr(current, field) != value]
    for field in changed:
        setattr(current, field, facts[field])
    if changed:
        current.save(update_fields=changed)
        details = {"fields": changed}
        tell(verb="date_review", thing=f"review:{review.key}", coalition=by.coalition.key, details=details, by=by)
    return current
