"""Where an activity stands, what moves it, and what each verb of plans says to a reader of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ActivityState(models.TextChoices):
    """Where an activity stands."""

    OPEN = "open", _("open")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


TRANSITIONS: dict[ActivityState, dict[ActivityState, str]] = {
    ActivityState.OPEN: {ActivityState.DONE: "tick_activity", ActivityState.DROPPED: "drop_activity"},
    ActivityState.DONE: {ActivityState.OPEN: "take_up_activity"},
    ActivityState.DROPPED: {ActivityState.OPEN: "take_up_activity"},
}

VERBS: dict[str, str | Promise] = {
    "add_row": _("added a line to a plan"),
    "change_row": _("changed a line of a plan"),
    "remove_row": _("took a line off a plan"),
    "put_back_row": _("put a line back into a plan"),
    "bring_sheet": _("brought a plan back from a spreadsheet"),
    "start_plans": _("started the plans from priorities and strategies"),
    "tick_activity": _("ticked an activity off"),
    "drop_activity": _("dropped an activity"),
    "take_up_activity": _("took an activity up again"),
    "put_on_calendar": _("put activities on the calendar"),
}
