"""How a motion stands, ready to be shown: for its own page, for the projector, for the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language_bidi

from suivi.consent.pictures import voices
from suivi.consent.queries.motions import standing_of

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consent.models import Motion


def shown(motion: Motion, now: datetime, *, to_runners: bool = False) -> dict[str, Any]:
    """Return what `consent/parts/tally.html` shows: shapes and words, divided as far as it may be known.

    On a projector, whoever runs it, `to_runners` stays false: everybody looks.
    """
    standing = standing_of(motion, now)
    splits = standing.shows_split or (to_runners and not standing.is_open)
    drawing = voices(standing.tally, "rtl" if get_language_bidi() else "ltr", splits=splits)
    return {"motion": motion, "standing": standing, "splits": splits, "drawing": drawing}
