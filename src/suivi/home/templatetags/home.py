"""Words for templates about outcomes: a bar, the box of an answer in a key, its word there, a row in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from suivi.common.pictures.strip import strip, swatch
from suivi.home.pictures.sheets import word_of

if TYPE_CHECKING:
    from suivi.common.pictures.letters import Direction
    from suivi.common.pictures.svg import Shape
    from suivi.home.pictures.counted import Row

register = template.Library()

register.filter("swatch", swatch)
register.filter("word_of", word_of)


@register.simple_tag
def bar(row: Row, largest: int, direction: Direction) -> Shape:
    """Return the stacked bar of a row; `largest` is the total that fills its place."""
    return strip(row.counts, largest, direction)


@register.filter
def said(row: Row) -> str:
    """Return the figures of a row for those who listen: `Supported 12, Noted 3`."""
    return ", ".join(f"{cell.position.label} {cell.count}" for cell in row.cells if cell.count)
