"""Asks for suggestions, writes them down, and decides on them. A decision is kept apart from what was suggested."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.clusters.actions.placing import place_recommendations
from suivi.clusters.models import Arrangement, Cluster, Code, Suggestion
from suivi.clusters.permissions import can_arrange
from suivi.clusters.rules.words import SUGGESTING_WORK, About, SuggestionState
from suivi.coalitions.models import Coalition, Membership
from suivi.common.jobs.actions import start
from suivi.common.jobs.models import Job
from suivi.common.jobs.work import Progress
from suivi.history.actions import tell
from suivi.record.models import Review

if TYPE_CHECKING:
    from suivi.clusters.reading import Suggested


@transaction.atomic
def ask_for_suggestions(*, review: Review, by: Membership) -> Job:
    """Let the worker suggest codes for every recommendation of a review."""
    can_arrange(by).require()
    tell(verb="ask_for_suggestions", thing=f"review:{review.key}", coalition=by.coalition.key, by=by)
    once = f"clusters:{by.coalition.key}:{review.key}"
    return start(SUGGESTING_WORK, once=once, coalition=by.coalition.key, review=review.pk)


@transaction.atomic
def write_suggestions(
    *, coalition: Coalition, review: Review, found: Sequence[Suggested], progress: Progress, at: datetime, by: object
) -> int:
    """Put these suggestions in the place of those nobody decided on; what was decided stays and is not asked again."""
    progress.hold()
    mine = Suggestion.objects.filter(coalition=coalition, recommendation__review=review)
    mine.open().delete()
    decided = set(mine.values_list("recommendation", "about", "value"))
    categorised = {recommendation for recommendation, about, _value in decided if about == About.ACTION}
    rows = [
        Suggestion(
            coalition=coalition,
            recommendation_id=each.recommendation,
            about=each.about,
            value=each.value,
            confidence=each.confidence,
            model=each.model,
            suggested_at=at,
        )
        for each in found
        if (each.recommendation, each.about, each.value) not in decided
        and not (each.about == About.ACTION and each.recommendation in categorised)
    ]
    Suggestion.objects.bulk_create(rows, batch_size=500)
    details = {"count": len(rows)}
    tell(verb="write_suggestions", thing=f"review:{review.key}", coalition=coalition.key, details=details, by=by)
    return len(rows)


@transaction.atomic
def confirm_suggestions(*, keys: Collection[int], at: datetime, by: Membership) -> int:
    """Make open suggestions (primary keys) the coalition's own codes; a category takes the place of another one."""
    can_arrange(by).require()
    rows = _decide(keys, SuggestionState.CONFIRMED, at, by)
    categorised = [row.recommendation_id for row in rows if row.about == About.ACTION]
    Code.objects.filter(coalition=by.coalition, about=About.ACTION, recommendation__in=categorised).delete()
    Code.objects.bulk_create(
        (
            Code(
                coalition=by.coalition,
                recommendation_id=row.recommendation_id,
                about=row.about,
                value=row.value,
                coded_by=by,
                coded_at=at,
            )
            for row in rows
        ),
        ignore_conflicts=True,
    )
    return _told("confirm_suggestions", rows, by)


@transaction.atomic
def decline_suggestions(*, keys: Collection[int], at: datetime, by: Membership) -> int:
    """Decline open suggestions: they are kept as declined, and not suggested again."""
    can_arrange(by).require()
    return _told("decline_suggestions", _decide(keys, SuggestionState.DECLINED, at, by), by)


@transaction.atomic
def reopen_suggestions(*, keys: Collection[int], by: Membership) -> int:
    """Take decisions back: the suggestions are open again, and the codes made of them are gone."""
    can_arrange(by).require()
    mine = Suggestion.objects.filter(coalition=by.coalition, pk__in=keys)
    rows = list(mine.exclude(state=SuggestionState.OPEN).select_for_update())
    for row in rows:
        coded = Code.objects.filter(coalition=by.coalition, recommendation=row.recommendation_id)
        coded.filter(about=row.about, value=row.value).delete()
    mine.update(state=SuggestionState.OPEN, decided_by=None, decided_at=None)
    return _told("reopen_suggestions", rows, by)


@transaction.atomic
def bring_together(*, review: Review, anchor: str, cluster: Cluster, at: datetime, by: Membership) -> Arrangement:
    """Confirm that a group asks the same (`anchor` is the key of its first one), and put it into one cluster."""
    can_arrange(by).require()
    group = Suggestion.objects.filter(coalition=by.coalition, recommendation__review=review)
    rows = list(group.filter(about=About.DUPLICATE, value=anchor).exclude(state=SuggestionState.DECLINED))
    confirm_suggestions(keys=[row.pk for row in rows], at=at, by=by)
    pieces = [(row.recommendation_id, None) for row in rows]
    return place_recommendations(pieces=pieces, cluster=cluster, at=at, by=by)


def _decide(keys: Collection[int], state: SuggestionState, at: datetime, by: Membership) -> list[Suggestion]:
    rows = list(Suggestion.objects.open().filter(coalition=by.coalition, pk__in=keys).select_for_update())
    decided = Suggestion.objects.filter(pk__in=[row.pk for row in rows])
    decided.update(state=state, decided_by=by, decided_at=at)
    return rows


def _told(verb: str, rows: Sequence[Suggestion], by: Membership) -> int:
    if rows:
        about = sorted({row.about for row in rows})
        tell(
            verb=verb,
            thing=f"coalition:{by.coalition.key}",
            coalition=by.coalition.key,
            details={"count": len(rows), "about": about},
            by=by,
        )
    return len(rows)
