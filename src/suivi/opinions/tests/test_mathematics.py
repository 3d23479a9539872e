"""Places, groups and what each group says: the mathematics of the map, on votes whose answer one can see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from suivi.opinions.rules.dots import grid_of
from suivi.opinions.rules.groups import grouping
from suivi.opinions.rules.outcome import Outcome, outcome_of
from suivi.opinions.rules.places import places
from suivi.opinions.rules.shares import counted, standing_for, unity
from suivi.opinions.rules.words import FEW, Choice

if TYPE_CHECKING:
    from suivi.opinions.rules.places import Votes

NOT_SEEN = np.nan
CAMPS = np.array([[1, 1, 1, -1, -1, 1]] * 6 + [[-1, -1, -1, 1, 1, 1]] * 9, dtype=float)
KEYS = list("abcdef")


def test_people_who_vote_alike_stand_at_one_place_and_camps_apart() -> None:
    found = places(CAMPS)
    assert np.allclose(found[:6], found[0])
    assert np.allclose(found[6:], found[6])
    assert np.linalg.norm(found[0] - found[6]) > 2


def test_whoever_voted_little_is_drawn_outwards_not_to_the_middle() -> None:
    votes = np.vstack([CAMPS, [1, NOT_SEEN, NOT_SEEN, NOT_SEEN, NOT_SEEN, NOT_SEEN]])
    found = places(votes)
    unscaled = abs(votes[-1, 0] - np.nanmean(votes[:, 0]))
    assert np.linalg.norm(found[-1]) == pytest.approx(unscaled * np.sqrt(6) * _weight_of_first(votes), rel=1e-6)


def test_the_larger_camp_is_the_first_group() -> None:
    found = grouping(places(CAMPS))
    assert found.sizes == [9, 6]
    assert found.labels.tolist() == [1] * 6 + [0] * 9
    assert found.clearness == pytest.approx(1.0)


def test_a_grouping_with_too_small_a_group_is_passed_over() -> None:
    lonely = np.vstack([CAMPS, [[1.0, -1, 1, -1, 1, -1]]])
    assert min(grouping(places(lonely)).sizes) == 1
    assert grouping(places(lonely), smallest=FEW).sizes == [9, 7]


@pytest.mark.parametrize("votes", [np.ones((8, 4)), np.full((3, 2), NOT_SEEN), np.ones((1, 1)), np.zeros((0, 3))])
def test_where_nothing_tells_people_apart_everybody_is_one_group(votes: Votes) -> None:
    assert len(grouping(places(votes)).sizes) <= 1


def test_the_same_votes_always_give_the_same_groups() -> None:
    votes: Votes = np.random.default_rng(7).choice(np.array([1.0, 0.0, -1.0, NOT_SEEN]), (60, 20))
    first, second = grouping(places(votes)), grouping(places(votes.copy()))
    assert first.labels.tolist() == second.labels.tolist()


def test_votes_are_counted_by_group() -> None:
    found = counted(np.array([[1, 0], [-1, NOT_SEEN], [1, 1.0]]), np.array([0, 0, 1]))
    assert found.agreed.tolist() == [[1, 0], [1, 1]]
    assert found.disagreed.tolist() == [[1, 0], [0, 0]]
    assert found.seen.tolist() == [[2, 1], [1, 1]]


def test_one_group_against_weighs_more_than_a_large_majority() -> None:
    votes = np.array([[1, 1]] * 40 + [[-1, 1]] * 6 + [[-1, -1]] * 2, dtype=float)
    labels = np.array([0] * 40 + [1] * 8)
    against, shared = unity(counted(votes, labels), Choice.AGREE).tolist()
    assert against < 0.15
    assert shared > 0.6


def test_what_sets_a_group_apart_is_what_it_says_and_others_do_not() -> None:
    labels = np.array([0] * 6 + [1] * 9)
    small, large = standing_for(counted(CAMPS, labels))
    assert set(small) == {(0, 1), (1, 1), (2, 1), (3, -1), (4, -1)}
    assert set(large) == {(0, -1), (1, -1), (2, -1), (3, 1), (4, 1)}


def test_an_outcome_lists_what_unites_and_what_divides() -> None:
    found = outcome_of(CAMPS, KEYS)
    assert found.together == (("f", Choice.AGREE),)
    assert found.divided == ("a", "b", "c", "d", "e")
    assert found.sizes == (9, 6)
    assert found.unseen == ()


def test_what_fewer_than_five_of_a_group_saw_is_kept_nowhere() -> None:
    votes = CAMPS.copy()
    votes[2:6, 0] = NOT_SEEN
    found = outcome_of(votes, KEYS)
    assert found.rows["a"][1] is None
    assert found.unseen == ("a",)
    assert "a" not in found.divided
    assert "a" not in [key for said in found.apart for key, _choice in said]


def test_without_groups_everybody_is_counted_and_no_dot_is_drawn() -> None:
    found = outcome_of(np.array([[1, -1]] * 4 + [[1, 1]] * 4, dtype=float), ["a", "b"])
    assert (found.sizes, found.grid, found.apart) == ((8,), None, ())
    assert found.together == (("a", Choice.AGREE),)
    assert found.divided == ("b",)


@given(st.integers(1, 40), st.integers(1, 12), st.data())
@settings(max_examples=60, deadline=None)
def test_any_votes_have_an_outcome_that_tells_nothing_of_too_few(
    people: int, statements: int, data: st.DataObject
) -> None:
    said = st.sampled_from([1.0, -1.0, 0.0, NOT_SEEN])
    votes = data.draw(arrays.arrays(float, (people, statements), elements=said))
    keys = [f"s{number}" for number in range(statements)]
    found = outcome_of(votes, keys)
    assert all(cell is None or cell.seen >= FEW for cells in found.rows.values() for cell in cells)
    assert len(found.sizes) == 1 or min(found.sizes) >= FEW
    assert Outcome.from_json(found.as_json()) == found


def test_dots_stand_one_to_a_square_and_in_an_order_that_tells_nothing() -> None:
    here = places(CAMPS)
    labels = grouping(here).labels
    grid = grid_of(here, labels)
    assert len({(column, row) for column, row, _group in grid.dots}) == len(CAMPS)
    assert all(0 <= column < grid.columns and 0 <= row < grid.rows for column, row, _group in grid.dots)
    turned = np.random.default_rng(1).permutation(len(CAMPS))
    assert grid_of(here[turned], labels[turned]) == grid


def _weight_of_first(votes: Votes) -> float:
    """Return how much the first statement counts in the two directions, found in another way: by singular values."""
    around = np.where(np.isnan(votes), 0, votes - np.nanmean(votes, axis=0))
    directions = np.linalg.svd(around)[2][:2]
    return float(np.linalg.norm(directions[:, 0]))
