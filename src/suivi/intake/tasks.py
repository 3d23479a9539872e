"""The long work of importing, for the worker."""

from __future__ import annotations

from django.utils import timezone

from suivi.common.jobs.rules import JobState
from suivi.common.jobs.work import Progress, work
from suivi.intake.actions import applying, reading
from suivi.intake.actions.ending import end_import, sweep_files
from suivi.intake.models import Import
from suivi.intake.rules import ImportState
from suivi.intake.spoken import BROKE_OFF


def close_import(state: JobState, *, import_key: str) -> None:
    """Bring an import to its end when its job was cancelled, or failed for good."""
    intake = Import.objects.select_related("brought_by").get(key=import_key)
    if state == JobState.CANCELLED:
        end_import(intake=intake, state=ImportState.CANCELLED, sentence="", at=timezone.now(), by=intake.brought_by)
    else:
        end_import(intake=intake, state=ImportState.FAILED, sentence=BROKE_OFF, at=timezone.now(), by=intake.brought_by)


@work(attempts=3, otherwise=close_import)
def read_import(progress: Progress, *, import_key: str) -> None:
    """Read what was brought, and work out what it would change."""
    intake = Import.objects.select_related("brought_by__coalition").get(key=import_key)
    reading.read_import(intake=intake, progress=progress, at=timezone.now(), by=intake.brought_by)
    sweep_files(at=timezone.now(), by="suivi")


@work(attempts=3, otherwise=close_import)
def apply_import(progress: Progress, *, import_key: str) -> None:
    """Take what was confirmed into the record."""
    intake = Import.objects.select_related("confirmed_by__coalition", "coalition").get(key=import_key)
    if intake.confirmed_by:
        applying.apply_import(intake=intake, progress=progress, clock=timezone.now, by=intake.confirmed_by)
