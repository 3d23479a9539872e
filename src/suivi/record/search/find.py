"""Answers a question: how many there are, which come on this page, and how many each filter's value would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, Value

from suivi.record.models import Recommendation
from suivi.record.models.entry import Entry, EntryQuerySet, Relevance
from suivi.record.search.asked import Asked, Order
from suivi.record.search.condition import Condition, Term, token
from suivi.record.search.filters import Filter
from suivi.record.search.index import SAMPLES

COUNTED = 4000
"""Up to so many results every filter's value is counted; beyond, counts are estimated from a sample and say so."""
COUNTED_LIFTED = 2000
"""The same for a filter that is chosen already, whose other values are counted as if it were not."""
SORTED = 20_000
"""Up to so many results can be put in another order than the index keeps them in."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results each value of one filter has or would have; not `exact` where estimated from a sample."""

    values: Counter[str]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: how many in all, the primary keys of this page, counts by filter, and the order really used."""

    total: int
    keys: list[int]
    counts: Mapping[Filter, Counts] = field(default_factory=dict)
    order: Order = Order.NEWEST


def find(asked: Asked) -> Found:
    """Look up one page, in four queries at most."""
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
    counted = (
        _named(name, condition).values("name").annotate(n=Count("pk")).values_list("name", "n")
        for name, condition in conditions.items()
    )
    return dict.fromkeys(conditions, 0) | dict(_one_after_the_other(counted))


def _page(asked: Asked, condition: Condition, order: Order) -> list[int]:
    """Return the primary keys of one page."""
    found = Entry.objects.matching(condition)
    start = (asked.page - 1) * asked.size
    page = slice(start, start + asked.size)
    if order is Order.NEWEST:
        return list(found.values_list("recommendation", flat=True)[page])
    if order is Order.RELEVANCE:
        return list(found.order_by(Relevance(condition), "place").values_list("recommendation", flat=True)[page])
    by = {Order.NUMBER: ("review__state", "-review__cycle", "order"), Order.MOST_STATES: ("-state_count", "place")}[
        order
    ]
    inside = Recommendation.objects.filter(place__in=found.order_by().values("place"))
    return list(inside.order_by(*by).values_list("pk", flat=True)[page])


def _counts(
    everything: Condition, lifted: Mapping[Filter, Condition], totals: Mapping[str, int]
) -> dict[Filter, Counts]:
    """Count the values of every filter in one query: within the results, or as if a chosen filter were not."""
    asked = {"": (everything, COUNTED)} | {each: (condition, COUNTED_LIFTED) for each, condition in lifted.items()}
    rates = {name: _rate(totals[name], most) for name, (_condition, most) in asked.items()}
    looked_at = (
        _named(name, condition & _sample(rates[name])).values_list("name", "filters")
        for name, (condition, _most) in asked.items()
    )
    kept: dict[str, list[str]] = {name: [] for name in asked}
    for name, filters in _one_after_the_other(looked_at):
        kept[name].append(filters)
    tallies = {name: Counter(" ".join(filters).split()) for name, filters in kept.items()}
    return {
        each: _of(each, tallies[each if each in lifted else ""], rates[each if each in lifted else ""])
        for each in Filter
    }


def _named(name: str, condition: Condition) -> QuerySet[Any, Any]:
    """Return the matches in no order, each under the name of its condition."""
    return Entry.objects.matching(condition).order_by().annotate(name=Value(name))


def _one_after_the_other(querysets: Iterable[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    first, *others = querysets
    return first.union(*others, all=True).order_by()


def _of(which: Filter, tally: Counter[str], rate: int) -> Counts:
    beginning = token(which, "")
    values = {word.removeprefix(beginning): count * rate for word, count in tally.items() if word.startswith(beginning)}
    return Counts(Counter(values), exact=rate == 1)


def _rate(total: int, most: int) -> int:
    """Return one in how many results to look at, so that about `most` are looked at."""
    return next((rate for rate in (1, *SAMPLES) if total <= most * rate), SAMPLES[-1])


def _sample(rate: int) -> Condition:
    return Condition(((Term((token("sample", rate),)),),)) if rate > 1 else Condition()
