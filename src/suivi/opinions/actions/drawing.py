"""Results that were reckoned become those that stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.history.actions import tell
from suivi.opinions.models import Ballot, OpinionMap, Result

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.opinions.queries.results import Draft


@transaction.atomic
def draw_map(*, opinion_map: OpinionMap, draft: Draft, at: datetime, by: object) -> bool:
    """Let reckoned results stand; return False where others came to stand while these were being reckoned."""
    locked = OpinionMap.objects.select_for_update(of=("self",)).select_related("consultation__coalition")
    consultation = locked.get(pk=opinion_map.pk).consultation
    before = Result.objects.filter(opinion_map=opinion_map).first()
    if (before.ballots if before else 0) != draft.counted:
        return False
    drawn = {"ballots": len(draft.ballots), "figures": draft.outcome.as_json(), "drawn_at": at}
    Result.objects.update_or_create(opinion_map=opinion_map, defaults=drawn)
    last = draft.ballots[-1]
    Ballot.objects.filter(opinion_map=opinion_map, pk__lte=last).update(touched=False)
    tell(verb="draw_map", thing=f"consultation:{consultation.key}", coalition=consultation.coalition.key, by=by)
    return True
