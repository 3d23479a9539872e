"""Merging strategies that want the same, and undoing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.common.decisions import refused
from suivi.discussions.actions.strategies import lock_strategy, move_strategy
from suivi.discussions.actions.telling import leave_word, tell_of
from suivi.discussions.models import Merge
from suivi.discussions.permissions import can_merge, can_undo_merge, visit_of
from suivi.discussions.rules.strategies import StrategyState
from suivi.discussions.rules.words import NoticeKind
from suivi.discussions.sentences import OFF_THE_TABLE

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant
    from suivi.discussions.models import MergedStrategy, Strategy


@transaction.atomic
def merge_strategies(*, into: Strategy, sources: Sequence[Strategy], at: datetime, by: Participant) -> Merge:
    """Let several strategies go on in one: they stay readable and say where they went."""
    can_merge(visit_of(by)).require()
    locked = [lock_strategy(strategy=each, by=by) for each in sorted({into, *sources}, key=lambda each: each.pk)]
    target = next(each for each in locked if each.pk == into.pk)
    if not target.is_open:
        refused(OFF_THE_TABLE).require()
    merge = Merge.objects.create(into=target, merged_by=by, merged_at=at)
    for source in (each for each in locked if each.pk != target.pk):
        _merge(source, merge, at, by)
    target.moved_at = at
    target.save(update_fields=["moved_at"])
    tell_of(verb="merge_strategies", thing=f"strategy:{target.key}", details={"merge": merge.key}, by=by)
    return merge


@transaction.atomic
def undo_merge(*, merge: Merge, at: datetime, by: Participant) -> Merge:
    """Put every strategy of a merging back where it stood, and take along what came with it."""
    merge = Merge.objects.select_for_update(of=("self",)).select_related("into").get(pk=merge.pk)
    can_undo_merge(visit_of(by), merge).require()
    merge.undone_at = at
    merge.save(update_fields=["undone_at"])
    for part in merge.sources.select_related("strategy").order_by("strategy"):
        _undo(part, merge, at, by)
    tell_of(verb="undo_merge", thing=f"strategy:{merge.into.key}", details={"merge": merge.key}, by=by)
    return merge


def _merge(source: Strategy, merge: Merge, at: datetime, by: Participant) -> None:
    there = set(merge.into.recommendations.values_list("pk", flat=True))
    brought = [each for each in source.recommendations.values_list("pk", flat=True) if each not in there]
    merge.sources.create(strategy=source, brought=brought)
    merge.into.recommendations.add(*brought)
    source.former_state, source.merged_into = source.state, merge.into
    move_strategy(strategy=source, to=StrategyState.MERGED, verb="merge_strategies", at=at, by=by)
    leave_word(kind=NoticeKind.MERGED, to=source.proposed_by, strategy=source, at=at, by=by)


def _undo(part: MergedStrategy, merge: Merge, at: datetime, by: Participant) -> None:
    source = lock_strategy(strategy=part.strategy, by=by)
    if source.state != StrategyState.MERGED or source.merged_into_id != merge.into_id:
        return
    merge.into.recommendations.remove(*part.brought)
    back, source.former_state, source.merged_into = StrategyState(source.former_state), "", None
    move_strategy(strategy=source, to=back, verb="undo_merge", at=at, by=by)
    source.notices.filter(kind=NoticeKind.MERGED, seen_at=None).delete()
