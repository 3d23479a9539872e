"""The forms of clusters: a name and convenors, where something goes, what to start from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.clusters.queries import clusters_of
from suivi.clusters.rules.starting import Starting, Wanted, home_of
from suivi.coalitions.models import Membership
from suivi.coalitions.queries import members_of


class MemberField(forms.ModelChoiceField):
    """One member of the coalition, by name and organisation; nobody is a choice."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Membership.objects.none(), required=False, empty_label=_("Nobody yet"), **kwargs)

    def label_from_instance(self, obj: Membership) -> str:
        """Return how a member is called in the list."""
        return f"{obj.person.name} ({obj.organisation})" if obj.organisation else obj.person.name


class ClusterForm(forms.ModelForm):
    """A cluster's name, what it takes care of, and who convenes it."""

    convenor = MemberField(label=_("Convenor"))
    co_convenor = MemberField(label=_("Co-convenor"))

    class Meta:
        model = Cluster
        fields = ("name", "about", "convenor", "co_convenor")
        widgets = {
            "name": forms.TextInput(attrs={"dir": "auto"}),
            "about": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in (self.fields["convenor"], self.fields["co_convenor"]):
            if isinstance(field, MemberField):
                field.queryset = members_of(membership.coalition)

    def clean(self) -> dict[str, Any]:
        """Refuse one person in both places."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("convenor") and told["convenor"] == told.get("co_convenor"):
            self.add_error("co_convenor", _("Convenor and co-convenor are two people."))
        return told


class SplitForm(forms.Form):
    """The name of a cluster that is split off."""

    name = forms.CharField(
        label=_("Name of the new cluster"), max_length=120, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class MergeForm(forms.Form):
    """Which cluster another is merged into."""

    into = forms.ModelChoiceField(Cluster.objects.none(), label=_("Merge it into"), to_field_name="key")

    def __init__(self, *args: Any, membership: Membership, cluster: Cluster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = clusters_of(membership, cluster.review).exclude(pk=cluster.pk)
        self.fields["into"].queryset = others  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """The words of a recommendation that a cluster takes care of."""

    words = forms.CharField(
        label=_("Only these words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Copied from the sentence above; empty for the whole sentence."),
    )

    def __init__(self, *args: Any, sentence: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sentence = sentence

    def clean_words(self) -> str:
        """Refuse words that are not the recommendation's own."""
        words = " ".join(self.cleaned_data["words"].split())
        if words not in " ".join(self.sentence.split()):
            raise forms.ValidationError(_("These words do not stand in the recommendation."))
        return words


class StartForm(forms.Form):
    """Which clusters to make from suggestions: names that may be changed or emptied, and where each issue goes."""

    def __init__(self, *args: Any, offered: list[Starting], issues: list[str], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered, self.issues = offered, issues
        names = [each.name(language) for each in offered]
        for place, name in enumerate(names):
            field = forms.CharField(label=_("Name"), max_length=120, required=False, initial=name)
            field.widget.attrs["dir"] = "auto"
            self.fields[f"name-{place}"] = field
        where = [("", _("no cluster")), *((str(place), name) for place, name in enumerate(names))]
        for number, issue in enumerate(issues):
            home = home_of(issue)
            self.fields[f"issue-{number}"] = forms.ChoiceField(
                label=issue, choices=where, required=False, initial="" if home is None else str(home)
            )

    def wanted(self) -> list[Wanted]:
        """Return the clusters to be made: those that have a name and an issue."""
        told = self.cleaned_data
        chosen = [
            (told[f"name-{place}"].strip(), self._issues_of(place), each.yields)
            for place, each in enumerate(self.offered)
        ]
        return [Wanted(name, issues, yields) for name, issues, yields in chosen if name and issues]

    def _issues_of(self, place: int) -> frozenset[str]:
        told = self.cleaned_data
        return frozenset(issue for number, issue in enumerate(self.issues) if told.get(f"issue-{number}") == str(place))
