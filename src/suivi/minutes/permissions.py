"""Who reads the minutes, who writes them, and who says that they are agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from suivi.common.decisions import ALLOWED, Decision, refused
from suivi.consultations.permissions import can_run_consultation
from suivi.minutes.rules import MinutesState

if TYPE_CHECKING:
    from suivi.coalitions.models import Membership
    from suivi.consultations.models import Consultation
    from suivi.minutes.models import Minutes


def can_write(membership: Membership | None, consultation: Consultation, minutes: Minutes | None) -> Decision:
    """Say whether a member may write in the minutes: the rapporteur or who runs it, while they are a draft."""
    if minutes and minutes.state == MinutesState.AGREED:
        return refused(_("These minutes are agreed. Open them again to change a word."))
    if membership and minutes and minutes.rapporteur_id == membership.pk and membership.role.contributes:
        return ALLOWED
    if can_run_consultation(membership, consultation):
        return ALLOWED
    return refused(_("The rapporteur writes the minutes, and whoever runs the consultation."))


def can_agree(membership: Membership | None, consultation: Consultation) -> Decision:
    """Say whether a member may record that minutes are agreed, open them again, and name the rapporteur."""
    return can_run_consultation(membership, consultation)
