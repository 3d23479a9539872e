"""The words of deciding: voices, outcomes, and where a motion stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Choice(models.TextChoices):
    """What a voice says."""

    AGREE = "agree", _("agree")
    STAND_ASIDE = "stand_aside", _("stand aside")
    OBJECT = "object", _("object")


class QuorumIn(models.TextChoices):
    """How a quorum is counted."""

    SHARE = "share", _("per cent of all who may speak")
    NUMBER = "number", _("voices")


class Ballots(models.TextChoices):
    """Whether others see who said what."""

    NAMED = "named", _("named: everybody here sees who said what")
    COUNTED = "counted", _("counted: nobody sees who said what")


class Printed(models.TextChoices):
    """Whether somebody wants their dissent printed in the minutes."""

    NOT = "not", _("do not print it")
    UNNAMED = "unnamed", _("print it without a name")
    NAMED = "named", _("print it with the name")


class Outcome(models.TextChoices):
    """What came of a motion."""

    CONSENT = "consent", _("consent")
    CONSENT_ASIDE = "consent_aside", _("consent, with some standing aside")
    DISSENT = "dissent", _("decided, with dissent on record")
    OBJECTED = "objected", _("not decided: an objection stands")
    NO_QUORUM = "no_quorum", _("not decided: too few voices")
    NOBODY_AGREES = "nobody_agrees", _("not decided: nobody agrees")


class MotionState(models.TextChoices):
    """Where a motion stands."""

    DRAFTED = "drafted", _("drafted")
    OPEN = "open", _("open")
    DECIDED = "decided", _("decided")
    NOT_DECIDED = "not_decided", _("not decided")
    WITHDRAWN = "withdrawn", _("withdrawn")


TRANSITIONS: dict[MotionState, dict[MotionState, str]] = {
    MotionState.DRAFTED: {MotionState.OPEN: "open_motion", MotionState.WITHDRAWN: "withdraw_motion"},
    MotionState.OPEN: {
        MotionState.OPEN: "amend_motion",
        MotionState.DECIDED: "close_motion",
        MotionState.NOT_DECIDED: "close_motion",
        MotionState.WITHDRAWN: "withdraw_motion",
    },
    MotionState.NOT_DECIDED: {MotionState.OPEN: "amend_motion"},
    MotionState.DECIDED: {},
    MotionState.WITHDRAWN: {},
}

DECIDING = frozenset({Outcome.CONSENT, Outcome.CONSENT_ASIDE, Outcome.DISSENT})
"""Outcomes by which something was decided."""
SOON = timedelta(hours=24)
"""So long before its end a motion says that it closes soon."""
FEW = 5
"""Of fewer counted voices, how they divide is shown to those who run the consultation alone."""
LONGEST_REASON = 1000

VERBS: dict[str, str | Promise] = {
    "draft_motion": _("drafted a motion"),
    "change_motion": _("changed a motion"),
    "open_motion": _("put a motion to everybody"),
    "amend_motion": _("amended a motion, and asked everybody again"),
    "close_motion": _("wrote down what came of a motion"),
    "withdraw_motion": _("withdrew a motion"),
}
"""What each verb of this floor says to a reader of the history. Voices are nobody's history: not told."""
