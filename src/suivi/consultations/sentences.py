"""Sentences that more than one place says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NO_DOOR = _("This code opens nothing. Look at the wall again, or ask whoever leads the consultation.")
