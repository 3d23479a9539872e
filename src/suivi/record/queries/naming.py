"""How the values of filters are called in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suivi.record.models import Tag
from suivi.record.names import organisation_name, region_name, state_name, tag_name
from suivi.record.rules import Position
from suivi.record.search.filters import Filter, value_of_tag

type Names = dict[Filter, Callable[[str], str]]

TAGS = (Filter.THEME, Filter.ISSUE, Filter.GROUP, Filter.SDG)


def value_names() -> Names:
    """Return how the values of each filter are called, in one query; of several vocabularies the latest word counts."""
    tags = Tag.objects.order_by("scheme").values_list("kind", "code", "name")
    words = {(kind, value_of_tag(kind, code, name)): tag_name(kind, code, name) for kind, code, name in tags}
    positions = {each.value: str(each.label) for each in Position}
    # The language is asked for once, not once a name.
    of_state = partial(state_name, language=get_language() or "en")
    cycle = _("Cycle %(cycle)s")
    named: Names = {
        Filter.STATE: of_state,
        Filter.BY: of_state,
        Filter.CYCLE: lambda value: cycle % {"cycle": value},
        Filter.POSITION: lambda value: positions.get(value, value),
        Filter.REGION: region_name,
        Filter.ORGANISATION: organisation_name,
    }
    return named | {which: _within(which, words) for which in TAGS}


def _within(which: Filter, words: Mapping[tuple[str, str], str]) -> Callable[[str], str]:
    return lambda value: words.get((which.value, value), value)
