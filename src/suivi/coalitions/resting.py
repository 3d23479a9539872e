"""What somebody sees who waits to be let in, or whose place is frozen: one calm sentence, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from suivi.coalitions.models import Membership
from suivi.coalitions.queries.doors import waits_to_join
from suivi.common.pages import page

if TYPE_CHECKING:
    from django.http import HttpResponse

    from suivi.coalitions.requests import MemberRequest


def resting_page(request: MemberRequest) -> HttpResponse | None:
    """Return the one page for somebody who is signed in and has no place that counts now, else None.

    It names no coalition to somebody whose place is frozen: whoever holds their device learns nothing from it.
    """
    if request.membership:
        return None
    if Membership.objects.frozen().filter(person=request.user).exists():
        title = _("Your account rests")
        sentence = _("Nothing is lost. Speak in person with somebody you trust.")
    elif waits_to_join(request.user):
        title = _("You are not in yet")
        sentence = _("Somebody lets you in who knows you. Come back later; until then there is nothing to see here.")
    else:
        return None
    nowhere_to_go: dict[str, Any] = {"navigation": [], "membership": None, "me_address": "/"}
    context = {"title": title, "sentence": sentence, **nowhere_to_go}
    return page(request, "coalitions/resting.html", context, status=403)
