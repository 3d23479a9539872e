"""Where pieces stand, and stood before a move: as the rules of moving think of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from suivi.clusters.models import Placement
from suivi.clusters.rules.placing import Piece, Place

if TYPE_CHECKING:
    from suivi.clusters.models import Arrangement
    from suivi.coalitions.models import Coalition


def places_of(coalition: Coalition, pieces: Collection[Piece]) -> dict[Piece, dict[int, Place]]:
    """Return where pieces stand, the lead first."""
    found: dict[Piece, dict[int, Place]] = defaultdict(dict)
    keys = {recommendation for recommendation, _part in pieces}
    rows = Placement.objects.filter(coalition=coalition, recommendation__in=keys).order_by("-lead", "id")
    for row in rows:
        found[row.recommendation_id, row.part_id][row.cluster_id] = Place(
            row.lead, row.order, row.words, row.suggested, row.placed_by_id, row.placed_at.isoformat()
        )
    return {piece: places for piece, places in found.items() if piece in set(pieces)}


def before_of(arrangement: Arrangement) -> dict[Piece, dict[int, Place]]:
    """Return where pieces stood before a move, as it was written down."""
    found: dict[Piece, dict[int, Place]] = defaultdict(dict)
    for recommendation, part, cluster, *rest in arrangement.before:
        found[recommendation, part][cluster] = Place(*rest)
    return dict(found)
