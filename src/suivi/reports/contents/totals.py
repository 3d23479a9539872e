"""Figures of a paper: counted from its rows, held against the record, each leading to its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.record.models import Recommendation, Review
from suivi.record.rules import STAGES_IN_ORDER, Position, Stage
from suivi.reports.contents.wanted import Unreconciled, address
from suivi.reports.formats.model import Run, Runs, runs
from suivi.reports.queries import counted_in_record


def counted(recommendations: Collection[Recommendation]) -> Counter[Position]:
    """Return how often each position was given."""
    return Counter(Position(each.position) for each in recommendations)


def reconcile(recommendations: Collection[Recommendation], *, whole: Collection[Review] = ()) -> Counter[Position]:
    """Return the positions counted; refuse where they do not follow from the answers, or `whole` reviews hold more."""
    for each in recommendations:
        if not _follows(each):
            raise Unreconciled(
                _("The position of %(key)s does not follow from the answers in the record. Correct one of them.")
                % {"key": each.key}
            )
    found = counted(recommendations)
    if whole and (known := counted_in_record(whole)) != found:
        said = {"paper": found.total(), "record": known.total()}
        raise Unreconciled(
            _("The paper would tell of %(paper)d recommendations where the record holds %(record)d.") % said
        )
    return found


def in_numbers(positions: Counter[Position], query: str) -> Runs:
    """Return the total and the positions, each leading to the list that shows them."""
    total = positions.total()
    said = ngettext("%(count)d recommendation", "%(count)d recommendations", total) % {"count": total}
    found = [Run(said, strong=True, link=_list(query))]
    for each in Position:
        if positions[each]:
            found += [Run(" · "), Run(f"{each.label} {positions[each]}", link=_list(query, each))]
    return runs(found)


def _list(query: str, position: Position | None = None) -> str:
    asked = QueryDict(query, mutable=True)
    for name in ("all", "page", "language", "form"):
        asked.pop(name, None)
    if position:
        asked["position"] = position.value
    return address("record:recommendations", query=asked.urlencode())


def _follows(recommendation: Recommendation) -> bool:
    """Say whether the position is what the State said last; of parts answered one by one the record keeps the sum."""
    answers = list(recommendation.responses.all())
    if not answers or any(each.part_id for each in answers):
        return True
    last = max(STAGES_IN_ORDER.index(Stage(each.stage)) for each in answers)
    return recommendation.position in {each.position for each in answers if each.stage == STAGES_IN_ORDER[last]}
