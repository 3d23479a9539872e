"""The line of the cycle shows what the clock knows, whatever the month of the review, with all its words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.common.pictures.cycle import wide
from suivi.common.pictures.cycle.spread import best_spread
from suivi.common.pictures.cycle.wide import WIDTH
from suivi.record.models import Review
from suivi.timeline.drawing import line_of
from suivi.timeline.queries import Clock, Window
from suivi.timeline.rules.counting import Known, counted
from suivi.timeline.rules.figures import figures
from suivi.timeline.rules.steps import Moment, steps
from suivi.timeline.rules.words import Kind


def clock_at(reviewed_on: date, today: date, *, newest: bool = True, **facts: date) -> Clock:
    known = Known({Kind.REVIEW: reviewed_on} | {Kind(kind): day for kind, day in facts.items()})
    found = steps(counted(known, figures()), [], known.settled, Moment(today, date(2000, 1, 1), newest))
    answer = next(step for step in found if step.kind == Kind.ANSWER)
    window = None if answer.over else Window(answer.first, answer.last, (35, 120), own=False)
    return Clock(Review(state="XOR", cycle=4), today, found, window, newest)


def test_the_line_marks_the_earliest_realistic_decision_and_today() -> None:
    line = line_of(clock_at(date(2026, 1, 28), date(2026, 3, 1)))
    assert line
    assert line.window
    assert (line.window.begins, line.window.ends) == (date(2026, 3, 4), date(2026, 5, 28))
    assert line.window.label == "earliest realistic decision 4 March, answer expected by 28 May"
    assert line.today_label == "today, 1 March 2026"
    assert "earliest realistic decision 4 March" in line.says


def test_once_given_the_answer_is_a_day_among_the_others() -> None:
    line = line_of(clock_at(date(2026, 1, 28), date(2026, 5, 1), answer=date(2026, 4, 8)))
    assert line
    assert line.window is None
    assert ("The State’s written answer", "8 April 2026", "known") in [
        (mark.label, mark.when, mark.look) for mark in line.marks
    ]


def test_of_an_old_cycle_only_what_is_known_is_drawn() -> None:
    line = line_of(clock_at(date(2015, 1, 15), date(2026, 5, 1), newest=False, next_review=date(2020, 12, 25)))
    assert line
    assert [mark.label for mark in line.marks] == ["Review", "Next review"]
    assert not line.shows_today


def test_without_the_day_of_the_review_there_is_no_line() -> None:
    assert line_of(Clock(Review(state="XOR", cycle=4), date(2026, 5, 1), [], None, newest=True)) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_in_whatever_month_the_review_was_no_word_is_lost(month: int) -> None:
    reviewed_on = date(2026, month, 20)
    for days in (1, 40, 90, 200, 900, 1600):
        line = line_of(clock_at(reviewed_on, reviewed_on + timedelta(days=days)))
        assert line
        assert best_spread(line, WIDTH).cost[0] == 0


@given(st.dates(date(2008, 1, 1), date(2040, 1, 1)), st.integers(-50, 2500))
def test_any_day_can_be_drawn(reviewed_on: date, days: int) -> None:
    line = line_of(clock_at(reviewed_on, reviewed_on + timedelta(days=days)))
    assert line
    assert [tick.day for tick in line.ticks] == sorted(tick.day for tick in line.ticks)
    assert str(wide(line, "ltr")).startswith("<svg")
