"""Answers a question: how many there are, which come on this page, and how many each filter's value would leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet

from suivi.record.models import Recommendation
from suivi.record.models.entry import Entry, EntryQuerySet, Relevance, matches
from suivi.record.search.asked import Asked, Order
from suivi.record.search.condition import Condition, Term, token
from suivi.record.search.filters import Filter
from suivi.record.search.index import SAMPLES

EXACT = 1600
"""Up to so many results every filter's value is counted: each review, and all four of most States."""
SAMPLED = 600
"""Of more results so many, or half of that, are looked at; the counts are estimates then and say so."""
SORTED = 10_000
"""Up to so many results can be put in another order than the index keeps them in."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results each value of one filter was seen in; one in `rate` results was looked at."""

    seen: Counter[str]
    rate: int = 1

    @property
    def exact(self) -> bool:
        """Whether every result was looked at."""
        return self.rate == 1


class Hit(NamedTuple):
    """One result: its place in the index, its recommendation (primary key), and the words of its filters."""

    place: int
    recommendation: int
    filters: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: how many in all, the entries of this page, counts by filter, and the order really used."""

    total: int
    entries: list[Hit]
    counts: Mapping[Filter, Counts] = field(default_factory=dict)
    order: Order = Order.NEWEST

    @property
    def keys(self) -> list[int]:
        """The primary keys of the recommendations on this page, in order."""
        return [entry.recommendation for entry in self.entries]


def find(asked: Asked) -> Found:
    """Look up one page, in three queries, or four where the order is not that of the index."""
    everything = asked.condition()
    lifted = {each: asked.condition(lifted=each) for each in asked.chosen}
    totals = _totals({"": everything} | lifted)
    total = totals[""]
    order = asked.order if total <= SORTED and (asked.order is not Order.RELEVANCE or asked.text) else Order.NEWEST
    return Found(total, _page(asked, everything, order), _counts(everything, lifted, totals), order)


def places(asked: Asked) -> EntryQuerySet:
    """Return the entries that answer the question, all pages of it."""
    return Entry.objects.matching(asked.condition())


def _totals(conditions: Mapping[str, Condition]) -> dict[str, int]:
    """Count the matches of several conditions in one query."""
    return dict(matches(conditions, "COUNT(*)"))


def _page(asked: Asked, condition: Condition, order: Order) -> list[Hit]:
    """Return the results of one page, in order."""
    found = Entry.objects.matching(condition)
    start = (asked.page - 1) * asked.size
    page = slice(start, start + asked.size)
    if order is Order.NEWEST:
        return _hits(found[page])
    if order is Order.RELEVANCE:
        return _hits(found.order_by(Relevance(condition), "place")[page])
    by = {Order.NUMBER: ("review__state", "-review__cycle", "order"), Order.MOST_STATES: ("-state_count", "place")}[
        order
    ]
    inside = Recommendation.objects.filter(place__in=found.order_by().values("place"))
    wanted = [place for place in inside.order_by(*by).values_list("place", flat=True)[page] if place is not None]
    hits = {hit.place: hit for hit in _hits(Entry.objects.filter(place__in=wanted))}
    return [hits[place] for place in wanted]


def _hits(entries: QuerySet[Entry]) -> list[Hit]:
    return [Hit(*each) for each in entries.values_list(*Hit._fields)]


def _counts(
    everything: Condition, lifted: Mapping[Filter, Condition], totals: Mapping[str, int]
) -> dict[Filter, Counts]:
    """Count the values of every filter in one query: within the results, or as if a chosen filter were not."""
    rates = {name: _rate(total) for name, total in totals.items()}
    # Where nothing more is found without a filter, what is found is the same.
    others = {name: condition for name, condition in lifted.items() if totals[name] != totals[""]}
    conditions = dict[str, Condition]({"": everything}) | dict(others)
    looked_at = {name: condition & _sample(rates[name]) for name, condition in conditions.items()}
    kept: dict[str, list[str]] = {name: [] for name in looked_at}
    for name, filters in matches(looked_at, "filters"):
        kept[name].append(filters)
    within = _by_filter(Counter(" ".join(kept[""]).split()), rates[""])
    without = {each: _of(each, kept[each if each in others else ""], rates[each]) for each in lifted}
    return within | without


def _by_filter(tally: Counter[str], rate: int) -> dict[Filter, Counts]:
    """Return how often each value of each filter stands among the words counted."""
    found: dict[str, Counter[str]] = {each.value: Counter() for each in Filter}
    for word, count in tally.items():
        _nothing, which, *value = word.split("=", 2)
        if which in found:
            found[which][value[0]] = count
    return {each: Counts(found[each.value], rate) for each in Filter}


def _of(which: Filter, kept: list[str], rate: int) -> Counts:
    """Return how often each value of one filter stands in entries, without looking at their other words."""
    return Counts(Counter(re.findall(rf"={which.value}=(\S+)", " ".join(kept))), rate)


def _rate(total: int) -> int:
    """Return one in how many results to look at."""
    return 1 if total <= EXACT else next((rate for rate in SAMPLES if total <= SAMPLED * rate), SAMPLES[-1])


def _sample(rate: int) -> Condition:
    return Condition(((Term((token("sample", rate),)),),)) if rate > 1 else Condition()
