"""Where strategies and suggestions may stand."""

from __future__ import annotations

from suivi.discussions.rules.strategies import OPEN, TRANSITIONS, StrategyState, may_become


def test_everything_on_the_table_can_be_adopted_merged_and_withdrawn() -> None:
    for state in OPEN:
        assert {StrategyState.ADOPTED, StrategyState.MERGED, StrategyState.WITHDRAWN} <= set(TRANSITIONS[state])


def test_a_draft_cannot_be_adopted_and_what_was_adopted_stays() -> None:
    assert not may_become("drafted", StrategyState.ADOPTED)
    assert TRANSITIONS[StrategyState.ADOPTED] == {}


def test_whatever_was_merged_or_withdrawn_finds_its_way_back() -> None:
    for state in (StrategyState.MERGED, StrategyState.WITHDRAWN):
        assert set(TRANSITIONS[state]) & OPEN
