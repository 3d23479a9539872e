"""Where an import may stand, what moves it on, and how much may come in at once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from undocs.vocabulary import rows


class ImportState(models.TextChoices):
    """Where an import stands."""

    UPLOADED = "uploaded", _("waits to be read")
    READING = "reading", _("is being read")
    CHECKED = "checked", _("waits for your look")
    APPLYING = "applying", _("is being taken into the record")
    APPLIED = "applied", _("is in the record")
    REFUSED = "refused", _("could not be read")
    CANCELLED = "cancelled", _("was discarded")
    FAILED = "failed", _("broke off")


TRANSITIONS: dict[ImportState, dict[ImportState, str]] = {
    ImportState.UPLOADED: {ImportState.READING: "read_import", ImportState.CANCELLED: "discard_import"},
    ImportState.READING: {
        ImportState.CHECKED: "read_import",
        ImportState.REFUSED: "read_import",
        ImportState.CANCELLED: "discard_import",
        ImportState.FAILED: "close_import",
    },
    ImportState.CHECKED: {
        ImportState.READING: "say_review",
        ImportState.APPLYING: "confirm_import",
        ImportState.CANCELLED: "discard_import",
    },
    ImportState.APPLYING: {
        ImportState.APPLIED: "apply_import",
        ImportState.CANCELLED: "discard_import",
        ImportState.FAILED: "close_import",
    },
    ImportState.APPLIED: {},
    ImportState.REFUSED: {},
    ImportState.CANCELLED: {},
    ImportState.FAILED: {},
}

OPEN = tuple(state for state, onward in TRANSITIONS.items() if onward)
AT_WORK = (ImportState.UPLOADED, ImportState.READING, ImportState.APPLYING)
"""While the worker has it."""

FILES_AT_ONCE = 12
OPEN_AT_ONCE = 20
"""Imports that a coalition may have waiting."""

READING_WORK = "suivi.intake.tasks.read_import"
APPLYING_WORK = "suivi.intake.tasks.apply_import"


class LineKind(models.TextChoices):
    """What a line of a document is."""

    RECOMMENDATION = "recommendation", _("recommendation")
    ANSWER = "answer", _("answer")


class Verdict(models.TextChoices):
    """What one line of a document would do to the record."""

    NEW = "new", _("new")
    ADDS = "adds", _("adds to what is there")
    SAME = "same", _("same as before")
    DIFFERS = "differs", _("differs from the record")
    NOWHERE = "nowhere", _("belongs nowhere")


def cycle_of_session(wg_session: int | None) -> int | None:
    """Return the cycle that a session of the Working Group belongs to, by the vocabulary; None where there is none."""
    return _cycle_begun("first_session", wg_session)


def cycle_of_council(hrc_session: int | None) -> int | None:
    """Return the cycle whose reports came before that session of the Council, some months after each review."""
    return _cycle_begun("first_council_session", hrc_session)


def _cycle_begun(column: str, session: int | None) -> int | None:
    begun = [int(row["cycle"]) for row in rows("cycles.csv") if session and int(row[column]) <= session]
    return max(begun, default=None)


VERBS = {
    "bring_files": _("brought documents"),
    "say_review": _("said which review a document belongs to"),
    "say_columns": _("said what the columns of a sheet hold"),
    "confirm_import": _("confirmed an import"),
    "apply_import": _("took an import into the record"),
    "leave_out_file": _("went on without a document"),
    "discard_import": _("discarded an import"),
}
"""What each verb of this floor says to a reader of the history."""
