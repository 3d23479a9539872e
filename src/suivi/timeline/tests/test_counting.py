"""Days are counted from the review, from what the record knows, and from how the State answered before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.timeline.rules.counting import Counted, Known, answer_span, counted, months_later
from suivi.timeline.rules.figures import figures
from suivi.timeline.rules.words import Kind

REVIEWED = date(2026, 1, 28)


def clock(known: Known) -> dict[Kind, Counted]:
    return {each.kind: each for each in counted(known, figures()) if each.round <= 1}


def test_from_the_day_of_the_review_the_whole_cycle_is_counted() -> None:
    found = clock(Known({Kind.REVIEW: REVIEWED}))
    assert set(found) == set(Kind) - {Kind.OWN}
    assert found[Kind.DRAFT_LIST].first == date(2026, 1, 30)
    assert found[Kind.FIRST_TEN_DAYS].first == date(2026, 2, 7)
    assert (found[Kind.WG_ADOPTION].first, found[Kind.WG_ADOPTION].last) == (date(2026, 1, 30), date(2026, 2, 2))
    assert found[Kind.NEXT_REVIEW].first == date(2030, 7, 28)
    assert (found[Kind.NEXT_SUBMISSION].first, found[Kind.NEXT_SUBMISSION].last) == (
        date(2029, 11, 28),
        date(2030, 1, 28),
    )


def test_without_the_day_of_the_review_nothing_is_made_up() -> None:
    assert counted(Known({Kind.ANSWER: date(2026, 4, 8)}), figures())[0].certain
    assert [each.kind for each in counted(Known({Kind.ANSWER: date(2026, 4, 8)}), figures())] == [Kind.ANSWER]
    assert counted(Known(), figures()) == []


def test_a_day_that_the_record_knows_ends_all_counting_and_moves_what_counts_from_it() -> None:
    found = clock(Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 7, 2)}))
    assert found[Kind.PLENARY].certain
    assert found[Kind.LETTER].first == date(2026, 10, 1)
    assert found[Kind.REGISTRATION].first == date(2026, 6, 18)
    assert found[Kind.MIDTERM].first == date(2028, 7, 2)


@pytest.mark.parametrize(
    ("reviewed_on", "opens", "closes"),
    [
        (date(2014, 11, 4), date(2015, 3, 12), date(2015, 3, 19)),
        (date(2019, 11, 12), date(2020, 3, 12), date(2020, 3, 19)),
        (date(2025, 1, 28), date(2025, 6, 9), date(2025, 7, 8)),
        (date(2010, 5, 6), date(2010, 9, 10), date(2010, 9, 30)),
    ],
)
def test_the_council_adopts_in_the_session_that_follows(reviewed_on: date, opens: date, closes: date) -> None:
    found = clock(Known({Kind.REVIEW: reviewed_on}))[Kind.PLENARY]
    assert (found.first, found.last) == (opens, closes)


def test_the_earliest_realistic_decision_is_the_state_s_own_quickest_answer() -> None:
    found = clock(Known({Kind.REVIEW: REVIEWED}, earlier_answers=(120, 99, 70)))[Kind.ANSWER]
    assert found.first == REVIEWED + timedelta(days=70)
    assert found.last == REVIEWED + timedelta(days=120)


def test_one_earlier_answer_is_not_enough_to_forget_those_of_other_states() -> None:
    assert answer_span(Known(earlier_answers=(150,)), figures()) == (35, 150)
    assert answer_span(Known(earlier_answers=(150, 90)), figures()) == (90, 150)
    assert answer_span(Known(), figures()) == (35, 120)


def test_the_answer_is_not_expected_after_the_council_has_adopted() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 4, 1)}, earlier_answers=(50, 200))
    found = clock(known)[Kind.ANSWER]
    assert (found.first, found.last) == (REVIEWED + timedelta(days=50), date(2026, 4, 1))


def test_annual_rounds_come_back() -> None:
    known = Known({Kind.REVIEW: REVIEWED, Kind.PLENARY: date(2026, 7, 2)})
    rounds = [each for each in counted(known, figures()) if each.kind == Kind.ANNUAL_ROUND]
    assert [(each.round, each.first.year) for each in rounds] == [(1, 2027), (2, 2028), (3, 2029)]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), -2, date(2025, 11, 15)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@given(st.dates(date(2008, 1, 1), date(2040, 12, 31)), st.lists(st.integers(1, 300), max_size=4))
def test_whatever_the_day_of_the_review_the_days_are_in_order_and_no_span_is_turned(
    reviewed_on: date, answers: list[int]
) -> None:
    found = counted(Known({Kind.REVIEW: reviewed_on}, earlier_answers=tuple(answers)), figures())
    assert [each.first for each in found] == sorted(each.first for each in found)
    assert all(each.first <= each.last for each in found)
    by_kind = {each.kind: each for each in found}
    assert reviewed_on < by_kind[Kind.ANSWER].first <= by_kind[Kind.PLENARY].last < by_kind[Kind.NEXT_REVIEW].first
