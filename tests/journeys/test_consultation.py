"""A consultation from the invitation to the minutes: a coordinator, a convenor, a phone without account in Arabic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from suivi.coalitions.tests.factories import PASSWORD, make_member, make_organisation
from suivi.consent.models import Voice
from suivi.consultations.models import Consultation, Door
from suivi.discussions.models import Strategy
from suivi.opinions.models import Vote
from suivi.plans.models import Activity
from suivi.record.tests.factories import make_recommendation, make_review
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

DOOR = "form:has([name='password']) .btn"
ALL_SENT = "() => document.querySelectorAll('#outbox li').length === 0"
STATEMENTS = "Prisons come first\nEvery line says who does it\nWe speak with one voice"


@dataclass
class Hall:
    """The consultation, by its address."""

    key: str

    def at(self, place: str = "") -> str:
        """Return the address of a place in it."""
        return f"/consultations/{self.key}/{place}"


def test_a_coalition_decides_together(somebody: Callable[..., Visitor], settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    review = make_review()
    make_recommendation(review=review, number="128.1")
    legal = make_organisation("Legal Aid Network")
    make_member("mara", second_factor=False)
    make_member("lina", role="convenor", organisation=legal, second_factor=False)
    mara, lina = _signed_in(somebody("wide"), "mara"), _signed_in(somebody("wide"), "lina")
    phone = somebody("phone", locale="ar")
    hall = _given_mara_sets_a_consultation_up_and_opens_the_door(mara)
    _and_somebody_takes_a_seat_by_the_code_in_arabic(phone, hall)
    _when_lina_proposes_a_strategy(lina, hall)
    _and_statements_are_voted_on_though_the_line_breaks(mara, phone, hall)
    _and_a_motion_is_put_and_everybody_has_a_voice(mara, lina, phone, hall)
    _then_the_decision_becomes_work(mara, hall)
    _and_the_minutes_have_written_themselves(mara, hall)


def _signed_in(who: Visitor, handle: str) -> Visitor:
    who.goes_to("/account/login/")
    who.fills(login=handle, password=PASSWORD)
    who.presses(DOOR)
    return who


def _given_mara_sets_a_consultation_up_and_opens_the_door(mara: Visitor) -> Hall:
    mara.goes_to("/consultations/new/")
    today = timezone.localdate().isoformat()
    mara.fills(title="Three days in May", kind="workshop", room="coalition", begins_on=today, ends_on=today)
    mara.presses("main form.form .btn")
    hall = Hall(Consultation.objects.get().key)
    mara.presses("form[action$='/door/open/'] .btn")
    _moves_on(mara, hall, "discuss")
    return hall


def _and_somebody_takes_a_seat_by_the_code_in_arabic(phone: Visitor, hall: Hall) -> None:
    phone.goes_to("/join/")
    phone.fills(code=Door.objects.get().as_shown)
    phone.presses("main form .btn")
    phone.fills(name="بلشون", language="ar")
    phone.presses("main form .btn")
    assert phone.page.url.endswith(f"/c/{hall.key}/")
    assert phone.page.locator("html").get_attribute("dir") == "rtl"


def _when_lina_proposes_a_strategy(lina: Visitor, hall: Hall) -> None:
    lina.goes_to(hall.at("discussion/strategies/propose/"))
    lina.page.locator("main [name='area'][value='acceptance']").check()
    lina.fills(title="Meet the minister before the answer", objective="The ministry supports 128.1.")
    lina.fills(doers="Legal Aid Network", recommendations="128.1")
    lina.presses("main form.form .btn")
    lina.goes_to(hall.at("discussion/strategies/"))
    assert lina.reads("Meet the minister before the answer")


def _and_statements_are_voted_on_though_the_line_breaks(mara: Visitor, phone: Visitor, hall: Hall) -> None:
    mara.goes_to(hall.at("opinions/prepare/"))
    mara.fills(question="What should come first?")
    mara.presses("main form.form .btn")
    mara.fills(texts=STATEMENTS)
    mara.presses("form[action$='/seed/'] .btn")
    mara.presses("form[action$='/move/open/'] .btn")
    phone.goes_to(f"/c/{hall.key}/")
    _votes(phone, 1)
    phone.page.wait_for_function(ALL_SENT)
    phone.page.context.set_offline(True)
    _votes(phone, 1)
    assert phone.finds("#outbox li") == 1
    phone.page.context.set_offline(False)
    phone.page.wait_for_function(ALL_SENT)
    assert Vote.objects.count() == 2


def _votes(phone: Visitor, choice: int) -> None:
    asked = phone.page.locator("h2.statement").inner_text()
    phone.page.locator(f"#asked .answers button[value='{choice}']").click()
    phone.page.wait_for_function("before => document.querySelector('#statement')?.innerText !== before", arg=asked)


def _and_a_motion_is_put_and_everybody_has_a_voice(mara: Visitor, lina: Visitor, phone: Visitor, hall: Hall) -> None:
    _moves_on(mara, hall, "prioritise")
    _moves_on(mara, hall, "decide")
    mara.goes_to(hall.at("decisions/draft/"))
    until = (timezone.localtime() + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    mara.fills(title="We meet the minister", text="We ask for a meeting before the answer.", closes_at=until)
    mara.fills(strategy=str(Strategy.objects.get().pk))
    mara.presses("main form.form .btn")
    mara.presses("form[action$='/open/'] .btn")
    motion = mara.page.url
    for who in (mara, lina):
        who.goes_to(motion.removeprefix(who.address))
        who.page.locator("main [name='choice'][value='agree']").check()
        who.presses("form.voicing .btn")
    phone.goes_to(f"/c/{hall.key}/")
    phone.page.locator("form[action$='/voice/'] button[value='stand_aside']").click()
    phone.page.wait_for_function(ALL_SENT)
    phone.page.wait_for_load_state("networkidle")
    assert sorted(Voice.objects.values_list("choice", flat=True)) == ["agree", "agree", "stand_aside"]
    mara.goes_to(f"{motion.removeprefix(mara.address)}close/")
    mara.fills(statement="Lina asks for the meeting.")
    mara.presses("main form.form .btn")
    assert Strategy.objects.get().state == "adopted"


def _then_the_decision_becomes_work(mara: Visitor, hall: Hall) -> None:
    mara.goes_to(hall.at("plans/"))
    mara.presses("form[action$='/start/'] .btn")
    assert Activity.objects.get().activity.startswith("Meet the minister")
    mara.goes_to(hall.at("plans/actions/"))
    assert mara.reads("Meet the minister before the answer")


def _and_the_minutes_have_written_themselves(mara: Visitor, hall: Hall) -> None:
    mara.goes_to(hall.at("minutes/"))
    for words in ("We meet the minister", "3 people took a seat.", "Meet the minister before the answer"):
        assert mara.reads(words)


def _moves_on(mara: Visitor, hall: Hall, phase: str) -> None:
    mara.goes_to(hall.at())
    mara.presses(f"form[action$='/phase/{phase}/'] .btn")
