"""The board: clusters as columns, recommendations as short cards, and what stands in no cluster yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suivi.clusters.models import Placement
from suivi.clusters.queries.clusters import clusters_of
from suivi.clusters.queries.standing import piece_key
from suivi.record.models import Recommendation, RecommendingState
from suivi.record.names import state_name
from suivi.record.queries.rows import in_line
from suivi.record.rules import Position

if TYPE_CHECKING:
    from suivi.clusters.models import Cluster
    from suivi.coalitions.models import Membership
    from suivi.record.models import Review

IN_COLUMN = 20
"""So many cards are shown in a column of the board; the others on the cluster's own page."""
A_PAGE = 40
"""So many of those in no cluster are shown at once."""
LONGEST = 110
"""Letters of a wording on a card."""
NAMED = 2
"""So many States are named on a card; the others are counted."""


class Card(TypedDict):
    """One recommendation, short. A dictionary, because templates look things up in dictionaries first."""

    key: str
    number: str
    address: str
    text: str
    language: str
    position: str
    position_label: str
    states: str
    lead: bool
    suggested: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One cluster on the board, with the first of its cards; `total` counts all of them."""

    cluster: Cluster
    cards: list[Card]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown here."""
        return self.total - len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    """All columns, a page of what stands in no cluster, and how many recommendations there are."""

    columns: list[Column]
    loose: list[Card]
    loose_total: int
    total: int
    page: int = 1
    pages: int = 1
    suggested: int = field(default=0)

    @property
    def clusters(self) -> list[Cluster]:
        """The clusters, in order."""
        return [column.cluster for column in self.columns]

    @property
    def before(self) -> int:
        """The page before this one, 0 where there is none."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after this one, 0 where there is none."""
        return self.page + 1 if self.page < self.pages else 0


def board(membership: Membership, review: Review, page: int = 1) -> Board:
    """Return the board of a review in five queries, whatever stands on it."""
    clusters = list(clusters_of(membership, review))
    everything = Recommendation.objects.filter(review=review).order_by("order").values_list("pk", flat=True)
    order = {key: place for place, key in enumerate(everything)}
    placed = _placed(clusters, order)
    standing = {placement.recommendation_id for found in placed.values() for placement in found}
    loose = [key for key in order if key not in standing]
    pages = max(1, -(-len(loose) // A_PAGE))
    page = min(max(page, 1), pages)
    shown = loose[(page - 1) * A_PAGE : page * A_PAGE]
    on_board = {each.pk: placed[each.pk][:IN_COLUMN] for each in clusters}
    cards = Cards({*shown, *(one.recommendation_id for found in on_board.values() for one in found)})
    columns = [
        Column(each, [cards.of_placement(one) for one in on_board[each.pk]], len(placed[each.pk])) for each in clusters
    ]
    unseen = sum(one.suggested for found in placed.values() for one in found if one.lead)
    return Board(columns, [cards.of(key) for key in shown], len(loose), len(order), page, pages, unseen)


class Cards:
    """Cards of these recommendations (primary keys), read in two queries."""

    def __init__(self, keys: set[int]) -> None:
        fields = ("pk", "key", "number", "text", "corrected_text", "text_language", "position")
        rows = Recommendation.objects.filter(pk__in=keys).values_list(*fields, named=True)
        self.rows = {row.pk: row for row in rows}
        self.states: Mapping[int, list[str]] = defaultdict(list)
        asked = RecommendingState.objects.filter(recommendation__in=keys).order_by("recommendation", "order")
        for key, state in asked.values_list("recommendation_id", "state"):
            if state not in self.states[key]:
                self.states[key].append(state)
        self.language = get_language() or "en"
        self.labels = {each.value: str(each.label) for each in Position}
        self.beginning = reverse("clusters:board")

    def of(self, key: int) -> Card:
        """Return the card of a recommendation that stands nowhere."""
        row = self.rows[key]
        _state, cycle, local = row.key.split("/", 2)
        return Card(
            key=row.key,
            number=row.number or _("no number"),
            address=f"{self.beginning}cycle/{cycle}/where/{quote(local)}/",
            text=shortened(row.corrected_text or row.text),
            language=row.text_language,
            position=row.position,
            position_label=self.labels[row.position],
            states=self.named(self.states[key]),
            lead=True,
            suggested=False,
        )

    def of_placement(self, placement: Placement) -> Card:
        """Return the card of a recommendation, or a part, in a cluster."""
        card, part = self.of(placement.recommendation_id), placement.part
        card["lead"], card["suggested"] = placement.lead, placement.suggested
        if part:
            card["key"] = piece_key(card["key"], part.order)
            card["text"] = shortened(part.text)
        if placement.words:
            card["text"] = shortened(placement.words)
        return card

    def named(self, states: Sequence[str]) -> str:
        """Return the first States by name, and how many more."""
        names = in_line([state_name(state, self.language) for state in states[:NAMED]])
        more = len(states) - NAMED
        return _("%(names)s + %(more)d") % {"names": names, "more": more} if more > 0 else names


def shortened(text: str) -> str:
    """Return a wording cut at a word, where it is long; where words have no spaces between them, anywhere."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    at_word = cut.rpartition(" ")[0]
    return f"{at_word if len(at_word) > LONGEST // 2 else cut}…"


def _placed(clusters: Sequence[Cluster], order: Mapping[int, int]) -> dict[int, list[Placement]]:
    """Return what stands in each cluster, in its order."""
    found: dict[int, list[Placement]] = {each.pk: [] for each in clusters}
    rows = Placement.objects.filter(cluster__in=found).select_related("part")
    for placement in rows.order_by():
        found[placement.cluster_id].append(placement)
    for inside in found.values():
        inside.sort(key=lambda one: (one.order, order.get(one.recommendation_id, 0), one.part.order if one.part else 0))
    return found
