"""Where a statement stands, what moves it, and when two statements are the same."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suivi.common.normalise import index_words


class StatementState(models.TextChoices):
    """Where a statement stands."""

    WAITING = "waiting", _("waits for a moderator")
    SHOWN = "shown", _("on the map")
    HELD_BACK = "held_back", _("held back")


TRANSITIONS: dict[StatementState, dict[StatementState, str]] = {
    StatementState.WAITING: {StatementState.SHOWN: "let_through", StatementState.HELD_BACK: "hold_back"},
    StatementState.SHOWN: {StatementState.HELD_BACK: "hold_back"},
    StatementState.HELD_BACK: {StatementState.SHOWN: "let_through"},
}


def sameness(text: str) -> str:
    """Return what two statements share that say the same in the same words, whatever their case, accents and points."""
    return " ".join(index_words(text))
