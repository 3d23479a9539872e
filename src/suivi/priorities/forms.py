"""What people type about priorities: how an exercise is to be, its criteria, a sheet, a place on the joint list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.consultations.models import Consultation
from suivi.discussions.queries.places import clusters_in
from suivi.priorities.models import Criterion, Exercise, Priority
from suivi.priorities.queries.choosing import all_of, named, of_cluster
from suivi.priorities.queries.sheets import Line
from suivi.priorities.rules.stock import OFFERS
from suivi.priorities.rules.words import HIGHEST, LOWEST, MOST_DOTS, Direction, Method, VoiceOf, Weighs
from suivi.record.models import Recommendation

ALL, LISTED, AS_IS, OF = "all", "listed", "as_is", "cluster-"
FACTS = ("title", "about", "method", "voice_of", "dots_each", "dots_on_one")
WORDS = {"dir": "auto"}
HEAVIEST, LONGEST = 5, 400


class ExerciseForm(forms.ModelForm):
    """How an exercise is to be, and what is weighed in it."""

    which = forms.ChoiceField(label=_("Which recommendations"), widget=forms.RadioSelect)
    numbers = forms.CharField(
        label=_("Their numbers"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr"}),
        help_text=_("Only for a list of your own, as in: 128.1, 128.4-128.9"),
    )

    method = forms.ChoiceField(
        label=_("Method"), choices=Method.choices, initial=Method.SCORES, widget=forms.RadioSelect
    )
    voice_of = forms.ChoiceField(
        label=_("One voice for"), choices=VoiceOf.choices, initial=VoiceOf.PERSON, widget=forms.RadioSelect
    )

    class Meta:
        model = Exercise
        fields = FACTS
        widgets = {
            "title": forms.TextInput(attrs=WORDS),
            "about": forms.Textarea(attrs={"rows": 2, **WORDS}),
            "dots_each": forms.NumberInput(attrs={"min": 1, "max": MOST_DOTS}),
            "dots_on_one": forms.NumberInput(attrs={"min": 1, "max": MOST_DOTS}),
        }

    field_order = ("title", "about", "which", "numbers", "method", "voice_of", "dots_each", "dots_on_one")

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        inside = _("those of the cluster “%(name)s”")
        clusters = [(f"{OF}{each.key}", inside % {"name": each}) for each in clusters_in(consultation)]
        choices = [(ALL, _("all of the review")), *clusters, (LISTED, _("a list of our own"))]
        if self.instance.pk:
            choices.insert(0, (AS_IS, _("as they are chosen now")))
        which = self.fields["which"]
        if isinstance(which, forms.ChoiceField):
            which.choices = choices
            which.initial = choices[0][0]
        for name in ("dots_each", "dots_on_one"):
            self.fields[name].help_text = _("Only where dots are spread.")

    def clean(self) -> dict[str, Any]:
        """Find the recommendations, and refuse numbers that the review does not have."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("dots_each", "dots_on_one"):
            if not 1 <= cleaned.get(name, 1) <= MOST_DOTS:
                self.add_error(name, _("Between 1 and %(most)d.") % {"most": MOST_DOTS})
        if cleaned.get("dots_on_one", 0) > cleaned.get("dots_each", 0):
            self.add_error("dots_on_one", _("Nobody can put more on one than they have."))
        cleaned["recommendations"] = self._recommendations(cleaned)
        return cleaned

    def _recommendations(self, cleaned: Mapping[str, Any]) -> list[Recommendation] | None:
        which = str(cleaned.get("which", ""))
        if which.startswith(OF):
            return of_cluster(self.consultation, which.removeprefix(OF))
        if which != LISTED:
            return all_of(self.consultation) if which == ALL else None
        chosen = named(self.consultation, cleaned.get("numbers", ""))
        if chosen.unknown:
            told = {"numbers": ", ".join(chosen.unknown[:10])}
            self.add_error("numbers", _("The review has no recommendation %(numbers)s.") % told)
        elif not chosen.recommendations:
            self.add_error("numbers", _("Name at least two recommendations."))
        return chosen.recommendations


class NewExerciseForm(ExerciseForm):
    """A new exercise: also which of the criteria on offer to begin with."""

    offers = forms.MultipleChoiceField(
        label=_("Criteria"),
        required=False,
        choices=[(key, offer.name) for key, offer in OFFERS.items()],
        initial=[key for key, offer in OFFERS.items() if offer.usual],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for scores. Their weights and words can be changed later, and criteria of your own added."),
    )


