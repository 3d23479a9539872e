"""What people type into one line of a plan, or bring as a sheet; checked, and nothing saved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from suivi.plans.queries.naming import Names
from suivi.plans.rules.columns import COLUMNS, LONGEST, TEXTS, Table


class LineForm(forms.Form):
    """The cells of one line. `version` says from which version they were typed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def __init__(self, *args: Any, table: Table, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table, self.names = table, names
        for column in COLUMNS[table]:
            widget: forms.Widget = forms.TextInput(attrs={"dir": "auto", "list": f"known-{column.name}"})
            if column.name in TEXTS[table]:
                widget = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
            if column.name == "by_when":
                widget = forms.DateInput(attrs={"type": "date"})
            self.fields[column.name] = forms.CharField(
                label=str(column.label), help_text=str(column.help), required=False, max_length=LONGEST, widget=widget
            )

    @property
    def cells(self) -> dict[str, str]:
        """The cells as they were typed."""
        return {column.name: self.cleaned_data[column.name] for column in COLUMNS[self.table]}

    def clean(self) -> dict[str, Any]:
        """Refuse cells that name nothing, and lines that say nothing."""
        cleaned = super().clean() or self.cleaned_data
        cells = {column.name: cleaned.get(column.name, "") for column in COLUMNS[self.table]}
        for name, sentence in self.names.understand(self.table, cells).wrong.items():
            if name not in self.errors:
                self.add_error(name, sentence)
        if not any(cells.values()):
            raise forms.ValidationError(_("Write something into at least one field."))
        return cleaned


class TypedForm(LineForm):
    """One line typed from paper: the cluster is that of the sheet of paper, and stays from line to line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in TEXTS[self.table]:
            self.fields[name].widget = forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
        self.fields["recommendations"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
        first = "recommendations" if self.initial.get("cluster") else "cluster"
        self.fields[first].widget.attrs["autofocus"] = True


class SheetForm(forms.Form):
    """A sheet that comes back."""

    sheet = forms.FileField(
        label=_("Workbook"),
        help_text=_("The workbook that was downloaded here, changed in Excel or LibreOffice. Keep its first row."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.ods,.xls,.csv"}),
    )
