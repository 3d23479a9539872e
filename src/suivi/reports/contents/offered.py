"""What can be printed: every paper of which there is something to print, for whoever looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from suivi.clusters.models import Cluster
from suivi.consultations.models import Consultation
from suivi.consultations.permissions import can_run_consultation
from suivi.reports.contents.recommendations import KEY
from suivi.reports.rules import FORMS, Form, Kind

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.common.decisions import Decision


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be printed. `why` says why not yet, where that is so."""

    kind: Kind
    key: str
    may: Decision | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms it comes in."""
        return FORMS[self.kind]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Papers under one heading: in lines, each perhaps about something with a name of its own."""

    name: str
    lines: tuple[tuple[str, tuple[Offer, ...]], ...]


def offered(membership: Membership | None) -> list[Shelf]:
    """Return all papers, those of the record first, in two queries."""
    shelves = [Shelf(_("The record"), (("", (Offer(Kind.RECOMMENDATIONS, KEY),)),))]
    consultations = Consultation.objects.visible_to(membership)
    shelves += [Shelf(each.title, _of_consultation(membership, each)) for each in consultations]
    clusters = Cluster.objects.visible_to(membership).standing()
    packs = tuple(
        (each.name, (Offer(Kind.CLUSTER_TABLE, each.key), Offer(Kind.CLUSTER_SHEETS, each.key))) for each in clusters
    )
    return [*shelves, Shelf(_("Clusters"), packs)] if packs else shelves


def _of_consultation(
    membership: Membership | None, consultation: Consultation
) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    may_run = can_run_consultation(membership, consultation)
    kinds = (Kind.AGENDA, Kind.IMPLEMENTATION_PLAN, Kind.ACTION_STRATEGY, Kind.MINUTES)
    offers = [Offer(kind, consultation.key) for kind in kinds]
    return tuple(("", (offer,)) for offer in (*offers, Offer(Kind.POSTER, consultation.key, may_run)))
