"""Keeping the joint priorities: taking results over, and mending the list by hand; each step can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max

from suivi.history.actions import tell
from suivi.priorities.models import Exercise, Priority
from suivi.priorities.permissions import can_keep_priorities, can_move, can_put_back
from suivi.priorities.rules.words import ExerciseState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation
    from suivi.record.models import Recommendation

type Placed = Sequence[tuple[Recommendation, int]]
"""Recommendations with their ranks; equal ranks are a tie."""


@transaction.atomic
def take_over(*, exercise: Exercise, placed: Placed, at: datetime, by: Membership) -> list[Priority]:
    """Make results joint priorities, after those there are; what is on the list already keeps its place."""
    current = Exercise.objects.select_for_update(of=("self",)).select_related("consultation").get(pk=exercise.pk)
    can_move(by, current, "take_over").require()
    consultation = current.consultation
    standing = Priority.objects.standing().filter(consultation=consultation)
    known = set(standing.values_list("recommendation", flat=True))
    after = standing.aggregate(last=Max("rank"))["last"] or 0
    told = {"consultation": consultation, "exercise": current, "made_at": at}
    made = [Priority(recommendation=each, rank=after + rank, **told) for each, rank in placed if each.pk not in known]
    Priority.objects.bulk_create(made)
    current.state = ExerciseState.TAKEN_OVER
    current.save(update_fields=["state"])
    _tell("take_over", f"exercise:{current.key}", {"priorities": [each.key for each in made]}, by)
    return made


@transaction.atomic
def undo_take_over(*, exercise: Exercise, at: datetime, by: Membership) -> Exercise:
    """Take the priorities that came of an exercise off the list again."""
    current = Exercise.objects.select_for_update(of=("self",)).select_related("consultation").get(pk=exercise.pk)
    can_move(by, current, "undo_take_over").require()
    Priority.objects.standing().filter(exercise=current).update(removed_at=at)
    current.state = ExerciseState.CLOSED
    current.save(update_fields=["state"])
    _tell("undo_take_over", f"exercise:{current.key}", {}, by)
    return current


@transaction.atomic
def add_priority(
    *, consultation: Consultation, recommendation: Recommendation, rank: int, reason: str, at: datetime, by: Membership
) -> Priority:
    """Put a recommendation on the list by hand; one that stands there already gets this rank and reason."""
    can_keep_priorities(by, consultation).require()
    told = {"rank": rank, "reason": reason}
    priority, _made = Priority.objects.update_or_create(
        consultation=consultation,
        recommendation=recommendation,
        removed_at=None,
        defaults=told,
        create_defaults={**told, "made_at": at},
    )
    return _told(priority, "add_priority", ["rank", "reason"], by)


@transaction.atomic
def change_priority(*, priority: Priority, rank: int, reason: str, by: Membership) -> Priority:
    """Give a joint priority another rank, or say why it is one."""
    can_keep_priorities(by, priority.consultation).require()
    priority.rank, priority.reason = rank, reason
    priority.save(update_fields=["rank", "reason"])
    return _told(priority, "change_priority", ["rank", "reason"], by)


@transaction.atomic
def remove_priority(*, priority: Priority, at: datetime, by: Membership) -> Priority:
    """Take a joint priority off the list; it can be put back."""
    can_keep_priorities(by, priority.consultation).require()
    priority.removed_at = at
    priority.save(update_fields=["removed_at"])
    return _told(priority, "remove_priority", ["removed_at"], by)


@transaction.atomic
def put_back_priority(*, priority: Priority, by: Membership) -> Priority:
    """Put a joint priority back where it stood."""
    can_put_back(by, priority).require()
    priority.removed_at = None
    priority.save(update_fields=["removed_at"])
    return _told(priority, "put_back_priority", ["removed_at"], by)


def _told(priority: Priority, verb: str, fields: list[str], by: Membership) -> Priority:
    _tell(verb, f"priority:{priority.key}", {"recommendation": priority.recommendation.key, "fields": fields}, by)
    return priority


def _tell(verb: str, thing: str, details: dict[str, Any], by: Membership) -> None:
    tell(verb=verb, thing=thing, coalition=by.coalition.key, details=details, by=by)
