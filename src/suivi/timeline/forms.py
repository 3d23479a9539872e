"""The forms of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Organisation
from suivi.common.fields import DayField
from suivi.timeline.models import Milestone


class MoveForm(forms.Form):
    """Another day for a milestone, and why."""

    to = DayField(label=_("New day"))
    reason = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("Where you know it from. It stays with the milestone.")
    )


class TickForm(forms.Form):
    """On which day it was done: not after today."""

    done_on = DayField(label=_("Done on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["done_on"].widget.attrs["max"] = today.isoformat()

    def clean_done_on(self) -> date:
        """Refuse a day that has not come."""
        day: date = self.cleaned_data["done_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class _OfCoalition(forms.ModelForm):
    """Offers the coalition's own organisations, and no others."""

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Organisation.objects.filter(coalition=coalition)
            field.empty_label = str(_("Nobody in particular"))


class NoteForm(_OfCoalition):
    """Who sees to a milestone of the cycle, and what is to be remembered."""

    class Meta:
        model = Milestone
        fields = ("organisation", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 4, "dir": "auto"})}


class OwnForm(_OfCoalition):
    """A milestone of the coalition's own."""

    due_on = DayField(label=_("Due on"))

    class Meta:
        model = Milestone
        fields = ("title", "due_on", "organisation", "note")
        widgets = {
            "title": forms.TextInput(attrs={"dir": "auto"}),
            "note": forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = True
