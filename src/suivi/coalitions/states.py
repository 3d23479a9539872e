"""The States a coalition may follow, by their names in the reader's language."""

from __future__ import annotations

import unicodedata

from django.conf import settings

from undocs import states
from undocs.vocabulary import LANGUAGES


def state_choices(language: str) -> list[tuple[str, str]]:
    """Return (ISO3 code, name) of every State in the order of their names; invented ones on a demo only."""
    spoken = language if language in LANGUAGES else "en"
    # Codes that begin with X are nobody's: ISO 3166 leaves them to whoever needs one, here to invented States.
    codes = [code for code in states.every() if settings.DEMO or not code.startswith("X")]
    return sorted(((code, states.name(code, spoken)) for code in codes), key=lambda choice: _in_order(choice[1]))


def _in_order(name: str) -> str:
    """Return a name as it is put in order: accents and case do not matter."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
