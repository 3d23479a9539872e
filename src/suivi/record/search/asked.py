"""What a list was asked for: words, chosen filters, order and page; read from an address and written back to one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suivi.record.search.condition import Condition, chosen
from suivi.record.search.filters import Filter
from suivi.record.search.typed import read_typed

SIZES = (50, 200)
_MOST_VALUES = 60
_LONGEST_VALUE = 80
_LAST_PAGE = 100_000


class Order(models.TextChoices):
    """How a list is put in order."""

    NEWEST = "newest", _("Newest review first")
    NUMBER = "number", _("State, cycle and number")
    MOST_STATES = "states", _("Most recommending States first")
    RELEVANCE = "relevance", _("Best match first")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the record. Unknown filters, orders and sizes in an address are left out, never an error."""

    text: str = ""
    chosen: Mapping[Filter, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.NEWEST
    size: int = SIZES[0]
    page: int = 1

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address's query: `q=torture&state=XOR&cycle=4&by=NOR&by=SWE&order=states&size=200&page=2`."""
        values = {each: _clean(query.getlist(each)) for each in Filter}
        return cls(
            text=query.get("q", "").replace("\x00", ""),
            chosen={each: found for each, found in values.items() if found},
            order=next((each for each in Order if each.value == query.get("order")), Order.NEWEST),
            size=_whole(query.get("size"), SIZES[0]) if _whole(query.get("size"), 0) in SIZES else SIZES[0],
            page=max(1, min(_whole(query.get("page"), 1), _LAST_PAGE)),
        )

    def as_query(self) -> str:
        """Return the query of the address that asks the same; `q` is always in it, so that it is never empty."""
        query = QueryDict(mutable=True)
        query["q"] = self.text
        for each, values in self.chosen.items():
            query.setlist(each, list(values))
        if self.order is not Order.NEWEST:
            query["order"] = self.order
        if self.size != SIZES[0]:
            query["size"] = str(self.size)
        if self.page > 1:
            query["page"] = str(self.page)
        return query.urlencode()

    def condition(self, *, lifted: Filter | None = None) -> Condition:
        """Return what the index has to match; with `lifted`, as if nothing were chosen of that filter."""
        found = read_typed(self.text)
        for each, values in self.chosen.items():
            if each is not lifted:
                found &= chosen(each, values)
        return found

    def without(self, which: Filter, value: str) -> Self:
        """Return the same question with one value less, from its first page."""
        left = tuple(each for each in self.chosen.get(which, ()) if each != value)
        others = {each: values for each, values in self.chosen.items() if each is not which}
        return replace(self, chosen=others | ({which: left} if left else {}), page=1)

    def with_only(self, which: Filter, value: str) -> Self:
        """Return the same question with this one value of a filter, from its first page."""
        return replace(self, chosen={**self.chosen, which: (value,)}, page=1)


def _clean(values: list[str]) -> tuple[str, ...]:
    """Return values that can stand in the index, each once: no spaces, no control signs, nothing endless."""
    sound = (value for value in values if value.isprintable() and not any(map(str.isspace, value)))
    return tuple(dict.fromkeys(value for value in sound if 0 < len(value) <= _LONGEST_VALUE))[:_MOST_VALUES]


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isascii() and written.isdecimal() and len(written) < 10 else otherwise  # noqa: PLR2004
