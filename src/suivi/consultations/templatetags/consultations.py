"""What templates of a consultation say often: the mark of an act, and when something on the agenda is."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def act() -> SafeString:
    """Write the hidden field by which a form is done once, however often a phone sends it."""
    return format_html('<input type="hidden" name="act" value="{}">', uuid4())


@register.filter
def at(table: dict[Any, Any], name: Any) -> Any:
    """Return the entry of a table by a name that stands in another; nothing where there is none."""
    return table.get(name, "")
