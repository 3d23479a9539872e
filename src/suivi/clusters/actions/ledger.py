"""Changes where recommendations stand, and writes down how they stood before: the one door to placements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.dateparse import parse_datetime

from suivi.clusters.models import Arrangement, Cluster, Placement
from suivi.clusters.queries.places import before_of, places_of
from suivi.clusters.rules.placing import Piece, Place, Places
from suivi.clusters.rules.words import Act
from suivi.coalitions.models import Coalition, Membership
from suivi.record.models import Part, Recommendation, Review

type Change = Callable[[Piece, Places], Places]
"""What a move makes of the places of one piece."""


@transaction.atomic
def arrange(
    *,
    act: Act,
    review: Review,
    pieces: Collection[Piece],
    change: Change,
    cluster: Cluster | None = None,
    made: Sequence[Cluster] = (),
    removed: Sequence[Cluster] = (),
    at: datetime,
    by: Membership,
) -> Arrangement:
    """Change the places of these pieces, and keep what undoes it. The action that calls tells the history.

    Where nothing changes there is nothing to undo.
    """
    coalition = lock(coalition=by.coalition, by=by)
    before = places_of(coalition, pieces)
    after = {piece: change(piece, before.get(piece, {})) for piece in pieces}
    touched = [piece for piece in pieces if dict(after[piece]) != dict(before.get(piece, {}))]
    _write(coalition, {piece: after[piece] for piece in touched}, at, by)
    return Arrangement.objects.create(
        coalition=coalition,
        review=review,
        act=act,
        cluster=cluster,
        count=len({recommendation for recommendation, _part in touched}),
        before=[_as_json(piece, key, place) for piece in touched for key, place in before.get(piece, {}).items()],
        touched=[list(piece) for piece in touched],
        made=[each.key for each in made],
        removed=[each.key for each in removed],
        made_by=by,
        made_at=at,
        undone_at=None if touched or made or removed else at,
    )


@transaction.atomic
def restore(*, arrangement: Arrangement, at: datetime, by: Membership) -> None:
    """Put the pieces of a move back to where they stood before it."""
    coalition = lock(coalition=by.coalition, by=by)
    before = before_of(arrangement)
    pieces: list[Piece] = [(recommendation, part) for recommendation, part in arrangement.touched]
    _write(coalition, {piece: before.get(piece, {}) for piece in pieces}, at, by)


@transaction.atomic
def lock(*, coalition: Coalition, by: object) -> Coalition:  # noqa: ARG001  every action says by whom
    """Let the moves of one coalition follow one another, so that no two give a recommendation a lead."""
    return Coalition.objects.select_for_update().get(pk=coalition.pk)


def _as_json(piece: Piece, cluster: int, place: Place) -> list[Any]:
    words = [place.lead, place.order, place.words, place.suggested, place.placed_by, place.placed_at]
    return [*piece, cluster, *words]


def _write(coalition: Coalition, after: dict[Piece, Places], at: datetime, by: Membership) -> None:
    """Write the places of pieces anew; what is no longer in the record, or a cluster that is gone, is left out."""
    keys = {recommendation for recommendation, _part in after}
    rows = Placement.objects.filter(coalition=coalition, recommendation__in=keys)
    parts = {part for _recommendation, part in after if part}
    wholes = {recommendation for recommendation, part in after if part is None}
    rows.filter(Q(part=None, recommendation__in=wholes) | Q(part__in=parts)).delete()
    known = set(Recommendation.objects.filter(pk__in=keys).values_list("pk", flat=True))
    known_parts = set(Part.objects.filter(pk__in=parts).values_list("pk", flat=True)) | {None}
    clusters = set(Cluster.objects.filter(coalition=coalition).values_list("pk", flat=True))
    people = set(Membership.objects.filter(coalition=coalition).values_list("pk", flat=True))
    Placement.objects.bulk_create(
        Placement(
            coalition=coalition,
            cluster_id=cluster,
            recommendation_id=recommendation,
            part_id=part,
            lead=place.lead,
            order=place.order,
            words=place.words,
            suggested=place.suggested,
            placed_by_id=by.pk if place.fresh else place.placed_by if place.placed_by in people else None,
            placed_at=at if place.fresh else parse_datetime(place.placed_at) or at,
        )
        for (recommendation, part), places in after.items()
        for cluster, place in places.items()
        if recommendation in known and part in known_parts and cluster in clusters
    )
