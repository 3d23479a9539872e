"""The discussion at a glance: what moved, what nobody answered, and how much was said about each cluster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.discussions.queries.places import cluster_keys_by_recommendation, clusters_in
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.queries.threads import entry_count_of, last_entries, threads_of, unanswered

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.clusters.models import Cluster
    from suivi.consultations.models import Consultation, Participant
    from suivi.discussions.models import Entry, Strategy, Thread

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Moved:
    """A thread, and what was last written in it."""

    thread: Thread
    last: Entry | None


@dataclass(slots=True)
class ClusterTalk:
    """How much is said about a cluster and its recommendations; `cluster` None is all that stands in none."""

    cluster: Cluster | None
    threads: int = 0
    entries: int = 0
    strategies: int = 0
    moved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a discussion looks like on one page."""

    moved: list[Moved]
    unanswered: list[Moved]
    unanswered_count: int
    clusters: list[ClusterTalk]
    areas: dict[str, int]
    thread_count: int
    strategy_count: int


def with_last(threads: Iterable[Thread]) -> list[Moved]:
    """Return threads with what was last written in each, in one query more."""
    listed = list(threads)
    last = last_entries(listed)
    return [Moved(each, last.get(each.pk)) for each in listed]


def overview(consultation: Consultation, participant: Participant | None) -> Overview:
    """Return the discussion at a glance, in seven queries."""
    threads = [each for each in threads_of(consultation, participant) if entry_count_of(each)]
    strategies = list(strategies_of(consultation, participant=participant).open().prefetch_related(None))
    waiting = list(unanswered(threads_of(consultation, participant)))
    shown, alone = threads[:SHOWN], waiting[:SHOWN]
    last = last_entries({*shown, *alone})
    return Overview(
        moved=[Moved(each, last.get(each.pk)) for each in shown if each.pk in last],
        unanswered=[Moved(each, last.get(each.pk)) for each in alone],
        unanswered_count=len(waiting),
        clusters=_clusters(consultation, threads, strategies),
        areas=Counter(each.area for each in strategies),
        thread_count=len(threads),
        strategy_count=len(strategies),
    )


def _clusters(consultation: Consultation, threads: list[Thread], strategies: list[Strategy]) -> list[ClusterTalk]:
    """Count what is said about each cluster: in its own threads, and about the recommendations that stand in it."""
    talks = {each.pk: ClusterTalk(each) for each in clusters_in(consultation)}
    if not talks:
        return []
    places = cluster_keys_by_recommendation(consultation)
    for thread in threads:
        for key in _clusters_of(thread, places):
            if key in talks:
                talk = talks[key]
                count = entry_count_of(thread)
                talk.threads, talk.entries = talk.threads + 1, talk.entries + count
                talk.moved_at = max(filter(None, (talk.moved_at, thread.moved_at)))
    for strategy in strategies:
        if strategy.cluster_id in talks:
            talks[strategy.cluster_id].strategies += 1
    return list(talks.values())


def _clusters_of(thread: Thread, places: dict[int, set[int]]) -> set[int]:
    if thread.recommendation_id:
        return places.get(thread.recommendation_id, set())
    if thread.strategy:
        return {thread.strategy.cluster_id} if thread.strategy.cluster_id else set()
    return {thread.cluster_id} if thread.cluster_id else set()
