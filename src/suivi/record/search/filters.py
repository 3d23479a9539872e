"""The filters of the list, and the values that one recommendation has of each."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from suivi.record.names import slug_of
from suivi.record.rules import TagKind
from suivi.record.search.condition import token
from undocs.states import every


class Filter(models.TextChoices):
    """What a list can be narrowed by; the value is the filter's name in addresses and in the index."""

    STATE = "state", _("State under review")
    CYCLE = "cycle", _("Cycle")
    POSITION = "position", _("Position")
    BY = "by", _("Recommending State")
    REGION = "region", _("Regional group")
    ORGANISATION = "organisation", _("Organisation of States")
    THEME = "theme", _("Theme")
    GROUP = "group", _("Group of persons")
    SDG = "sdg", _("Sustainable Development Goal")
    ISSUE = "issue", _("Issue")


def value_of_tag(kind: str, code: str, name: str) -> str:
    """Return the value by which a tag is filtered: a goal's figure, else its name as addresses write it.

    The same word in the vocabularies of two cycles is one value.
    """
    return code if kind == TagKind.SDG and code else slug_of(name)


def filter_tokens(
    *, state: str, cycle: int, number: str, position: str, by: Iterable[str], tags: Iterable[tuple[str, str, str]]
) -> list[str]:
    """Return the words by which the index keeps one recommendation's filters; `tags` are (kind, code, name)."""
    asking = list(dict.fromkeys(by))
    facts = [every()[code] for code in asking if code in every()]
    values: list[tuple[str, str | int]] = [(Filter.STATE, state), (Filter.CYCLE, cycle), (Filter.POSITION, position)]
    values += [(Filter.BY, code) for code in asking]
    values += [(Filter.REGION, group) for group in sorted({fact.group for fact in facts})]
    values += [(Filter.ORGANISATION, each) for each in sorted({each for fact in facts for each in fact.organisations})]
    values += [(kind, value_of_tag(kind, code, name)) for kind, code, name in tags]
    values += [("number", number)] if number else []
    return list(dict.fromkeys(token(kind, value) for kind, value in values))
