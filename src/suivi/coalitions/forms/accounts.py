"""Forms about oneself: coming in for the first time, one's name and language."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.first_code import is_first_code
from suivi.coalitions.forms.signing import HARD_TO_GUESS
from suivi.coalitions.models import Person
from suivi.coalitions.rules import as_handle
from suivi.coalitions.states import state_choices


class NewcomerForm(forms.Form):
    """Who somebody wants to be here."""

    name = forms.CharField(
        label=_("Name that others see"),
        max_length=60,
        help_text=_("A pseudonym is welcome. You can change it at any time."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    handle = forms.CharField(
        label=_("Name you sign in with"),
        max_length=60,
        help_text=_("Only you use it; others do not see it. It need not be a name at all."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=HARD_TO_GUESS,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_handle(self) -> str:
        """Return the name in the one form in which names are kept; it must be free."""
        handle = as_handle(self.cleaned_data["handle"])
        if Person.objects.filter(handle=handle).exists():
            raise forms.ValidationError(_("Please choose another name to sign in with."))
        return handle

    def clean(self) -> dict[str, Any]:
        """See that the password is typed twice alike, and is hard to guess."""
        found = super().clean() or self.cleaned_data
        password, again = found.get("password"), found.get("again")
        if password and again and password != again:
            self.add_error("again", _("This is not the same password. Please type both again."))
        elif password:
            try:
                validate_password(password, Person(handle=found.get("handle", ""), name=found.get("name", "")))
            except forms.ValidationError as too_weak:
                self.add_error("password", too_weak)
        return found


class StartForm(NewcomerForm):
    """The very first form of an instance."""

    code = forms.CharField(
        label=_("One-time code"),
        max_length=60,
        help_text=_("It stands in the terminal where the server was started."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    coalition = forms.CharField(label=_("Name of the coalition"), max_length=120)
    state = forms.ChoiceField(label=_("State it follows"))

    field_order = ("code", "coalition", "state", "name", "handle", "password", "again")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["state"].choices = [("", _("Choose a State")), *state_choices(get_language() or "en")]  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        """See that it is the code of this instance."""
        if not is_first_code(self.cleaned_data["code"]):
            raise forms.ValidationError(_("This is not the code. Start the server again for a new one."))
        return self.cleaned_data["code"]


class MeForm(forms.ModelForm):
    """The name that others see, and the language of the pages."""

    language = forms.ChoiceField(
        label=_("Language of the pages"), required=False, choices=[("", _("As the browser asks")), *settings.LANGUAGES]
    )

    class Meta:
        model = Person
        fields = ("name", "language")
        labels = {"name": _("Name that others see")}
