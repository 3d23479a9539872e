"""Minutes: facts that write themselves, notes that nobody overwrites, and what is agreed stays."""

from __future__ import annotations

import pytest
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.consultations.models import Consultation, Headcount
from suivi.consultations.rules import Room
from suivi.consultations.tests.factories import at_the_desk_of, make_consultation, make_participant, make_session
from suivi.minutes.actions import agree_minutes, name_rapporteur, write_note
from suivi.minutes.models import Note, NoteVersion
from suivi.minutes.queries.facts import Facts, facts_of
from suivi.minutes.queries.written import written
from suivi.minutes.rules import Part
from suivi.minutes.telling import telling
from suivi.plans.tests.factories import make_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


@pytest.fixture
def consultation() -> Consultation:
    return make_consultation()


def test_an_empty_consultation_has_minutes_that_say_so(mara: Membership, consultation: Consultation) -> None:
    page = at_the_desk_of(mara).get(f"/consultations/{consultation.key}/minutes/").text
    assert "Nothing yet." in page
    assert "0 people took a seat." in page


def test_facts_write_themselves(mara: Membership, consultation: Consultation) -> None:
    heron = make_participant(consultation=consultation)
    make_session("Work in clusters", consultation=consultation)
    make_activity(activity="Letter to the minister", by_when="2026-07-31", by=heron)
    Headcount.objects.create(consultation=consultation, category="women", heads=31)
    page = at_the_desk_of(mara).get(f"/consultations/{consultation.key}/minutes/").text
    for words in ("1 person took a seat.", "women 31", "Work in clusters", "Letter to the minister", "31 July 2026"):
        assert words in page


def test_facts_survive_being_kept(consultation: Consultation) -> None:
    make_activity(activity="Letter", by=make_participant(consultation=consultation))
    make_session("Tea", consultation=consultation)
    facts = facts_of(consultation, timezone.now())
    assert Facts(**facts.as_json()) == facts


def test_the_rapporteur_writes_and_a_member_does_not(mara: Membership, consultation: Consultation) -> None:
    tomas, idris = (make_member(name, role="member") for name in ("tomas", "idris"))
    name_rapporteur(consultation=consultation, whom=tomas, by=mara)
    address = f"/consultations/{consultation.key}/minutes/parts/opening/"
    answers = [at_the_desk_of(who).post(address, {"text": "Welcome", "version": "0"}) for who in (tomas, idris)]
    assert [answer.status_code for answer in answers] == [302, 403]
    assert Note.objects.get().text == "Welcome"


def test_two_who_write_at_once_both_find_their_words(mara: Membership, consultation: Consultation) -> None:
    address = f"/consultations/{consultation.key}/minutes/parts/closing/"
    desk = at_the_desk_of(mara)
    desk.post(address, {"text": "First words", "version": "0"})
    late = desk.post(address, {"text": "Late words", "version": "0"})
    assert late.status_code == 409
    assert "First words" in late.text
    assert "Late words" in late.text
    assert Note.objects.get().text == "First words"


def test_every_text_is_kept(mara: Membership, consultation: Consultation) -> None:
    for version, text in enumerate(("One", "Two", "Three")):
        place = {"consultation": consultation, "part": Part.TALK, "session": None}
        write_note(**place, text=text, based_on=version, at=timezone.now(), by=mara)  # type: ignore[arg-type]
    assert [each.text for each in NoteVersion.objects.order_by("version")] == ["One", "Two", "Three"]


def test_a_session_has_its_own_note(mara: Membership, consultation: Consultation) -> None:
    session = make_session("Tea", consultation=consultation)
    desk, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/minutes/"
    desk.post(f"{here}sessions/{session.key}/", {"text": "We drank tea.", "version": "0"})
    (told,) = written(consultation, timezone.now()).sessions
    assert (told.note.text if told.note else "") == "We drank tea."


def test_agreed_minutes_keep_the_facts_of_their_day_and_let_nobody_write(
    mara: Membership, consultation: Consultation
) -> None:
    heron = make_participant(consultation=consultation)
    agree_minutes(consultation=consultation, at=timezone.now(), by=mara)
    make_activity(activity="Too late", by=heron)
    found = written(consultation, timezone.now())
    assert (found.facts.seats, found.facts.activities, found.is_agreed) == (1, [], True)
    desk, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/minutes/"
    assert desk.post(f"{here}parts/opening/", {"text": "x", "version": "0"}).status_code == 403
    desk.post(f"{here}state/draft/")
    assert [each["activity"] for each in written(consultation, timezone.now()).facts.activities] == ["Too late"]


def test_the_opening_is_told_in_the_readers_language(consultation: Consultation) -> None:
    facts = facts_of(consultation, timezone.now())
    assert any("cycle 4" in sentence for sentence in telling(Part.OPENING, consultation, facts).sentences)


def test_partners_read_the_minutes_of_the_dialogue_alone(consultation: Consultation) -> None:
    official = at_the_desk_of(make_member("official", role="official"))
    dialogue = make_consultation("Dialogue", room=Room.DIALOGUE, review=consultation.review)
    found = [official.get(f"/consultations/{each.key}/minutes/").status_code for each in (consultation, dialogue)]
    assert found == [404, 200]


def test_another_coalition_finds_nothing(consultation: Consultation) -> None:
    stranger = at_the_desk_of(make_member("yara", coalition=make_coalition("Elsewhere")))
    assert stranger.get(f"/consultations/{consultation.key}/minutes/").status_code == 404
