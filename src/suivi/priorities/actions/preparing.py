"""Preparing an exercise: its method, its criteria, and what is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from suivi.history.actions import tell
from suivi.priorities.models import Candidate, Criterion, Exercise
from suivi.priorities.permissions import can_change, can_keep_priorities
from suivi.priorities.rules.stock import OFFERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation
    from suivi.record.models import Recommendation


@transaction.atomic
def prepare_exercise(
    *,
    consultation: Consultation,
    facts: Mapping[str, Any],
    recommendations: Sequence[Recommendation],
    offers: Sequence[str],
    at: datetime,
    by: Membership,
) -> Exercise:
    """Prepare an exercise with the criteria taken from the offers; `facts` are its title, method and voices."""
    can_keep_priorities(by, consultation).require()
    exercise = Exercise.objects.create(consultation=consultation, prepared_at=at, **facts)
    _weigh(exercise, recommendations)
    Criterion.objects.bulk_create(_from_offer(exercise, order, key) for order, key in enumerate(offers, 1))
    details = {"recommendations": len(recommendations), "criteria": list(offers)}
    return _told(exercise, "prepare_exercise", details, by)


@transaction.atomic
def change_exercise(
    *,
    exercise: Exercise,
    facts: Mapping[str, Any],
    recommendations: Sequence[Recommendation] | None,
    by: Membership,
) -> Exercise:
    """Change what an exercise asks before it opens; recommendations stay as they are where None are given."""
    can_change(by, exercise).require()
    for name, value in facts.items():
        setattr(exercise, name, value)
    exercise.save(update_fields=list(facts))
    if recommendations is not None:
        exercise.candidates.all().delete()
        _weigh(exercise, recommendations)
    return _told(exercise, "change_exercise", {"fields": sorted(facts)}, by)


@transaction.atomic
def set_criteria(*, exercise: Exercise, criteria: Sequence[Mapping[str, Any]], by: Membership) -> Exercise:
    """Set what is weighed by, in this order, each with its weight, direction and words."""
    can_change(by, exercise).require()
    exercise.criteria.all().delete()
    Criterion.objects.bulk_create(
        Criterion(exercise=exercise, order=order, **told) for order, told in enumerate(criteria, 1)
    )
    return _told(exercise, "set_criteria", {"criteria": len(criteria)}, by)


@transaction.atomic
def discard_exercise(*, exercise: Exercise, by: Membership) -> None:
    """Take an exercise away that was never opened: nobody wrote anything into it."""
    can_change(by, exercise).require()
    _told(exercise, "discard_exercise", {}, by)
    exercise.delete()


def _weigh(exercise: Exercise, recommendations: Sequence[Recommendation]) -> None:
    Candidate.objects.bulk_create(
        Candidate(exercise=exercise, recommendation=each, order=order) for order, each in enumerate(recommendations, 1)
    )


def _from_offer(exercise: Exercise, order: int, key: str) -> Criterion:
    offer = OFFERS[key]
    told = {"weighs": offer.weighs, "direction": offer.direction, "weight": offer.weight}
    return Criterion(exercise=exercise, order=order, offer=key, **told)


def _told(exercise: Exercise, verb: str, details: dict[str, Any], by: Membership) -> Exercise:
    tell(verb=verb, thing=f"exercise:{exercise.key}", coalition=by.coalition.key, details=details, by=by)
    return exercise
