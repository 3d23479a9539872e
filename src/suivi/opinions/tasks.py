"""The long work of the opinion map, for the worker."""

from __future__ import annotations

from django.utils import timezone

from suivi.common.jobs.work import Progress, work
from suivi.opinions.actions.drawing import draw_map
from suivi.opinions.models import OpinionMap
from suivi.opinions.queries.results import draft_of


@work(attempts=3)
def draw_results(progress: Progress, *, opinion_map: int) -> None:
    """Draw the results anew where enough people have voted since the last time."""
    found = OpinionMap.objects.filter(pk=opinion_map).first()
    draft = draft_of(found) if found else None
    if found and draft:
        progress.hold()
        draw_map(opinion_map=found, draft=draft, at=timezone.now(), by="suivi")
