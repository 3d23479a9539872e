"""Forms of doors for many: one link, a list from a spreadsheet, whoever waits behind them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from suivi.coalitions.forms.accounts import NewcomerForm
from suivi.coalitions.forms.people import RoleSelect
from suivi.coalitions.models import Coalition, JoinLink
from suivi.coalitions.queries import organisations_of
from suivi.coalitions.rules.joining import BY_LINK, LINK_DAYS, MOST_BY_LINK
from suivi.coalitions.rules.lists import MOST_ROWS

SHEETS = (".csv", ".xlsx", ".ods", ".xls", ".txt")


class JoinLinkForm(forms.ModelForm):
    """What a link for several is bound to: it never gives more than a member's role."""

    days = forms.TypedChoiceField(label=_("How long it opens"), coerce=int, initial=LINK_DAYS[1])
    places = forms.IntegerField(
        label=_("How many may ask by it"),
        min_value=1,
        max_value=MOST_BY_LINK,
        initial=40,
        help_text=_("A link that fell into wrong hands cannot bring you more than this."),
    )

    class Meta:
        model = JoinLink
        fields = ("meant_for", "role_key", "organisation", "places")

    field_order = ("meant_for", "role_key", "organisation", "places", "days")

    def __init__(self, *args: Any, coalition: Coalition, **options: Any) -> None:
        super().__init__(*args, **options)
        organisation = self.fields["organisation"]
        if isinstance(organisation, forms.ModelChoiceField):
            organisation.queryset = organisations_of(coalition)
            organisation.empty_label = str(_("None: as a person"))
            organisation.label = _("Organisation")
        self.fields["role_key"] = forms.ChoiceField(
            label=_("Role"),
            choices=[(role.key, role.label) for role in BY_LINK],
            widget=RoleSelect,
            initial=self.initial.get("role_key"),
        )
        days = self.fields["days"]
        if isinstance(days, forms.TypedChoiceField):
            days.choices = [
                (each, ngettext("%(count)d day", "%(count)d days", each) % {"count": each}) for each in LINK_DAYS
            ]
        self.order_fields(self.field_order)


class WordForm(forms.Form):
    """What somebody who asks to join writes, so that somebody knows who they are."""

    word = forms.CharField(
        label=_("A word by which they know you"),
        required=False,
        max_length=160,
        help_text=_("Read by those who keep people, and removed once they have decided. No full name is needed."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class JoinForm(NewcomerForm, WordForm):
    """Who somebody wants to be here, who asks to be let in."""

    field_order = ("name", "word", "handle", "password", "again")


class ListForm(forms.Form):
    """The list that is brought."""

    sheet = forms.FileField(
        label=_("The list"),
        help_text=format_lazy(_("A spreadsheet (.xlsx, .ods, .xls) or .csv, at most {most} people."), most=MOST_ROWS),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(SHEETS)}),
    )
