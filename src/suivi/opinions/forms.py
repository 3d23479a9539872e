"""What people type on the opinion map: a statement, many at once, a choice, and how the map is to be."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from suivi.opinions.models import OpinionMap
from suivi.opinions.rules.statements import sameness
from suivi.opinions.rules.words import LONGEST, Choice

NO_WORDS = _("Write it in words.")


class ChoiceForm(forms.Form):
    """One of the three buttons."""

    choice = forms.TypedChoiceField(choices=Choice.choices, coerce=lambda value: Choice(int(value)))


class StatementForm(forms.Form):
    """One statement: a single line, one idea."""

    text = forms.CharField(
        label=_("Your statement"),
        max_length=LONGEST,
        help_text=_(
            "One idea in one sentence of at most 140 letters, that others can agree or disagree with. Name nobody, "
            "and nothing by which a person could be found."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "maxlength": LONGEST}),
    )

    def clean_text(self) -> str:
        """Return it on one line; refuse what has no words."""
        text = " ".join(self.cleaned_data["text"].split())
        if not sameness(text):
            raise forms.ValidationError(NO_WORDS)
        return text


class SeedForm(forms.Form):
    """First statements, one on each line."""

    texts = forms.CharField(
        label=_("First statements"),
        help_text=_(
            "One on each line, at most 140 letters each. Ten to twenty that differ make a good beginning; write some "
            "that you disagree with yourself."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )

    def clean_texts(self) -> list[str]:
        """Return the lines; refuse where one is too long, and say which."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["texts"].splitlines()]
        too_long = [number for number, line in enumerate(lines, start=1) if len(line) > LONGEST]
        if too_long:
            told = ngettext_lazy("Line %(lines)s is too long.", "Lines %(lines)s are too long.", len(too_long))
            raise forms.ValidationError(told, params={"lines": ", ".join(map(str, too_long))})
        found = [line for line in lines if sameness(line)]
        if not found:
            raise forms.ValidationError(NO_WORDS)
        return found


class MapForm(forms.ModelForm):
    """What the map asks, whether it is moderated, who sees its results."""

    moderated = forms.TypedChoiceField(
        label=_("A new statement"),
        choices=[("yes", _("waits until a moderator has read it")), ("", _("is on the map at once"))],
        coerce=bool,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Statements can name people, or hurt them."),
    )

    class Meta:
        model = OpinionMap
        fields = ("question", "moderated", "audience")
        widgets = {"question": forms.TextInput(attrs={"dir": "auto"}), "audience": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["moderated"] = "yes" if self.instance.moderated else ""
        if not self.instance.pk:
            self.initial["question"] = _("What should we do first, and what matters most?")
