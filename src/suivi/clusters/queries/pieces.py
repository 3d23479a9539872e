"""From what a form names (`XOR/4/128.1`, `XOR/4/128.1+2`) to the recommendations and parts of a review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from suivi.clusters.models import Placement
from suivi.clusters.queries.standing import piece_key
from suivi.record.models import Part, Recommendation

if TYPE_CHECKING:
    from suivi.clusters.models import Cluster
    from suivi.clusters.rules.placing import Piece
    from suivi.coalitions.models import Membership
    from suivi.record.models import Review

MOST = 2000
"""So many can be moved at once."""


def pieces_named(review: Review, names: Iterable[str]) -> list[Piece]:
    """Return the pieces of a review that were named; whatever names nothing there is left out."""
    wanted = list(dict.fromkeys(names))[:MOST]
    keys = {name.partition("+")[0] for name in wanted}
    wholes = dict(Recommendation.objects.filter(review=review, key__in=keys).values_list("key", "pk"))
    parts: dict[str, Piece] = {}
    if any("+" in name for name in wanted):
        rows = Part.objects.filter(recommendation__in=wholes.values()).select_related("recommendation")
        parts = {piece_key(row.recommendation.key, row.order): (row.recommendation_id, row.pk) for row in rows}
    found: dict[str, Piece] = {name: (key, None) for name, key in wholes.items()} | parts
    return [found[name] for name in wanted if name in found]


def pieces_in(cluster: Cluster, names: Iterable[str]) -> list[Piece]:
    """Return the pieces that were named and stand in a cluster."""
    rows = Placement.objects.filter(cluster=cluster).values_list("recommendation_id", "part_id")
    inside = set(rows)
    return [piece for piece in pieces_named(cluster.review, names) if piece in inside]


def everywhere(membership: Membership, pieces: Iterable[Piece]) -> list[Piece]:
    """Return these pieces with every part of theirs that stands somewhere: what leaves whole leaves in all parts."""
    found = list(pieces)
    wholes = {recommendation for recommendation, part in found if part is None}
    rows = Placement.objects.filter(coalition=membership.coalition, recommendation__in=wholes).exclude(part=None)
    return list(dict.fromkeys([*found, *rows.values_list("recommendation_id", "part_id")]))
