"""Writes a plan into the record with few statements, inside the transaction of the review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from suivi.coalitions.models import Membership
from suivi.intake.actions.tagging import write_tags
from suivi.intake.models import BroughtFile, Import
from suivi.intake.plan import Plan, Source
from suivi.intake.plan.changes import NewNumber, NewRecommendation
from suivi.record.actions.derived import index_recommendations
from suivi.record.models import (
    Correction,
    Document,
    Part,
    Pledge,
    Recommendation,
    RecommendingState,
    Response,
    Review,
)

_BATCH = 500


def write_plan(
    *, plan: Plan, sources: Sequence[Source], intake: Import, at: datetime, by: Membership
) -> list[Document]:
    """Write everything a plan holds, and put what changed into the index of the search; return the documents."""
    if plan.changes_nothing:
        return []
    documents = {source.origin: _document(source, intake, at) for source in sources}
    review = _review(plan)
    _add_recommendations(plan.recommendations, review, documents)
    _number(plan.numbers, documents, intake, by)
    ids = dict(Recommendation.objects.filter(review=review).values_list("key", "pk"))
    _add_states(plan.states, ids)
    _answer(plan, ids, documents)
    write_tags(changes=plan.tags, recommendations=ids, documents=documents, by=by)
    pledged = [(pledge, documents[pledge.origin]) for pledge in plan.pledges]
    Pledge.objects.bulk_create(
        Pledge(review=review, order=pledge.order, text=pledge.text, page=pledge.page, document=document)
        for pledge, document in pledged
    )
    index_recommendations(recommendations=[ids[key] for key in _touched(plan)])
    return list(documents.values())


def _touched(plan: Plan) -> list[str]:
    """Return the keys of all recommendations that a plan changes."""
    keys = [each.known.key for each in plan.recommendations] + [each.key for each in plan.numbers]
    keys += [each.key for each in plan.tags] + [*plan.states, *plan.positions]
    return list(dict.fromkeys(keys))


def _document(source: Source, intake: Import, at: datetime) -> Document:
    """Return the record's document of a source: the same bytes are one document, however often they come."""
    origin, _colon, number = source.origin.partition(":")
    if origin == "document":
        return Document.objects.get(pk=number)
    file = BroughtFile.objects.get(pk=number, intake=intake)
    read = source.document
    return Document.objects.get_or_create(
        sha256=file.sha256,
        defaults={
            "kind": read.kind,
            "symbol": (read.symbol or "")[:60],
            "name": file.name,
            "language": (read.language or "")[:12],
            "published_on": read.published_on,
            "pages": read.pages,
            "file": file.file.name,
            "received_at": at,
        },
    )[0]


def _review(plan: Plan) -> Review:
    review, _made = Review.objects.select_for_update().get_or_create(state=plan.state, cycle=plan.cycle)
    learnt: Mapping[str, date | str | int] = {
        name: value for name, value in plan.facts.items() if not getattr(review, name)
    }
    for name, value in learnt.items():
        setattr(review, name, value)
    if learnt:
        review.save(update_fields=list(learnt))
    return review


def _add_recommendations(
    changes: Sequence[NewRecommendation], review: Review, documents: Mapping[str, Document]
) -> None:
    made = Recommendation.objects.bulk_create(
        [
            Recommendation(
                review=review,
                key=each.known.key,
                number=each.known.number,
                order=each.known.order,
                text=each.known.text,
                text_language=each.known.language,
                fingerprint=each.known.fingerprint,
                heading=each.heading,
                action_category=each.known.action_category,
                document=documents[each.origin],
                page=each.page,
                as_written=each.as_written,
            )
            for each in changes
        ],
        batch_size=_BATCH,
    )
    pairs = list(zip(changes, made, strict=True))
    parts = [
        Part(recommendation=recommendation, order=place, text=part.text)
        for each, recommendation in pairs
        for place, part in enumerate(each.known.parts, start=1)
    ]
    of: dict[int, list[Part]] = defaultdict(list)
    for part in Part.objects.bulk_create(parts, batch_size=_BATCH):
        of[part.recommendation_id].append(part)
    asking = [state for each, made_one in pairs for state in _asking(each, made_one, of[made_one.pk])]
    RecommendingState.objects.bulk_create(asking, batch_size=_BATCH)


def _asking(change: NewRecommendation, made: Recommendation, parts: Sequence[Part]) -> list[RecommendingState]:
    """Return the recommending States in order: by part where there are parts, then those that no part names."""
    pairs: list[tuple[Part | None, str]] = [
        (part, state) for part, known in zip(parts, change.known.parts, strict=True) for state in known.states
    ]
    named = {state for _part, state in pairs}
    pairs += [(None, state) for state in change.known.states if state not in named]
    return [
        RecommendingState(recommendation=made, part=part, state=state, order=order)
        for order, (part, state) in enumerate(pairs, start=1)
    ]


def _number(changes: Sequence[NewNumber], documents: Mapping[str, Document], intake: Import, by: Membership) -> None:
    """Give recommendations of exports their numbers; the published wording goes beside theirs as a correction."""
    for change in changes:
        recommendation = Recommendation.objects.get(key=change.old_key)
        recommendation.key, recommendation.number, recommendation.order = change.key, change.number, change.order
        if change.wording and not recommendation.corrected_text:
            recommendation.corrected_text = change.wording
            Correction.objects.create(
                recommendation=recommendation,
                field="text",
                before=recommendation.text,
                after=change.wording,
                reason=_("The wording of %(document)s.") % {"document": documents[change.origin]},
                made_by=str(by)[:100],
                coalition=intake.coalition.key,
            )
        recommendation.save(update_fields=["key", "number", "order", "corrected_text"])


def _add_states(states: Mapping[str, Sequence[str]], ids: Mapping[str, int]) -> None:
    asking = RecommendingState.objects.filter(recommendation__in=[ids[key] for key in states])
    last = dict(asking.order_by("order").values_list("recommendation_id", "order"))
    RecommendingState.objects.bulk_create(
        RecommendingState(recommendation_id=ids[key], state=state, order=order)
        for key, missing in states.items()
        for order, state in enumerate(missing, start=last.get(ids[key], 0) + 1)
    )


def _answer(plan: Plan, ids: Mapping[str, int], documents: Mapping[str, Document]) -> None:
    """Add the answers, and set on each recommendation the position that counts and the category that was missing."""
    split = {ids[answer.key] for answer in plan.answers if answer.part}
    parts = {(part.recommendation_id, part.order): part for part in Part.objects.filter(recommendation__in=split)}
    Response.objects.bulk_create(
        [
            Response(
                recommendation_id=ids[answer.key],
                part=parts[ids[answer.key], answer.part] if answer.part else None,
                position=answer.position,
                stage=answer.stage,
                given_on=answer.given_on,
                words=answer.words,
                reason=answer.reason,
                claim=answer.claim,
                source=answer.source,
                page=answer.page,
                document=documents[answer.origin],
            )
            for answer in plan.answers
        ],
        batch_size=_BATCH,
    )
    _set("position", plan.positions, ids)
    _set("action_category", plan.categories, ids)


def _set(field: str, values: Mapping[str, Any], ids: Mapping[str, int]) -> None:
    """Set one field of many recommendations, with one statement a value."""
    by_value: dict[Any, list[int]] = defaultdict(list)
    for key, value in values.items():
        by_value[value].append(ids[key])
    for value, keys in by_value.items():
        Recommendation.objects.filter(pk__in=keys).update(**{field: value})
