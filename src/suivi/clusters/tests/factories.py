"""Makes clusters, placements and suggestions of Orvana's coalition; every argument has a plain default."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from suivi.clusters import actions
from suivi.clusters.models import Cluster, Code, Placement, Suggestion
from suivi.clusters.rules.words import About, SuggestionState
from suivi.coalitions.models import Coalition, Membership
from suivi.coalitions.tests.factories import make_coalition
from suivi.record.models import Part, Recommendation, Review
from suivi.record.tests.factories import make_recommendation, make_review

MODEL = "model-for-tests"


def make_cluster(
    name: str = "Justice",
    *,
    coalition: Coalition | None = None,
    review: Review | None = None,
    convenor: Membership | None = None,
    about: str = "",
) -> Cluster:
    """Make a cluster, the last of its review."""
    coalition, review = coalition or make_coalition(), review or make_review()
    order = Cluster.objects.filter(coalition=coalition, review=review).count() + 1
    return Cluster.objects.create(
        coalition=coalition, review=review, name=name, about=about, convenor=convenor, order=order
    )


def make_recommendations(*texts: str) -> list[Recommendation]:
    """Make one recommendation for each text."""
    return [make_recommendation(text=text) for text in texts]


def put(cluster: Cluster, *pieces: Recommendation | Part, by: Membership, also: bool = False) -> None:
    """Put recommendations or parts into a cluster, as somebody on the board does."""
    named = [(piece.recommendation_id, piece.pk) if isinstance(piece, Part) else (piece.pk, None) for piece in pieces]
    actions.place_recommendations(pieces=named, cluster=cluster, also=also, at=timezone.now(), by=by)


def make_suggestion(
    recommendation: Recommendation,
    value: str = "Detention",
    *,
    about: About = About.ISSUE,
    confidence: float = 0.9,
    state: SuggestionState = SuggestionState.OPEN,
    coalition: Coalition | None = None,
) -> Suggestion:
    """Make a suggestion."""
    return Suggestion.objects.create(
        coalition=coalition or make_coalition(),
        recommendation=recommendation,
        about=about,
        value=value,
        confidence=confidence,
        model=MODEL,
        state=state,
    )


def make_same(*recommendations: Recommendation, confidence: float = 0.9) -> list[Suggestion]:
    """Make the suggestion that these ask the same."""
    anchor = recommendations[0].key
    return [make_suggestion(each, anchor, about=About.DUPLICATE, confidence=confidence) for each in recommendations]


def make_code(recommendation: Recommendation, value: str = "Detention", *, about: About = About.ISSUE) -> Code:
    """Make a code that the coalition decided on."""
    return Code.objects.create(coalition=make_coalition(), recommendation=recommendation, about=about, value=value)


def standing(review: Review | None = None) -> dict[str, dict[str, str]]:
    """Return where everything stands: {"128.1": {"Justice": "lead", "Women": "also"}}; parts as "128.1+2"."""
    found: dict[str, dict[str, str]] = {}
    rows = Placement.objects.filter(cluster__review=review or make_review()).select_related("cluster", "part")
    for row in rows.select_related("recommendation").order_by("recommendation__order", "id"):
        name = row.recommendation.number + (f"+{row.part.order}" if row.part else "")
        found.setdefault(name, {})[row.cluster.name] = "lead" if row.lead else "also"
    return found


def all_codes() -> Iterable[tuple[str, str]]:
    """Return every decided code: ("128.1", "Detention")."""
    return list(Code.objects.order_by("pk").values_list("recommendation__number", "value"))
