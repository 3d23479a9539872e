"""Makes motions of the coalition of the invented State Orvana, and voices on them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from suivi.coalitions.models import Organisation
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.rules.words import Ballots, Choice, MotionState, Printed, QuorumIn
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.discussions.models import Strategy
from suivi.priorities.rules.words import VoiceOf


def make_motion(
    title: str = "We ask for a moratorium",
    *,
    consultation: Consultation | None = None,
    text: str = "The coalition asks the Government for a moratorium on executions.",
    state: MotionState = MotionState.OPEN,
    voice_of: VoiceOf = VoiceOf.PERSON,
    quorum: int = 1,
    quorum_in: QuorumIn = QuorumIn.NUMBER,
    ballots: Ballots = Ballots.NAMED,
    prints_dissent: bool = True,
    strategy: Strategy | None = None,
    closes_at: datetime | None = None,
) -> Motion:
    """Make an open motion with a quorum of one voice, which closes in two days, in a consultation that decides."""
    motion = Motion.objects.create(
        consultation=consultation or make_consultation(phase=Phase.DECIDE),
        title=title,
        state=state,
        voice_of=voice_of,
        quorum=quorum,
        quorum_in=quorum_in,
        ballots=ballots,
        prints_dissent=prints_dissent,
        strategy=strategy,
        closes_at=closes_at or timezone.now() + timedelta(days=2),
    )
    Wording.objects.create(motion=motion, number=1, text=text)
    return motion


def make_voice(
    motion: Motion,
    choice: Choice = Choice.AGREE,
    *,
    reason: str = "",
    by: Participant | None = None,
    organisation: Organisation | None = None,
    printed: Printed = Printed.NOT,
) -> Voice:
    """Make a voice on the newest wording, by somebody new; an objection has a reason."""
    name = f"Voice {Participant.objects.count() + 1}"
    by = by or make_participant(name, consultation=motion.consultation, organisation=organisation)
    whose = {"organisation": by.organisation} if motion.by_organisation else {"participant": by}
    reason = reason or ("It would harm those we speak for" if choice == Choice.OBJECT else "")
    wording = motion.wordings.get(number=motion.wording)
    return Voice.objects.create(wording=wording, choice=choice, reason=reason, given_by=by, printed=printed, **whose)
