"""What pages show of suggestions beyond the rows: groups of the same ask, and what starting clusters would hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.clusters.queries import clusters_by_recommendation
from suivi.clusters.queries.suggested import same_asks
from suivi.clusters.rules.starting import Starting, Wanted, planned
from suivi.clusters.rules.words import SuggestionState
from suivi.record.models import RecommendingState

if TYPE_CHECKING:
    from django.forms import BoundField

    from suivi.clusters.forms import StartForm
    from suivi.clusters.models import Cluster, Placement, Suggestion
    from suivi.coalitions.models import Membership
    from suivi.record.models import Review


@dataclass(frozen=True, slots=True)
class Same:
    """A group that asks the same: its members, the States that ask it, and the clusters that lead them now."""

    anchor: str
    rows: list[Suggestion]
    states: list[str]
    clusters: list[Cluster]

    @property
    def confirmed(self) -> bool:
        """Whether the coalition said that all of them ask the same."""
        return all(row.state == SuggestionState.CONFIRMED for row in self.rows)

    @property
    def confidence(self) -> float:
        """How alike the two are that differ most."""
        return min(row.confidence for row in self.rows)

    @property
    def together(self) -> bool:
        """Whether one cluster leads them all."""
        return len(self.clusters) == 1


@dataclass(frozen=True, slots=True)
class Proposed:
    """A starting cluster on the page: its name to be changed, its issues, and how many it would lead."""

    name: BoundField
    issues: list[BoundField]
    count: int


def groups_shown(membership: Membership, review: Review) -> list[Same]:
    """Return the groups of the same ask with their States and clusters, in four queries."""
    groups, standing = same_asks(membership, review), clusters_by_recommendation(membership, review)
    keys = [row.recommendation_id for group in groups for row in group]
    states: dict[int, list[str]] = defaultdict(list)
    asked = RecommendingState.objects.filter(recommendation__in=keys).order_by("recommendation", "order")
    for key, state in asked.values_list("recommendation_id", "state"):
        states[key].append(state)
    return [_same(group, states, standing) for group in groups]


def proposed(form: StartForm, issues: Mapping[int, Sequence[tuple[str, float]]]) -> list[Proposed]:
    """Return the starting clusters of a form, each with how many recommendations would be led by it as it stands."""
    offered: list[Starting] = form.offered
    wanted = [Wanted(str(place), frozenset(each.issues), each.yields) for place, each in enumerate(offered)]
    counts = Counter(going.lead for going in planned(issues, wanted).values())
    fields = {issue: form[f"issue-{number}"] for number, issue in enumerate(form.issues)}
    return [
        Proposed(form[f"name-{place}"], [fields[issue] for issue in each.issues if issue in fields], counts[place])
        for place, each in enumerate(offered)
    ]


def _same(group: list[Suggestion], states: Mapping[int, list[str]], standing: Mapping[int, list[Placement]]) -> Same:
    asking = dict.fromkeys(state for row in group for state in states[row.recommendation_id])
    placed = [one for row in group for one in standing.get(row.recommendation_id, []) if one.lead]
    clusters = {one.cluster_id: one.cluster for one in placed}
    return Same(group[0].value, group, list(asking), list(clusters.values()))
