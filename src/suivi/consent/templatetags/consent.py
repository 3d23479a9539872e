"""Words for templates about decisions: how long until a motion closes, what it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suivi.consent.rules.words import QuorumIn

if TYPE_CHECKING:
    from suivi.consent.queries.motions import Standing

register = template.Library()

HOUR, DAY = 3600, 86_400
DAYS_FROM = 2 * DAY


@register.filter
def closes_in(standing: Standing) -> str:
    """Return how long until a motion closes: `closes in 24 hours`, `closes in 3 days`, `closes in 20 minutes`."""
    left = max((standing.motion.closes_at - standing.now).total_seconds(), 0)
    if left >= DAYS_FROM:
        days = round(left / DAY)
        return ngettext("closes in %(n)d day", "closes in %(n)d days", days) % {"n": days}
    if left >= HOUR:
        hours = round(left / HOUR)
        return ngettext("closes in %(n)d hour", "closes in %(n)d hours", hours) % {"n": hours}
    minutes = max(round(left / 60), 1)
    return ngettext("closes in %(n)d minute", "closes in %(n)d minutes", minutes) % {"n": minutes}


@register.filter
def quorum_of(standing: Standing) -> str:
    """Return what the quorum is, and whether it is reached."""
    tally, motion = standing.tally, standing.motion
    told = {"needed": tally.needed, "entitled": tally.entitled, "share": motion.quorum}
    if motion.quorum_in == QuorumIn.SHARE:
        said = _("Quorum: %(needed)d of %(entitled)d, that is %(share)d per cent.") % told
    else:
        said = ngettext("Quorum: %(needed)d voice.", "Quorum: %(needed)d voices.", tally.needed) % told
    if not tally.lacking:
        return f"{said} {_('It is reached.')}"
    lacking = ngettext("%(n)d voice is missing.", "%(n)d voices are missing.", tally.lacking) % {"n": tally.lacking}
    return f"{said} {lacking}"
