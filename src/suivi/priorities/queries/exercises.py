"""The exercises of a consultation, what each asks, and which of them wait for a participant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from suivi.priorities.models import Candidate, Criterion, Dots, Exercise, Score, Sheet
from suivi.priorities.queries.sheets import sheet_of

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation, Participant
    from suivi.priorities.models import ExerciseQuerySet


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open exercise in which a participant has something left to do: of `total`, `done` are done.

    Counted are recommendations with all their scores, or dots.
    """

    exercise: Exercise
    done: int
    total: int

    @property
    def left(self) -> int:
        """How much is left to do."""
        return max(self.total - self.done, 0)


def exercises_of(consultation: Consultation) -> ExerciseQuerySet:
    """Return the exercises, the latest first, with `weighed` recommendations and `voices` that gave anything."""
    found = Exercise.objects.filter(consultation=consultation).select_related("consultation__coalition")
    return found.annotate(
        weighed=Coalesce(Subquery(_weighed(), output_field=IntegerField()), 0),
        voices=Coalesce(Subquery(_begun(), output_field=IntegerField()), 0),
    )


def criteria_of(exercise: Exercise) -> list[Criterion]:
    """Return what is weighed by, in order; nothing where dots are spread."""
    return [] if exercise.by_dots else list(exercise.criteria.order_by("order"))


def open_for(participant: Participant) -> list[Waiting]:
    """Return the open exercises that still want something of a participant or of their organisation."""
    found = []
    for exercise in exercises_of(participant.consultation).open():
        if exercise.by_organisation and not participant.organisation_id:
            continue
        waiting = progress(exercise, sheet_of(exercise, participant))
        if waiting.left:
            found.append(waiting)
    return found


def progress(exercise: Exercise, sheet: Sheet | None) -> Waiting:
    """Return how far a sheet is: by recommendations with all their scores, or by dots that were spread."""
    if exercise.by_dots:
        spread = Dots.objects.filter(sheet=sheet).values_list("count", flat=True) if sheet else []
        return Waiting(exercise, sum(spread), exercise.dots_each)
    asked = exercise.criteria.count()
    given = Score.objects.filter(sheet=sheet).values("candidate").annotate(n=Count("pk")).filter(n__gte=asked)
    return Waiting(exercise, given.count() if sheet and asked else 0, exercise.candidates.count())


def _weighed() -> QuerySet:
    """Return how many recommendations are weighed in an exercise."""
    found = Candidate.objects.filter(exercise=OuterRef("pk")).order_by()
    return found.values("exercise").annotate(n=Count("pk")).values("n")


def _begun() -> QuerySet:
    """Return how many sheets of an exercise hold a score or a dot."""
    sheets = Sheet.objects.filter(exercise=OuterRef("pk")).order_by()
    given = sheets.filter(scores__isnull=False) | sheets.filter(dots__count__gt=0)
    return given.values("exercise").annotate(n=Count("pk", distinct=True)).values("n")
