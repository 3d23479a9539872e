"""Allauth's forms of signing in, in our words and without texts inside the fields."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.rules import as_handle

HARD_TO_GUESS = _("12 characters or more. Four or five words that have nothing to do with one another are best.")


class InOurWords(forms.Form):
    """A form whose fields are called by `words`: name of the field -> label and help."""

    words: ClassVar[dict[str, tuple[str | Promise, str | Promise]]] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, (label, help_text) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = str(label), str(help_text)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SignInForm(InOurWords, LoginForm):  # type: ignore[misc]
    """Name and password."""

    words = {"login": (_("Name you sign in with"), ""), "password": (_("Password"), "")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}

    def clean_login(self) -> str:
        """Return the name in the one form in which names are kept."""
        return as_handle(self.cleaned_data["login"])


class PasswordAgainForm(InOurWords, ReauthenticateForm):  # type: ignore[misc]
    """One's password, to show that it is still oneself."""

    words = {"password": (_("Password"), "")}


class NewPasswordForm(InOurWords, ChangePasswordForm):  # type: ignore[misc]
    """The old password, and a new one twice."""

    words = {
        "oldpassword": (_("The password you have now"), ""),
        "password1": (_("New password"), HARD_TO_GUESS),
        "password2": (_("The new password again"), ""),
    }


class FirstCodeOfAppForm(InOurWords, ActivateTOTPForm):  # type: ignore[misc]
    """The code an authenticator app shows after it scanned the square."""

    words = {"code": (_("Code of the app"), "")}


class CodeForm(InOurWords, AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a recovery code, at the second step."""

    words = {"code": (_("Code"), "")}


class CodeAgainForm(InOurWords, ReauthenticateByCodeForm):  # type: ignore[misc]
    """A code, to show that it is still oneself."""

    words = {"code": (_("Code of the app, or a recovery code"), "")}


class PasskeyForm(InOurWords, AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey, by default one that signs in alone."""

    words = {
        "name": (_("Name of the passkey"), _("For your own list, such as the device it is on.")),
        "passwordless": (
            _("Sign in with it alone"),
            _("Without name and password. Untick for a security key that only confirms a password."),
        ),
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["passwordless"].initial = True


class PasskeyNameForm(InOurWords, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    words = {"name": (_("Name of the passkey"), "")}
