"""What people type about themselves and their coalition, checked; nothing is saved here."""

from __future__ import annotations

from suivi.coalitions.forms.accounts import MeForm, NewcomerForm, StartForm
from suivi.coalitions.forms.people import InvitationForm, MembershipForm, OrganisationForm

__all__ = ["InvitationForm", "MeForm", "MembershipForm", "NewcomerForm", "OrganisationForm", "StartForm"]
