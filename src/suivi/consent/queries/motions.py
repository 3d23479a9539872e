"""Motions of a consultation, each with its voices counted and what came of it by now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from suivi.coalitions.models import Membership
from suivi.coalitions.rules import ROLES
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.rules.outcome import Tally, judged, needed, state_after
from suivi.consent.rules.words import FEW, Choice, MotionState, Outcome
from suivi.consultations.models import Participant
from suivi.consultations.rules import Room
from suivi.priorities.rules.words import VoiceOf
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consent.models import MotionQuerySet
    from suivi.consultations.models import Consultation

type Entitled = dict[VoiceOf, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a motion stands at a moment. `outcome` is empty while voices are given, and for drafts."""

    motion: Motion
    tally: Tally
    outcome: Outcome | None
    state: MotionState
    now: datetime

    @property
    def is_open(self) -> bool:
        """Whether voices are given now."""
        return self.motion.is_open_at(self.now)

    @property
    def waits_to_be_recorded(self) -> bool:
        """Whether its time is over, and nobody wrote down yet what came of it."""
        return self.motion.has_run_out(self.now)

    @property
    def closes_soon(self) -> bool:
        """Whether it closes within a day."""
        return self.motion.closes_soon(self.now)

    @property
    def shows_split(self) -> bool:
        """Whether everybody may see how voices divide.

        Counted voices only when it is over, and when they are so many that nobody's own can be told.
        """
        return self.motion.is_named or (not self.is_open and self.tally.given >= FEW)


def motions_of(consultation: Consultation) -> MotionQuerySet:
    """Return the motions, the latest first, with `agree`, `stand_aside` and `object` counted on the newest wording."""
    found = Motion.objects.filter(consultation=consultation).select_related("consultation__coalition", "strategy")
    numbers = Recommendation.objects.only("key", "number", "order", "review_id").order_by("order")
    counts = {choice.value: _counted(choice) for choice in Choice}
    return found.annotate(**counts).prefetch_related(Prefetch("recommendations", numbers))


def standings_of(consultation: Consultation, now: datetime, *, drafts: bool = True) -> list[Standing]:
    """Return where each motion stands, in a constant number of queries."""
    found = motions_of(consultation)
    if not drafts:
        found = found.exclude(state=MotionState.DRAFTED)
    entitled = entitled_in(consultation)
    return [standing_of(each, now, entitled) for each in found]


def standing_of(motion: Motion, now: datetime, entitled: Entitled | None = None) -> Standing:
    """Return where one motion of `motions_of` stands at a moment."""
    tally = tally_of(motion, entitled)
    state = MotionState(motion.state)
    if motion.outcome:
        return Standing(motion, tally, Outcome(motion.outcome), state, now)
    if not motion.has_run_out(now):
        return Standing(motion, tally, None, state, now)
    outcome = judged(tally)
    return Standing(motion, tally, outcome, state_after(outcome), now)


def outcome_of(motion: Motion, now: datetime) -> Outcome | None:
    """Return what came of a motion by a moment; None while voices are given."""
    return standing_of(motion, now).outcome


def tally_of(motion: Motion, entitled: Entitled | None = None) -> Tally:
    """Return the voices on the newest wording, counted; a closed motion keeps how many could speak when it closed."""
    counts = _counts(motion)
    given = sum(counts.values())
    may_speak = motion.entitled
    if may_speak is None:
        may_speak = (entitled or entitled_in(motion.consultation))[VoiceOf(motion.voice_of)]
    may_speak = max(may_speak, given)
    return Tally(
        agree=counts[Choice.AGREE],
        stand_aside=counts[Choice.STAND_ASIDE],
        object=counts[Choice.OBJECT],
        entitled=may_speak,
        needed=needed(motion.quorum_in, motion.quorum, may_speak),
    )


def entitled_in(consultation: Consultation) -> Entitled:
    """Return how many people, and how many organisations, may speak: members, and guests with a seat."""
    speaking = [
        key
        for key, role in ROLES.items()
        if (role.contributes if role.sees_coalition else consultation.room == Room.DIALOGUE)
    ]
    members = Membership.objects.active().filter(coalition=consultation.coalition_id, role_key__in=speaking)
    guests = Participant.objects.present().filter(consultation=consultation, membership=None)
    pairs = [*members.values_list("pk", "organisation"), *guests.values_list("pk", "organisation")]
    organisations = {organisation for _pk, organisation in pairs if organisation}
    return {VoiceOf.PERSON: len(pairs), VoiceOf.ORGANISATION: len(organisations)}


def wordings_of(motion: Motion) -> list[Wording]:
    """Return every wording of a motion, the newest first."""
    return list(Wording.objects.filter(motion=motion).select_related("written_by__person").order_by("-number"))


def _counted(choice: Choice) -> Coalesce:
    newest = Voice.objects.filter(wording__motion=OuterRef("pk"), wording__number=OuterRef("wording"), choice=choice)
    counted = newest.order_by().values("wording__motion").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _counts(motion: Motion) -> dict[Choice, int]:
    """Return the counts that `motions_of` brought along, else count now."""
    if hasattr(motion, Choice.AGREE.value):
        return {choice: getattr(motion, choice.value) for choice in Choice}
    newest = Q(wording__motion=motion, wording__number=F("wording__motion__wording"))
    found = Voice.objects.filter(newest).order_by().values_list("choice").annotate(n=Count("pk"))
    return dict.fromkeys(Choice, 0) | {Choice(choice): n for choice, n in found}
