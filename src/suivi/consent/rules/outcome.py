"""The rule of consent: enough voices, at least one that agrees, and no objection that stands. Pure figures."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from suivi.consent.rules.words import DECIDING, MotionState, Outcome, QuorumIn


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voices say what, out of how many that may speak, and how many are needed."""

    agree: int
    stand_aside: int
    object: int
    entitled: int
    needed: int

    @property
    def given(self) -> int:
        """How many gave their voice."""
        return self.agree + self.stand_aside + self.object

    @property
    def missing(self) -> int:
        """How many may speak still."""
        return max(self.entitled - self.given, 0)

    @property
    def lacking(self) -> int:
        """How many voices the quorum lacks."""
        return max(self.needed - self.given, 0)


def needed(quorum_in: str, quorum: int, entitled: int) -> int:
    """Return how many voices a quorum needs: never none, and where a share is asked for never less than that share."""
    if quorum_in == QuorumIn.SHARE:
        return max(ceil(quorum * entitled / 100), 1)
    return max(quorum, 1)


def judged(tally: Tally, *, despite_objections: bool = False) -> Outcome:
    """Return what voices amount to. An objection that stands hinders consent, however many agree.

    Those who run the consultation may decide `despite_objections`; then it is no consent, and the dissent is recorded.
    """
    if tally.object and not (despite_objections and not tally.lacking):
        return Outcome.OBJECTED
    if tally.lacking:
        return Outcome.NO_QUORUM
    if not tally.agree:
        return Outcome.NOBODY_AGREES
    if tally.object:
        return Outcome.DISSENT
    return Outcome.CONSENT_ASIDE if tally.stand_aside else Outcome.CONSENT


def state_after(outcome: Outcome) -> MotionState:
    """Return where a motion stands with an outcome."""
    return MotionState.DECIDED if outcome in DECIDING else MotionState.NOT_DECIDED
