"""The pages of deciding: what they show to whom, and that nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.tests.factories import make_coalition, make_member
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.rules.words import Ballots, Choice, MotionState, Printed
from suivi.consent.tests.factories import make_motion, make_voice
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import at_the_desk_of, guest, make_consultation, make_participant
from suivi.record.tests.factories import make_recommendation

pytestmark = pytest.mark.django_db
SOON = timezone.now() + timedelta(hours=20)


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def address(motion: Motion, *more: str) -> str:
    rest = "".join(f"{each}/" for each in more)
    return f"/consultations/{motion.consultation.key}/decisions/{motion.key}/{rest}"


def test_an_empty_page_says_what_to_do_first(mara: Membership) -> None:
    consultation = make_consultation()
    here = f"/consultations/{consultation.key}/decisions/"
    assert "Draft a motion" in at_the_desk_of(mara).get(here).text
    page = at_the_desk_of(make_member("idris", role="member")).get(here).text
    assert "Those who run the consultation put motions" in page
    assert "Draft a motion" not in page


def test_a_coordinator_drafts_changes_and_opens_a_motion_in_the_browser(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.DECIDE)
    row = make_recommendation()
    client, here = at_the_desk_of(mara), f"/consultations/{consultation.key}/decisions/"
    told = {"title": "A moratorium", "text": "We ask for it.", "numbers": row.number, "quorum": "3"}
    told |= {"quorum_in": "number", "voice_of": "person", "ballots": "named", "closes_at": f"{SOON:%Y-%m-%dT%H:%M}"}
    assert client.post(f"{here}draft/", told | {"numbers": "128.99"}).status_code == 400
    assert client.post(f"{here}draft/", told | {"quorum": "0"}).status_code == 400
    client.post(f"{here}draft/", told)
    motion = Motion.objects.get()
    assert list(motion.recommendations.all()) == [row]
    client.post(address(motion, "change"), told | {"text": "We ask for it at once."})
    client.post(address(motion, "open"))
    page = client.get(address(motion)).text
    for words in ("We ask for it at once.", "closes in 20 hours", "Quorum: 3 voices.", row.number):
        assert words in page


def test_a_draft_is_missing_for_all_but_those_who_put_it(mara: Membership) -> None:
    motion = make_motion("Not yet", state=MotionState.DRAFTED)
    heron = guest(make_participant(consultation=motion.consultation))
    assert at_the_desk_of(mara).get(address(motion)).status_code == 200
    assert heron.get(address(motion)).status_code == 404
    assert heron.post(address(motion, "voice"), {"choice": "agree"}).status_code == 404
    assert "Not yet" not in heron.get(f"/consultations/{motion.consultation.key}/decisions/").text


def test_somebody_without_account_gives_and_changes_their_voice() -> None:
    motion = make_motion()
    client = guest(make_participant(consultation=motion.consultation))
    client.post(address(motion, "voice"), {"choice": "agree", "act": str(uuid4())})
    assert "You said “agree”" in client.get(address(motion)).text
    told = {"choice": "object", "reason": "Not in our name", "printed": "unnamed"}
    client.post(address(motion, "voice"), told)
    voice = Voice.objects.get()
    assert (voice.choice, voice.reason, voice.printed) == ("object", "Not in our name", Printed.UNNAMED)


def test_the_same_act_sent_twice_counts_once() -> None:
    motion = make_motion()
    client, act = guest(make_participant(consultation=motion.consultation)), str(uuid4())
    for _each in range(3):
        assert client.post(address(motion, "voice"), {"choice": "agree", "act": act}).status_code == 302
    assert Voice.objects.count() == 1
    assert client.post(address(motion, "voice"), {"choice": "stand_aside", "act": act}).status_code == 409


def test_an_objection_without_its_reason_comes_back_with_what_was_chosen() -> None:
    motion = make_motion()
    client = guest(make_participant(consultation=motion.consultation))
    answer = client.post(address(motion, "voice"), {"choice": "object", "printed": "named", "act": str(uuid4())})
    assert answer.status_code == 400
    assert "only then can others answer it" in answer.text
    assert 'value="object" required checked' in answer.text
    assert not Voice.objects.exists()


def test_nobody_speaks_on_words_they_have_not_read() -> None:
    motion = make_motion()
    client = guest(make_participant(consultation=motion.consultation))
    assert 'name="wording" value="1"' in client.get(address(motion)).text
    Motion.objects.update(wording=2)
    Wording.objects.create(motion=motion, number=2, text="Something else.")
    answer = client.post(address(motion, "voice"), {"choice": "agree", "reason": "As I said", "wording": "1"})
    assert answer.status_code == 409
    for words in ("amended while you read it", "Something else.", "As I said", 'name="wording" value="2"'):
        assert words in answer.text
    assert not Voice.objects.exists()


def test_what_comes_after_the_end_is_refused_and_nothing_typed_is_lost() -> None:
    motion = make_motion()
    client = guest(make_participant(consultation=motion.consultation))
    Motion.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
    answer = client.post(address(motion, "voice"), {"choice": "object", "reason": "I was on the road"})
    assert answer.status_code == 403
    assert "The time for voices is over" in answer.text
    assert "I was on the road" in answer.text


def test_named_voices_are_read_by_everybody_and_counted_ones_by_nobody() -> None:
    named, counted = make_motion(), make_motion(ballots=Ballots.COUNTED, consultation=make_consultation("Two"))
    pages = []
    for motion in (named, counted):
        who = make_participant("Osprey", consultation=motion.consultation)
        make_voice(motion, Choice.OBJECT, reason="It helps nobody", by=who)
        pages.append(guest(make_participant("Reader", consultation=motion.consultation)).get(address(motion)).text)
    assert "Osprey" in pages[0]
    assert "Osprey" not in pages[1]
    assert "It helps nobody" in pages[0]
    assert "It helps nobody" in pages[1]
    assert "how they divide is shown at the end" in pages[1]


def test_the_page_to_close_tells_of_objections_and_asks_why_they_are_overruled(mara: Membership) -> None:
    motion = make_motion()
    make_voice(motion)
    make_voice(motion, Choice.OBJECT)
    client = at_the_desk_of(mara)
    assert "1 objection stands" in client.get(address(motion, "close")).text
    assert client.post(address(motion, "close"), {"despite_objections": "on", "statement": ""}).status_code == 400
    told = {"despite_objections": "on", "statement": "The list closes tonight.", "review_on": "2027-01-15"}
    client.post(address(motion, "close"), told)
    page = guest(make_participant(consultation=motion.consultation)).get(address(motion)).text
    for words in (
        "Decided, with dissent on record",
        "The list closes tonight.",
        "to be looked at again on 15 January 2027",
    ):
        assert words in page


def test_an_amendment_shows_what_it_changed_and_tells_those_who_spoke(mara: Membership) -> None:
    motion = make_motion(text="We ask for it.")
    heron = make_participant(consultation=motion.consultation)
    make_voice(motion, Choice.OBJECT, reason="Who is we?", by=heron)
    client = at_the_desk_of(mara)
    assert "Who is we?" in client.get(address(motion, "amend")).text
    told = {"text": "The coalition asks for it.", "answers": "Who asks", "closes_at": f"{SOON:%Y-%m-%dT%H:%M}"}
    client.post(address(motion, "amend"), told)
    page = guest(heron).get(address(motion)).text
    for words in ("The motion was amended. On the wording before you said: object", "<del>We ask", "2 wordings"):
        assert words in page


def test_a_motion_of_another_coalition_is_missing(mara: Membership) -> None:
    theirs = make_motion("Secret", consultation=make_consultation(coalition=make_coalition("Another Coalition")))
    ours = make_motion()
    client = at_the_desk_of(mara)
    crossed = f"/consultations/{ours.consultation.key}/decisions/{theirs.key}/"
    assert [client.get(path).status_code for path in (address(theirs), crossed)] == [404, 404]


def test_dissent_that_was_asked_for_is_printed_on_the_page() -> None:
    motion = make_motion(ballots=Ballots.COUNTED, state=MotionState.DECIDED)
    Motion.objects.update(outcome="dissent", closed_at=timezone.now())
    who = make_participant("Osprey", consultation=motion.consultation)
    make_voice(motion, Choice.OBJECT, reason="Not in our name", printed=Printed.NAMED, by=who)
    page = guest(make_participant("Reader", consultation=motion.consultation)).get(address(motion)).text
    assert "Dissent, as it is printed" in page
    assert "Osprey" in page


def test_pages_cost_the_same_for_one_and_for_three(mara: Membership) -> None:
    counted = []
    for count in (1, 3):
        consultation = make_consultation(f"{count} days", phase=Phase.DECIDE)
        for number in range(count):
            motion = make_motion(f"Motion {number}", consultation=consultation)
            motion.recommendations.add(*(make_recommendation() for _each in range(count)))
            for _each in range(count):
                make_voice(motion)
        client = at_the_desk_of(mara)
        for path in (f"/consultations/{consultation.key}/decisions/", address(motion)):
            with CaptureQueriesContext(connection) as seen:
                client.get(path)
            counted.append(len(seen))
    assert counted[:2] == counted[2:]
    assert max(counted) <= 18
