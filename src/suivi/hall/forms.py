"""What is typed on a phone."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.discussions.rules.words import LONGEST_ENTRY
from suivi.opinions.rules.words import Choice


class SayForm(forms.Form):
    """Something to say."""

    text = forms.CharField(
        label=_("Say something to everybody"),
        max_length=LONGEST_ENTRY,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class VoteForm(forms.Form):
    """What somebody says to a statement."""

    statement = forms.CharField(max_length=20)
    choice = forms.TypedChoiceField(choices=Choice.choices, coerce=lambda said: Choice(int(said)))


class MotionForm(forms.Form):
    """Which motion somebody speaks to, in which wording they read it."""

    motion = forms.CharField(max_length=20)
    wording = forms.IntegerField()
