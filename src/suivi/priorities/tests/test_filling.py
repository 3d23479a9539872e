"""Filling sheets: what counts, what is remembered, and what is refused."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.tests.factories import make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.history.models import Event
from suivi.priorities.actions.scoring import give_scores, spread_dots
from suivi.priorities.models import Dots, Exercise, Score, Sheet
from suivi.priorities.queries.exercises import open_for
from suivi.priorities.queries.sheets import candidates_of, lines_of, sheet_of
from suivi.priorities.rules.words import ExerciseState, Method, VoiceOf
from suivi.priorities.tests.factories import make_exercise, make_voter

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def cells_of(exercise: Exercise) -> list[tuple[int, int]]:
    """Return (candidate, criterion) of every score that an exercise asks for."""
    criteria = list(exercise.criteria.order_by("order").values_list("pk", flat=True))
    return [(each.pk, criterion) for each in candidates_of(exercise) for criterion in criteria]


def test_scores_are_kept_changed_and_taken_away() -> None:
    exercise = make_exercise()
    voter, cells = make_voter(exercise), cells_of(exercise)
    give_scores(exercise=exercise, scores={cells[0]: 4, cells[1]: 2}, at=NOW, by=voter)
    give_scores(exercise=exercise, scores={cells[0]: 5}, at=NOW, by=voter)
    give_scores(exercise=exercise, scores={cells[1]: None}, at=NOW, by=voter)
    assert list(Score.objects.values_list("value", flat=True)) == [5]
    assert Sheet.objects.count() == 1


def test_one_s_own_former_score_is_not_kept() -> None:
    exercise = make_exercise()
    voter, cells = make_voter(exercise), cells_of(exercise)
    for value in (4, 5):
        give_scores(exercise=exercise, scores={cells[0]: value}, at=NOW, by=voter)
    assert Score.objects.get().former is None


def test_two_people_of_one_organisation_share_a_sheet_and_see_what_stood_there() -> None:
    exercise = make_exercise(voice_of=VoiceOf.ORGANISATION)
    network = make_organisation(coalition=exercise.consultation.coalition)
    lina, idris = (make_voter(exercise, name, organisation=network) for name in ("Lina", "Idris"))
    cell = cells_of(exercise)[0]
    give_scores(exercise=exercise, scores={cell: 2}, at=NOW, by=lina)
    give_scores(exercise=exercise, scores={cell: 5}, at=NOW, by=idris)
    line = lines_of(candidates_of(exercise), list(exercise.criteria.all()), sheet_of(exercise, lina))[0]
    shown = line.cells[0]
    assert (shown.value, shown.former, shown.former_by) == (5, 2, "Lina")
    assert Sheet.objects.get().organisation == network


def test_people_have_sheets_of_their_own() -> None:
    exercise = make_exercise()
    for voter in (make_voter(exercise), make_voter(exercise)):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=voter)
    assert Sheet.objects.count() == 2


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_score_off_the_scale_is_refused(value: int) -> None:
    exercise = make_exercise()
    with pytest.raises(Refused):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: value}, at=NOW, by=make_voter(exercise))
    assert not Score.objects.exists()


def test_what_belongs_to_another_exercise_is_refused() -> None:
    exercise = make_exercise()
    other = make_exercise("Another", consultation=exercise.consultation)
    with pytest.raises(Refused):
        give_scores(exercise=exercise, scores={cells_of(other)[0]: 3}, at=NOW, by=make_voter(exercise))
    dots = make_exercise("Dots", consultation=exercise.consultation, method=Method.DOTS)
    with pytest.raises(Refused):
        spread_dots(exercise=dots, dots={cells_of(other)[0][0]: 1}, at=NOW, by=make_voter(dots))


@pytest.mark.parametrize("state", [ExerciseState.PREPARED, ExerciseState.CLOSED, ExerciseState.TAKEN_OVER])
def test_only_an_open_exercise_takes_scores(state: ExerciseState) -> None:
    exercise = make_exercise(state=state)
    with pytest.raises(Refused, match="not open"):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=make_voter(exercise))


def test_a_page_that_was_open_for_hours_learns_that_the_exercise_was_closed() -> None:
    exercise = make_exercise()
    voter = make_voter(exercise)
    Exercise.objects.update(state=ExerciseState.CLOSED)
    with pytest.raises(Refused):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=voter)


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.DISCUSS, Phase.DECIDE, Phase.CLOSED])
def test_only_the_phase_to_prioritise_takes_scores(phase: Phase) -> None:
    exercise = make_exercise(consultation=make_consultation(phase=phase))
    with pytest.raises(Refused):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=make_voter(exercise))


def test_who_is_here_for_no_organisation_fills_no_sheet_of_organisations() -> None:
    exercise = make_exercise(voice_of=VoiceOf.ORGANISATION)
    somebody = make_participant("Alone", consultation=exercise.consultation)
    with pytest.raises(Refused, match="organisation"):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=somebody)
    assert open_for(somebody) == []


def test_an_observer_scores_nothing() -> None:
    exercise = make_exercise()
    observer = make_member("heron", role="observer", coalition=exercise.consultation.coalition)
    seat = make_participant("Heron", consultation=exercise.consultation, membership=observer)
    with pytest.raises(Refused):
        give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=seat)


def test_dots_stay_within_their_number_in_all_and_on_one() -> None:
    exercise = make_exercise(method=Method.DOTS, recommendations=3, dots_each=5, dots_on_one=3)
    voter, (one, two, three) = make_voter(exercise), candidates_of(exercise)
    spread_dots(exercise=exercise, dots={one.pk: 3, two.pk: 1}, at=NOW, by=voter)
    with pytest.raises(Refused, match="too many"):
        spread_dots(exercise=exercise, dots={three.pk: 2}, at=NOW, by=voter)
    with pytest.raises(Refused, match="At most 3"):
        spread_dots(exercise=exercise, dots={two.pk: 4, one.pk: 0}, at=NOW, by=voter)
    spread_dots(exercise=exercise, dots={one.pk: 0, three.pk: 3}, at=NOW, by=voter)
    assert dict(Dots.objects.values_list("candidate", "count")) == {one.pk: 0, two.pk: 1, three.pk: 3}


def test_what_waits_is_what_is_not_done_yet() -> None:
    exercise = make_exercise()
    voter, cells = make_voter(exercise), cells_of(exercise)
    assert [(each.done, each.total) for each in open_for(voter)] == [(0, 2)]
    give_scores(exercise=exercise, scores=dict.fromkeys(cells[:3], 4), at=NOW, by=voter)
    assert [(each.done, each.left) for each in open_for(voter)] == [(1, 1)]
    give_scores(exercise=exercise, scores=dict.fromkeys(cells, 4), at=NOW, by=voter)
    assert open_for(voter) == []


def test_nobody_s_scores_are_told_in_the_history() -> None:
    exercise = make_exercise()
    before = Event.objects.count()
    give_scores(exercise=exercise, scores={cells_of(exercise)[0]: 3}, at=NOW, by=make_voter(exercise))
    assert Event.objects.count() == before
