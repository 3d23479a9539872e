"""What one writes in an afternoon with Django: 200 rows with States and themes, no search, no filters, no counts."""

from __future__ import annotations

import time

import _house  # noqa: F401  opens the house before its models are imported

# isort: split
from django.template import engines

from suivi.record.models import Recommendation

PAGE = engines["django"].from_string(
    """<!doctype html><title>Recommendations</title><table>{% for each in rows %}<tr><td>{{ each.number }}</td>
<td>{{ each.text }}</td><td>{{ each.get_position_display }}</td>
<td>{% for asking in each.recommending_states.all %}{{ asking.state }} {% endfor %}</td>
<td>{% for tagging in each.taggings.all %}{{ tagging.tag.name }} {% endfor %}</td></tr>{% endfor %}</table>"""
)


def plain_page() -> float:
    """Return the seconds that one such page takes, without a server and without a person signed in."""
    began = time.perf_counter()
    rows = Recommendation.objects.filter(review__state="XOR", review__cycle=4).order_by("order")
    PAGE.render({"rows": rows.prefetch_related("recommending_states", "taggings__tag")[:200]})
    return time.perf_counter() - began
