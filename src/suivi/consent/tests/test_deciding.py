"""Putting motions and speaking on them: who may, what counts, and what comes of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import ROLES
from suivi.coalitions.tests.factories import make_coalition, make_member, make_organisation
from suivi.common.decisions import Refused
from suivi.consent import actions
from suivi.consent.models import Motion, Voice
from suivi.consent.permissions import can_put_motions
from suivi.consent.queries.motions import entitled_in, motions_of, outcome_of, standing_of, standings_of
from suivi.consent.queries.voices import dissent_of, open_for, voice_of, voices_on
from suivi.consent.rules.words import Ballots, Choice, MotionState, Outcome, Printed, QuorumIn
from suivi.consent.tests.factories import make_motion, make_voice
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase, Room
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.discussions.models import Strategy
from suivi.discussions.rules.strategies import StrategyState
from suivi.discussions.rules.words import Area
from suivi.history.models import Event
from suivi.history.queries import verify_chain
from suivi.priorities.rules.words import VoiceOf

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def mara() -> Membership:
    return make_member("mara")


def say(motion: Motion, by: Participant, choice: Choice = Choice.AGREE, reason: str = "", **more: Any) -> Voice:
    told: dict[str, Any] = {"printed": Printed.NOT, "at": timezone.now()} | more
    return actions.give_voice(motion=motion, choice=choice, reason=reason, by=by, **told)


def close(motion: Motion, by: Membership, **more: Any) -> Motion:
    told: dict[str, Any] = {"statement": "", "review_on": None, "at": timezone.now()} | more
    return actions.close_motion(motion=motion, by=by, **told)


def somebody(motion: Motion, name: str = "Heron", **more: Any) -> Participant:
    return make_participant(name, consultation=motion.consultation, **more)


def test_only_those_who_run_consultations_put_motions() -> None:
    consultation = make_consultation()
    may = {
        role
        for role in ROLES
        if can_put_motions(make_member(f"p-{role}", role=role, coalition=consultation.coalition), consultation)
    }
    assert may == {"coordinator", "steering", "convenor"}
    assert not can_put_motions(make_member("else", coalition=make_coalition("Another Coalition")), consultation)


def test_a_voice_is_given_once_and_can_be_changed_until_the_end(mara: Membership) -> None:
    motion = make_motion()
    heron = somebody(motion)
    say(motion, heron)
    say(motion, heron, Choice.STAND_ASIDE, "Too early")
    assert [(each.choice, each.reason) for each in voices_on(motion)] == [("stand_aside", "Too early")]
    close(motion, mara)
    with pytest.raises(Refused):
        say(motion, heron)


def test_an_objection_without_its_reason_is_refused() -> None:
    motion = make_motion()
    with pytest.raises(Refused, match="reason"):
        say(motion, somebody(motion), Choice.OBJECT, "  ")
    assert not Voice.objects.exists()


def test_the_database_itself_holds_one_voice_and_a_reason() -> None:
    motion = make_motion()
    voice = make_voice(motion)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_voice(motion, by=voice.participant)
    with pytest.raises(IntegrityError), transaction.atomic():
        Voice.objects.update(choice=Choice.OBJECT, reason="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Voice.objects.update(organisation=make_organisation())


def test_an_organisation_has_one_voice_whoever_gives_it() -> None:
    motion = make_motion(voice_of=VoiceOf.ORGANISATION)
    network = make_organisation(coalition=motion.consultation.coalition)
    lina, idris = (somebody(motion, name, organisation=network) for name in ("Lina", "Idris"))
    say(motion, lina)
    say(motion, idris, Choice.STAND_ASIDE)
    voice = voices_on(motion).get()
    assert (voice.name, voice.choice, voice.given_by) == ("Legal Aid Network", "stand_aside", idris)
    with pytest.raises(Refused, match="organisation"):
        say(motion, somebody(motion, "Alone"))


@pytest.mark.parametrize("phase", [Phase.GATHER, Phase.DISCUSS, Phase.PRIORITISE, Phase.CLOSED])
def test_voices_are_for_the_phase_to_decide(phase: Phase) -> None:
    motion = make_motion(consultation=make_consultation(phase=phase))
    with pytest.raises(Refused):
        say(motion, somebody(motion))


def test_a_motion_is_drafted_changed_opened_and_withdrawn(mara: Membership) -> None:
    consultation = make_consultation(phase=Phase.DECIDE)
    facts = {"title": "A moratorium", "closes_at": NOW + timedelta(days=1)}
    words = {"text": "We ask for it.", "explanation": "", "recommendations": [], "at": NOW, "by": mara}
    motion = actions.draft_motion(consultation=consultation, facts=facts, **words)  # type: ignore[arg-type]
    words["text"] = "We ask for it at once."
    actions.change_motion(motion=motion, facts=facts, **words)  # type: ignore[arg-type]
    assert motion.wordings.get().text == "We ask for it at once."
    motion = actions.open_motion(motion=motion, at=NOW, by=mara)
    with pytest.raises(Refused, match="Amend it"):
        actions.change_motion(motion=motion, facts=facts, **words)  # type: ignore[arg-type]
    assert actions.withdraw_motion(motion=motion, at=NOW, by=mara).state == MotionState.WITHDRAWN
    verbs = [each.verb for each in Event.objects.filter(thing=f"motion:{motion.key}")]
    assert verbs == ["draft_motion", "change_motion", "open_motion", "withdraw_motion"]
    assert "at once" not in str(list(Event.objects.values()))
    assert verify_chain().broken_at is None


def test_a_motion_whose_end_has_passed_is_not_put_to_anybody(mara: Membership) -> None:
    motion = make_motion(state=MotionState.DRAFTED, closes_at=NOW - timedelta(minutes=1))
    with pytest.raises(Refused, match="lie ahead"):
        actions.open_motion(motion=motion, at=NOW, by=mara)


@pytest.mark.parametrize(
    ("voices", "quorum", "outcome", "state"),
    [
        ("AA", 2, Outcome.CONSENT, MotionState.DECIDED),
        ("AS", 2, Outcome.CONSENT_ASIDE, MotionState.DECIDED),
        ("AO", 2, Outcome.OBJECTED, MotionState.NOT_DECIDED),
        ("A", 2, Outcome.NO_QUORUM, MotionState.NOT_DECIDED),
        ("SS", 2, Outcome.NOBODY_AGREES, MotionState.NOT_DECIDED),
        ("", 1, Outcome.NO_QUORUM, MotionState.NOT_DECIDED),
    ],
)
def test_what_comes_of_a_motion(
    mara: Membership, voices: str, quorum: int, outcome: Outcome, state: MotionState
) -> None:
    motion = make_motion(quorum=quorum)
    for letter in voices:
        make_voice(motion, {"A": Choice.AGREE, "S": Choice.STAND_ASIDE, "O": Choice.OBJECT}[letter])
    closed = close(motion, mara, statement="So it is.", review_on=NOW.date())
    assert (closed.outcome, closed.state, closed.statement) == (outcome, state, "So it is.")


def test_time_alone_ends_a_motion_and_judges_it_as_it_stands(mara: Membership) -> None:
    motion = make_motion(closes_at=NOW + timedelta(hours=1))
    make_voice(motion)
    later = NOW + timedelta(hours=2)
    assert outcome_of(motion, NOW) is None
    assert outcome_of(motion, later) == Outcome.CONSENT
    standing = standing_of(motion, later)
    assert (standing.state, standing.is_open, standing.waits_to_be_recorded) == (MotionState.DECIDED, False, True)
    with pytest.raises(Refused, match="time for voices is over"):
        say(motion, somebody(motion), at=later)
    closed = close(motion, mara, at=later)
    assert closed.closed_at == motion.closes_at


def test_a_motion_says_when_it_closes_within_a_day() -> None:
    motion = make_motion(closes_at=NOW + timedelta(hours=30))
    assert not standing_of(motion, NOW).closes_soon
    assert standing_of(motion, NOW + timedelta(hours=7)).closes_soon
    assert not standing_of(motion, NOW + timedelta(hours=31)).closes_soon


def test_an_amended_motion_asks_everybody_again_and_keeps_what_was_said(mara: Membership) -> None:
    motion = make_motion()
    heron = somebody(motion)
    say(motion, heron, Choice.OBJECT, "It names nobody who would do it")
    assert open_for(heron, timezone.now()) == []
    told = {"text": "The steering committee asks for it.", "explanation": "", "answers": "Who does it: we say now."}
    amended = actions.amend_motion(motion=motion, **told, closes_at=NOW + timedelta(days=3), at=NOW, by=mara)
    assert (amended.wording, voices_on(amended).count()) == (2, 0)
    assert open_for(heron, timezone.now()) == [amended]
    earlier = voice_of(amended, heron, wording=1)
    assert earlier
    assert earlier.reason == "It names nobody who would do it"
    say(amended, heron)
    assert close(amended, mara).outcome == Outcome.CONSENT


def test_a_voice_on_a_wording_that_was_amended_meanwhile_is_refused(mara: Membership) -> None:
    as_it_was_read = make_motion()
    told = {"text": "Otherwise.", "explanation": "", "answers": "", "closes_at": NOW + timedelta(days=3)}
    actions.amend_motion(motion=as_it_was_read, **told, at=NOW, by=mara)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="amended while you read it"):
        say(as_it_was_read, somebody(as_it_was_read))
    assert not Voice.objects.exists()


def test_what_was_not_decided_can_be_taken_up_again_in_other_words(mara: Membership) -> None:
    motion = make_motion()
    make_voice(motion, Choice.OBJECT)
    closed = close(motion, mara)
    told = {"text": "Otherwise.", "explanation": "", "answers": "", "closes_at": NOW + timedelta(days=3)}
    again = actions.amend_motion(motion=closed, **told, at=NOW, by=mara)  # type: ignore[arg-type]
    assert (again.state, again.outcome, again.entitled) == (MotionState.OPEN, "", None)


def test_what_was_decided_stays_decided(mara: Membership) -> None:
    motion = make_motion()
    make_voice(motion)
    closed = close(motion, mara)
    with pytest.raises(Refused):
        close(closed, mara)
    told = {"text": "x", "explanation": "", "answers": "", "closes_at": NOW + timedelta(days=3)}
    with pytest.raises(Refused):
        actions.amend_motion(motion=closed, **told, at=NOW, by=mara)  # type: ignore[arg-type]


def test_those_who_run_it_may_decide_in_spite_of_objections_and_the_record_says_so(mara: Membership) -> None:
    motion = make_motion()
    make_voice(motion)
    make_voice(motion, Choice.OBJECT)
    closed = close(motion, mara, despite_objections=True, statement="The deadline is tomorrow.")
    assert (closed.outcome, closed.state) == (Outcome.DISSENT, MotionState.DECIDED)


def test_dissent_is_printed_as_those_who_dissent_ask_for_it() -> None:
    motion = make_motion()
    make_voice(motion, Choice.OBJECT, reason="Not in our name", printed=Printed.NAMED, by=somebody(motion, "Idris"))
    make_voice(motion, Choice.OBJECT, reason="Too early", printed=Printed.UNNAMED)
    make_voice(motion, Choice.STAND_ASIDE, reason="Only between us", printed=Printed.NOT)
    make_voice(motion, Choice.AGREE, reason="Yes", printed=Printed.NAMED)
    assert [(each.reason, each.name) for each in dissent_of(motion)] == [
        ("Not in our name", "Idris"),
        ("Too early", ""),
    ]
    Motion.objects.update(prints_dissent=False)
    assert dissent_of(Motion.objects.get()) == []


def test_a_decision_about_a_strategy_adopts_it(mara: Membership) -> None:
    motion = make_motion()
    strategy = Strategy.objects.create(
        consultation=motion.consultation, number=1, area=next(iter(Area)), title="Meet the minister",
        objective="A date for the bill", language="en", state=StrategyState.PROPOSED,
        proposed_by=somebody(motion, "Lina"), proposed_at=NOW,
    )  # fmt: skip
    Motion.objects.update(strategy=strategy)
    make_voice(motion)
    close(motion, mara)
    strategy.refresh_from_db()
    assert strategy.state == StrategyState.ADOPTED


def test_those_who_may_speak_are_members_and_guests_but_neither_observers_nor_partners() -> None:
    consultation = make_consultation()
    network = make_organisation(coalition=consultation.coalition)
    for role in ROLES:
        make_member(f"p-{role}", role=role, coalition=consultation.coalition, organisation=network)
    make_participant("Guest", consultation=consultation, organisation=make_organisation("Village Council"))
    make_participant("Guest of nobody", consultation=consultation)
    assert entitled_in(consultation) == {VoiceOf.PERSON: 8, VoiceOf.ORGANISATION: 2}
    consultation.room = Room.DIALOGUE
    assert entitled_in(consultation)[VoiceOf.PERSON] == 10


def test_a_share_is_counted_of_those_who_could_speak_when_it_was_closed(mara: Membership) -> None:
    motion = make_motion(quorum=60, quorum_in=QuorumIn.SHARE)
    make_voice(motion)
    assert standing_of(motion, timezone.now()).tally.entitled == 2
    closed = close(motion, mara)
    for name in ("later", "still-later"):
        make_member(name)
    tally = standing_of(closed, timezone.now()).tally
    assert (tally.entitled, tally.needed, closed.outcome) == (2, 2, Outcome.NO_QUORUM)


def test_counted_voices_are_not_divided_while_open_nor_where_they_are_few(mara: Membership) -> None:
    few, many = (make_motion(ballots=Ballots.COUNTED, consultation=make_consultation(name)) for name in ("1", "2"))
    for motion, count in ((few, 4), (many, 5)):
        for _each in range(count):
            make_voice(motion)
        assert not standing_of(motion, timezone.now()).shows_split
    seen = [standing_of(close(motion, mara), timezone.now()).shows_split for motion in (few, many)]
    assert seen == [False, True]


def test_voices_are_nobody_s_history() -> None:
    motion = make_motion()
    before = Event.objects.count()
    say(motion, somebody(motion))
    assert Event.objects.count() == before


def test_what_waits_for_somebody_are_open_motions_they_have_not_spoken_on() -> None:
    consultation = make_consultation(phase=Phase.DECIDE)
    heron = make_participant(consultation=consultation)
    second = make_motion("Second", consultation=consultation, closes_at=NOW + timedelta(days=3))
    first = make_motion("First", consultation=consultation, closes_at=NOW + timedelta(days=1))
    make_motion("Over", consultation=consultation, closes_at=NOW - timedelta(days=1))
    make_motion("Draft", consultation=consultation, state=MotionState.DRAFTED)
    make_motion("Of organisations", consultation=consultation, voice_of=VoiceOf.ORGANISATION)
    assert open_for(heron, NOW) == [first, second]
    make_voice(first, by=heron)
    assert open_for(heron, NOW) == [second]


def test_motions_of_another_consultation_are_not_among_them() -> None:
    here, there = make_motion(), make_motion(consultation=make_consultation("Elsewhere"))
    assert list(motions_of(here.consultation)) == [here]
    assert [each.motion for each in standings_of(there.consultation, NOW)] == [there]


def test_a_member_who_does_not_run_it_changes_nothing() -> None:
    motion, idris = make_motion(), make_member("idris", role="member")
    with pytest.raises(Refused):
        close(motion, idris)
    with pytest.raises(Refused):
        actions.withdraw_motion(motion=motion, at=NOW, by=idris)
    with pytest.raises(Refused):
        actions.open_motion(motion=motion, at=NOW, by=idris)
    assert Motion.objects.get().state == MotionState.OPEN
