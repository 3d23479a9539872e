"""Opening an exercise to everybody, closing it, and opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.history.actions import tell
from suivi.priorities.models import Exercise
from suivi.priorities.permissions import can_move, can_open
from suivi.priorities.rules.words import ExerciseState

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.coalitions.models import Membership


@transaction.atomic
def open_exercise(*, exercise: Exercise, at: datetime, by: Membership) -> Exercise:
    """Let everybody who may fill their sheets."""
    current = _locked(exercise)
    can_open(by, current).require()
    current.opened_at = at
    return _moved(current, ExerciseState.OPEN, "open_exercise", by)


@transaction.atomic
def close_exercise(*, exercise: Exercise, at: datetime, by: Membership) -> Exercise:
    """End the filling of sheets, and show what came of it."""
    current = _locked(exercise)
    can_move(by, current, "close_exercise").require()
    current.closed_at = at
    return _moved(current, ExerciseState.CLOSED, "close_exercise", by)


@transaction.atomic
def reopen_exercise(*, exercise: Exercise, by: Membership) -> Exercise:
    """Let sheets be filled once more; results are hidden until it is closed again."""
    current = _locked(exercise)
    can_move(by, current, "reopen_exercise").require()
    current.closed_at = None
    return _moved(current, ExerciseState.OPEN, "reopen_exercise", by)


def _locked(exercise: Exercise) -> Exercise:
    """Return the exercise as it stands now, locked: of two who press at once, the second one learns of the first."""
    rows = Exercise.objects.select_for_update(of=("self",)).select_related("consultation__coalition")
    return rows.get(pk=exercise.pk)


def _moved(exercise: Exercise, to: ExerciseState, verb: str, by: Membership) -> Exercise:
    exercise.state = to
    exercise.save(update_fields=["state", "opened_at", "closed_at"])
    tell(verb=verb, thing=f"exercise:{exercise.key}", coalition=by.coalition.key, by=by)
    return exercise
