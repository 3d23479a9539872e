"""The way others take: every word anywhere in the text, every filter a join. For comparison with the index."""

from __future__ import annotations

import _house  # noqa: F401  opens the house before its models are imported

# isort: split
from django.db.models import Q
from django.http import QueryDict

from suivi.record.models import Recommendation
from suivi.record.search.asked import Asked
from suivi.record.search.filters import Filter
from undocs.states import every

COLUMNS = {
    Filter.STATE: "review__state__in",
    Filter.CYCLE: "review__cycle__in",
    Filter.POSITION: "position__in",
    Filter.BY: "recommending_states__state__in",
}


def ask_without_index(question: str) -> tuple[int, list[Recommendation]]:
    """Return the total and the first page."""
    asked = Asked.from_query(QueryDict(question))
    found = Recommendation.objects.all()
    for word in asked.text.replace('"', " ").split():
        holds = Q(text__icontains=word.removeprefix("-"))
        found = found.exclude(holds) if word.startswith("-") else found.filter(holds)
    for which, values in asked.chosen.items():
        found = found.filter(_join(which, values))
    found = found.distinct()
    page = found.select_related("review").order_by("-review__cycle", "review", "order")[: asked.size]
    return found.count(), list(page)


def _join(which: Filter, values: tuple[str, ...]) -> Q:
    if which in COLUMNS:
        return Q(**{COLUMNS[which]: values})
    if which in {Filter.REGION, Filter.ORGANISATION}:
        members = [each.code for each in every().values() if set(values) & {each.group, *each.organisations}]
        return Q(recommending_states__state__in=members)
    if which is Filter.SDG:
        return Q(taggings__tag__kind=which, taggings__tag__code__in=values)
    names = [value.replace("-", " ").capitalize() for value in values]
    return Q(taggings__tag__kind=which, taggings__tag__name__in=names)
