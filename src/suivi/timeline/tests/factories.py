"""Makes milestones of the coalition of the invented State Orvana; every argument has a plain default."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from suivi.coalitions.models import Coalition, Organisation
from suivi.coalitions.rules import Zone
from suivi.coalitions.tests.factories import make_coalition
from suivi.record.models import Review
from suivi.record.tests.factories import make_review
from suivi.timeline.models import Milestone
from suivi.timeline.rules.words import Kind


def make_milestone(
    title: str = "Letter to the Ministry of Justice",
    *,
    kind: Kind = Kind.OWN,
    round: int = 0,  # noqa: A002  the field's own name
    coalition: Coalition | None = None,
    review: Review | None = None,
    due_on: date | None = None,
    done_on: date | None = None,
    reason: str = "",
    note: str = "",
    organisation: Organisation | None = None,
    zone: Zone = Zone.PRIVATE,
) -> Milestone:
    """Make a milestone of the coalition's own, due in a week; with another kind, a touched one of the cycle."""
    own = kind == Kind.OWN
    return Milestone.objects.create(
        coalition=coalition or make_coalition(),
        review=review or make_review(),
        kind=kind,
        round=round,
        title=title if own else "",
        due_on=due_on or (timezone.localdate() + timedelta(days=7) if own else None),
        done_on=done_on,
        reason=reason,
        note=note,
        organisation=organisation,
        zone=zone,
    )


def make_past_cycles() -> list[Review]:
    """Make three earlier reviews of Orvana, answered 118, 88 and 96 days after; the first cycle last."""
    told = ((3, date(2020, 12, 25), 88), (2, date(2015, 1, 15), 118), (1, date(2010, 4, 27), 96))
    made = []
    for cycle, reviewed_on, days in told:
        review = make_review(cycle=cycle, reviewed_on=reviewed_on)
        review.addendum_on = reviewed_on + timedelta(days=days)
        review.addendum_symbol = f"{review.report_symbol}/Add.1"
        review.plenary_on = reviewed_on + timedelta(days=days + 30)
        review.save()
        made.append(review)
    return made
