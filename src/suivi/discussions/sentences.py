"""Sentences that more than one room says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

OFF_THE_TABLE = _("It is no longer on the table.")
REWORDED_SINCE = _("The strategy was reworded while you read. Look at it again, then decide.")
"""Refuses a decision about a text that the person did not see."""
