"""How a browser is called in the list of sessions; and whether one person alone keeps the coalition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext as _

from suivi.coalitions.queries.keeping import is_kept_by_one

if TYPE_CHECKING:
    from django.template.context import Context

register = template.Library()

# What browsers say of themselves, the more special first: Edge and Opera also say Chrome, and Chrome also says Safari.
BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


@register.filter
def browser(user_agent: str) -> str:
    """Return browser and system as people call them: "Firefox, Android"."""
    called = next((name for sign, name in BROWSERS if sign in user_agent), _("Another browser"))
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{called}, {system}" if system else called


@register.simple_tag(takes_context=True)
def kept_by_one(context: Context) -> bool:
    """Say whether whoever reads keeps the people of their coalition alone: the page then says what to do.

    A view that knows already gives it as `alone`.
    """
    told = context.get("alone")
    return is_kept_by_one(context.get("membership")) if told is None else bool(told)