class CriterionForm(forms.Form):
    """One criterion. Words that are just those of its offer are not kept: they stay in each reader's language."""

    offer = forms.ChoiceField(
        required=False, choices=[("", "-"), *((key, key) for key in OFFERS)], widget=forms.HiddenInput
    )
    own_name = forms.CharField(label=_("Name"), max_length=60, widget=forms.TextInput(attrs=WORDS))
    own_question = forms.CharField(
        label=_("What it asks"), max_length=200, required=False, widget=forms.TextInput(attrs=WORDS)
    )
    own_scale = forms.CharField(
        label=_("The words of its five steps, one a line"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, **WORDS}),
    )
    weighs = forms.TypedChoiceField(label=_("Speaks of"), choices=Weighs.choices, initial=Weighs.IMPACT)
    direction = forms.TypedChoiceField(label=_("Direction"), choices=Direction.choices, initial=Direction.FOR)
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=HEAVIEST, initial=1)

    def clean(self) -> dict[str, Any]:
        """Drop words that only repeat the offer."""
        cleaned = super().clean() or self.cleaned_data
        offer = OFFERS.get(cleaned.get("offer", ""))
        if offer:
            usual = {"own_name": str(offer.name), "own_question": str(offer.asks), "own_scale": _lines(offer.scale)}
            for name, words in usual.items():
                if _lines(cleaned.get(name, "").splitlines()) == words:
                    cleaned[name] = ""
        return cleaned


CriteriaForms = forms.formset_factory(CriterionForm, extra=1, can_delete=True, max_num=8, validate_max=True)


def as_initial(criterion: Criterion) -> dict[str, Any]:
    """Return a criterion as its form shows it, with all words spelt out."""
    return {
        "offer": criterion.offer,
        "own_name": str(criterion.name),
        "own_question": str(criterion.asks),
        "own_scale": _lines(words for _step, words in criterion.scale),
        "weighs": criterion.weighs,
        "direction": criterion.direction,
        "weight": criterion.weight,
    }


class Filled:
    """A sheet as somebody sent it: only what they changed counts, so that nobody overwrites what they did not touch."""

    def __init__(self, data: Mapping[str, Any], lines: Iterable[Line], *, lowest: int, highest: int) -> None:
        self.changed: dict[str, int | None] = {}
        self.typed: dict[str, str] = {}
        self.wrong: list[str] = []
        for line in lines:
            had = str(data.get(f"had-{line.candidate.pk}", line.had)).split(".")
            for cell, before in zip(line.cells, had, strict=False):
                typed = str(data.get(cell.name, before)).strip()
                self.typed[cell.name] = typed
                if typed == before:
                    continue
                value = int(typed) if typed.isascii() and typed.isdecimal() else None
                if typed and (value is None or not lowest <= value <= highest):
                    self.wrong.append(cell.name)
                self.changed[cell.name] = value

    @property
    def is_valid(self) -> bool:
        """Whether every figure lies on its scale."""
        return not self.wrong


def filled_scores(data: Mapping[str, Any], lines: Iterable[Line]) -> Filled:
    """Return the scores that were sent for these lines."""
    return Filled(data, lines, lowest=LOWEST, highest=HIGHEST)


def filled_dots(data: Mapping[str, Any], lines: Iterable[Line]) -> Filled:
    """Return the dots that were sent for these lines."""
    return Filled(data, lines, lowest=0, highest=MOST_DOTS)


class PriorityForm(forms.ModelForm):
    """Where a joint priority stands, and why it is one."""

    class Meta:
        model = Priority
        fields = ("rank", "reason")
        widgets = {
            "rank": forms.NumberInput(attrs={"min": 1, "max": LONGEST}),
            "reason": forms.TextInput(attrs=WORDS),
        }

    def clean_rank(self) -> int:
        """Refuse what is no place on a list."""
        rank: int = self.cleaned_data["rank"]
        if not 1 <= rank <= LONGEST:
            raise forms.ValidationError(_("Between 1 and %(most)d.") % {"most": LONGEST})
        return rank


class AddPriorityForm(PriorityForm):
    """A recommendation to put on the list by hand."""

    number = forms.CharField(label=_("Number of the recommendation"), max_length=20)

    field_order = ("number", "rank", "reason")

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation

    def clean_number(self) -> Recommendation:
        """Return the recommendation of this number."""
        chosen = named(self.consultation, self.cleaned_data["number"]).recommendations
        if len(chosen) != 1:
            raise forms.ValidationError(_("The review has no recommendation of this number."))
        return chosen[0]


def _lines(words: Iterable[object]) -> str:
    return "\n".join(str(each).strip() for each in words)
