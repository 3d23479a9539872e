"""The rows of the list: a recommendation with its States, its position and its tags, ready to be written down."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from suivi.record.models import AskedBefore, Recommendation, RecommendingState, Tagging
from suivi.record.names import state_name
from suivi.record.rules import Position, TagKind

NAMED = 4
"""So many States are named in a row; of more, three are named and the others counted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `place` is its number, with State and cycle where a list mixes reviews."""

    key: str
    address: str
    place: str
    text: str
    language: str
    position: str
    position_label: str
    states: str
    tags: tuple[str, ...] = field(default=())
    asked_before: int = 0


def rows(keys: Sequence[int], *, mixed: bool) -> list[Row]:
    """Return the rows of these recommendations (primary keys) in this order, in four queries whatever their number.

    `mixed` says that the list holds more than one review.
    """
    found = Recommendation.objects.select_related("review").in_bulk(keys)
    states = _states(keys)
    tags = _tags(keys)
    earlier = Counter(AskedBefore.objects.filter(recommendation__in=keys).values_list("recommendation", flat=True))
    labels = {each.value: str(each.label) for each in Position}
    beginning = reverse("record:recommendations")
    return [
        Row(
            key=each.key,
            address=f"{beginning}{quote(each.key)}/",
            place=_place(each) if mixed else each.number,
            text=each.wording,
            language=each.text_language,
            position=each.position,
            position_label=labels[each.position],
            states=in_short(states[key]),
            tags=tuple(tags[key]),
            asked_before=earlier[key],
        )
        for key, each in ((key, found[key]) for key in keys if key in found)
    ]


def in_short(names: Sequence[str]) -> str:
    """Return names in one line: all of a few, three of many with the number of the others."""
    if len(names) <= NAMED:
        return in_line(names)
    shown = in_line(names[: NAMED - 1])
    more = len(names) - NAMED + 1
    return ngettext("%(names)s and %(count)d more", "%(names)s and %(count)d more", more) % {
        "names": shown,
        "count": more,
    }


def in_line(names: Collection[str]) -> str:
    """Return names one after the other, as the reader's language parts them."""
    return pgettext("between names in a line", ", ").join(names)


def _states(keys: Collection[int]) -> dict[int, list[str]]:
    """Return the names of the States that asked, in the order of the document, each once."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    asking = RecommendingState.objects.filter(recommendation__in=keys).order_by("order")
    for key, state in asking.values_list("recommendation", "state"):
        found[key][state_name(state)] = None
    return defaultdict(list, {key: list(names) for key, names in found.items()})


def _tags(keys: Collection[int]) -> dict[int, list[str]]:
    """Return the tags to show: themes and issues, then groups of persons, then goals."""
    order = [TagKind.THEME, TagKind.ISSUE, TagKind.GROUP, TagKind.SDG]
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    tagged = Tagging.objects.filter(recommendation__in=keys).order_by("pk")
    for key, kind, code, name in tagged.values_list("recommendation", "tag__kind", "tag__code", "tag__name"):
        shown = _("SDG %(goal)s") % {"goal": code} if kind == TagKind.SDG and code else name
        found[key].append((order.index(TagKind(kind)), shown))
    return defaultdict(
        list, {key: [shown for _rank, shown in sorted(tags, key=lambda tag: tag[0])] for key, tags in found.items()}
    )


def _place(recommendation: Recommendation) -> str:
    review = recommendation.review
    shown = {"state": state_name(review.state), "cycle": review.cycle, "number": recommendation.number}
    return _("%(state)s, cycle %(cycle)d · %(number)s") % shown
