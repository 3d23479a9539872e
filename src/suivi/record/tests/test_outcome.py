"""The outcome in numbers: every position counted once overall, and once in each tag and State."""

from __future__ import annotations

import pytest

from suivi.record.queries import outcome
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review

pytestmark = pytest.mark.django_db


def test_positions_are_counted_overall_and_by_tag_and_state() -> None:
    review = make_review()
    make_recommendation(states=["NOR", "SWE"], themes=["Right to life"], sdgs=[16], position=Position.NOTED)
    make_recommendation(states=["NOR"], themes=["Right to life", "Elections"], position=Position.SUPPORTED)
    make_recommendation(states=["FRA"])
    found = outcome(review)
    assert found.positions == {Position.NOTED: 1, Position.SUPPORTED: 1, Position.PENDING: 1}
    assert (found.total, found.states) == (3, 3)
    assert [(each.value, each.total) for each in found.by["theme"]] == [("right-to-life", 2), ("elections", 1)]
    assert [(each.value, each.positions) for each in found.by["sdg"]] == [("16", {Position.NOTED: 1})]
    assert [(each.name, each.total) for each in found.by["by"]] == [("Norway", 2), ("France", 1), ("Sweden", 1)]


def test_a_state_that_asks_for_two_parts_counts_once() -> None:
    make_recommendation(parts=[("Ratify the treaty", ["NOR"]), ("Ratify the protocol", ["NOR", "FRA"])])
    assert [(each.value, each.total) for each in outcome(make_review()).by["by"]] == [("FRA", 1), ("NOR", 1)]


def test_an_empty_review_has_an_empty_outcome() -> None:
    found = outcome(make_review())
    assert (found.total, found.states, found.by) == (0, 0, {})


def test_the_outcome_costs_the_same_for_one_and_for_three(django_assert_num_queries: object) -> None:
    review = make_review()
    for _each in range(3):
        make_recommendation(review=review, themes=["Right to life"])
        with django_assert_num_queries(3):  # type: ignore[operator]
            outcome(review)
