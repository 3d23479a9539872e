"""Two at once, each with a connection of their own: one sheet for an organisation, and never a dot too many."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consultations.models import Participant
from suivi.discussions.tests.together import at_once
from suivi.priorities.actions.joint import take_over
from suivi.priorities.actions.scoring import give_scores, spread_dots
from suivi.priorities.models import Dots, Exercise, Priority, Score, Sheet
from suivi.priorities.rules.words import ExerciseState, Method, VoiceOf
from suivi.priorities.tests.factories import make_exercise, make_voter

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()


def colleagues(exercise: Exercise, count: int = 4) -> list[Participant]:
    network = make_organisation(coalition=exercise.consultation.coalition)
    return [make_voter(exercise, f"Colleague {number}", organisation=network) for number in range(count)]


def test_colleagues_who_begin_at_once_fill_one_sheet_and_lose_nothing() -> None:
    exercise = make_exercise(voice_of=VoiceOf.ORGANISATION)
    candidates, criteria = exercise.candidates.order_by("order"), exercise.criteria.order_by("order")
    cells = [(one.pk, other.pk) for one in candidates for other in criteria]
    pairs = zip(cells, colleagues(exercise), strict=True)
    at_once(
        *(
            lambda cell=cell, by=by: give_scores(exercise=exercise, scores={cell: 4}, at=NOW, by=by)
            for cell, by in pairs
        )
    )
    assert Sheet.objects.count() == 1
    assert Score.objects.count() == 4


def test_of_two_who_write_the_same_score_the_last_counts_and_the_former_stands_beside_it() -> None:
    exercise = make_exercise(voice_of=VoiceOf.ORGANISATION)
    cell = (exercise.candidates.order_by("order")[0].pk, exercise.criteria.order_by("order")[0].pk)
    lina, idris = colleagues(exercise, 2)
    at_once(
        lambda: give_scores(exercise=exercise, scores={cell: 2}, at=NOW, by=lina),
        lambda: give_scores(exercise=exercise, scores={cell: 5}, at=NOW, by=idris),
    )
    score = Score.objects.get()
    assert {score.value, score.former} == {2, 5}
    assert {score.given_by, score.former_by} == {lina, idris}


def test_dots_that_come_at_once_never_exceed_what_a_sheet_has() -> None:
    exercise = make_exercise(method=Method.DOTS, voice_of=VoiceOf.ORGANISATION, recommendations=4, dots_each=5)
    places = [each.pk for each in exercise.candidates.order_by("order")]
    pairs = zip(places, colleagues(exercise), strict=True)
    seen = at_once(
        *(
            lambda place=place, by=by: spread_dots(exercise=exercise, dots={place: 2}, at=NOW, by=by)
            for place, by in pairs
        )
    )
    assert sum(Dots.objects.values_list("count", flat=True)) == 4
    assert sum(isinstance(each, Refused) for each in seen) == 2


def test_of_two_who_take_over_at_once_one_does() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED)
    placed = [(each.recommendation, each.order) for each in exercise.candidates.select_related("recommendation")]
    members = [make_member("mara"), make_member("tomas", role="steering")]
    seen = at_once(*(lambda by=by: take_over(exercise=exercise, placed=placed, at=NOW, by=by) for by in members))
    assert sum(isinstance(each, Refused) for each in seen) == 1
    assert Priority.objects.standing().count() == 2
