"""What people type about decisions: a motion, its amendment, a voice, what came of it; checked, and nothing saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.common.fields import DayField, MomentField
from suivi.consent.models import Motion, Voice, Wording
from suivi.consent.rules.words import Ballots, Choice, Printed, QuorumIn
from suivi.consent.sentences import GIVE_YOUR_REASON
from suivi.consultations.models import Consultation
from suivi.discussions.models import Strategy
from suivi.priorities.queries.choosing import named
from suivi.priorities.rules.words import VoiceOf
from suivi.record.models import Recommendation

WORDS = {"dir": "auto"}
MOST, WHOLE = 999, 100
FACTS = (
    "title", "strategy", "about_priorities", "voice_of", "quorum", "quorum_in", "closes_at", "ballots",
    "prints_dissent",
)  # fmt: skip


class MotionForm(forms.ModelForm):
    """A motion: what is to be decided, what it is about, and how voices are counted."""

    text = forms.CharField(
        label=_("The motion"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 4, **WORDS}),
        help_text=_("As it would be decided, word for word."),
    )
    explanation = forms.CharField(
        label=_("Why, and what follows from it"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, **WORDS}),
    )
    numbers = forms.CharField(
        label=_("Recommendations it is about"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("Their numbers, as in: 128.1, 128.4-128.9"),
    )
    closes_at = MomentField(label=_("Voices until"))
    voice_of = forms.ChoiceField(
        label=_("One voice for"), choices=VoiceOf.choices, initial=VoiceOf.PERSON, widget=forms.RadioSelect
    )
    ballots = forms.ChoiceField(
        label=_("Voices are"), choices=Ballots.choices, initial=Ballots.NAMED, widget=forms.RadioSelect
    )

    class Meta:
        model = Motion
        fields = FACTS
        widgets = {
            "title": forms.TextInput(attrs=WORDS),
            "quorum": forms.NumberInput(attrs={"min": 1, "max": MOST}),
        }

    field_order = (
        "title", "text", "explanation", "strategy", "numbers", "about_priorities", "voice_of", "quorum", "quorum_in",
        "closes_at", "ballots", "prints_dissent",
    )  # fmt: skip

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        self.recommendations: list[Recommendation] = []
        strategy = self.fields["strategy"]
        if isinstance(strategy, forms.ModelChoiceField):
            strategy.queryset = Strategy.objects.open().filter(consultation=consultation)
            strategy.empty_label = str(_("none"))

    def clean_numbers(self) -> str:
        """Find the recommendations, and refuse numbers that the review does not have."""
        typed: str = self.cleaned_data["numbers"]
        chosen = named(self.consultation, typed)
        if chosen.unknown:
            told = {"numbers": ", ".join(chosen.unknown[:10])}
            raise forms.ValidationError(_("The review has no recommendation %(numbers)s.") % told)
        self.recommendations = chosen.recommendations
        return typed

    def clean(self) -> dict[str, Any]:
        """Refuse a share of more than all."""
        cleaned = super().clean() or self.cleaned_data
        most = WHOLE if cleaned.get("quorum_in") == QuorumIn.SHARE else MOST
        if not 1 <= cleaned.get("quorum", 1) <= most:
            self.add_error("quorum", _("Between 1 and %(most)d.") % {"most": most})
        return cleaned


class AmendForm(forms.ModelForm):
    """A motion in other words, and which objection they answer."""

    closes_at = MomentField(label=_("Voices until"))

    class Meta:
        model = Wording
        fields = ("text", "explanation", "answers")
        widgets = {
            "text": forms.Textarea(attrs={"rows": 5, **WORDS}),
            "explanation": forms.Textarea(attrs={"rows": 3, **WORDS}),
            "answers": forms.Textarea(attrs={"rows": 3, **WORDS}),
        }


class VoiceForm(forms.ModelForm):
    """A voice, with its reason; an objection cannot do without."""

    class Meta:
        model = Voice
        fields = ("choice", "reason", "printed")
        widgets = {"reason": forms.Textarea(attrs={"rows": 3, **WORDS})}

    def __init__(self, *args: Any, motion: Motion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("Needed where you object; welcome where you stand aside.")
        choice, printed = self.fields["choice"], self.fields["printed"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = Choice.choices
        printed.required = False
        if not motion.prints_dissent:
            del self.fields["printed"]
        elif isinstance(printed, forms.ChoiceField):
            printed.choices = Printed.choices
            printed.label = _("If you do not agree: your reason in the minutes")

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of an objection."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("choice") == Choice.OBJECT and not cleaned.get("reason", "").strip():
            self.add_error("reason", GIVE_YOUR_REASON)
        cleaned["printed"] = cleaned.get("printed") or Printed.NOT
        return cleaned

    def _post_clean(self) -> None:
        """Leave the constraints of the database to the action: nothing is saved here."""


class CloseForm(forms.ModelForm):
    """What came of a motion: in a few sentences, and when it is to be looked at again."""

    review_on = DayField(
        label=_("To be looked at again on"),
        required=False,
        help_text=_("A decision that nobody looks at again is soon forgotten."),
    )
    despite_objections = forms.BooleanField(
        label=_("Decide in spite of the objections, and put the dissent on record"), required=False
    )

    class Meta:
        model = Motion
        fields = ("statement", "review_on")
        widgets = {"statement": forms.Textarea(attrs={"rows": 4, **WORDS})}

    def __init__(self, *args: Any, objections: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not objections:
            del self.fields["despite_objections"]

    def clean(self) -> dict[str, Any]:
        """Ask those who overrule an objection to say why."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("despite_objections") and not cleaned.get("statement", "").strip():
            self.add_error("statement", _("Say why it is decided in spite of the objections."))
        return cleaned


def numbers_of(recommendations: Iterable[Recommendation]) -> str:
    """Return recommendations as their numbers, as they are typed."""
    return ", ".join(each.number for each in recommendations if each.number)
