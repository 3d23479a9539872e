"""The words of prioritising: two methods, two kinds of voices, and where an exercise stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Method(models.TextChoices):
    """How priorities are found."""

    SCORES = "scores", _("scores on criteria")
    DOTS = "dots", _("dots")


class VoiceOf(models.TextChoices):
    """Whose sheet it is."""

    PERSON = "person", _("each person")
    ORGANISATION = "organisation", _("each organisation")


class Weighs(models.TextChoices):
    """What a criterion speaks of in the picture: what would change, or how hard it is."""

    IMPACT = "impact", _("impact: what would change")
    EFFORT = "effort", _("effort: how hard it is")


class Direction(models.TextChoices):
    """Whether a high score speaks for a recommendation or against it."""

    FOR = "for", _("a high score speaks for it")
    AGAINST = "against", _("a high score speaks against it")


class ExerciseState(models.TextChoices):
    """Where an exercise stands."""

    PREPARED = "prepared", _("prepared")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    TAKEN_OVER = "taken_over", _("taken over")


TRANSITIONS: dict[ExerciseState, dict[ExerciseState, str]] = {
    ExerciseState.PREPARED: {ExerciseState.OPEN: "open_exercise"},
    ExerciseState.OPEN: {ExerciseState.CLOSED: "close_exercise"},
    ExerciseState.CLOSED: {ExerciseState.OPEN: "reopen_exercise", ExerciseState.TAKEN_OVER: "take_over"},
    ExerciseState.TAKEN_OVER: {ExerciseState.CLOSED: "undo_take_over"},
}

LOWEST, HIGHEST = 1, 5
"""The ends of every scale."""
FEW = 5
"""Fewer voices than these are shown to nobody but those who run the consultation."""
DOTS_EACH, DOTS_ON_ONE = 5, 3
MOST_DOTS = 50

VERBS: dict[str, str | Promise] = {
    "prepare_exercise": _("prepared a priority exercise"),
    "change_exercise": _("changed a priority exercise"),
    "set_criteria": _("changed the criteria of a priority exercise"),
    "discard_exercise": _("took a priority exercise away before it began"),
    "open_exercise": _("opened a priority exercise"),
    "close_exercise": _("closed a priority exercise"),
    "reopen_exercise": _("opened a priority exercise again"),
    "take_over": _("took results over as joint priorities"),
    "undo_take_over": _("took joint priorities back"),
    "add_priority": _("added a joint priority by hand"),
    "change_priority": _("changed a joint priority"),
    "remove_priority": _("took a joint priority off the list"),
    "put_back_priority": _("put a joint priority back on the list"),
}
"""What each verb of this floor says to a reader of the history. Scores and dots are nobody's history: not told."""
