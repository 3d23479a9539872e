"""Sentences that a form and an action say alike."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

AMENDED = _("The motion was amended while you read it. Read the new wording, then say what you think of it.")
GIVE_YOUR_REASON = _("An objection needs its reason: only then can others answer it.")
