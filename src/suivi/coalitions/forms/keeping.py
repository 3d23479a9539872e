"""Forms of what takes two: one's own time of silence, and to whom one hands over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from suivi.coalitions.models import Membership
from suivi.coalitions.queries import members_of
from suivi.coalitions.rules import ROLES
from suivi.coalitions.rules.freezing import SILENT_DAYS


class SilenceForm(forms.Form):
    """After how many days without signing in one's own place is frozen; 0 is never."""

    days = forms.TypedChoiceField(label=_("Freeze my place where I do not sign in for"), coerce=int)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        days = self.fields["days"]
        if isinstance(days, forms.TypedChoiceField):
            counted = [
                (each, ngettext("%(count)d day", "%(count)d days", each) % {"count": each}) for each in SILENT_DAYS
            ]
            days.choices = [(0, _("no time at all: never")), *counted]


class TakerField(forms.ModelChoiceField):
    """A colleague, shown with their role."""

    def label_from_instance(self, obj: Membership) -> str:
        """Return name, role and organisation."""
        told = [str(obj.person), obj.role_label, str(obj.organisation or "")]
        return " · ".join(word for word in told if word)


class HandOverForm(forms.Form):
    """Who takes over, and whether one leaves afterwards."""

    taker = TakerField(label=_("Who takes over"), queryset=Membership.objects.none(), empty_label=_("Choose somebody"))
    leaves = forms.BooleanField(
        label=_("I leave the coalition as soon as they accept"),
        required=False,
        help_text=_("Otherwise you stay as a member."),
    )

    def __init__(self, *args: Any, giver: Membership, **options: Any) -> None:
        super().__init__(*args, **options)
        taker = self.fields["taker"]
        if isinstance(taker, forms.ModelChoiceField):
            taking = [key for key, role in ROLES.items() if role.contributes]
            taker.queryset = members_of(giver.coalition).filter(role_key__in=taking).exclude(pk=giver.pk)
            taker.to_field_name = "key"
