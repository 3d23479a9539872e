"""Strategies of a consultation: who supports them, how they were worded, where they came from and went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from suivi.discussions.models import Amendment, Entry, Merge, MergedStrategy, Strategy, Support, Wording
from suivi.discussions.rules.comparing import Piece, compared
from suivi.discussions.rules.words import Field
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation, Participant
    from suivi.discussions.models import StrategyQuerySet

IN_ORDER = Recommendation.objects.order_by("order")


def strategies_of(
    consultation: Consultation, *, state: str | None = None, participant: Participant | None = None
) -> StrategyQuerySet:
    """Return the strategies of a consultation by number, in one state where it is named.

    Drafts are left out but for those of this participant. Each has `support_count`, `open_amendments`, `entry_count`,
    and its recommendations at hand.
    """
    found = Strategy.objects.filter(consultation=consultation).visible_to(participant)
    if state:
        found = found.filter(state=state)
    counts = {
        "support_count": _counted(Support.objects.filter(strategy=OuterRef("pk")), "strategy"),
        "open_amendments": _counted(Amendment.objects.open().filter(strategy=OuterRef("pk")), "strategy"),
        "entry_count": _counted(Entry.objects.standing().filter(thread__strategy=OuterRef("pk")), "thread__strategy"),
    }
    related = ("proposed_by__organisation", "cluster", "merged_into", "consultation")
    found = found.annotate(**counts).select_related(*related)
    return found.prefetch_related(Prefetch("recommendations", IN_ORDER))


@dataclass(frozen=True, slots=True)
class Supporters:
    """How many support a strategy, or what went into it; the names of those who chose to be named; and oneself."""

    count: int
    names: list[str]
    mine: Support | None

    @property
    def unnamed(self) -> int:
        """How many want no name."""
        return self.count - len(self.names)


def supporters_of(strategy: Strategy, participant: Participant | None) -> Supporters:
    """Return who supports a strategy or one of those merged into it, each person once."""
    found = Support.objects.filter(Q(strategy=strategy) | Q(strategy__merged_into=strategy))
    people: dict[int, Support] = {}
    for each in found.select_related("participant"):
        if each.participant_id not in people or each.strategy_id == strategy.pk:
            people[each.participant_id] = each
    mine = people.get(participant.pk) if participant else None
    mine = mine if mine and mine.strategy_id == strategy.pk else None
    return Supporters(len(people), sorted(each.participant.name for each in people.values() if each.named), mine)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested wording, compared with how the strategy reads now; a decided one, with what stood there then."""

    amendment: Amendment
    pieces: list[Piece]


def suggestions_for(strategy: Strategy) -> list[Suggestion]:
    """Return every suggested wording of a strategy, those that wait first."""
    found = Amendment.objects.filter(strategy=strategy).select_related("suggested_by", "decided_by")
    made = []
    for amendment in sorted(found, key=lambda each: not each.is_open):
        amendment.strategy = strategy
        before = getattr(strategy, amendment.field) if amendment.is_open else amendment.before
        made.append(Suggestion(amendment, compared(before, amendment.after)))
    return made


@dataclass(frozen=True, slots=True)
class Rewording:
    """One version of a strategy, and each field that reads otherwise than in the version before it."""

    wording: Wording
    changes: list[tuple[str, list[Piece]]]


def rewordings_of(strategy: Strategy) -> list[Rewording]:
    """Return every version of a strategy, the newest first, each compared with the one before."""
    found = list(strategy.wordings.select_related("written_by", "amendment__decided_by").order_by("number"))
    made, before = [], None
    for wording in found:
        made.append(Rewording(wording, _changes(before, wording) if before else []))
        before = wording
    return made[::-1]


def merges_into(strategy: Strategy) -> list[Merge]:
    """Return the mergings into a strategy that stand, each with what went into it."""
    sources = Prefetch("sources", MergedStrategy.objects.select_related("strategy__proposed_by"))
    found = Merge.objects.filter(into=strategy, undone_at=None).select_related("merged_by", "into")
    return list(found.prefetch_related(sources))


def _changes(before: Wording, after: Wording) -> list[tuple[str, list[Piece]]]:
    changed = [
        (str(field.label), compared(getattr(before, field), getattr(after, field)))
        for field in Field
        if getattr(before, field) != getattr(after, field)
    ]
    if before.due_on != after.due_on:
        days = [each.isoformat() if each else "" for each in (before.due_on, after.due_on)]
        changed.append((str(Strategy._meta.get_field("due_on").verbose_name), compared(*days)))  # noqa: SLF001  Django's own word for it
    return changed


def _counted(rows: object, by: str) -> Coalesce:
    found = rows.order_by().values(by).annotate(n=Count("pk")).values("n")  # type: ignore[attr-defined]
    return Coalesce(Subquery(found, output_field=IntegerField()), 0)
