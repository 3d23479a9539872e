"""Results change only by several people at once, whoever votes, closes and opens again in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.opinions.rules.batches import ballots_to_count
from suivi.opinions.rules.words import FEW, FIRST


@pytest.mark.parametrize(
    ("ballots", "counted", "wanted"),
    [
        (14, 0, None),
        (15, 0, 10),
        (19, 10, None),
        (20, 10, 15),
        (90, 10, 85),
        (114, 100, None),
        (115, 100, 110),
    ],
)
def test_while_voting_is_open_the_newest_five_wait(ballots: int, counted: int, wanted: int | None) -> None:
    assert ballots_to_count(ballots, counted, closing=False, touched=ballots - counted) == wanted


@pytest.mark.parametrize(("touched", "wanted"), [(0, None), (4, None), (5, 40)])
def test_closing_counts_everybody_where_enough_have_said_something_new(touched: int, wanted: int | None) -> None:
    assert ballots_to_count(40, 35, closing=True, touched=touched) == wanted


def test_fewer_than_five_have_no_results_even_at_the_end() -> None:
    assert ballots_to_count(4, 0, closing=True, touched=4) is None


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=30))
def test_no_two_results_ever_differ_by_fewer_than_five_people(steps: list[tuple[int, bool]]) -> None:
    ballots: list[bool] = []
    counted = 0
    for newcomers, closing in steps:
        for _each in range(newcomers):
            ballots.append(True)
            counted = _draw(ballots, counted, closing=False)
        if closing:
            counted = _draw(ballots, counted, closing=True)


def _draw(ballots: list[bool], counted: int, *, closing: bool) -> int:
    """Draw where it is due, hold what came in against the bound, and return how many are counted now."""
    wanted = ballots_to_count(len(ballots), counted, closing=closing, touched=sum(ballots))
    if wanted is None:
        return counted
    assert sum(ballots[:wanted]) >= FEW
    assert wanted >= FIRST or closing
    assert closing or len(ballots) - wanted == FEW
    ballots[:wanted] = [False] * wanted
    return wanted
