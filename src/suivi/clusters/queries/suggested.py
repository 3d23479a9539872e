"""What is suggested for a review and what the coalition decided on, never in one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Avg, Count, Q

from suivi.clusters.models import Code, Suggestion
from suivi.clusters.rules.sureness import BANDS, band_of
from suivi.clusters.rules.words import SUGGESTING_WORK, About, SuggestionState
from suivi.common.jobs.models import Job

if TYPE_CHECKING:
    from suivi.clusters.models.coding import SuggestionQuerySet
    from suivi.coalitions.models import Membership
    from suivi.record.models import Review


@dataclass(frozen=True, slots=True)
class Tally:
    """One issue or category: how many suggestions stand where, and how sure the open ones are on average."""

    value: str
    open: int
    confirmed: int
    declined: int
    confidence: float

    @property
    def total(self) -> int:
        """How many were suggested in all."""
        return self.open + self.confirmed + self.declined


@dataclass(frozen=True, slots=True)
class Experience:
    """How often the coalition agreed with suggestions that were this sure."""

    least: float
    words: str
    confirmed: int
    declined: int

    @property
    def total(self) -> int:
        """How many were decided on."""
        return self.confirmed + self.declined


def suggestions_of(membership: Membership, review: Review) -> SuggestionQuerySet:
    """Return the coalition's suggestions for a review."""
    return Suggestion.objects.filter(coalition=membership.coalition, recommendation__review=review)


def tallies(membership: Membership, review: Review, about: About) -> list[Tally]:
    """Return what was suggested about one matter, the most open first."""
    counted = suggestions_of(membership, review).filter(about=about).order_by().values("value")
    rows = counted.annotate(
        open=Count("pk", filter=Q(state=SuggestionState.OPEN)),
        confirmed=Count("pk", filter=Q(state=SuggestionState.CONFIRMED)),
        declined=Count("pk", filter=Q(state=SuggestionState.DECLINED)),
        confidence=Avg("confidence", filter=Q(state=SuggestionState.OPEN)),
    )
    figures = rows.values_list("value", "open", "confirmed", "declined", "confidence")
    found = [Tally(value, still, yes, no, confidence or 0.0) for value, still, yes, no, confidence in figures]
    if about == About.ACTION:
        return sorted(found, key=lambda each: each.value)
    return sorted(found, key=lambda each: (-each.open, -each.confirmed, each.value))


def one_value(membership: Membership, review: Review, about: About, value: str) -> list[Suggestion]:
    """Return every suggestion of one value: the open ones first, the least sure of them first to be looked at."""
    rows = suggestions_of(membership, review).filter(about=about, value=value).select_related("recommendation")
    return sorted(rows, key=lambda row: (row.state != SuggestionState.OPEN, row.confidence, row.recommendation.order))


def issues_by_recommendation(membership: Membership, review: Review) -> dict[int, list[tuple[str, float]]]:
    """Return the issues of each recommendation: confirmed ones as certain, open suggestions as sure as they are."""
    found: dict[int, list[tuple[str, float]]] = defaultdict(list)
    codes = Code.objects.filter(coalition=membership.coalition, recommendation__review=review, about=About.ISSUE)
    for recommendation, value in codes.order_by("pk").values_list("recommendation_id", "value"):
        found[recommendation].append((value, 1.0))
    open_ones = suggestions_of(membership, review).open().filter(about=About.ISSUE)
    rows = open_ones.order_by("-confidence", "pk").values_list("recommendation_id", "value", "confidence")
    for recommendation, value, confidence in rows:
        found[recommendation].append((value, confidence))
    return dict(found)


def same_asks(membership: Membership, review: Review) -> list[list[Suggestion]]:
    """Return the groups of two or more that ask the same, as suggested or confirmed, the largest first."""
    rows = suggestions_of(membership, review).filter(about=About.DUPLICATE).exclude(state=SuggestionState.DECLINED)
    found: dict[str, list[Suggestion]] = defaultdict(list)
    for row in rows.select_related("recommendation").order_by("recommendation__order", "pk"):
        found[row.value].append(row)
    return sorted((group for group in found.values() if len(group) > 1), key=lambda group: -len(group))


def experience(membership: Membership) -> list[Experience]:
    """Return how often the coalition confirmed what was how sure: its own measure of the model."""
    decided = Suggestion.objects.filter(coalition=membership.coalition).exclude(about=About.DUPLICATE)
    rows = decided.exclude(state=SuggestionState.OPEN).values_list("confidence", "state")
    confirmed, declined = _by_band(rows, SuggestionState.CONFIRMED), _by_band(rows, SuggestionState.DECLINED)
    return [Experience(least, str(words), confirmed[least], declined[least]) for least, words in BANDS]


def job_of(membership: Membership, review: Review) -> Job | None:
    """Return the last work on suggestions for a review."""
    rows = Job.objects.filter(work=SUGGESTING_WORK, arguments__coalition=membership.coalition.key)
    return rows.filter(arguments__review=review.pk).order_by("-pk").first()


def _by_band(rows: Iterable[tuple[float, str]], state: SuggestionState) -> dict[float, int]:
    found: dict[float, int] = defaultdict(int)
    for confidence, where in rows:
        found[band_of(confidence)] += where == state
    return found
