"""Voices on a motion: somebody's own, those that everybody may read, and the dissent that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, F, IntegerField, Value, When

from suivi.consent.models import Motion, Voice
from suivi.consent.rules.words import Choice, Printed
from suivi.consultations.models import Participant

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation

OBJECTIONS_FIRST = Case(
    When(choice=Choice.OBJECT, then=Value(0)),
    When(choice=Choice.STAND_ASIDE, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True)
class Dissent:
    """A reason that somebody wanted to have printed; `name` is empty where they did not want theirs."""

    choice: Choice
    reason: str
    name: str


def voices_on(motion: Motion) -> QuerySet[Voice]:
    """Return the voices on the newest wording of a motion, objections first."""
    found = Voice.objects.filter(wording__motion=motion, wording__number=motion.wording)
    related = ("participant", "organisation", "given_by", "wording")
    return found.select_related(*related).order_by(OBJECTIONS_FIRST, "given_at", "id")


def voice_of(motion: Motion, who: Participant | Membership | None, *, wording: int | None = None) -> Voice | None:
    """Return the voice that somebody, or their organisation, gave to a wording: the newest one where none is named."""
    number = wording or motion.wording
    found = Voice.objects.filter(wording__motion=motion, wording__number=number).select_related("given_by")
    if motion.by_organisation:
        return found.filter(organisation=who.organisation_id).first() if who and who.organisation_id else None
    return found.filter(participant=who).first() if isinstance(who, Participant) else None


def dissent_of(motion: Motion) -> list[Dissent]:
    """Return the dissent to print, as those who dissented asked for it; nothing where the motion prints none."""
    if not motion.prints_dissent:
        return []
    dissenting = voices_on(motion).exclude(choice=Choice.AGREE).exclude(printed=Printed.NOT).exclude(reason="")
    return [
        Dissent(Choice(each.choice), each.reason, each.name if each.printed == Printed.NAMED else "")
        for each in dissenting
    ]


def open_for(participant: Participant, now: datetime) -> list[Motion]:
    """Return the motions that wait for the voice of a participant or of their organisation, soonest to close first."""
    newest = Voice.objects.filter(wording__number=F("wording__motion__wording"))
    mine = newest.filter(participant=participant).values("wording__motion")
    ours = newest.filter(organisation=participant.organisation_id).values("wording__motion")
    found = Motion.objects.open_at(now).filter(consultation=participant.consultation_id).exclude(pk__in=mine)
    if participant.organisation_id:
        found = found.exclude(pk__in=ours)
    asked = found.order_by("closes_at", "id")
    return [each for each in asked if participant.organisation_id or not each.by_organisation]


def reviews_due(consultation: Consultation) -> QuerySet[Motion]:
    """Return decisions that are to be looked at again, the soonest first."""
    decided = Motion.objects.filter(consultation=consultation, state=Motion.State.DECIDED)
    return decided.exclude(review_on=None).order_by("review_on")
