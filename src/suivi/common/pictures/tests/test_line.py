"""The line of the cycle: every day in its place, both drawings with all words, mirrored for scripts from the right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.common.pictures.cycle import CycleLine, Mark, Span, Tick, poster, tall, wide
from suivi.common.pictures.cycle.wide import WIDTH
from suivi.common.pictures.letters import Direction
from suivi.common.pictures.svg import Shape

BEGINS, PLENARY, ENDS = date(2026, 1, 28), date(2026, 7, 2), date(2030, 7, 28)
LINE = CycleLine(
    name="cycle",
    title="The cycle of Orvana",
    says="From the review to the next one",
    marks=(
        Mark(BEGINS, "Review", "28 January 2026", "known"),
        Mark(date(2026, 4, 27), "Letter to the Ministry", "27 April 2026", "late", own=True),
        Mark(PLENARY, "Adoption by the Council", "2 July 2026", "ahead"),
        Mark(date(2028, 7, 2), "Annual round 2", "July 2028", "ahead"),
        Mark(date(2028, 7, 2), "Mid-term report", "July 2028", "ahead"),
        Mark(ENDS, "Next review", "July 2030", "ahead"),
    ),
    bends=((BEGINS, 0.0), (PLENARY, 0.4), (ENDS, 1.0)),
    ticks=(Tick(date(2026, 3, 1), "March"), Tick(date(2028, 1, 1), "2028")),
    today=date(2026, 5, 1),
    today_label="today, 1 May 2026",
    window=Span(date(2026, 4, 8), date(2026, 5, 28), "answer expected 8 April to 28 May"),
)
type Draw = Callable[[CycleLine, Direction], Shape]
# Matches the horizontal place of a text: <text x="12.5"
PLACES = re.compile(r'<text x="([\d.]+)"')


def words(drawing: object) -> list[str]:
    # Matches the words of a text between its marks of direction
    return re.findall("[\u2066\u2067\u2068]([^\u2069]*)\u2069", str(drawing))


@pytest.mark.parametrize("draw", [wide, tall])
def test_every_milestone_the_window_and_today_are_named(draw: Draw) -> None:
    drawn = " ".join(words(draw(LINE, "ltr")))
    for expected in [*(mark.label for mark in LINE.marks), LINE.today_label, "answer expected 8 April to 28 May"]:
        assert expected in drawn


@pytest.mark.parametrize("draw", [wide, tall])
def test_the_drawing_says_in_words_what_it_shows(draw: Draw) -> None:
    drawn = str(draw(LINE, "ltr"))
    assert 'role="img"' in drawn
    assert "<title id=" in drawn
    assert LINE.says in drawn
    assert "style=" not in drawn


def test_from_right_to_left_everything_stands_on_the_other_side() -> None:
    there = sorted(float(x) for x in PLACES.findall(str(wide(LINE, "ltr"))))
    back = sorted(WIDTH - float(x) for x in PLACES.findall(str(wide(LINE, "rtl"))))
    assert back == pytest.approx(there, abs=0.2)
    assert 'text-anchor="start"' not in str(wide(LINE, "rtl"))


def test_a_poster_bears_its_title_and_the_whole_line() -> None:
    drawn = words(poster(LINE, "ltr"))
    assert drawn[0] == LINE.title
    assert set(words(wide(LINE, "ltr"))) < set(drawn)


def test_time_runs_evenly_between_two_bends_and_stops_at_the_ends() -> None:
    assert LINE.place(BEGINS - timedelta(days=9)) == 0
    assert LINE.place(BEGINS + (PLENARY - BEGINS) / 2) == pytest.approx(0.2, abs=0.01)
    assert LINE.place(ENDS + timedelta(days=900)) == 1


def test_today_is_left_out_where_the_line_does_not_reach() -> None:
    old = replace(LINE, today=date(2040, 1, 1), window=None)
    assert LINE.today_label not in words(wide(old, "ltr"))
    assert LINE.today_label not in words(tall(old, "ltr"))


def test_with_too_many_tasks_of_one_s_own_the_cycle_keeps_its_words() -> None:
    tasks = tuple(
        Mark(BEGINS + timedelta(days=3 * n), f"Task number {n}", "soon", "ahead", own=True) for n in range(30)
    )
    drawn = str(wide(replace(LINE, marks=LINE.marks + tasks), "ltr"))
    for mark in LINE.marks:
        assert mark.own or mark.label.split()[0] in drawn
    assert drawn.count("<polygon") == 31
    assert "today, 1 May 2026" in drawn


@given(st.lists(st.integers(0, 1640), min_size=1, max_size=14), st.integers(-100, 2000))
def test_no_days_break_the_drawing(days: list[int], today: int) -> None:
    marks = tuple(
        Mark(BEGINS + timedelta(days=day), f"Milestone {n} of the cycle", "some day", "ahead", own=n % 3 == 0)
        for n, day in enumerate(sorted(days))
    )
    line = replace(LINE, marks=marks, today=BEGINS + timedelta(days=today))
    for x in PLACES.findall(str(wide(line, "ltr"))):
        assert 0 <= float(x) <= WIDTH
    assert all(mark.label in " ".join(words(tall(line, "ltr"))) for mark in marks)
