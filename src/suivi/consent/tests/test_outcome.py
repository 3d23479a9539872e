"""The rule of consent, held against every count of voices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suivi.consent.rules.outcome import Tally, judged, needed, state_after
from suivi.consent.rules.words import DECIDING, MotionState, Outcome, QuorumIn

counts = st.integers(0, 200)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Return voices out of those who may speak, with some quorum."""
    agree, aside, object_ = draw(counts), draw(counts), draw(counts)
    given_ = agree + aside + object_
    entitled = given_ + draw(counts)
    return Tally(agree, aside, object_, entitled, draw(st.integers(1, 300)))


@given(tallies())
def test_there_is_consent_exactly_with_enough_voices_one_that_agrees_and_no_objection(tally: Tally) -> None:
    consents = judged(tally) in {Outcome.CONSENT, Outcome.CONSENT_ASIDE}
    assert consents == (tally.given >= tally.needed and tally.object == 0 and tally.agree > 0)


@given(tallies())
def test_one_objection_hinders_any_number_that_agree(tally: Tally) -> None:
    against = Tally(tally.agree, tally.stand_aside, tally.object + 1, tally.entitled + 1, tally.needed)
    assert judged(against) == Outcome.OBJECTED


@given(tallies())
def test_objections_can_be_overruled_but_never_the_quorum_and_never_without_being_told_so(tally: Tally) -> None:
    outcome = judged(tally, despite_objections=True)
    if outcome in DECIDING:
        assert tally.given >= tally.needed
        assert tally.agree > 0
        assert (outcome == Outcome.DISSENT) == (tally.object > 0)


@given(tallies())
def test_without_objections_there_is_nothing_to_overrule(tally: Tally) -> None:
    calm = Tally(tally.agree, tally.stand_aside, 0, tally.entitled, tally.needed)
    assert judged(calm) == judged(calm, despite_objections=True)


@given(tallies())
def test_whoever_stands_aside_counts_for_the_quorum_and_hinders_nothing(tally: Tally) -> None:
    more = Tally(tally.agree, tally.stand_aside + 1, tally.object, tally.entitled + 1, tally.needed)
    if judged(tally) in DECIDING:
        assert judged(more) == Outcome.CONSENT_ASIDE


@given(tallies())
def test_an_outcome_is_decided_or_not_and_nothing_else(tally: Tally) -> None:
    assert state_after(judged(tally)) in {MotionState.DECIDED, MotionState.NOT_DECIDED}


@given(st.integers(1, 100), st.integers(0, 1000))
def test_a_share_is_reached_with_as_many_as_needed_and_with_none_fewer(share: int, entitled: int) -> None:
    voices = needed(QuorumIn.SHARE, share, entitled)
    assert voices >= 1
    assert voices * 100 >= share * entitled
    assert voices == 1 or (voices - 1) * 100 < share * entitled


@pytest.mark.parametrize(
    ("quorum_in", "quorum", "entitled", "voices"),
    [
        (QuorumIn.SHARE, 50, 23, 12),
        (QuorumIn.SHARE, 100, 7, 7),
        (QuorumIn.SHARE, 50, 0, 1),
        (QuorumIn.NUMBER, 12, 5, 12),
        (QuorumIn.NUMBER, 0, 5, 1),
    ],
)
def test_quorums_as_by_hand(quorum_in: QuorumIn, quorum: int, entitled: int, voices: int) -> None:
    assert needed(quorum_in, quorum, entitled) == voices


@given(tallies())
def test_who_spoke_and_who_did_not_are_all(tally: Tally) -> None:
    assert tally.given + tally.missing == tally.entitled
    assert tally.lacking == max(tally.needed - tally.given, 0)
