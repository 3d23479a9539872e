"""What people type about a consultation, its agenda, its heads, and their seat; checked, and nothing saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.common.fields import DayField, MomentField
from suivi.consultations.models import AgendaTemplate, Consultation, Headcount, Session
from suivi.consultations.queries import participants_of
from suivi.consultations.rules import Kind, Room, SafeCategory


class ConsultationForm(forms.ModelForm):
    """What a consultation says of itself."""

    begins_on, ends_on = DayField(label=_("Begins on")), DayField(label=_("Ends on"))

    class Meta:
        model = Consultation
        fields = ("title", "about", "begins_on", "ends_on", "place", "languages")
        widgets = {
            "title": forms.TextInput(attrs={"dir": "auto"}),
            "about": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "place": forms.TextInput(attrs={"dir": "auto"}),
            "languages": forms.TextInput(attrs={"dir": "auto"}),
        }

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        cleaned = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("It cannot end before it begins."))
        return cleaned


class NewConsultationForm(ConsultationForm):
    """A consultation to set up: also what sort of meeting, in which room, and from which agenda."""

    kind = forms.ChoiceField(label=_("What sort of meeting"), choices=Kind.choices, initial=Kind.WORKSHOP)
    room = forms.ChoiceField(
        label=_("Room"),
        choices=Room.choices,
        initial=Room.COALITION,
        help_text=_("Nothing passes from one room to the other. Officials and partners see the dialogue alone."),
    )
    template = forms.ModelChoiceField(
        label=_("Agenda to start from"),
        queryset=AgendaTemplate.objects.none(),
        required=False,
        empty_label=_("the one that comes with this sort of meeting"),
        to_field_name="key",
    )

    field_order = ("title", "kind", "room", "template", "begins_on", "ends_on", "place", "languages", "about")

    def __init__(self, *args: Any, templates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["template"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = templates


class SessionForm(forms.ModelForm):
    """One thing on the agenda."""

    starts_at, ends_at = MomentField(label=_("From")), MomentField(label=_("To"))

    class Meta:
        model = Session
        fields = (
            "title", "starts_at", "ends_at", "place", "cluster", "facilitator", "interpreter", "spoken", "note",
        )  # fmt: skip
        widgets = {
            "note": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            **{
                name: forms.TextInput(attrs={"dir": "auto"})
                for name in ("title", "place", "facilitator", "interpreter", "spoken")
            },
        }

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cluster"]
        if isinstance(field, forms.ModelChoiceField):
            here = {"coalition": consultation.coalition_id, "review": consultation.review_id}
            ours = Cluster.objects.standing().filter(**here)
            field.queryset = ours if consultation.room == Room.COALITION else ours.none()
            field.empty_label = str(_("everybody"))

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It must end after it begins."))
        return cleaned


class TemplateForm(forms.ModelForm):
    """Under which name an agenda is kept."""

    class Meta:
        model = AgendaTemplate
        fields = ("name",)
        widgets = {"name": forms.TextInput(attrs={"dir": "auto"})}


class HeadcountForm(forms.Form):
    """How many of each safe category were there; an empty field says that nobody counted them."""

    def __init__(self, *args: Any, kept: list[Headcount], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {each.category: each.heads for each in kept}
        for category in SafeCategory:
            self.fields[category.value] = forms.IntegerField(
                label=category.label, required=False, min_value=0, max_value=9999, initial=known.get(category.value)
            )


class CodeForm(forms.Form):
    """The code on the wall, however it is typed."""

    code = forms.CharField(
        label=_("Code on the wall"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
    )


class SeatForm(forms.Form):
    """Under which name somebody without account sits in a consultation; nothing else is asked."""

    name = forms.CharField(
        label=_("Name others see"),
        max_length=60,
        help_text=_("A pseudonym is welcome. Nothing else about you is asked or kept."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    organisation = forms.CharField(
        label=_("Organisation, if you wish to say"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation

    def clean_name(self) -> str:
        """Refuse the name of somebody who sits there already, so that nobody speaks in another's name."""
        name = " ".join(self.cleaned_data["name"].split())
        if participants_of(self.consultation).filter(name__iexact=name).exists():
            raise forms.ValidationError(_("Somebody here has this name already. Choose another one."))
        return name
