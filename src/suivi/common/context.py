"""What every page's template may say without a view giving it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language_bidi, get_language_info

if TYPE_CHECKING:
    from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the direction of writing, the languages offered (each by its own name) and whether this is a demo."""
    return {
        "direction": "rtl" if get_language_bidi() else "ltr",
        "languages": [get_language_info(code) for code, _ in settings.LANGUAGES],
        "is_demo": settings.DEMO,
        "here": request.get_full_path(),
    }
