"""Which recommendations can be weighed: all of a review, those of a cluster, or those named by their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from suivi.discussions.queries.places import clusters_in
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation

BETWEEN = re.compile(r"[\s,;،؛、，；]+")
"""Matches between numbers: `128.1, 128.4; 129.2`."""
RANGE = re.compile(r"(?P<first>\d[\w.]*)(?:-|–|…|\.\.\.)(?P<last>\d[\w.]*)")
"""Matches: `128.1-128.9`."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a list of numbers names, in the order of the record, and the numbers that name nothing."""

    recommendations: list[Recommendation]
    unknown: list[str]


def all_of(consultation: Consultation) -> list[Recommendation]:
    """Return every recommendation of the review that a consultation is about."""
    return list(Recommendation.objects.filter(review=consultation.review_id).order_by("order"))


def of_cluster(consultation: Consultation, key: str) -> list[Recommendation]:
    """Return the recommendations that stand in a cluster, also where it does not lead them."""
    cluster = clusters_in(consultation).filter(key=key)
    found = Recommendation.objects.filter(review=consultation.review_id, placements__cluster__in=cluster)
    return list(found.distinct().order_by("order"))


def named(consultation: Consultation, typed: str) -> Chosen:
    """Return the recommendations that `128.1, 128.4-128.9` names."""
    rows = all_of(consultation)
    known = {each.number: place for place, each in enumerate(rows) if each.number}
    places, unknown = set(), []
    for word in filter(None, BETWEEN.split(typed)):
        span = RANGE.fullmatch(word)
        ends = (span["first"], span["last"]) if span else (word, word)
        first, last = (known.get(each.strip(".")) for each in ends)
        if first is None or last is None or last < first:
            unknown.append(word)
        else:
            places |= set(range(first, last + 1))
    return Chosen([rows[place] for place in sorted(places)], unknown)
