"""Small words for templates: the address with other parameters, a figure with its unit, the reason of a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.context import RequestContext

register = template.Library()


@register.simple_tag(takes_context=True)
def address_with(context: RequestContext, **changes: Any) -> str:
    """Return this page's query with some parameters set (a list sets several), or dropped where the value is empty."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        if value in (None, "", []):
            query.pop(name, None)
        elif isinstance(value, (list, tuple)):
            query.setlist(name, [str(each) for each in value])
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.filter
def share_of(part: int, whole: int) -> str:
    """Return part of whole as a percentage with one digit, as CSS and SVG write numbers: `12.5`."""
    return f"{100 * part / whole:.1f}" if whole else "0"
