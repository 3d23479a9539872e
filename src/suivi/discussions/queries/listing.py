"""The list of strategies: grouped by area, narrowed by area, state, cluster, recommendation and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, Q

from suivi.discussions.queries.places import clusters_in
from suivi.discussions.queries.strategies import strategies_of
from suivi.discussions.rules.strategies import OPEN, StrategyState
from suivi.discussions.rules.words import Area

if TYPE_CHECKING:
    from suivi.clusters.models import Cluster
    from suivi.consultations.models import Consultation, Participant
    from suivi.discussions.models import Strategy

LONGEST_QUESTION = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for: an area, a state ("open" for all on the table), a cluster by key, some words."""

    area: str = ""
    state: str = "open"
    cluster: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One area with its strategies."""

    area: Area
    strategies: list[Strategy]


@dataclass(frozen=True, slots=True)
class Listing:
    """The strategies that fit, by area, and what else could be asked for."""

    asked: Asked
    groups: list[Group]
    count: int
    clusters: list[Cluster]

    @property
    def areas(self) -> list[tuple[str, str]]:
        """All areas."""
        return [(area.value, str(area.label)) for area in Area]

    @property
    def states(self) -> list[tuple[str, str]]:
        """All states that a list may be narrowed to."""
        return [(state.value, str(state.label)) for state in StrategyState]


def asked_for(query: Mapping[str, str]) -> Asked:
    """Return what the words of an address ask for; what they do not know is left out."""
    state = query.get("state", "open")
    return Asked(
        area=query.get("area", "") if query.get("area") in Area else "",
        state=state if state in {"all", "open"} or state in StrategyState else "open",
        cluster=query.get("cluster", ""),
        words=query.get("q", "").strip()[:LONGEST_QUESTION],
    )


def listed(consultation: Consultation, participant: Participant | None, asked: Asked) -> Listing:
    """Return the strategies that fit, by area; inside an area the most supported first."""
    found = strategies_of(consultation, participant=participant)
    if asked.area:
        found = found.filter(area=asked.area)
    if asked.state == "open":
        found = found.filter(Q(state__in=OPEN) | Q(state__in=(StrategyState.ADOPTED, StrategyState.DRAFTED)))
    elif asked.state != "all":
        found = found.filter(state=asked.state)
    if asked.cluster:
        found = found.filter(cluster__key=asked.cluster)
    for word in asked.words.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(objective__icontains=word) | Q(target__icontains=word))
    rows = list(found.order_by(F("support_count").desc(), "number"))
    groups = [Group(area, [row for row in rows if row.area == area]) for area in Area]
    return Listing(asked, [each for each in groups if each.strategies], len(rows), list(clusters_in(consultation)))
