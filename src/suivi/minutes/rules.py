"""The words of minutes: their parts in order, where they stand, and what moves them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Part(models.TextChoices):
    """The parts of minutes, in their order; each begins with what the house knows, and ends with the rapporteur."""

    OPENING = "opening", _("Opening")
    WHO = "who", _("Who took part")
    AGENDA = "agenda", _("Course of the meeting")
    TALK = "talk", _("What was discussed")
    OPINIONS = "opinions", _("What unites us")
    PRIORITIES = "priorities", _("Joint priorities")
    DECISIONS = "decisions", _("Decisions")
    ACTIONS = "actions", _("Who does what")
    CLOSING = "closing", _("Closing")


class MinutesState(models.TextChoices):
    """Where minutes stand. Agreed minutes keep the facts of that day, whatever changes later."""

    DRAFT = "draft", _("draft")
    AGREED = "agreed", _("agreed")


TRANSITIONS: dict[MinutesState, dict[MinutesState, str]] = {
    MinutesState.DRAFT: {MinutesState.AGREED: "agree_minutes"},
    MinutesState.AGREED: {MinutesState.DRAFT: "reopen_minutes"},
}

LONGEST_NOTE = 8000
"""Letters that the rapporteur may write in one place."""

VERBS: dict[str, str | Promise] = {
    "name_rapporteur": _("named the rapporteur of a consultation"),
    "write_note": _("wrote in the minutes"),
    "agree_minutes": _("recorded that the minutes are agreed"),
    "reopen_minutes": _("opened agreed minutes again"),
}
"""What each verb of this floor says to a reader of the history."""
