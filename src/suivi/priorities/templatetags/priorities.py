"""Words for templates about priorities: a range as a picture and in figures, agreement in a word, a typed figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from suivi.priorities.pictures import dotted, ranging

if TYPE_CHECKING:
    from suivi.common.pictures.letters import Direction
    from suivi.common.pictures.svg import Shape
    from suivi.priorities.forms import Filled
    from suivi.priorities.queries.sheets import Cell
    from suivi.priorities.rules.spread import Spread

register = template.Library()


@register.simple_tag
def range_of(spread: Spread, direction: Direction) -> Shape:
    """Return the range of a spread as a small picture."""
    return ranging(spread, direction)


@register.simple_tag
def dots_of(count: float, direction: Direction) -> Shape:
    """Return so many dots."""
    return dotted(count, direction)


@register.filter
def figure(value: float) -> str:
    """Return a figure of the scale as the reader's language writes it: `3`, `3.5`."""
    shown = round(value, 1)
    return number_format(shown, decimal_pos=0 if shown == int(shown) else 1)


@register.filter
def from_to(spread: Spread) -> str:
    """Return from where to where the voices lie."""
    if spread.lowest == spread.highest:
        return _("all %(figure)s") % {"figure": figure(spread.lowest)}
    return _("%(lowest)s to %(highest)s") % {"lowest": figure(spread.lowest), "highest": figure(spread.highest)}


@register.filter
def agreement(spread: Spread) -> str:
    """Return how far people agree, in a word."""
    if spread.alike:
        return _("of one mind")
    return _("apart") if spread.apart else _("partly")


@register.filter
def typed_in(cell: Cell, filled: Filled | None) -> str:
    """Return what stands in a cell: what was typed and not kept yet, else what is kept."""
    kept = "" if cell.value is None else str(cell.value)
    return filled.typed.get(cell.name, kept) if filled else kept


@register.filter
def is_wrong(cell: Cell, filled: Filled | None) -> bool:
    """Say whether what was typed into a cell is not on its scale."""
    return cell.name in filled.wrong if filled else False
