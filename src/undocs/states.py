"""Names of States, as people type them in six languages, and their ISO 3166-1 alpha-3 codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from undocs.typed import fold
from undocs.vocabulary import LANGUAGES, listed, rows

# An article before a name: "the Netherlands", "la Suède", "los Países Bajos"
_ARTICLE = re.compile(r"^\s*(?:the|la|le|les|los|las|el|l['’])\s*\b", re.IGNORECASE)
_SCRIPTS = ((re.compile("[\u0600-\u06ff]"), ("ar",)), (re.compile("[\u0400-\u04ff]"), ("ru",)),
            (re.compile("[\u4e00-\u9fff]"), ("zh",)))


@lru_cache(maxsize=4096)
def find(name: str, language: str | None = None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code of one name as typed, or None where it is no State.

    Every language of the name's script is tried, `language` first.
    """
    if not (key := fold(name)):
        return None
    for tongue in _languages(name, language):
        if code := _codes(tongue).get(key):
            return code
    without = _ARTICLE.sub("", name)
    return find(without, language) if without != name else None


def name(code: str, language: str = "en") -> str:
    """Return the United Nations' short name of a State; KeyError for a code that is none."""
    return _names(language)[code]


def _languages(text: str, first: str | None) -> tuple[str, ...]:
    found = next((tongues for script, tongues in _SCRIPTS if script.search(text)), ("en", "fr", "es"))
    return (first, *found) if first in LANGUAGES else found


@cache
def _names(language: str) -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows(f"states/{language}.csv")}


@cache
def _codes(language: str) -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in rows(f"states/{language}.csv"):
        for spelling in (row["name"], row["formal"], *listed(row["also"])):
            codes.setdefault(fold(spelling), row["code"])
            codes.setdefault(fold(_ARTICLE.sub("", spelling)), row["code"])
    codes.pop("", None)
    return codes
