"""Corrections by hand: the original stays, the reason is kept, and both are shown."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import Correction, Recommendation, RecommendingState
from suivi.record.permissions import can_change_record
from suivi.record.search import index as search


@transaction.atomic
def correct_text(*, recommendation: Recommendation, text: str, reason: str, by: Membership) -> Correction:
    """Let the recommendation be read as `text`; what was published stays beside it."""
    can_change_record(by).require()
    before = _locked(recommendation).wording
    Recommendation.objects.filter(pk=recommendation.pk).update(
        corrected_text=text if text != recommendation.text else ""
    )
    return _correct(recommendation, field="text", before=before, after=text, reason=reason, by=by)


@transaction.atomic
def correct_states(*, recommendation: Recommendation, states: Sequence[str], reason: str, by: Membership) -> Correction:
    """Let these States (ISO 3166-1 alpha-3, in order) be those who made the recommendation."""
    can_change_record(by).require()
    asking = RecommendingState.objects.filter(recommendation=_locked(recommendation))
    before = ", ".join(dict.fromkeys(asking.order_by("order").values_list("state", flat=True)))
    asking.delete()
    RecommendingState.objects.bulk_create(
        RecommendingState(recommendation=recommendation, state=state, order=order)
        for order, state in enumerate(dict.fromkeys(states), start=1)
    )
    return _correct(recommendation, field="states", before=before, after=", ".join(states), reason=reason, by=by)


def _locked(recommendation: Recommendation) -> Recommendation:
    return Recommendation.objects.select_for_update().get(pk=recommendation.pk)


def _correct(
    recommendation: Recommendation, *, field: str, before: str, after: str, reason: str, by: Membership
) -> Correction:
    made = Correction.objects.create(
        recommendation=recommendation,
        field=field,
        before=before,
        after=after,
        reason=reason,
        made_by=str(by.person),
        coalition=by.coalition.key,
    )
    search.index([recommendation.pk])
    tell(
        verb="correct_recommendation",
        thing=f"recommendation:{recommendation.key}",
        coalition=by.coalition.key,
        details={"field": field},
        by=by,
    )
    return made
