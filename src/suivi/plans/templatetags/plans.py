"""What templates of plans need: the entry of a table by a name that stands in another."""

from __future__ import annotations

from typing import Any

from django import template

register = template.Library()


@register.filter
def at(table: dict[str, Any], name: str) -> Any:
    """Return the entry of this name."""
    return table.get(name, "")
