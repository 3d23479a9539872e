"""What a person says: which files, which review a document belongs to, what the columns of a sheet hold."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.states import state_choices
from suivi.intake.models import KNOWN_ENDINGS, BroughtFile
from suivi.intake.rules import FILES_AT_ONCE, cycle_of_session

FIELDS = {
    "text": _("Recommendation"),
    "states": _("Recommending State"),
    "state_under_review": _("State under review"),
    "number": _("Number"),
    "position": _("Position"),
    "themes": _("Themes"),
    "groups": _("Groups of persons"),
    "sdgs": _("Sustainable Development Goals"),
    "issues": _("Issues"),
    "action_category": _("Action category"),
    "cycle": _("Cycle"),
    "wg_session": _("Session of the Working Group"),
    "symbol": _("Symbol of the document"),
    "heading": _("Heading"),
}
"""What a column may hold, in the order in which people are asked; the keys are those of the reader."""


class SeveralFiles(forms.ClearableFileInput):
    """A field to choose several files with, or to drop them on."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files, each of them checked."""
        several = data if isinstance(data, (list, tuple)) else [data]
        if len(several) > FILES_AT_ONCE:
            message = ngettext(
                "Bring at most %(count)d file at once.", "Bring at most %(count)d files at once.", FILES_AT_ONCE
            )
            raise forms.ValidationError(message % {"count": FILES_AT_ONCE})
        clean = super().clean
        return [clean(one, initial) for one in several if one] or [clean(None, initial)]


class FilesForm(forms.Form):
    """The drop."""

    documents = FilesField(
        label=_("Documents of a review"),
        help_text=_("Choose one or several, or drop them here: Word, PDF, Excel, CSV, JSON."),
        widget=SeveralFiles(attrs={"accept": ",".join(sorted(KNOWN_ENDINGS)), "class": "drop"}),
        error_messages={
            "required": _("Choose at least one file."),
            "empty": _("This file is empty: download it again."),
        },
    )


class ReviewForm(forms.Form):
    """To which review a document belongs."""

    state = forms.ChoiceField(label=_("State under review"))
    cycle = forms.IntegerField(label=_("Cycle"), min_value=1, max_value=20, required=False)
    wg_session = forms.IntegerField(
        label=_("Session of the Working Group"),
        min_value=1,
        max_value=999,
        required=False,
        help_text=_("Either the cycle or the session is enough."),
    )

    def __init__(self, data: Any = None, *, file: BroughtFile) -> None:
        known = {"state": file.state, "cycle": file.cycle, "wg_session": file.wg_session}
        super().__init__(data, initial=known, prefix=f"file-{file.order}")
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  told to the type checker
        field.choices = [("", "—"), *state_choices(get_language() or "")]

    def clean(self) -> dict[str, Any]:
        """Work the cycle out from the session where only that was said."""
        said = super().clean() or {}
        by_session = cycle_of_session(said.get("wg_session"))
        if not said.get("cycle") and not by_session:
            self.add_error("cycle", _("Say the cycle, or the session of the Working Group."))
        elif by_session and said.get("cycle") and said["cycle"] != by_session:
            self.add_error("wg_session", _("That session belongs to another cycle."))
        return said | {"cycle": said.get("cycle") or by_session}


class ColumnsForm(forms.Form):
    """Which column of a sheet holds what."""

    def __init__(self, data: Any = None, *, file: BroughtFile) -> None:
        super().__init__(data, prefix=f"file-{file.order}")
        columns = file.columns or {"header": [], "guess": {}}
        choices = [("", "—"), *((str(place), name or f"({place + 1})") for place, name in enumerate(columns["header"]))]
        for name, label in FIELDS.items():
            guessed = columns["guess"].get(name, "")
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices, required=name == "text", initial=str(guessed)
            )

    @property
    def mapping(self) -> dict[str, int]:
        """Field -> column, from 0."""
        return {name: int(place) for name, place in self.cleaned_data.items() if place}
