"""From what people type into a cell to what it names: recommendations by number, clusters and organisations by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from suivi.coalitions.models import Organisation
from suivi.consultations.rules import Room
from suivi.discussions.queries.places import clusters_in
from suivi.plans.rules.columns import LONGEST, TEXTS, Table
from suivi.record.models import Recommendation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from suivi.consultations.models import Consultation

# Matches what stands between numbers: "128.1, 128.14; 128.20" and new lines
BETWEEN = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a row's cells name: fields to set, recommendations, and a sentence for each cell that names nothing."""

    fields: dict[str, Any] = field(default_factory=dict)
    recommendations: list[Recommendation] | None = None
    wrong: dict[str, str] = field(default_factory=dict)


class Names:
    """What can be named in one consultation's plans, read once for a whole sheet.

    In the dialogue with officials neither clusters nor organisations can: they are the coalition's own.
    """

    def __init__(self, consultation: Consultation) -> None:
        ours = Organisation.objects.filter(coalition=consultation.coalition_id)
        self.clusters = {_plain(each.name): each for each in clusters_in(consultation)}
        self.organisations = {_plain(each.name): each for each in ours if consultation.room == Room.COALITION}
        asked = Recommendation.objects.filter(review=consultation.review_id).defer("text", "as_written")
        self.recommendations = {each.number or each.local_key: each for each in asked}

    def understand(self, table: Table, cells: Mapping[str, str]) -> Understood:
        """Return what some cells of a row name; what they do not hold is left alone."""
        found = Understood()
        for name, text in cells.items():
            if name in TEXTS[table]:
                found.fields[name] = text
                if len(text) > LONGEST:
                    found.wrong[name] = _("This is longer than %(most)d letters.") % {"most": LONGEST}
        self._named(found, cells)
        numbers = [number for number in BETWEEN.split(cells.get("recommendations", "")) if number]
        unknown = [number for number in numbers if number not in self.recommendations]
        if unknown:
            sentence = _("The review has no recommendation %(numbers)s.")
            found.wrong["recommendations"] = sentence % {"numbers": ", ".join(unknown)}
        if "recommendations" in cells:
            known = [self.recommendations[number] for number in numbers if number in self.recommendations]
            return Understood(found.fields, known, found.wrong)
        return found

    def _named(self, found: Understood, cells: Mapping[str, str]) -> None:
        for name, known, sentence in (
            ("cluster", self.clusters, _("There is no cluster of this name.")),
            ("organisation", self.organisations, _("No organisation of the coalition has this name.")),
        ):
            if name in cells:
                text = _plain(cells[name])
                found.fields[name] = known.get(text)
                if text and text not in known:
                    found.wrong[name] = sentence
        if "by_when" in cells:
            found.fields["by_when"] = day = _day(cells["by_when"])
            if cells["by_when"].strip() and not day:
                found.wrong["by_when"] = _("Type a day as 2026-07-31.")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
