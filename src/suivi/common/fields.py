"""Days and moments in forms: picked in the browser's own calendar, or typed, the same in every form."""

from __future__ import annotations

from django import forms


class DayField(forms.DateField):
    """A day, picked or typed as `2026-07-02`."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    input_formats = ("%Y-%m-%d",)


class MomentField(forms.DateTimeField):
    """A moment, picked or typed as `2026-07-02T09:00`."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    input_formats = ("%Y-%m-%dT%H:%M",)
