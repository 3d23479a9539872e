"""The clusters of the demo: six with convenors, made from suggestions; some looked over, some things left to do."""

from __future__ import annotations

import tomllib
from datetime import datetime
from typing import Any

from suivi.clusters.actions import (
    ask_for_suggestions,
    change_cluster,
    confirm_suggestions,
    look_over,
    place_recommendations,
    start_clusters,
)
from suivi.clusters.actions.placing import clear_recommendations
from suivi.clusters.models import Cluster, Placement, Suggestion
from suivi.clusters.rules.starting import Wanted
from suivi.coalitions.models import Membership
from suivi.common.jobs.loop import run_worker
from suivi.demo.story import DATA
from suivi.record.models import Recommendation, Review

SURE = 0.97
"""Suggestions at least this sure are confirmed already."""
LEFT = 6
"""So many recommendations stand in no cluster yet: something to try dragging on."""


def make_clusters(*, review: Review, at: datetime, by: Membership) -> list[Cluster]:
    """Let the worker suggest, confirm what is surest, and make the clusters of the data beside this from it."""
    told = tomllib.loads((DATA / "clusters.toml").read_text(encoding="utf-8"))["cluster"]
    ask_for_suggestions(review=review, by=by)
    run_worker(until_idle=True)
    mine = Suggestion.objects.filter(coalition=by.coalition, recommendation__review=review)
    sure = mine.filter(about="issue", confidence__gte=SURE)
    confirm_suggestions(keys=list(sure.values_list("pk", flat=True)), at=at, by=by)
    wanted = [Wanted(each["name"], frozenset(each["issues"]), each.get("yields", False)) for each in told]
    made = start_clusters(review=review, wanted=wanted, at=at, by=by)
    rows = Cluster.objects.filter(key__in=made.made).order_by("order")
    clusters = {cluster.name: cluster for cluster in rows}
    members = {each.person.handle: each for each in Membership.objects.filter(coalition=by.coalition, ended_at=None)}
    for each in told:
        _convene(clusters[each["name"]], each, members, by)
        _gather(clusters[each["name"]], each.get("words", []), at, by)
    _look_over(list(rows)[:4], by)
    _leave_something(review, at, by)
    return list(rows.all())


def _convene(cluster: Cluster, told: dict[str, Any], members: dict[str, Membership], by: Membership) -> None:
    change_cluster(
        cluster=cluster,
        name=told["name"],
        about=told["about"],
        convenor=members.get(told.get("convenor", "")),
        co_convenor=members.get(told.get("co_convenor", "")),
        by=by,
    )


def _gather(cluster: Cluster, words: list[str], at: datetime, by: Membership) -> None:
    """Put what stands nowhere and holds one of these words into a cluster."""
    for word in words:
        found = Recommendation.objects.filter(review=cluster.review, text__icontains=word, placements=None)
        pieces = [(key, None) for key in found.values_list("pk", flat=True)]
        place_recommendations(pieces=pieces, cluster=cluster, at=at, by=by)


def _look_over(clusters: list[Cluster], by: Membership) -> None:
    """Look at everything that four clusters lead; the other two still have it ahead."""
    for cluster in clusters:
        rows = Placement.objects.filter(cluster=cluster, lead=True)
        look_over(cluster=cluster, pieces=list(rows.values_list("recommendation_id", "part_id")), by=by)


def _leave_something(review: Review, at: datetime, by: Membership) -> None:
    """Take the last few out again."""
    last = Recommendation.objects.filter(review=review).order_by("-order").values_list("pk", flat=True)[:LEFT]
    clear_recommendations(review=review, pieces=[(key, None) for key in last], at=at, by=by)
