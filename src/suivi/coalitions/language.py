"""The language of a person's pages, kept in a cookie that names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpResponse


def speak(response: HttpResponse, language: str, *, otherwise_forget: bool = False) -> HttpResponse:
    """Let the browser ask for pages in this language from now on, and return the response.

    Where none is chosen the cookie stays as it is, or is forgotten: then the browser's own wish counts again.
    """
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=365 * 24 * 60 * 60,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
    elif otherwise_forget:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Lax")
    return response
