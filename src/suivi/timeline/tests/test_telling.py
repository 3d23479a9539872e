"""The clock in words, in the reader's language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from suivi.timeline.rules.counting import Known, counted
from suivi.timeline.rules.figures import figures
from suivi.timeline.rules.steps import Moment, Step, steps
from suivi.timeline.rules.words import Kind
from suivi.timeline.telling import brief_of, distance, found_how, late_by, standing_of, title_of, when_of

REVIEWED, TODAY = date(2026, 1, 28), date(2026, 4, 1)


def step(kind: Kind, round: int = 0, known: Known | None = None) -> Step:  # noqa: A002
    known = known or Known({Kind.REVIEW: REVIEWED})
    found = steps(counted(known, figures()), [], known.settled, Moment(TODAY, date(2020, 1, 1), newest=True))
    return next(each for each in found if (each.kind, each.round) == (kind, round))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "today"),
        (1, "in 1 day"),
        (21, "in 21 days"),
        (22, "in 3 weeks"),
        (92, "in 3 months"),
        (729, "in 24 months"),
        (1600, "in 4 years"),
        (-1, "1 day ago"),
        (-89, "89 days ago"),
        (-100, "3 months ago"),
        (-4000, "10 years ago"),
    ],
)
def test_a_distance_is_told_in_days_weeks_months_or_years(days: int, told: str) -> None:
    assert distance(TODAY + timedelta(days=days), TODAY) == told


def test_days_are_written_as_the_united_nations_write_them_and_as_the_reader_reads_them() -> None:
    assert when_of(step(Kind.REVIEW)) == "28 January 2026"
    with override("fr"):
        assert when_of(step(Kind.REVIEW)) == "28 janvier 2026"


def test_what_was_counted_in_months_does_not_feign_a_day() -> None:
    assert when_of(step(Kind.MIDTERM)) == "June 2028"
    assert when_of(step(Kind.NEXT_SUBMISSION)) == "November 2029 to January 2030"


def test_a_brief_day_names_the_year_only_where_it_is_another() -> None:
    assert brief_of(step(Kind.ANSWER), TODAY) == "4 Mar"
    assert brief_of(step(Kind.MIDTERM), TODAY) == "Jun 2028"


def test_where_a_step_stands_is_told_in_words() -> None:
    assert standing_of(step(Kind.FIRST_TEN_DAYS), TODAY) == "53 days late"
    assert standing_of(step(Kind.WG_REPORT), TODAY) == "expected 8 days ago"
    assert standing_of(step(Kind.ANSWER), TODAY) == "from now until 28 May 2026"
    assert late_by(TODAY, TODAY + timedelta(days=1)) == "1 day late"


def test_every_step_says_how_its_day_was_found() -> None:
    assert found_how(step(Kind.REVIEW)) == "The day stands in the record."
    assert found_how(step(Kind.LETTER)) == "Counted from “Adoption by the Council”: +91 days."
    assert found_how(step(Kind.ANNUAL_ROUND, 2)) == "Counted from “Adoption by the Council”: +24 months."
    assert found_how(step(Kind.NEXT_SUBMISSION)) == "Counted from “Next review”: −8 to −6 months."
    assert "as earlier answers came" in found_how(step(Kind.ANSWER))
    assert "Sessions move" in found_how(step(Kind.PLENARY))


def test_rounds_are_called_by_their_number() -> None:
    assert title_of(step(Kind.ANNUAL_ROUND, 3)) == "Annual round 3"
