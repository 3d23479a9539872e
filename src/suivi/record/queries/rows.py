"""The rows of the list: a recommendation with its States, its position and its tags, ready to be written down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any, TypedDict
from urllib.parse import quote

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from suivi.record.models import AskedBefore, Recommendation
from suivi.record.names import state_name
from suivi.record.queries.naming import TAGS, Names
from suivi.record.rules import Position
from suivi.record.search.filters import Filter
from suivi.record.search.find import Hit

FIELDS = (
    "pk", "key", "number", "text", "corrected_text", "text_language", "position", "review__state", "review__cycle",
)  # fmt: skip
NAMED = 4
"""So many States are named in a row; of more, three are named and the others counted."""


# Matches "by" and "NOR" in: =state=XOR =by=NOR =theme=torture
BY_ALONE = re.compile(rf"=({Filter.BY.value})=(\S+)")
WITH_TAGS = re.compile(rf"=({'|'.join(each.value for each in (Filter.BY, *TAGS))})=(\S+)")


class Row(TypedDict):
    """One line of the list. `place` is its number, with State and cycle where a list mixes reviews.

    All texts, so that a list of hundreds is written down at once.
    """

    key: str
    address: str
    place: str
    text: str
    language: str
    position: str
    position_label: str
    states: str
    tags: str
    again: str


def rows(entries: Sequence[Hit], names: Names, *, mixed: bool, tagged: bool) -> list[Row]:
    """Return the rows of these entries in this order, in one query: States and tags stand in the index already.

    `names` says how their values are called, `mixed` that the list holds more than one review, `tagged` whether the
    rows tell their tags: on a long page they would weigh as much as the recommendations.
    """
    keys = [entry.recommendation for entry in entries]
    earlier = Coalesce(Subquery(_earlier()), 0)
    chosen = Recommendation.objects.filter(pk__in=keys).annotate(earlier=earlier)
    found = {each.pk: each for each in chosen.values_list(*FIELDS, "earlier", named=True)}
    labels = {each.value: str(each.label) for each in Position}
    # Asked once a list: finding the reader's language anew for each name takes longer than all the rest.
    between, goal = pgettext("between names in a line", ", "), _("SDG %(goal)s")
    unnumbered = _("no number")
    again = {count: _again(count) for count in {each.earlier for each in found.values()}}
    shown = names | {Filter.SDG: lambda value: goal % {"goal": value}}
    beginning, wanted = reverse("record:recommendations"), WITH_TAGS if tagged else BY_ALONE
    rows = []
    for entry in entries:
        each, values = found[entry.recommendation], _values(entry.filters, wanted)
        rows.append(
            Row(
                key=each.key,
                address=f"{beginning}{quote(each.key)}/",
                place=place_of(each.review__state, each.review__cycle, each.number)
                if mixed
                else each.number or unnumbered,
                text=each.corrected_text or each.text,
                language=each.text_language,
                position=each.position,
                position_label=labels[each.position],
                states=in_short([names[Filter.BY](state) for state in values[Filter.BY]], between),
                tags=" · ".join(shown[kind](value) for kind in TAGS for value in values[kind]),
                again=again[each.earlier],
            )
        )
    return rows


def _again(count: int) -> str:
    """Return how often something was asked before, or nothing."""
    return ngettext("asked before", "asked before, %(n)s times", count) % {"n": count} if count else ""


def in_short(names: Sequence[str], between: str) -> str:
    """Return names in one line: all of a few, three of many with the number of the others."""
    if len(names) <= NAMED:
        return between.join(names)
    shown = between.join(names[: NAMED - 1])
    more = len(names) - NAMED + 1
    return ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", more) % {
        "names": shown,
        "count": more,
    }


def in_line(names: Collection[str]) -> str:
    """Return names one after the other, as the reader's language parts them."""
    return pgettext("between names in a line", ", ").join(names)


def _values(filters: str, wanted: re.Pattern[str]) -> dict[str, list[str]]:
    """Return the values of the wanted filters among the words of an entry, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for which, value in wanted.findall(filters):
        found[which].append(value)
    return found


def _earlier() -> QuerySet[AskedBefore, Any]:
    """Count, inside another query, how often a recommendation was made before."""
    links = AskedBefore.objects.filter(recommendation=OuterRef("pk")).order_by().values("recommendation")
    return links.annotate(n=Count("pk")).values("n")


def place_of(state: str, cycle: int, number: str) -> str:
    """Return where a recommendation stands among those of several reviews: `Orvana, cycle 4 · 134.1`."""
    shown = {"state": state_name(state), "cycle": cycle, "number": number}
    return _("%(state)s, cycle %(cycle)d · %(number)s") % shown if number else _("%(state)s, cycle %(cycle)d") % shown
