"""What the list can be narrowed by, each value with its name and how many results it would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from suivi.common.normalise import plain
from suivi.record.models import Tag
from suivi.record.names import organisation_name, region_name, state_name
from suivi.record.rules import Position, TagKind
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter, value_of_tag
from suivi.record.search.find import Counts

BY_NAME = {Filter.STATE, Filter.BY, Filter.ORGANISATION}
TAGS = {Filter.THEME, Filter.GROUP, Filter.SDG, Filter.ISSUE}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value one may choose. `about` says that the count is an estimate, rounded to two figures."""

    value: str
    name: str
    count: int
    about: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """One filter: what may be chosen still, and what has been chosen."""

    filter: Filter
    open: list[Choice]
    chosen: list[Choice] = field(default_factory=list)


def choices(asked: Asked, counts: Mapping[Filter, Counts]) -> list[Choices]:
    """Return every filter that has something to choose, in one query."""
    names = _names()
    return [
        each
        for each in (_choices(which, asked, counts[which], names[which]) for which in Filter)
        if each.open or each.chosen
    ]


def _choices(which: Filter, asked: Asked, counts: Counts, name: Callable[[str], str]) -> Choices:
    def choice(value: str) -> Choice:
        count = counts.values[value]
        return Choice(value, name(value), count if counts.exact else _rounded(count), not counts.exact)

    chosen = asked.chosen.get(which, ())
    still = [choice(value) for value in counts.values if value not in chosen]
    return Choices(which, sorted(still, key=_order(which)), [choice(value) for value in chosen])


def _order(which: Filter) -> Callable[[Choice], tuple[object, ...]]:
    """Return how values stand in their list: by name, by figure, in the order of the field, or the largest first."""
    if which in BY_NAME:
        return lambda choice: (plain(choice.name),)
    if which in {Filter.CYCLE, Filter.SDG}:
        return lambda choice: (not choice.value.isdecimal(), choice.value.zfill(3))
    if which is Filter.POSITION:
        return lambda choice: (Position.values.index(choice.value) if choice.value in Position.values else -1,)
    return lambda choice: (-choice.count, choice.name)


def _names() -> dict[Filter, Callable[[str], str]]:
    """Return how the values of each filter are called; of one tag in several vocabularies the latest word counts."""
    tags = Tag.objects.order_by("scheme").values_list("kind", "code", "name")
    words = {(kind, value_of_tag(kind, code, name)): _tag(kind, code, name) for kind, code, name in tags}
    positions = {each.value: str(each.label) for each in Position}
    named: dict[Filter, Callable[[str], str]] = {
        Filter.STATE: state_name,
        Filter.BY: state_name,
        Filter.CYCLE: lambda value: _("Cycle %(cycle)s") % {"cycle": value},
        Filter.POSITION: lambda value: positions.get(value, value),
        Filter.REGION: region_name,
        Filter.ORGANISATION: organisation_name,
    }
    return named | {which: _within(which, words) for which in TAGS}


def _within(which: Filter, words: Mapping[tuple[str, str], str]) -> Callable[[str], str]:
    return lambda value: words.get((which.value, value), value)


def _tag(kind: str, code: str, name: str) -> str:
    return f"{code} {name}" if kind == TagKind.SDG and code else name


def _rounded(count: int) -> int:
    """Return an estimate with the two figures it is worth: 12,847 becomes 13,000."""
    return round(count, 2 - len(str(count))) if count >= 100 else count  # noqa: PLR2004
