"""What people type about themselves and their coalition, checked; nothing is saved here."""

from __future__ import annotations

from suivi.coalitions.forms.accounts import MeForm, NewcomerForm, StartForm
from suivi.coalitions.forms.doors import JoinForm, JoinLinkForm, ListForm, WordForm
from suivi.coalitions.forms.keeping import HandOverForm, SilenceForm
from suivi.coalitions.forms.people import InvitationForm, MembershipForm, OrganisationForm

__all__ = [
    "HandOverForm",
    "InvitationForm",
    "JoinForm",
    "JoinLinkForm",
    "ListForm",
    "MeForm",
    "MembershipForm",
    "NewcomerForm",
    "OrganisationForm",
    "SilenceForm",
    "StartForm",
    "WordForm",
]
