"""Filling a sheet: scores and dots, kept as they come; the last one counts, what it replaced stays beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.common.decisions import Refused
from suivi.priorities.models import Dots, Exercise, Score, Sheet
from suivi.priorities.permissions import can_fill
from suivi.priorities.rules.words import HIGHEST, LOWEST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from suivi.consultations.models import Participant

type Scores = Mapping[tuple[int, int], int | None]
"""(candidate, criterion) -> score, or None to take it away."""


@transaction.atomic
def give_scores(*, exercise: Exercise, scores: Scores, at: datetime, by: Participant) -> Sheet:
    """Keep these scores on the sheet of a participant, or of their organisation; others stay as they are."""
    current = _as_it_stands(exercise)
    can_fill(by, current).require()
    _check(current, scores)
    sheet = _sheet(current, at, by)
    wanted = {candidate for candidate, _criterion in scores}
    known = {(each.candidate_id, each.criterion_id): each for each in sheet.scores.filter(candidate__in=wanted)}
    new, changed, gone = [], [], []
    for (candidate, criterion), value in scores.items():
        given = known.get((candidate, criterion))
        if given is None:
            if value is not None:
                told = {"candidate_id": candidate, "criterion_id": criterion, "value": value, "given_by": by}
                new.append(Score(sheet=sheet, **told))
        elif value is None:
            gone.append(given.pk)
        elif given.value != value:
            _remember(given, given.value, by)
            given.value, given.given_by = value, by
            changed.append(given)
    Score.objects.bulk_create(new)
    Score.objects.bulk_update(changed, ["value", "given_by", "former", "former_by"])
    sheet.scores.filter(pk__in=gone).delete()
    return sheet


@transaction.atomic
def spread_dots(*, exercise: Exercise, dots: Mapping[int, int], at: datetime, by: Participant) -> Sheet:
    """Put so many dots on each of these recommendations; what the sheet holds in all stays within its number."""
    current = _as_it_stands(exercise)
    can_fill(by, current).require()
    sheet = _sheet(current, at, by)
    known = {each.candidate_id: each for each in sheet.dots.all()}
    _check_dots(current, {candidate: each.count for candidate, each in known.items()} | dict(dots))
    for candidate, count in dots.items():
        given = known.get(candidate)
        if given is None:
            if count:
                Dots.objects.create(sheet=sheet, candidate_id=candidate, count=count, given_by=by)
        elif given.count != count:
            _remember(given, given.count, by)
            given.count, given.given_by = count, by
            given.save()
    return sheet


def _as_it_stands(exercise: Exercise) -> Exercise:
    """Return the exercise as it stands at this moment: a page may have been open for hours."""
    return Exercise.objects.select_related("consultation__coalition").get(pk=exercise.pk)


def _sheet(exercise: Exercise, at: datetime, by: Participant) -> Sheet:
    """Return the sheet, locked, so that two people of one organisation write one after the other."""
    whose = {"organisation": by.organisation} if exercise.by_organisation else {"participant": by}
    made, _is_new = Sheet.objects.get_or_create(exercise=exercise, **whose, defaults={"begun_at": at})
    sheet = Sheet.objects.select_for_update(of=("self",)).get(pk=made.pk)
    sheet.changed_at = at
    sheet.save(update_fields=["changed_at"])
    return sheet


def _remember(given: Score | Dots, value: int, by: Participant) -> None:
    """Keep what another person had written; one's own slips of the finger are nobody's business."""
    if given.given_by_id != by.pk:
        given.former, given.former_by = value, given.given_by


def _check(exercise: Exercise, scores: Scores) -> None:
    candidates = set(exercise.candidates.values_list("pk", flat=True))
    criteria = set(exercise.criteria.values_list("pk", flat=True))
    for (candidate, criterion), value in scores.items():
        if candidate not in candidates or criterion not in criteria:
            raise Refused(_("This is not part of the exercise. Look at the page again."))
        if value is not None and not LOWEST <= value <= HIGHEST:
            raise Refused(_("Scores run from %(from)d to %(to)d.") % {"from": LOWEST, "to": HIGHEST})


def _check_dots(exercise: Exercise, dots: Mapping[int, int]) -> None:
    if set(dots) - set(exercise.candidates.values_list("pk", flat=True)):
        raise Refused(_("This is not part of the exercise. Look at the page again."))
    if min(dots.values(), default=0) < 0 or max(dots.values(), default=0) > exercise.dots_on_one:
        most = exercise.dots_on_one
        said = ngettext("At most %(n)d dot lies on one recommendation.", "At most %(n)d dots lie on one.", most)
        raise Refused(said % {"n": most})
    over = sum(dots.values()) - exercise.dots_each
    if over > 0:
        said = ngettext("This is %(n)d dot too many: take it away.", "These are %(n)d dots too many.", over)
        raise Refused(said % {"n": over})
