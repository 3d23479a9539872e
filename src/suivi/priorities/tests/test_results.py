"""What comes of an exercise, and what of it is shown to whom."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from suivi.priorities.models import Exercise
from suivi.priorities.pictures import field, poster
from suivi.priorities.queries.results import Results, results_of
from suivi.priorities.rules.words import Direction, ExerciseState, Method
from suivi.priorities.tests.factories import make_exercise, make_sheet

pytestmark = pytest.mark.django_db


def closed(recommendations: int = 2, method: Method = Method.SCORES) -> Exercise:
    return make_exercise(state=ExerciseState.CLOSED, recommendations=recommendations, method=method)


def numbers(results: Results) -> list[tuple[int | None, str]]:
    return [(each.rank, each.recommendation.number) for each in results.ranked]


def test_the_middle_of_all_voices_ranks() -> None:
    exercise = closed(3)
    for _each in range(5):
        make_sheet(exercise, (2, 2), (5, 5), (4, 3))
    assert numbers(results_of(exercise, few_too=False)) == [(1, "128.2"), (2, "128.3"), (3, "128.1")]


def test_impact_and_effort_are_told_apart_and_weigh_as_they_should() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED, offers=("impact", "urgency", "feasibility", "cost"))
    for _each in range(5):
        make_sheet(exercise, (5, 2, 4, 5))
    (result,) = results_of(exercise, few_too=False).ranked
    assert result.impact
    assert result.ease
    assert result.overall
    assert result.impact.middle == (5 * 2 + 2) / 3
    # A high cost speaks against: five counts as one.
    assert result.ease.middle == (4 * 2 + 1) / 3
    assert result.overall.middle == (5 * 2 + 2 + 4 * 2 + 1) / 6


def test_of_each_criterion_people_see_what_was_given_not_what_it_was_turned_into() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED, offers=("impact", "cost"))
    for _each in range(5):
        make_sheet(exercise, (3, 5))
    (result,) = results_of(exercise, few_too=False).ranked
    costs = next(spread for criterion, spread in result.criteria if criterion.direction == Direction.AGAINST)
    assert costs
    assert costs.middle == 5


def test_a_tie_is_shown_as_a_tie() -> None:
    exercise = closed(3)
    for _each in range(5):
        make_sheet(exercise, (4, 4), (4, 4), (1, 1))
    results = results_of(exercise, few_too=False)
    assert numbers(results) == [(1, "128.1"), (1, "128.2"), (3, "128.3")]
    assert [[each.recommendation.number for each in tie] for tie in results.ties] == [["128.1", "128.2"]]


def test_where_people_differ_most_is_listed_though_the_middle_looks_like_any_other() -> None:
    exercise = closed(2)
    for score in (1, 1, 1, 5, 5, 5):
        make_sheet(exercise, (score, 3), (3, 3))
    results = results_of(exercise, few_too=False)
    assert [each.recommendation.number for each in results.differing] == ["128.1"]
    widest = results.differing[0].widest
    assert widest
    assert (str(widest[0].name), widest[1].lowest, widest[1].highest) == ("Impact", 1, 5)


def test_of_fewer_than_five_voices_only_those_who_run_it_see_anything() -> None:
    exercise = closed()
    for _each in range(4):
        make_sheet(exercise, (4, 4), (1, 1))
    hidden, shown = (results_of(exercise, few_too=few_too) for few_too in (False, True))
    assert (hidden.few, hidden.ranked, hidden.unranked, hidden.voices) == (True, [], [], 4)
    assert [each.rank for each in shown.ranked] == [1, 2]


def test_a_recommendation_that_few_weighed_is_not_compared_and_its_figures_stay_hidden() -> None:
    exercise = closed()
    for number in range(6):
        make_sheet(exercise, (4, 4), (5, 5) if number < 2 else (None, None))
    hidden, shown = (results_of(exercise, few_too=few_too) for few_too in (False, True))
    assert numbers(hidden) == numbers(shown) == [(1, "128.1")]
    assert [each.overall for each in hidden.unranked] == [None]
    assert all(spread is None for _criterion, spread in hidden.unranked[0].criteria)
    assert shown.unranked[0].overall


def test_a_criterion_that_few_scored_stays_hidden_too() -> None:
    exercise = closed(2)
    for number in range(6):
        make_sheet(exercise, (4, 5 if number == 0 else None), (3, 3))
    first = next(each for each in results_of(exercise, few_too=False).ranked if each.candidate.order == 1)
    assert [bool(spread) for _criterion, spread in first.criteria] == [True, False]
    assert first.ease is None


def test_dots_are_added_up_and_few_voices_are_not_counted_out() -> None:
    exercise = closed(3, Method.DOTS)
    for number in range(6):
        make_sheet(exercise, (3,), (1 if number == 0 else 0,), (0,))
    results = results_of(exercise, few_too=False)
    assert [(each.rank, each.figure) for each in results.ranked] == [(1, 18), (2, 1)]
    assert [each.recommendation.number for each in results.unranked] == ["128.3"]


def test_an_exercise_that_nobody_filled_has_no_results() -> None:
    results = results_of(closed(), few_too=True)
    assert (results.ranked, results.voices, results.few) == ([], 0, False)


def test_results_cost_the_same_however_many_recommendations(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for count in (1, 3):
        exercise = closed(count)
        for _each in range(5):
            make_sheet(exercise, *[(4, 4)] * count)
        with django_assert_num_queries(3):
            results_of(exercise, few_too=False)


@pytest.mark.parametrize("narrow", [False, True])
def test_the_field_shows_ranges_and_tells_ties_and_quarrels_apart(*, narrow: bool) -> None:
    exercise = closed(3)
    for score in (1, 1, 3, 5, 5):
        make_sheet(exercise, (score, 2), (4, 4), (4, 4))
    drawing = str(field(results_of(exercise, few_too=False), "ltr", narrow=narrow))
    assert "128.2, 128.3" in drawing.replace("\u2066", "").replace("\u2069", "")
    assert drawing.count("<polygon") == 1
    assert drawing.count('stroke-opacity="0.3"') == 4


def test_without_a_criterion_of_effort_there_is_no_field() -> None:
    exercise = make_exercise(state=ExerciseState.CLOSED, offers=("impact",))
    for _each in range(5):
        make_sheet(exercise, (4,))
    assert field(results_of(exercise, few_too=False), "ltr") is None


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_sheet_to_print_says_what_it_is(direction: str) -> None:
    exercise = closed()
    for _each in range(5):
        make_sheet(exercise, (4, 4), (2, 2))
    drawing = str(poster(results_of(exercise, few_too=False), direction))  # type: ignore[arg-type]
    for words in ("What comes first", "5 voices", "little effort"):
        assert words in drawing
