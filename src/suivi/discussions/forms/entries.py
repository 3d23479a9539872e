"""An entry, a new thread, a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.clusters.models import Cluster
from suivi.consultations.models import Participant
from suivi.consultations.queries import participants_of
from suivi.discussions.rules.languages import OTHER, offered
from suivi.discussions.rules.texts import tidied
from suivi.discussions.rules.words import LONGEST_ENTRY, LONGEST_REASON

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from suivi.consultations.models import Consultation


class TidyField(forms.CharField):
    """A text, kept in one form whatever it was pasted from."""

    def to_python(self, value: Any) -> Any:
        """Return the text tidied."""
        return tidied(super().to_python(value) or "")


class AreaField(TidyField):
    """A text of several lines."""

    def __init__(self, *, rows: int = 4, **told: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), **told)


class LanguageField(forms.ChoiceField):
    """The language that somebody writes in, each called as it calls itself."""

    def __init__(self, **told: Any) -> None:
        choices = lambda: [*offered(), (OTHER, _("another language"))]  # noqa: E731  asked anew in each reader's language
        super().__init__(choices=choices, label=_("Language"), **told)


class SeatField(forms.ModelChoiceField):
    """Somebody who takes part, by the name they have there."""

    def label_from_instance(self, obj: Participant) -> str:
        """Return the name, and the organisation where one is told."""
        return f"{obj.name} ({obj.organisation})" if obj.organisation else obj.name


def offer(form: forms.Form, name: str, rows: QuerySet[Any]) -> None:
    """Let a field offer these rows; take it away where there is nothing to choose."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = rows
    if name == "cluster" and not rows:
        del form.fields[name]


class EntryForm(forms.Form):
    """What somebody writes, in which language, and whom it should reach."""

    text = AreaField(label=_("Your text"), max_length=LONGEST_ENTRY, rows=5)
    language = LanguageField()
    mention = SeatField(
        queryset=Participant.objects.none(),
        empty_label=_("Nobody in particular"),
        required=False,
        to_field_name="key",
        label=_("Somebody should read this"),
        help_text=_("It waits for them at their next visit. More people: write @ and their names in the text."),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "mention", participants_of(consultation))


class EditForm(forms.Form):
    """Another text for an entry."""

    text = AreaField(label=_("Your text"), max_length=LONGEST_ENTRY, rows=8)
    language = LanguageField()


class BeginForm(EntryForm):
    """A new thread: what it is about, and the first entry."""

    title = TidyField(label=_("What it is about"), max_length=160, widget=forms.TextInput(attrs={"dir": "auto"}))
    cluster = forms.ModelChoiceField(
        queryset=Cluster.objects.none(),
        required=False,
        to_field_name="key",
        label=_("Cluster"),
        empty_label=_("No cluster"),
    )
    field_order = ("title", "cluster", "text", "language", "mention")

    def __init__(self, *args: Any, clusters: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "cluster", clusters)

    @property
    def chosen_cluster(self) -> Cluster | None:
        """The cluster it is about, or None."""
        return self.cleaned_data.get("cluster")


class ReasonForm(forms.Form):
    """Why: whoever it concerns reads it."""

    why = AreaField(label=_("Why"), max_length=LONGEST_REASON, rows=3)


class OwnReasonForm(ReasonForm):
    """A reason that one may leave out for one's own."""

    why = AreaField(label=_("Why"), max_length=LONGEST_REASON, rows=3, required=False)
