"""Bringing files, and discarding what was brought."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.common.jobs.actions import ask_to_cancel, start
from suivi.history.actions import tell
from suivi.intake.actions.ending import end_import
from suivi.intake.models import BroughtFile, Import
from suivi.intake.permissions import can_bring_files, can_discard_import
from suivi.intake.rules import READING_WORK, ImportState
from suivi.intake.spoken import SAME_FILE


@transaction.atomic
def bring_files(*, files: Sequence[UploadedFile], at: datetime, is_from_disk: bool = False, by: Membership) -> Import:
    """Keep the files durably, then the rows that tell of them, and let the worker read them; return the import."""
    can_bring_files(by).require()
    intake = Import.objects.create(coalition=by.coalition, brought_by=by, brought_at=at, is_from_disk=is_from_disk)
    kept: list[BroughtFile] = []
    try:
        for order, file in enumerate(files, start=1):
            kept.append(_keep(intake, order, file, kept))
        intake.job = start(READING_WORK, import_key=intake.key)
        intake.save(update_fields=["job"])
        details = {"files": len(kept), "sha256": [file.sha256 for file in kept]}
        tell(
            verb="bring_files", thing=f"import:{intake.key}", coalition=by.coalition.key, details=details, at=at, by=by
        )
    except BaseException:
        for each in kept:
            each.file.delete(save=False)
        raise
    return intake


@transaction.atomic
def discard_import(*, intake: Import, at: datetime, by: Membership) -> None:
    """Discard what was brought; where the worker has it, it ends at its next step and keeps what is in the record."""
    current = Import.objects.select_for_update().get(pk=intake.pk)
    can_discard_import(by, current).require()
    tell(verb="discard_import", thing=f"import:{current.key}", coalition=by.coalition.key, at=at, by=by)
    if current.is_at_work and current.job:
        ask_to_cancel(current.job)
    else:
        end_import(intake=current, state=ImportState.CANCELLED, sentence="", at=at, by=by)


def _keep(intake: Import, order: int, upload: UploadedFile, kept: Sequence[BroughtFile]) -> BroughtFile:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    file = BroughtFile(
        intake=intake, order=order, name=_shown(upload.name), size=upload.size or 0, sha256=digest.hexdigest()
    )
    same = next((other for other in kept if other.sha256 == file.sha256), None)
    if same:
        file.sentence = SAME_FILE % {"name": same.name}
        file.save()
    else:
        file.file.save(upload.name or "", upload)
    return file


def _shown(name: str | None) -> str:
    """Return a file's name as it can be shown: one form of each letter, nothing invisible, not too long."""
    plain = unicodedata.normalize("NFC", name or "")
    return "".join(sign for sign in plain if sign.isprintable() and unicodedata.category(sign) != "Cs")[-200:] or "?"
