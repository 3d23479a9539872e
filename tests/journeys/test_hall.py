"""Phones in a hall with a bad line: nothing is lost, nothing is done twice, and the page opens without a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Route
from pytest_django import Settings

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import PASSWORD, make_member
from suivi.consultations.actions.doors import open_door
from suivi.consultations.models import Consultation
from suivi.consultations.tests.factories import make_consultation, make_session
from suivi.discussions.models import Entry
from suivi.opinions.models import Vote
from suivi.opinions.tests.factories import make_map, make_statements
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

ACTS, EVERY_THIRD = 30, 3
SAY, FIELD, BUTTON = "form[action$='/say/']", "textarea[name='text']", "form[action$='/say/'] .btn"
UNSENT = "#outbox li"


@pytest.fixture
def consultation() -> Consultation:
    found = make_consultation()
    make_session(consultation=found)
    return found


@pytest.fixture
def code(consultation: Consultation) -> str:
    mara: Membership = make_member("mara", coalition=consultation.coalition, second_factor=False)
    return open_door(consultation=consultation, at=timezone.now(), by=mara).code


def test_what_is_said_without_a_line_arrives_once_however_often_it_is_sent(
    somebody: Callable[..., Visitor], code: str
) -> None:
    heron = somebody("phone")
    _given_she_takes_a_seat(heron, code)
    _when_the_line_is_gone_she_goes_on_speaking(heron)
    _then_her_words_are_on_the_phone_also_after_the_page_was_closed(heron)
    _when_the_line_is_back_and_every_third_answer_gets_lost(heron)
    _then_each_word_is_there_once()


def test_votes_go_on_without_a_line_and_each_counts_once(
    somebody: Callable[..., Visitor], code: str, consultation: Consultation
) -> None:
    make_statements(7, opinion_map=make_map(consultation=consultation))
    heron = somebody("phone")
    _given_she_takes_a_seat(heron, code)
    _votes(heron, 0)
    heron.page.wait_for_function(ALL_SENT)
    heron.page.context.set_offline(True)
    for _each in range(5):
        _votes(heron, 1)
    assert heron.finds(UNSENT) == 5
    heron.page.context.set_offline(False)
    heron.page.locator(UNSENT).first.wait_for(state="detached")
    heron.page.wait_for_function(ALL_SENT)
    assert sorted(Vote.objects.values_list("choice", flat=True)) == [-1] * 5 + [1]
    heron.sees_a_sound_page()


def test_what_was_refused_is_kept_with_the_reason_and_goes_back_into_the_form(
    somebody: Callable[..., Visitor], code: str, consultation: Consultation
) -> None:
    heron = somebody("phone")
    heron.expects_refusals = True
    _given_she_takes_a_seat(heron, code)
    consultation.phase = "closed"
    consultation.save()
    heron.page.fill(FIELD, "One more thing")
    heron.page.click(BUTTON)
    heron.reads("This consultation is closed.")
    assert heron.page.locator(UNSENT).count() == 1
    heron.page.click("#outbox [data-do='back']")
    heron.page.locator(UNSENT).wait_for(state="detached")
    assert (heron.page.input_value(FIELD), heron.finds(UNSENT)) == ("One more thing", 0)
    heron.sees_a_sound_page()


def test_what_is_being_typed_outlives_the_page_and_leaving_takes_everything_away(
    somebody: Callable[..., Visitor], code: str
) -> None:
    heron = somebody("phone")
    _given_she_takes_a_seat(heron, code)
    heron.page.fill(FIELD, "Half a sen")
    while not heron.page.evaluate(HAS_DRAFT):
        heron.page.wait_for_timeout(20)
    heron.page.reload()
    heron.page.wait_for_function("() => document.querySelector('textarea').value === 'Half a sen'")
    heron.presses("form[action$='/leave/'] button")
    assert heron.page.evaluate(LEFT_BEHIND) == [0, 0]


def test_the_wall_is_led_by_the_keyboard_and_others_follow(
    somebody: Callable[..., Visitor], consultation: Consultation, code: str, settings: Settings
) -> None:
    settings.SECOND_FACTOR = False  # its codes are typed in the other stories
    mara = somebody("wide")
    mara.goes_to("/account/login/")
    mara.fills(login="mara", password=PASSWORD)
    mara.presses("main form:has([name='password']) .btn")
    mara.goes_to(f"/consultations/{consultation.key}/live/")
    assert mara.finds(".stage.agenda") == 1
    mara.page.keyboard.press("ArrowRight")
    mara.waits_for(".stage.door img")
    assert f"{code[:4]} {code[4:]}".upper() in mara.page.inner_text(".stage")
    mara.page.keyboard.press("PageUp")
    mara.waits_for(".stage.agenda")


def _votes(heron: Visitor, button: int) -> None:
    seen = heron.page.locator("#asked h2").inner_text()
    heron.page.locator("#asked .btn").nth(button).click()
    heron.page.wait_for_function("seen => document.querySelector('#asked h2').innerText !== seen", arg=seen)


ALL_SENT = "() => !document.documentElement.hasAttribute('data-unsent')"
UNSENT_COUNT = "count => document.querySelectorAll('#outbox li').length === count"
HAS_DRAFT = """() => new Promise(done => { const asked = indexedDB.open('hall', 1); asked.onsuccess = () => {
    const found = asked.result.transaction('drafts').objectStore('drafts').getAll();
    found.onsuccess = () => { asked.result.close();
    done(found.result.some(each => each.text.startsWith('Half'))) } } })"""
LEFT_BEHIND = """async () => [(await indexedDB.databases()).filter(each => each.name === 'hall').length,
    (await caches.keys()).length]"""


def _given_she_takes_a_seat(heron: Visitor, code: str) -> None:
    heron.goes_to(f"/join/{code}/")
    heron.fills(name="Heron")
    heron.presses("main form .btn")
    assert heron.finds("#now .programme h2") == 1
    heron.page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    heron.page.reload()  # now the worker keeps the page, as at a second visit
    heron.page.wait_for_function("() => navigator.serviceWorker.controller !== null")


def _when_the_line_is_gone_she_goes_on_speaking(heron: Visitor) -> None:
    heron.page.context.set_offline(True)
    for number in range(ACTS):
        heron.page.fill(FIELD, f"Word {number}")
        heron.page.click(BUTTON)
        heron.page.wait_for_function(
            "count => document.querySelectorAll('#outbox li').length === count", arg=number + 1
        )
    assert heron.page.inner_text("#outbox [data-count]") == str(ACTS)
    assert f"Word {ACTS - 1}" in str(heron.page.locator(UNSENT).last.text_content())


def _then_her_words_are_on_the_phone_also_after_the_page_was_closed(heron: Visitor) -> None:
    where = heron.page.url
    heron.page.close()
    heron.page = heron.page.context.new_page()
    heron.page.goto(where)
    heron.page.locator(UNSENT).last.wait_for(state="attached")
    assert heron.finds(UNSENT) == ACTS


def _when_the_line_is_back_and_every_third_answer_gets_lost(heron: Visitor) -> None:
    """The server hears everything; of every third act the phone is told nothing. Meanwhile all is sent in parallel."""
    lost: dict[str, int] = {}

    def lose(route: Route) -> None:
        answer = route.fetch()
        act = str(route.request.post_data).partition("&csrf")[0]
        lost[act] = lost.get(act, 0) + 1
        if len(lost) % EVERY_THIRD == 0 and lost[act] == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    heron.page.context.route("**/say/", lose)
    second = heron.page.context.new_page()
    heron.page.context.set_offline(False)
    second.goto(heron.page.url)
    for page in (heron.page, second):
        page.evaluate("() => dispatchEvent(new Event('online'))")
        page.wait_for_function(ALL_SENT, timeout=60_000)
    second.close()
    assert len(lost) == ACTS


def _then_each_word_is_there_once() -> None:
    assert sorted(Entry.objects.values_list("text", flat=True)) == sorted(f"Word {number}" for number in range(ACTS))
