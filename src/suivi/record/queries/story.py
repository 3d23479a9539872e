"""Everything that ever happened to one recommendation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from suivi.coalitions.models import Membership
from suivi.history.models import Event
from suivi.record.models import (
    AskedBefore,
    Correction,
    Part,
    Recommendation,
    RecommendingState,
    Response,
    Tagging,
)
from suivi.record.names import state_name
from suivi.record.rules import STAGES_IN_ORDER, Stage, TagKind


@dataclass(frozen=True, slots=True)
class Asking:
    """A sentence and the States that asked for it: the whole recommendation, or one part."""

    part: Part | None
    text: str
    states: list[str]


@dataclass(frozen=True, slots=True)
class Story:
    """One recommendation with its answers, tags, corrections, and what was asked before and after."""

    recommendation: Recommendation
    askings: list[Asking]
    answers: list[Response]
    tags: dict[TagKind, list[Tagging]]
    corrections: list[Correction]
    before: list[AskedBefore]
    after: list[AskedBefore]
    events: list[Event]
    previous: Recommendation | None
    following: Recommendation | None

    @property
    def states(self) -> list[str]:
        """Codes of all recommending States, each once."""
        return list(dict.fromkeys(state for asking in self.askings for state in asking.states))


def story(recommendation: Recommendation, membership: Membership | None) -> Story:
    """Gather the story in eleven queries, whatever its length."""
    neighbours = Recommendation.objects.filter(review=recommendation.review)
    return Story(
        recommendation=recommendation,
        askings=_askings(recommendation),
        answers=sorted(recommendation.responses.select_related("document", "part"), key=_when),
        tags=_tags(recommendation),
        corrections=list(recommendation.corrections.all()),
        before=list(_linked(recommendation.asked_before.all(), "earlier")),
        after=list(_linked(recommendation.asked_again.all(), "recommendation")),
        events=_events(recommendation, membership),
        previous=neighbours.filter(order__lt=recommendation.order).order_by("-order").first(),
        following=neighbours.filter(order__gt=recommendation.order).order_by("order").first(),
    )


def _askings(recommendation: Recommendation) -> list[Asking]:
    """Return the whole sentence, or each part, with its States by name."""
    parts = list(recommendation.parts.order_by("order"))
    by: dict[int | None, list[str]] = defaultdict(list)
    asking = RecommendingState.objects.filter(recommendation=recommendation).order_by("order")
    for part, state in asking.values_list("part", "state"):
        if state not in by[part]:
            by[part].append(state)
    whole = [Asking(None, recommendation.wording, by[None])] if by[None] or not parts else []
    return whole + [Asking(part, part.text, by[part.pk]) for part in parts]


def _when(answer: Response) -> tuple[int, str, int]:
    """Return what puts answers in order: the stage of the review, the day, and when we learned of them."""
    return STAGES_IN_ORDER.index(Stage(answer.stage)), str(answer.given_on or ""), answer.pk


def _tags(recommendation: Recommendation) -> dict[TagKind, list[Tagging]]:
    found: dict[TagKind, list[Tagging]] = {kind: [] for kind in TagKind}
    for tagging in recommendation.taggings.select_related("tag", "document").order_by("pk"):
        found[TagKind(tagging.tag.kind)].append(tagging)
    return {kind: tags for kind, tags in found.items() if tags}


def _linked(links: QuerySet[AskedBefore], end: str) -> QuerySet[AskedBefore]:
    """Return links to other recommendations, the nearest review first, with the answers given there."""
    answers = Prefetch(f"{end}__responses", Response.objects.order_by("given_on", "pk"))
    return (
        links.select_related(f"{end}__review")
        .prefetch_related(answers)
        .order_by(f"-{end}__review__cycle", "-similarity")
    )


def _events(recommendation: Recommendation, membership: Membership | None) -> list[Event]:
    """Return what history tells of it, to those who may read history: of their own coalition only."""
    if not membership or not membership.role.reads_history:
        return []
    told = Event.objects.about(f"recommendation:{recommendation.key}")
    return list(told.of_coalition(membership.coalition.key).order_by("-sequence")[:50])


def by_names(states: list[str]) -> list[tuple[str, str]]:
    """Return codes with their names, in order."""
    return [(state, state_name(state)) for state in states]
