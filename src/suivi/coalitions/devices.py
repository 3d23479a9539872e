"""Devices that somebody signed in from before: strangers' failed tries never lock these out.

The cookie names nobody: a random number, and a keyed hash that only fits the right name to sign in with.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SALT = "suivi.coalitions.devices"
LASTS = 365 * 24 * 60 * 60


def remember_device(request: HttpRequest, response: HttpResponse, handle: str) -> None:
    """Let this browser be known as one from which the person with this handle has signed in."""
    device = known_device(request, handle) or secrets.token_hex(8)
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps([device, _mark(device, handle)], salt=SALT),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_device(request: HttpRequest, handle: str) -> str | None:
    """Return the number of the browser where this handle has signed in from it before, else None."""
    try:
        device, mark = signing.loads(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return device if constant_time_compare(mark, _mark(device, handle)) else None


def _mark(device: str, handle: str) -> str:
    return salted_hmac(SALT, f"{device}:{handle}", algorithm="sha256").hexdigest()
