"""The first sentence of the desk says what is next and by when; the note says what is open and when to expect it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_member
from suivi.home.headline import headline, said_of, window_note
from suivi.record.models import Review
from suivi.record.tests.factories import make_review
from suivi.timeline.queries import Clock, clock, reviews_of_state
from suivi.timeline.tests.factories import make_past_cycles

pytestmark = pytest.mark.django_db
REVIEWED = date(2026, 1, 28)
QUICKEST, SLOWEST = REVIEWED + timedelta(days=88), REVIEWED + timedelta(days=118)


@pytest.fixture
def mara() -> Membership:
    make_review(reviewed_on=REVIEWED)
    make_past_cycles()
    return make_member("mara")


def look(membership: Membership, today: date, **facts: object) -> Clock:
    Review.objects.filter(cycle=4).update(**facts) if facts else None
    reviews = reviews_of_state("XOR")
    return clock(membership, reviews, reviews[0], today)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (QUICKEST - timedelta(days=26), "26 days until Orvana may answer"),
        (QUICKEST - timedelta(days=1), "1 day until Orvana may answer"),
        (QUICKEST, "Orvana may answer any day now"),
        (SLOWEST, "Orvana may answer any day now"),
        (SLOWEST + timedelta(days=1), "Orvana should have answered by now"),
    ],
)
def test_while_the_answer_is_open_the_headline_speaks_of_it(mara: Membership, today: date, said: str) -> None:
    assert headline(look(mara, today)) == said


def test_after_the_answer_the_council_is_next_and_then_the_years(mara: Membership) -> None:
    facts = {"addendum_on": date(2026, 4, 25), "plenary_on": date(2026, 7, 2), "letter_on": date(2026, 10, 1)}
    assert headline(look(mara, date(2026, 5, 1), **facts)) == "Orvana: 62 days until the Council adopts"
    assert headline(look(mara, date(2026, 8, 1))) == "Orvana, next: Letter of the High Commissioner, in 8 weeks"
    assert headline(look(mara, date(2026, 12, 2))) == "Orvana, next: Annual round 1, in 7 months"


def test_before_the_review_the_review_is_next(mara: Membership) -> None:
    assert headline(look(mara, date(2026, 1, 20))) == "Orvana, next: Review, in 8 days"


def test_an_earlier_cycle_is_called_by_its_name(mara: Membership) -> None:
    reviews = reviews_of_state("XOR")
    assert headline(clock(mara, reviews, reviews[1], date(2026, 5, 1))) == "Orvana, cycle 3"


def test_the_note_tells_what_is_open_how_long_it_took_before_and_when_to_expect_it(mara: Membership) -> None:
    note = window_note(look(mara, date(2026, 4, 1)), pending=143)
    assert note
    assert note.open_sentence == "Orvana has not answered on 143 recommendations."
    assert note.expect_sentence.startswith("In earlier cycles it answered 88 to 118 days after its review.")
    assert "Expect the answer from 26 April" in note.expect_sentence
    assert "The Council adopts later: 9 June 2026 to 8 July 2026." in note.expect_sentence
    assert "position=pending" in note.address


def test_without_earlier_answers_the_note_says_that_it_goes_by_other_states(mara: Membership) -> None:
    Review.objects.exclude(cycle=4).delete()
    note = window_note(look(mara, date(2026, 2, 1)), pending=1)
    assert note
    assert note.open_sentence == "Orvana has not answered on 1 recommendation."
    assert "Other States answered 35 to 120 days after their review." in note.expect_sentence


def test_after_the_window_the_note_says_where_to_look(mara: Membership) -> None:
    note = window_note(look(mara, date(2026, 6, 1)), pending=3)
    assert note
    assert "Look for the addendum" in note.expect_sentence


def test_there_is_no_note_once_the_state_answered_or_nothing_is_open(mara: Membership) -> None:
    assert window_note(look(mara, date(2026, 4, 1)), pending=0) is None
    assert window_note(look(mara, date(2026, 4, 26), addendum_on=date(2026, 4, 25)), pending=3) is None


def test_the_line_above_names_the_cycle_and_the_day(mara: Membership) -> None:
    said = said_of(Review.objects.get(cycle=4))
    assert said == "Universal Periodic Review · cycle 4 · reviewed 28 January 2026"
    assert said_of(Review(state="XOR", cycle=5)) == "Universal Periodic Review · cycle 5"
