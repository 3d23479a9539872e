"""The record of one review, taken down for the plan with a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from suivi.intake.plan import KnownAnswer, KnownPart, KnownRecommendation, KnownReview
from suivi.intake.plan.likeness import fingerprint
from suivi.intake.plan.stages import EXPORTS
from suivi.record.models import Part, Pledge, Recommendation, RecommendingState, Response, Review, Tagging
from suivi.record.rules import Claim, Position, Stage, TagKind

FACTS = (
    "wg_session",
    "hrc_session",
    "reviewed_on",
    "wg_adopted_on",
    "report_symbol",
    "report_on",
    "addendum_symbol",
    "addendum_on",
    "plenary_on",
)


def known_review(state: str, cycle: int) -> KnownReview:
    """Return what the record holds of one review."""
    known = KnownReview(state, cycle)
    review = Review.objects.filter(state=state, cycle=cycle).first()
    if review is None:
        return known
    known.exists = True
    known.facts = {name: value for name in FACTS if (value := getattr(review, name))}
    pledges = list(Pledge.objects.filter(review=review).values_list("order", "text"))
    known.pledges = [fingerprint(text) for _order, text in pledges]
    known.last_pledge = max((order for order, _text in pledges), default=0)
    known.recommendations = _recommendations(review)
    return known


def _recommendations(review: Review) -> list[KnownRecommendation]:
    of_review = {"recommendation__review": review}
    parts = _by(Part.objects.filter(**of_review).order_by("order"), "recommendation_id")
    states = _by(RecommendingState.objects.filter(**of_review).order_by("order"), "recommendation_id")
    answers = _by(Response.objects.filter(**of_review), "recommendation_id")
    tags: dict[int, set[tuple[TagKind, str, str]]] = defaultdict(set)
    for pk, kind, scheme, name in Tagging.objects.filter(**of_review).values_list(
        "recommendation_id", "tag__kind", "tag__scheme", "tag__name"
    ):
        tags[pk].add((TagKind(kind), scheme, name))
    return [
        KnownRecommendation(
            key=each.key,
            number=each.number,
            order=each.order,
            text=each.text,
            fingerprint=each.fingerprint,
            corrected=fingerprint(each.corrected_text) if each.corrected_text else "",
            language=each.text_language,
            is_coded=each.document.kind in EXPORTS and not each.corrected_text,
            states=list(dict.fromkeys(asked.state for asked in states[each.pk])),
            parts=[
                KnownPart(part.text, [asked.state for asked in states[each.pk] if asked.part_id == part.pk])
                for part in parts[each.pk]
            ],
            answers=[_answer(given, parts[each.pk]) for given in answers[each.pk]],
            tags=tags[each.pk],
            action_category=each.action_category,
        )
        for each in Recommendation.objects.filter(review=review).select_related("document").order_by("order")
    ]


def _answer(given: Response, parts: list[Part]) -> KnownAnswer:
    places = {part.pk: part.order for part in parts}
    return KnownAnswer(
        stage=Stage(given.stage),
        position=Position(given.position),
        origin=f"document:{given.document_id}",
        part=places.get(given.part_id) if given.part_id else None,
        given_on=given.given_on,
        words=given.words,
        reason=given.reason,
        claim=Claim(given.claim),
    )


def _by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    """Return rows by the value of one of their fields."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found
