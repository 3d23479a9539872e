"""Names of States, regional groups and organisations in the reader's language, and the words of a tag for addresses."""

from __future__ import annotations

from functools import cache, lru_cache

from django.utils.text import slugify
from django.utils.translation import get_language

from suivi.record.rules import TagKind
from undocs import states
from undocs.vocabulary import LANGUAGES, rows


def state_name(code: str, language: str | None = None) -> str:
    """Return a State's United Nations short name, in the reader's language where None; a code that is none as it is."""
    return _state(code, _spoken(language))


def region_name(code: str, language: str | None = None) -> str:
    """Return the name of a regional group such as `WEOG`."""
    return _rows_by("states/groups.csv", "group").get(code, {}).get(_spoken(language), code)


def organisation_name(code: str, language: str | None = None) -> str:
    """Return the name of an organisation of States such as `EU`."""
    return _rows_by("states/organisations.csv", "organisation").get(code, {}).get(_spoken(language), code)


def goal_name(code: str, language: str | None = None) -> str:
    """Return the short name of a Sustainable Development Goal by its figure: `16`."""
    return _rows_by("sdgs.csv", "goal").get(code, {}).get(_spoken(language), code)


def tag_name(kind: str, code: str, name: str) -> str:
    """Return how a tag is called: a goal by its figure and its name in the reader's language, all others as written."""
    return f"{code} {goal_name(code)}" if kind == TagKind.SDG and code else name


@lru_cache(maxsize=4096)
def slug_of(name: str) -> str:
    """Return a tag's name as it stands in addresses: `Right to health` becomes `right-to-health`, in any script."""
    return slugify(name, allow_unicode=True)[:80] or "-"


@lru_cache(maxsize=4096)
def _state(code: str, language: str) -> str:
    try:
        return states.name(code, language)
    except KeyError:
        return code


def _spoken(language: str | None) -> str:
    """Return one of the six languages that the vocabulary knows; English for all others."""
    primary = (language or get_language() or "en").partition("-")[0]
    return primary if primary in LANGUAGES else "en"


@cache
def _rows_by(file: str, column: str) -> dict[str, dict[str, str]]:
    return {row[column]: row for row in rows(file)}
