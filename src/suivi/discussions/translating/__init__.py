"""Machines that translate, behind one interface: none, LibreTranslate over HTTP, or the command apertium."""

from __future__ import annotations

from django.conf import settings

from suivi.discussions.translating.apertium import Apertium
from suivi.discussions.translating.interface import CannotTranslate, Translator
from suivi.discussions.translating.libretranslate import LibreTranslate

__all__ = ["Apertium", "CannotTranslate", "LibreTranslate", "Translator", "translator"]


def translator() -> Translator | None:
    """Return the machine that this server has (setting TRANSLATOR), or None: without one, nothing is offered."""
    said = settings.TRANSLATOR
    if said == "apertium":
        return Apertium()
    return LibreTranslate(said, settings.TRANSLATOR_KEY) if said else None
