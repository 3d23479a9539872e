"""How scores spread: the figures behind the picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.priorities.rules.spread import Weighing, agreement, ranks, spread, taken_together
from suivi.priorities.rules.words import HIGHEST, LOWEST

on_the_scale = st.floats(LOWEST, HIGHEST)
voices = st.lists(on_the_scale, min_size=1, max_size=60)


@given(voices)
def test_the_middle_half_lies_between_the_ends_and_around_the_middle(values: list[float]) -> None:
    found = spread(values)
    assert found
    figures = [found.lowest, found.lower, found.middle, found.upper, found.highest]
    assert [round(each, 9) for each in figures] == sorted(round(each, 9) for each in figures)
    assert found.voices == len(values)


@given(voices)
def test_agreement_runs_from_nothing_to_one(values: list[float]) -> None:
    found = spread(values)
    assert found
    assert 0 <= found.agreement <= 1


@given(on_the_scale, st.integers(1, 40))
def test_all_alike_is_full_agreement(value: float, count: int) -> None:
    found = spread([value] * count)
    assert found
    assert found.agreement == pytest.approx(1)
    assert found.alike


@given(st.integers(1, 20))
def test_half_at_each_end_is_no_agreement_though_the_middle_looks_calm(half: int) -> None:
    found = spread([LOWEST] * half + [HIGHEST] * half)
    assert found
    assert (found.middle, found.agreement, found.apart) == (3, 0, True)


@given(st.lists(on_the_scale, min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_voices_changes_nothing(values: list[float], chance: object) -> None:
    shuffled = sorted(values, key=lambda _each: chance.random())  # type: ignore[attr-defined]
    one, other = spread(values), spread(shuffled)
    assert one
    assert other
    assert (one.middle, one.lower, one.upper) == (other.middle, other.lower, other.upper)


def test_no_voice_has_no_spread() -> None:
    assert spread([]) is None


def test_known_figures_come_out_as_by_hand() -> None:
    found = spread([1, 2, 4, 4, 5])
    assert found
    assert (found.lowest, found.lower, found.middle, found.upper, found.highest) == (1, 2, 4, 4, 5)
    assert agreement([1, 2, 4, 4, 5], 4) == pytest.approx(1 - (6 / 5) / 2)


weighings = st.lists(
    st.builds(Weighing, st.integers(1, 6), st.booleans(), st.integers(1, 5)), unique_by=lambda each: each.criterion
)
scores = st.dictionaries(st.integers(1, 6), st.integers(LOWEST, HIGHEST))


@given(scores, weighings)
def test_criteria_taken_together_stay_on_the_scale_and_need_one_that_was_scored(
    scores: dict[int, int], weighings: list[Weighing]
) -> None:
    found = taken_together(scores, weighings)
    assert (found is None) == (not {each.criterion for each in weighings} & set(scores))
    assert found is None or LOWEST <= found <= HIGHEST


@given(scores, weighings)
def test_turning_every_criterion_round_turns_the_whole_round(scores: dict[int, int], weighings: list[Weighing]) -> None:
    found = taken_together(scores, weighings)
    turned = taken_together(scores, [each._replace(against=not each.against) for each in weighings])
    if found is not None and turned is not None:
        assert found + turned == pytest.approx(LOWEST + HIGHEST)


def test_a_heavier_criterion_counts_for_more() -> None:
    pair = [Weighing(1, against=False, weight=2), Weighing(2, against=True, weight=1)]
    assert taken_together({1: 5, 2: 5}, pair) == pytest.approx((5 * 2 + 1) / 3)


@given(st.lists(on_the_scale, max_size=40))
def test_ranks_share_a_place_exactly_where_a_reader_sees_the_same_figure(figures: list[float]) -> None:
    found = ranks(figures)
    for mine, place in zip(figures, found, strict=True):
        for other, its_place in zip(figures, found, strict=True):
            assert (round(mine, 1) == round(other, 1)) == (place == its_place)
            assert not (round(mine, 1) > round(other, 1) and place > its_place)


def test_after_a_tie_the_next_rank_is_skipped() -> None:
    assert ranks([4.0, 4.04, 3.0, 2.0, 2.0, 1.0]) == [1, 1, 3, 4, 4, 6]
