"""Measures the search over a whole Universal Periodic Review: 300,000 recommendations of every State in SQLite.

    python bench/finding.py          (SUIVI_BENCH=FOLDER keeps the world for the next run)

Every question is asked as the list asks it: total, first page with its rows, and the counts beside each filter's
values. The same questions go to a plain Django query (`icontains` and joins) for total and first page alone.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

import _house
from _without_index import ask_without_index
from _world import STATES, World

# isort: split
from django.http import QueryDict

from suivi.record.queries.listing import Listing, listing
from suivi.record.search.asked import Asked

WANTED = 300_000
BOUND = 60.0
WORDS = (
    "", "rights", "human rights", '"human rights"', "torture", "women", '"death penalty"', "tort", "wom", "disc", "ra",
    "right to education", "children -detainees", "-rights ", "moratorium executions", "éducation", "derecho",
    "peine de mort", "酷刑", "禁止酷刑", "受教育权", "死", "التعذيب", "حرية التعبير", "للأطفال", "124.17", "xylophone",
)  # fmt: skip
FILTERS = (
    "", "state=XOR", "state=XOR&cycle=4", "cycle=3", "by=NOR", "by=NOR&by=SWE&by=FIN", "position=noted",
    "cycle=4&position=supported", "theme=invented-theme-{n}", "theme=invented-theme-{n}&by=FRA", "region=WEOG&sdg=5",
    "organisation=EU&position=noted", "group=invented-group-{n}&cycle=2", "sdg=16&cycle=4&organisation=AU",
    "issue=invented-issue-{n}&region=GRULAC&position=supported", "state=XOR&theme=invented-theme-{n}&by=NOR",
)  # fmt: skip
ORDERS = ("", "", "", "order=relevance", "order=states", "size=200")


def main() -> int:
    """Build the world, ask, and print one line a figure; return 1 where the bound is missed."""
    if not _house.IS_FILLED:
        World().fill(states=STATES, cycles=(1, 2, 3, 4), each=-(-WANTED // (4 * len(STATES))))
    questions = list(_questions())
    ours = _times(ask, questions)
    some = questions[:: len(ORDERS) + 1]
    theirs, ours_too = _times(ask_without_index, some), _times(ask, some)
    met = _p95(ours) <= BOUND
    print(f"the index: total, first page and counts of {len(ours)} questions")
    print(f"  {_told(ours)} (bound {BOUND:.0f} ms: {'met' if met else 'MISSED'})")
    print(f"  slowest {max(ours):.1f} ms: {questions[ours.index(max(ours))]}")
    print(f"icontains and joins: total and first page alone of {len(some)} of them\n  {_told(theirs)}")
    print(f"  times the index takes: {_p95(theirs) / _p95(ours_too):.1f} at the 95th percentile,", end=" ")
    print(f"{sum(theirs) / sum(ours_too):.1f} in all")
    return 0 if met else 1


def ask(question: str) -> Listing:
    """Ask as the list does."""
    return listing(Asked.from_query(QueryDict(question)))


def _questions() -> Iterator[str]:
    """Yield every pair of words and filters once, in mixed order, some put in another order or on a longer page."""
    chance = Random("questions")
    pairs = list(itertools.product(WORDS, FILTERS))
    chance.shuffle(pairs)
    for words, filters in pairs:
        query = QueryDict(f"{filters.format(n=chance.choice((1, 4, 18)))}&{chance.choice(ORDERS)}", mutable=True)
        query["q"] = words
        yield query.urlencode()


def _times(asking: Callable[[str], object], questions: list[str]) -> list[float]:
    """Return the milliseconds of each question, after a few that warm up."""
    for question in questions[:5]:
        asking(question)
    times = []
    for question in questions:
        began = time.perf_counter()
        asking(question)
        times.append(1000 * (time.perf_counter() - began))
    return times


def _told(times: list[float]) -> str:
    return f"median {statistics.median(times):.1f} ms, 95th percentile {_p95(times):.1f} ms"


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
