"""Checks what people type: the name of a view, a correction with its reason, an answer with its source."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from suivi.record.models import Part, Recommendation, Review, SavedView
from suivi.record.names import state_name
from suivi.record.rules import Claim, Position, Stage
from undocs.states import every, find


class ViewForm(forms.ModelForm[SavedView]):
    """A name for a search, and whether the coalition sees it too."""

    class Meta:
        model = SavedView
        fields = ("name", "for_coalition")


class ReviewForm(forms.ModelForm[Review]):
    """Days and symbols of a review that a person knows before a document tells them."""

    class Meta:
        model = Review
        fields = (
            "wg_session",
            "reviewed_on",
            "wg_adopted_on",
            "report_symbol",
            "report_on",
            "addendum_symbol",
            "addendum_on",
            "hrc_session",
            "plenary_on",
            "letter_on",
        )
        widgets = dict.fromkeys(
            ("reviewed_on", "wg_adopted_on", "report_on", "addendum_on", "plenary_on", "letter_on"),
            forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse days that run backwards."""
        known = super().clean() or {}
        days = [(name, known[name]) for name in ("reviewed_on", "wg_adopted_on", "plenary_on") if known.get(name)]
        for (_earlier, first), (name, second) in pairwise(days):
            if second < first:
                self.add_error(name, _("This day lies before the one it follows."))
        return known


class TextForm(forms.Form):
    """How the text should be read, and why."""

    text = forms.CharField(
        label=_("The text as it should be read"),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        max_length=10_000,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("For example: the document has a printing error, see paragraph 128 of the French version."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        max_length=1000,
    )

    def __init__(self, typed: QueryDict | None, *, now: str) -> None:
        super().__init__(typed, initial={"text": now})
        self.now = now

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if text == self.now:
            raise forms.ValidationError(_("This is what stands there already."))
        return text


class StatesForm(forms.Form):
    """Which States made the recommendation, one a line, and why."""

    states = forms.CharField(
        label=_("Recommending States, one on each line"),
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        max_length=10_000,
    )
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), max_length=1000)

    def __init__(self, typed: QueryDict | None, *, now: list[str]) -> None:
        super().__init__(typed, initial={"states": "\n".join(map(state_name, now))})
        self.now = now

    def clean_states(self) -> list[str]:
        """Return the codes of the States, each once, in the order typed."""
        lines = [line.strip() for line in self.cleaned_data["states"].splitlines() if line.strip()]
        codes = {line: line.upper() if line.upper() in every() else find(line) for line in lines}
        unknown = [line for line, code in codes.items() if not code]
        if unknown:
            raise forms.ValidationError(_("No State is called: %(names)s"), params={"names": "; ".join(unknown)})
        found = list(dict.fromkeys(code for code in codes.values() if code))
        if found == self.now:
            raise forms.ValidationError(_("These are the States that stand there already."))
        return found


class PartField(forms.ModelChoiceField[Part]):
    """One part of a recommendation, or the whole."""

    def __init__(self, parts: QuerySet[Part]) -> None:
        super().__init__(parts, label=_("Which part"), required=False, empty_label=_("The whole recommendation"))

    def label_from_instance(self, obj: Part) -> str:
        return f"{obj.order}. {obj.text}"


class AnswerForm(forms.Form):
    """What the State answered, when, in which words, and where that can be looked up."""

    position = forms.ChoiceField(
        label=_("Position"), choices=[each for each in Position.choices if each[0] != Position.PENDING]
    )
    stage = forms.ChoiceField(
        label=_("When it was given"),
        choices=[(each.value, each.label) for each in (Stage.ROOM, Stage.ADDENDUM, Stage.PLENARY)],
        initial=Stage.PLENARY,
    )
    given_on = forms.DateField(label=_("On which day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    words = forms.CharField(
        label=_("The State's own words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=10_000,
    )
    reason = forms.CharField(
        label=_("Its reasons"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=10_000,
    )
    claim = forms.ChoiceField(label=_("What it says it has done"), choices=Claim.choices, required=False)
    source = forms.CharField(
        label=_("Source"),
        help_text=_("Symbol and paragraph, or the minute of the recording: A/HRC/62/2, para. 512."),
        max_length=200,
    )

    def __init__(self, typed: QueryDict | None, *, recommendation: Recommendation) -> None:
        super().__init__(typed)
        if recommendation.parts.exists():
            self.fields["part"] = PartField(recommendation.parts.all())
            self.order_fields(["part"])
