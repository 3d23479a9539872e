"""The words of plans: their columns, and where an action stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

VERBS: dict[str, str | Promise] = {}
"""What each verb of this floor says to a reader of the history."""
