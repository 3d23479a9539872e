"""Answers of the State recorded by hand, such as one given aloud at the plenary."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.history.actions import tell
from suivi.record.models import Part, Recommendation, Response
from suivi.record.permissions import can_change_record
from suivi.record.rules import Claim, Position, Stage, combined_position, standing_position
from suivi.record.search import index as search


@transaction.atomic
def record_answer(
    *,
    recommendation: Recommendation,
    position: Position,
    stage: Stage,
    given_on: date | None,
    source: str,
    words: str = "",
    reason: str = "",
    claim: Claim = Claim.NONE,
    part: Part | None = None,
    by: Membership,
) -> Response:
    """Add one answer to the history of a recommendation; the position that stands is found anew."""
    can_change_record(by).require()
    locked = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
    made = Response.objects.create(
        recommendation=locked,
        part=part,
        position=position,
        stage=stage,
        given_on=given_on,
        source=source,
        words=words,
        reason=reason,
        claim=claim,
    )
    locked.position = _position_that_stands(locked)
    locked.save(update_fields=["position"])
    search.index([locked.pk])
    tell(
        verb="record_answer",
        thing=f"recommendation:{locked.key}",
        coalition=by.coalition.key,
        details={"position": str(position), "stage": str(stage)},
        by=by,
    )
    return made


def _position_that_stands(recommendation: Recommendation) -> Position:
    """Return the position that all answers add up to; parts answered on their own are taken one by one."""
    answers: dict[int | None, list[tuple[str, date | None, str]]] = defaultdict(list)
    for answer in recommendation.responses.order_by("pk"):
        answers[answer.part_id].append((answer.stage, answer.given_on, answer.position))
    parts = list(recommendation.parts.values_list("pk", flat=True))
    if not parts or not any(answers[part] for part in parts):
        return standing_position(answers[None])
    return combined_position(standing_position([*answers[None], *answers[part]]) for part in parts)
