"""Words for templates about clusters: how sure a suggestion is, what a move was, what a code says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from suivi.clusters.rules import sureness
from suivi.clusters.telling import name_of_value, told

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()

register.filter("told", told)
register.filter("per_cent", sureness.per_cent)


@register.filter
def sure(confidence: float) -> SafeString:
    """Return how sure a suggestion is, in words and as a figure."""
    return format_html(
        '<span class="sure">{} · <bdi>{} %</bdi></span>',
        sureness.sure_words(confidence),
        sureness.per_cent(confidence),
    )


@register.filter
def as_words(value: str, about: str) -> str:
    """Return what a code says: `5` of the category is `5 · Specific action: …`."""
    return name_of_value(about, value)
