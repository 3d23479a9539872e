"""What stands at the end of papers about recommendations."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suivi.reports.formats.model import Note, runs


def disclaimer() -> Note:
    """Return whose words recommendations are, and what "noted" means."""
    return Note(
        runs(
            _(
                "Recommendations reflect the position of the States that made them; they should not be read as "
                "endorsed by the Working Group as a whole. They are given in the language and the wording in "
                "which they were published. “Noted” is the word of the United Nations; it does not mean refused."
            )
        )
    )
