"""What the desk and the outcome show: counts by region and by cycle, what came in lately, what waits for somebody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from suivi.intake.models import Import
from suivi.intake.rules import ImportState
from suivi.record.models import Document, Recommendation, RecommendingState, Response, Review
from suivi.record.names import region_name
from suivi.record.queries import Slice
from suivi.record.rules import Position
from suivi.timeline.rules.words import Condition
from undocs.states import every

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from suivi.coalitions.models import Membership
    from suivi.timeline.queries import Clock
    from suivi.timeline.rules.steps import Step

SOON = timedelta(days=14)
LATELY = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one member: imports to look through, and what their organisation should have done or soon must."""

    imports: int
    steps: list[Step]

    def __bool__(self) -> bool:
        return bool(self.imports or self.steps)


def by_region(review: Review) -> list[Slice]:
    """Return how often each position was given to recommendations of each regional group, the largest first.

    A recommendation that three States of one group made together counts once in that group.
    """
    asked = RecommendingState.objects.filter(recommendation__review=review).order_by()
    groups: dict[str, dict[int, Position]] = defaultdict(dict)
    for state, recommendation, position in asked.values_list("state", "recommendation", "recommendation__position"):
        fact = every().get(state)
        if fact:
            groups[fact.group][recommendation] = Position(position)
    found = (Slice(group, region_name(group), Counter(inside.values())) for group, inside in groups.items())
    return sorted(found, key=lambda each: (-each.total, each.name))


def by_cycle(reviews: Sequence[Review]) -> dict[int, Counter[Position]]:
    """Return the positions of each review that has recommendations, by its cycle, the first cycle first."""
    counted = Recommendation.objects.filter(review__in=[each.pk for each in reviews]).order_by()
    found: dict[int, Counter[Position]] = defaultdict(Counter)
    for cycle, position, count in counted.values_list("review__cycle", "position").annotate(Count("pk")):
        found[cycle][Position(position)] += count
    return dict(sorted(found.items()))


def documents_of(review: Review) -> QuerySet[Document]:
    """Return the documents that told something of a review, the latest to come in first."""
    told = Exists(Recommendation.objects.filter(document=OuterRef("pk"), review=review))
    answered = Exists(Response.objects.filter(document=OuterRef("pk"), recommendation__review=review))
    return Document.objects.filter(Q(told) | Q(answered)).order_by("-received_at")[:LATELY]


def waiting_for(membership: Membership, clock: Clock | None) -> Waiting:
    """Return what waits for this member; without a clock, the imports alone."""
    imports = Import.objects.visible_to(membership).filter(state=ImportState.CHECKED).count()
    return Waiting(imports, list(_soon(membership, clock.steps, clock.today)) if clock else [])


def _soon(membership: Membership, steps: Iterable[Step], today: date) -> Iterable[Step]:
    for step in steps:
        organisation = getattr(step.kept, "organisation_id", None)
        near = step.condition == Condition.LATE or (not step.over and step.first <= today + SOON)
        if organisation and organisation == membership.organisation_id and near:
            yield step
