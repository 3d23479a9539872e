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
    """Papers about one thing, under its name; `foreign` names are people's own words."""

    name: str
    offers: tuple[Offer, ...]
    foreign: bool = True


def offered(membership: Membership | None) -> list[Shelf]:
    """Return all papers, those of the record first, in three queries."""
    shelves = [Shelf(_("The record"), (Offer(Kind.RECOMMENDATIONS, KEY),), foreign=False)]
    for cluster in Cluster.objects.visible_to(membership).standing():
        offers = (Offer(Kind.CLUSTER_TABLE, cluster.key), Offer(Kind.CLUSTER_SHEETS, cluster.key))
        shelves.append(Shelf(cluster.name, offers))
    for each in Consultation.objects.visible_to(membership):
        may_run = can_run_consultation(membership, each)
        shelves.append(
            Shelf(
                each.title,
                (
                    Offer(Kind.AGENDA, each.key),
                    Offer(Kind.POSTER, each.key, may_run),
                    Offer(Kind.IMPLEMENTATION_PLAN, each.key),
                    Offer(Kind.ACTION_STRATEGY, each.key),
                    Offer(Kind.MINUTES, each.key),
                ),
            )
        )
    return shelves
