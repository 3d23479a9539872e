"""What stands on a voice's sheet: each recommendation with its scores or dots, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.consultations.models import Participant
from suivi.priorities.models import Candidate, Criterion, Dots, Score, Sheet

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from suivi.coalitions.models import Membership
    from suivi.priorities.models import Exercise
    from suivi.record.models import Recommendation

AT_ONCE = 20
"""So many recommendations stand on one page of a sheet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One score as it stands on the sheet, and what another person of the organisation had written before."""

    candidate: int
    criterion: Criterion | None
    value: int | None
    former: int | None
    former_by: str

    @property
    def name(self) -> str:
        """What its field is called in forms: `score-12-3`, or `dots-12`."""
        return f"score-{self.candidate}-{self.criterion.pk}" if self.criterion else f"dots-{self.candidate}"


@dataclass(frozen=True, slots=True)
class Line:
    """A recommendation on a sheet, with its cells."""

    candidate: Candidate
    cells: list[Cell]

    @property
    def recommendation(self) -> Recommendation:
        """What is weighed."""
        return self.candidate.recommendation

    @property
    def done(self) -> bool:
        """Whether every score is given."""
        return all(cell.value is not None for cell in self.cells)

    @property
    def had(self) -> str:
        """What stood in the cells when they were shown, to tell what somebody changed: `4..2`."""
        return ".".join("" if cell.value is None else str(cell.value) for cell in self.cells)


def sheet_of(exercise: Exercise, who: Participant | Membership | None) -> Sheet | None:
    """Return somebody's own sheet, or their organisation's; None where none is begun.

    A member without a seat has no sheet of their own yet, and sees that of their organisation.
    """
    sheets = Sheet.objects.filter(exercise=exercise)
    if exercise.by_organisation:
        return sheets.filter(organisation=who.organisation_id).first() if who and who.organisation_id else None
    return sheets.filter(participant=who).first() if isinstance(who, Participant) else None


def candidates_of(exercise: Exercise) -> QuerySet[Candidate]:
    """Return what is weighed, in the order of the record."""
    return exercise.candidates.select_related("recommendation__review").order_by("order")


def lines_of(candidates: Iterable[Candidate], criteria: Sequence[Criterion], sheet: Sheet | None) -> list[Line]:
    """Return these recommendations with the scores of a sheet, in one query."""
    shown = list(candidates)
    scores = Score.objects.filter(sheet=sheet, candidate__in=shown) if sheet else Score.objects.none()
    known = {(each.candidate_id, each.criterion_id): each for each in scores.select_related("former_by")}
    return [Line(each, [_cell(each, one, known.get((each.pk, one.pk))) for one in criteria]) for each in shown]


def dotted_lines_of(candidates: Iterable[Candidate], sheet: Sheet | None) -> list[Line]:
    """Return these recommendations with the dots of a sheet, in one query."""
    dots = Dots.objects.filter(sheet=sheet) if sheet else Dots.objects.none()
    known = {each.candidate_id: each for each in dots.select_related("former_by")}
    return [Line(each, [_cell(each, None, known.get(each.pk))]) for each in candidates]


def _cell(candidate: Candidate, criterion: Criterion | None, given: Score | Dots | None) -> Cell:
    if given is None:
        return Cell(candidate.pk, criterion, None, None, "")
    value = given.value if isinstance(given, Score) else given.count
    return Cell(candidate.pk, criterion, value, given.former, str(given.former_by or ""))
