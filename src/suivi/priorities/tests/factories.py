"""Makes exercises about recommendations of the invented State Orvana, and sheets that are filled already."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from suivi.coalitions.models import Organisation
from suivi.coalitions.tests.factories import make_organisation
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.priorities.models import Candidate, Criterion, Dots, Exercise, Priority, Score, Sheet
from suivi.priorities.rules.stock import OFFERS
from suivi.priorities.rules.words import ExerciseState, Method, VoiceOf
from suivi.record.models import Recommendation
from suivi.record.tests.factories import make_recommendation

PAIR = ("impact", "feasibility")


def make_exercise(
    title: str = "What comes first",
    *,
    consultation: Consultation | None = None,
    method: Method = Method.SCORES,
    voice_of: VoiceOf = VoiceOf.PERSON,
    state: ExerciseState = ExerciseState.OPEN,
    recommendations: Sequence[Recommendation] | int = 2,
    offers: Sequence[str] = PAIR,
    dots_each: int = 5,
    dots_on_one: int = 3,
) -> Exercise:
    """Make an open exercise on two recommendations in a consultation that prioritises, by impact and feasibility."""
    consultation = consultation or make_consultation(phase=Phase.PRIORITISE)
    made = Exercise.objects.create(
        consultation=consultation, title=title, method=method, voice_of=voice_of, state=state,
        dots_each=dots_each, dots_on_one=dots_on_one,
    )  # fmt: skip
    if isinstance(recommendations, int):
        recommendations = [make_recommendation(review=consultation.review) for _each in range(recommendations)]
    for order, each in enumerate(recommendations, 1):
        Candidate.objects.create(exercise=made, recommendation=each, order=order)
    for order, key in enumerate(offers if method == Method.SCORES else (), 1):
        offer = OFFERS[key]
        told = {"weighs": offer.weighs, "direction": offer.direction, "weight": offer.weight}
        Criterion.objects.create(exercise=made, order=order, offer=key, **told)
    return made


def make_voter(exercise: Exercise, name: str = "", *, organisation: Organisation | None = None) -> Participant:
    """Make somebody without account who can fill a sheet; for an organisation of their own where those have sheets."""
    name = name or f"Voter {Participant.objects.count() + 1}"
    if exercise.by_organisation and not organisation:
        organisation = make_organisation(f"Network of {name}", coalition=exercise.consultation.coalition)
    return make_participant(name, consultation=exercise.consultation, organisation=organisation)


def make_sheet(exercise: Exercise, *figures: Sequence[int | None], voter: Participant | None = None) -> Sheet:
    """Make a filled sheet: for each recommendation its scores in the order of the criteria, or its dots."""
    voter = voter or make_voter(exercise)
    whose = {"organisation": voter.organisation} if exercise.by_organisation else {"participant": voter}
    sheet = Sheet.objects.create(exercise=exercise, **whose)
    criteria = list(exercise.criteria.order_by("order"))
    for candidate, given in zip(exercise.candidates.order_by("order"), figures, strict=False):
        told = {"sheet": sheet, "candidate": candidate, "given_by": voter}
        if exercise.by_dots:
            Dots.objects.create(count=given[0] or 0, **told)
            continue
        for criterion, value in zip(criteria, given, strict=False):
            if value is not None:
                Score.objects.create(criterion=criterion, value=value, **told)
    return sheet


def make_priority(
    *,
    consultation: Consultation | None = None,
    recommendation: Recommendation | None = None,
    exercise: Exercise | None = None,
    rank: int = 1,
    reason: str = "",
) -> Priority:
    """Make a joint priority."""
    consultation = consultation or make_consultation(phase=Phase.PRIORITISE)
    return Priority.objects.create(
        consultation=consultation,
        recommendation=recommendation or make_recommendation(review=consultation.review),
        exercise=exercise,
        rank=rank,
        reason=reason,
        made_at=timezone.now(),
    )
