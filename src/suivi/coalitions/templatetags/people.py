"""How a browser is called in the list of sessions."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

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
