"""A strategy as somebody proposes it, another wording for it, and which go together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.common.fields import DayField
from suivi.discussions.forms.entries import AreaField, LanguageField, TidyField, offer
from suivi.discussions.models import Strategy
from suivi.discussions.queries.places import clusters_in, recommendations_in
from suivi.discussions.rules.proposals import Proposal
from suivi.discussions.rules.words import LONGEST, LONGEST_REASON, Area, Field

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation
    from suivi.record.models import Recommendation

# Between numbers, as people type them: "128.1, 128.4; 128.9"
_BETWEEN = re.compile(r"[,;،؛、\s]+")
ONE_LINE = forms.TextInput(attrs={"dir": "auto"})


class StrategyForm(forms.Form):
    """What somebody proposes."""

    area = forms.ChoiceField(label=_("Area"), choices=Area, widget=forms.RadioSelect)
    title = TidyField(label=_("What we propose, in one line"), max_length=LONGEST[Field.TITLE], widget=ONE_LINE)
    objective = AreaField(
        label=_("What it should achieve"),
        max_length=LONGEST[Field.OBJECTIVE],
        help_text=_("One objective that somebody can check afterwards."),
    )
    target = TidyField(
        label=_("Whom it should move"),
        max_length=LONGEST[Field.TARGET],
        required=False,
        widget=ONE_LINE,
        help_text=_("In words: the Ministry of Justice, the law committee of parliament."),
    )
    doers = TidyField(label=_("Who could do it"), max_length=LONGEST[Field.DOERS], required=False, widget=ONE_LINE)
    due_on = DayField(label=_("By when"), required=False)
    recommendations = TidyField(
        label=_("Recommendations"),
        max_length=2000,
        required=False,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("Their numbers, with commas between."),
    )
    cluster = forms.ModelChoiceField(
        queryset=Cluster.objects.none(),
        required=False,
        to_field_name="key",
        label=_("Cluster"),
        empty_label=_("No cluster"),
    )
    language = LanguageField()

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation
        offer(self, "cluster", clusters_in(consultation))

    def clean_recommendations(self) -> list[Recommendation]:
        """Return the recommendations of the numbers; name those that the review does not have."""
        numbers = [each for each in _BETWEEN.split(self.cleaned_data["recommendations"]) if each]
        known = {each.local_key: each for each in recommendations_in(self.consultation).prefetch_related(None)}
        missing = [each for each in numbers if each not in known]
        if missing:
            told = {"numbers": ", ".join(missing[:5])}
            raise forms.ValidationError(_("This review has no recommendation %(numbers)s."), params=told)
        return [known[number] for number in dict.fromkeys(numbers)]

    @property
    def proposal(self) -> Proposal:
        """What was typed, ready to be proposed."""
        return Proposal(**{"cluster": None, **self.cleaned_data})

    @staticmethod
    def initial_of(strategy: Strategy) -> dict[str, Any]:
        """Return what the form of an existing strategy shows."""
        names = ("area", "title", "objective", "target", "doers", "due_on", "language")
        numbers = ", ".join(each.local_key for each in strategy.recommendations.all())
        cluster = strategy.cluster.key if strategy.cluster else None
        return {name: getattr(strategy, name) for name in names} | {"recommendations": numbers, "cluster": cluster}


class SuggestForm(forms.Form):
    """Another wording of one field of a strategy."""

    after = AreaField(label=_("How it should read"), rows=5)
    why = AreaField(label=_("Why"), max_length=LONGEST_REASON, rows=2, required=False)

    def __init__(self, *args: Any, strategy: Strategy, field: Field, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = getattr(strategy, field)
        required = field in {Field.TITLE, Field.OBJECTIVE}
        self.fields["after"] = AreaField(
            label=_("How it should read"), max_length=LONGEST[field], required=required, rows=5
        )

    def clean_after(self) -> str:
        """Refuse what reads as it did before."""
        after: str = self.cleaned_data["after"]
        if after == self.before:
            raise forms.ValidationError(_("This is how it reads now."))
        return after


class SupportForm(forms.Form):
    """Whether the name of whoever supports a strategy may be shown."""

    named = forms.BooleanField(required=False)


class MergeForm(forms.Form):
    """Which strategies go into which."""

    into = forms.ModelChoiceField(
        queryset=Strategy.objects.none(),
        to_field_name="key",
        label=_("They go on as"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args: Any, strategies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "into", strategies)
