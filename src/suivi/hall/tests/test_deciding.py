"""Deciding from a phone: agreeing, standing aside, objecting with a reason; and motions that change meanwhile."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from suivi.coalitions.tests.factories import make_member
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.rules.words import MotionState
from suivi.consent.tests.factories import make_motion
from suivi.consultations.models import Consultation
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.priorities.tests.factories import make_exercise

pytestmark = pytest.mark.django_db

FROM_THE_OUTBOX = {"X-Outbox": "1"}
TOMORROW = timezone.now() + timedelta(days=1)


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation(phase=Phase.DECIDE)


@pytest.fixture
def motion(consultation: Consultation) -> Motion:
    return make_motion(consultation=consultation)


@pytest.fixture
def phone(consultation: Consultation) -> Client:
    return guest(make_participant(consultation=consultation))


def told(motion: Motion, choice: str, **more: object) -> dict[str, object]:
    return {"motion": motion.key, "wording": motion.wording, "choice": choice, "act": str(uuid4()), **more}


def at(motion: Motion, more: str = "") -> str:
    return f"/c/{motion.consultation.key}/{more}"


def test_a_motion_stands_on_the_phone_until_it_was_answered(phone: Client, motion: Motion) -> None:
    assert "for a moratorium on executions" in phone.get(at(motion)).text
    assert phone.post(at(motion, "voice/"), told(motion, "agree")).headers["Location"] == at(motion)
    assert "for a moratorium on executions" not in phone.get(at(motion)).text
    assert Voice.objects.get().choice == "agree"


def test_from_the_outbox_a_voice_counts_once_and_the_answer_is_the_page_s_part(phone: Client, motion: Motion) -> None:
    sent = told(motion, "stand_aside", reason="Too early")
    answers = [phone.post(at(motion, "voice/"), sent, headers=FROM_THE_OUTBOX) for _each in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert all(answer.text.startswith('<section id="now"') for answer in answers)
    assert [(voice.choice, voice.reason) for voice in Voice.objects.all()] == [("stand_aside", "Too early")]


def test_an_objection_without_a_reason_is_not_taken_and_the_phone_is_told_why(phone: Client, motion: Motion) -> None:
    answer = phone.post(at(motion, "voice/"), told(motion, "object"), headers=FROM_THE_OUTBOX)
    assert (answer.status_code, Voice.objects.count()) == (400, 0)
    assert "reason" in answer.text


def test_a_voice_for_words_that_were_amended_meanwhile_is_not_counted_for_the_new_ones(
    phone: Client, motion: Motion
) -> None:
    sent = told(motion, "object", reason="Five years are too long")
    Wording.objects.create(motion=motion, number=2, text="A moratorium of two years.")
    motion.wording = 2
    motion.save()
    answer = phone.post(at(motion, "voice/"), sent, headers=FROM_THE_OUTBOX)
    assert (answer.status_code, Voice.objects.count()) == (409, 0)
    assert "A moratorium of two years." in answer.text


@pytest.mark.parametrize("state", [MotionState.DRAFTED, MotionState.WITHDRAWN])
def test_what_is_not_put_to_everybody_is_not_on_phones(
    phone: Client, consultation: Consultation, state: MotionState
) -> None:
    motion = make_motion(consultation=consultation, state=state)
    assert motion.title not in phone.get(at(motion)).text
    assert phone.post(at(motion, "voice/"), told(motion, "agree")).status_code in {403, 404}
    assert not Voice.objects.exists()


def test_a_motion_of_another_consultation_is_as_one_that_does_not_exist(phone: Client, motion: Motion) -> None:
    other = make_motion(consultation=make_consultation("Another", phase=Phase.DECIDE))
    answers = [
        phone.post(at(motion, "voice/"), {**told(motion, "agree"), "motion": key}) for key in (other.key, "nothing")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_member_without_a_seat_finds_motions_and_takes_a_seat_by_speaking(motion: Motion) -> None:
    desk = at_the_desk_of(make_member("lina", role="member"))
    assert motion.title in desk.get(at(motion)).text
    desk.post(at(motion, "voice/"), told(motion, "agree"), headers=FROM_THE_OUTBOX)
    assert Voice.objects.get().participant is not None


def test_what_is_to_be_weighed_stands_on_the_phone_with_the_way_there(consultation: Consultation) -> None:
    consultation.phase = Phase.PRIORITISE
    consultation.save()
    exercise = make_exercise("What comes first of all", consultation=consultation)
    for browser in (guest(make_participant(consultation=consultation)), at_the_desk_of(make_member("lina"))):
        page = browser.get(f"/c/{consultation.key}/").text
        assert "What comes first of all" in page
        assert f"/priorities/{exercise.key}/sheet/" in page


@pytest.mark.parametrize("many", [1, 3])
def test_looking_again_costs_the_same_for_one_motion_and_for_three(
    many: int, phone: Client, consultation: Consultation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        make_motion(f"Motion {number}", consultation=consultation, closes_at=TOMORROW)
    with django_assert_num_queries(4):
        phone.get(f"/c/{consultation.key}/now/")
