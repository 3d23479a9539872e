"""Who is signed in for which coalition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suivi.coalitions.models import Membership

if TYPE_CHECKING:
    from django.http import HttpRequest

CHOSEN = "coalition"


def current_membership(request: HttpRequest) -> Membership | None:
    """Return the active membership that the person chose, else their first one, else None."""
    if not request.user.is_authenticated:
        return None
    found = list(Membership.objects.active().filter(person_id=request.user.pk).select_related("coalition", "person", "organisation"))
    chosen = request.session.get(CHOSEN)
    return next((each for each in found if each.coalition.key == chosen), found[0] if found else None)
