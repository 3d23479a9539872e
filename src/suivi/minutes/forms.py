"""What the rapporteur types in one place, and who is named rapporteur."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Membership
from suivi.coalitions.queries import members_of
from suivi.minutes.rules import LONGEST_NOTE


class NoteForm(forms.Form):
    """A note. `version` says which text was read before it was written."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)
    text = forms.CharField(
        label=_("What is to be remembered"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )


class MemberField(forms.ModelChoiceField):
    """A member, by the name that others see."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name."""
        return str(obj.person)


class RapporteurForm(forms.Form):
    """Who writes the minutes."""

    rapporteur = MemberField(
        label=_("Rapporteur"),
        queryset=Membership.objects.none(),
        required=False,
        to_field_name="key",
        empty_label=_("whoever runs the consultation"),
    )

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["rapporteur"]
        if isinstance(field, forms.ModelChoiceField):
            writers = [member.pk for member in members_of(coalition) if member.role.contributes]
            field.queryset = members_of(coalition).filter(pk__in=writers)
