"""Where a digest goes, and how often."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.discussions.rules.words import Frequency


class PostForm(forms.Form):
    """An address for the digest, kept for nothing else."""

    address = forms.EmailField(
        label=_("Mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"})
    )
    frequency = forms.ChoiceField(label=_("How often"), choices=Frequency, widget=forms.RadioSelect)
