"""A member of the steering committee keeps the dates: she sees what is next, adds, moves, ticks off, takes it along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from suivi.coalitions.tests.factories import PASSWORD, make_member
from suivi.record.rules import Position
from suivi.record.tests.factories import make_recommendation, make_review
from suivi.timeline.models import Milestone
from suivi.timeline.rules.words import Kind
from suivi.timeline.tests.factories import make_past_cycles
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TODAY = timezone.localdate()
CALENDAR = "/calendar/XOR/4/"
# The texts of a drawing that share some of their room: pairs of words, none where all can be read. The box of a text is
# higher than its letters, so a sixth of it is left off above and beneath.
OVERLAPPING = """drawing => {
    const texts = [...document.querySelectorAll(drawing + ' text')].map(text => {
        const box = text.getBBox(), less = box.height / 6;
        return {words: text.textContent, left: box.x, right: box.x + box.width,
                top: box.y + less, bottom: box.y + box.height - less}; });
    return texts.flatMap((one, n) => texts.slice(n + 1)
        .filter(other => one.left < other.right && other.left < one.right
                         && one.top < other.bottom && other.top < one.bottom)
        .map(other => one.words + ' / ' + other.words)); }"""


@pytest.mark.parametrize("window", ["wide", "phone", "arabic"])
def test_a_member_of_the_steering_committee_keeps_the_dates(
    somebody: Callable[..., Visitor], window: str, settings: Settings
) -> None:
    settings.SECOND_FACTOR = False
    _given_a_review_that_waits_for_its_answer()
    amal = somebody(window)
    _and_she_signs_in(amal)
    _then_the_desk_says_what_is_next_in_words_that_do_not_overlap(amal)
    _when_she_adds_a_milestone_and_moves_the_plenary(amal)
    _then_she_ticks_off_what_is_done(amal)
    _and_sees_what_was_answered_in_numbers(amal)
    _when_she_makes_a_secret_address_her_calendar_program_reads_it(amal)


def _given_a_review_that_waits_for_its_answer() -> None:
    make_member("amal", role="steering", second_factor=False)
    make_past_cycles()
    review = make_review(reviewed_on=TODAY - timedelta(days=60))
    answers = (Position.SUPPORTED, Position.NOTED, Position.PENDING, Position.PARTIALLY_SUPPORTED, Position.UNCLEAR)
    for number, position in enumerate(answers):
        theme = f"Theme number {number} with a name as long as those of the lists"
        make_recommendation(review=review, position=position, themes=[theme], groups=["Children"], sdgs=[16])


def _and_she_signs_in(amal: Visitor) -> None:
    amal.goes_to("/account/login/")
    amal.fills(login="amal", password=PASSWORD)
    amal.presses("main form:has([name='password']) .btn")


def _then_the_desk_says_what_is_next_in_words_that_do_not_overlap(amal: Visitor) -> None:
    amal.goes_to("/")
    assert amal.finds("main .window a[href*='position=pending']") == 1
    for drawing in ("#cycle-wide", "#cycle-tall"):
        assert amal.page.evaluate(OVERLAPPING, drawing) == []


def _when_she_adds_a_milestone_and_moves_the_plenary(amal: Visitor) -> None:
    amal.goes_to(CALENDAR)
    amal.presses("main a[href$='/add/']")
    amal.fills(title="Letter to the Ministry", due_on=(TODAY - timedelta(days=2)).isoformat())
    amal.presses("main form .btn")
    assert amal.finds("main .step.late") >= 1
    amal.presses("main a[href$='/plenary/']")
    amal.page.locator("main details:has([name='to']) summary").click()
    amal.fills(to=(TODAY + timedelta(days=90)).isoformat(), reason="Announced")
    amal.presses("main form[action$='/move/'] .btn")
    assert amal.reads("Announced")


def _then_she_ticks_off_what_is_done(amal: Visitor) -> None:
    amal.goes_to(CALENDAR)
    key = Milestone.objects.get(kind=Kind.OWN).key
    amal.presses(f"main form[action$='/{key}/tick/'] button")
    assert amal.finds(f"main .step.done a[href$='/{key}/']") == 1
    for drawing in ("#cycle-wide", "#cycle-tall"):
        assert amal.page.evaluate(OVERLAPPING, drawing) == []


def _and_sees_what_was_answered_in_numbers(amal: Visitor) -> None:
    amal.goes_to("/reviews/XOR/4/outcome/")
    assert amal.finds("main .rows tbody tr") >= 8
    amal.presses("main .big a[href*='position=noted']")
    assert amal.finds("main a[href*='/recommendations/XOR/4/']") >= 1


def _when_she_makes_a_secret_address_her_calendar_program_reads_it(amal: Visitor) -> None:
    amal.goes_to(CALENDAR)
    amal.presses("main form[action$='/feed/make/'] button")
    path = amal.page.locator("#address").input_value().partition("/calendar/")
    assert b"Letter to the Ministry" in Client().get(f"/calendar/{path[2]}").content
