"""Forms about others: inviting them, what they are, and for which organisation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import Coalition, Invitation, Membership, Organisation
from suivi.coalitions.queries import organisations_of
from suivi.coalitions.rules import ROLES


class RoleSelect(forms.RadioSelect):
    """Roles to choose from, each with what it is for."""

    template_name = "coalitions/parts/roles.html"

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        """Return one role as the template shows it."""
        return {**super().create_option(name, value, *args, **options), "says": ROLES[value].says}


class OfCoalition(forms.ModelForm):
    """A form whose organisations are those of one coalition, and whose roles say what they open."""

    def __init__(self, *args: Any, coalition: Coalition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = organisations_of(coalition)  # type: ignore[attr-defined]
        self.fields["organisation"].empty_label = _("None: as a person")  # type: ignore[attr-defined]
        self.fields["organisation"].label = _("Organisation")
        self.fields["role_key"] = forms.ChoiceField(
            label=_("Role"),
            choices=[(key, role.label) for key, role in ROLES.items()],
            widget=RoleSelect,
            initial=self.initial.get("role_key"),
        )


class InvitationForm(OfCoalition):
    """Who is invited, as what, for which organisation."""

    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        required=False,
        choices=[("", _("As the browser asks")), *settings.LANGUAGES],
    )

    class Meta:
        model = Invitation
        fields = ("meant_for", "role_key", "organisation", "language")


class MembershipForm(OfCoalition):
    """What a member is, and for which organisation."""

    class Meta:
        model = Membership
        fields = ("role_key", "organisation")


class OrganisationForm(forms.ModelForm):
    """The name of an organisation."""

    class Meta:
        model = Organisation
        fields = ("name",)

    def __init__(self, *args: Any, coalition: Coalition, **options: Any) -> None:
        super().__init__(*args, **options)
        self.others = organisations_of(coalition).exclude(pk=self.instance.pk)

    def clean_name(self) -> str:
        """See that no other organisation of the coalition is called so."""
        name: str = self.cleaned_data["name"]
        if self.others.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("An organisation of this name belongs to the coalition already."))
        return name
