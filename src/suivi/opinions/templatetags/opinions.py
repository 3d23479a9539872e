"""Small words for templates of the opinion map: a group's letter and mark, what it says as a bar and in percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import get_language_bidi

from suivi.opinions import pictures
from suivi.opinions.rules.words import Choice

if TYPE_CHECKING:
    from suivi.common.pictures.svg import Shape
    from suivi.opinions.rules.outcome import Cell

register = template.Library()


@register.filter
def group_name(group: int) -> str:
    """Return a group's letter."""
    return pictures.name_of(group)


@register.filter
def group_mark(group: int) -> Shape:
    """Return the shape of a group's dots."""
    return pictures.mark_of(group)


@register.filter
def share_bar(cell: Cell) -> Shape:
    """Return what a group says, as a bar."""
    return pictures.bar_of(cell, "rtl" if get_language_bidi() else "ltr")


@register.filter
def agreeing(cell: Cell) -> int:
    """Return how many percent of a group agree."""
    return pictures.percent(cell, Choice.AGREE)


@register.filter
def disagreeing(cell: Cell) -> int:
    """Return how many percent of a group disagree."""
    return pictures.percent(cell, Choice.DISAGREE)
