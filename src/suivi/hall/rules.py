"""The words of the hall: what may stand on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Shown(models.TextChoices):
    """What the projector shows."""

    DOOR = "door", _("how to join")
    AGENDA = "agenda", _("what is on now")
    OPINIONS = "opinions", _("the opinion map")
    PRIORITIES = "priorities", _("priorities")
    DECISION = "decision", _("a decision")


LOOK_AGAIN_PHONE = 10
"""Seconds after which a phone looks again, give or take a quarter."""
LOOK_AGAIN_WALL = 4
"""Seconds after which the wall does."""
LOOK_AGAIN_PLAIN = 15
"""Seconds after which a wall that runs no script is loaded again."""

VERBS: dict[str, str | Promise] = {"show_on_wall": _("chose what the wall shows in a consultation")}
"""What each verb of this floor says to a reader of the history."""
