"""Whom a consultation lets in beside the members, and what they see of it: for the page "who can see what"."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules.opening import Beside

SEEING: dict[str, Beside] = {
    "participant": Beside(
        _("Somebody without account who took a seat in a consultation by the code on the wall"),
        _("That one consultation and what is written in it, until they leave. No other page."),
    ),
    "dialogue": Beside(
        _("National human rights institutions and invited officials"),
        _("Also the consultations held as a dialogue with officials, and what is written in them."),
    ),
}
