"""The doors at the head of each page, in the order of a coalition's work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from suivi.consultations.rules import Deed

if TYPE_CHECKING:
    from django.http import HttpRequest


PLACES = {
    Deed.WRITE: "discussions:overview",
    Deed.PROPOSE: "discussions:propose",
    Deed.AMEND: "discussions:strategies",
    Deed.STATE: "opinions:write",
    Deed.VOTE: "opinions:map",
    Deed.SCORE: "priorities:priorities",
    Deed.SPREAD_DOTS: "priorities:priorities",
    Deed.VOICE: "consent:decisions",
    Deed.PLAN: "plans:plans",
}
"""Where each deed of a consultation is done."""


class Door(NamedTuple):
    """One entry of the head of the page."""

    label: str
    address: str
    current: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return the doors for whoever is signed in, and who that is in which coalition."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"navigation": []}
    doors = [
        (_("Desk"), reverse("home:desk")),
        (_("Recommendations"), reverse("record:recommendations")),
        (_("Reviews"), reverse("record:reviews")),
        *([(_("Clusters"), reverse("clusters:board"))] if _sees_coalition(request) else []),
        (_("Calendar"), reverse("timeline:calendar")),
        (_("Consultations"), reverse("consultations:consultations")),
        (_("Papers"), reverse("reports:papers")),
        (_("Import"), reverse("intake:imports")),
        (_("People"), reverse("coalitions:people")),
    ]
    here = request.path
    return {
        "navigation": [
            Door(label, address, here == address or (address != "/" and here.startswith(address)))
            for label, address in doors
        ],
        "membership": getattr(request, "membership", None),
        "me_address": reverse("coalitions:me"),
    }


def _sees_coalition(request: HttpRequest) -> bool:
    membership = getattr(request, "membership", None)
    return bool(membership and membership.role.sees_coalition)


def consultation_doors(request: HttpRequest) -> dict[str, Any]:
    """Return the doors inside a consultation, in the order of its work; none outside of one."""
    visit = getattr(request, "visit", None)
    if not visit:
        return {}
    key, here = visit.consultation.key, request.path
    doors = [
        (_("Now"), "hall:phone"),
        (_("Agenda"), "consultations:agenda"),
        (_("Discussion"), "discussions:overview"),
        (_("Opinion map"), "opinions:map"),
        (_("Priorities"), "priorities:priorities"),
        (_("Decisions"), "consent:decisions"),
        (_("Plans"), "plans:plans"),
    ]
    if visit.membership:
        doors += [(_("Minutes"), "minutes:minutes"), (_("Who takes part"), "consultations:people")]
        doors.append((_("Live"), "hall:live"))
    deeds = {deed: reverse(name, kwargs={"key": key}) for deed, name in PLACES.items()}
    found = [(label, reverse(name, kwargs={"key": key})) for label, name in doors]
    return {
        "consultation_doors": [Door(label, address, here.startswith(address)) for label, address in found],
        "deed_addresses": deeds,
        "join_address": request.build_absolute_uri(reverse("consultations:join")),
    }
