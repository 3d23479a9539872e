"""Ending an import: what it leaves behind, and what goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db import transaction

from suivi.common.jobs.actions import start
from suivi.intake.models import BroughtFile, Import, Line
from suivi.intake.rules import OPEN, ImportState
from suivi.intake.spoken import PART_STAYS
from suivi.record.models import Document
from suivi.record.rules import LINKING_WORK


@transaction.atomic
def end_import(*, intake: Import, state: ImportState, sentence: str, at: datetime, by: object) -> None:
    """Bring an import to its end. Its lines go; its files go too, except those that the record was read from.

    What was asked before is looked up anew for every State whose reviews changed.
    """
    current = Import.objects.select_for_update().get(pk=intake.pk)
    if current.state not in OPEN:
        return
    changed = current.reviews.filter(applied_at__isnull=False)
    for changed_state in changed.order_by().values_list("state", flat=True).distinct():
        start(LINKING_WORK, state=changed_state)
    done = changed.count()
    if done and state != ImportState.APPLIED:
        sentence = PART_STAYS % {"done": done, "all": current.reviews.count(), "why": sentence}
    Line.objects.filter(file__intake=current).delete()
    for file in current.files.all():
        drop_file(file=file, sentence=file.sentence, by=by)
    current.state, current.sentence, current.ended_at = state, sentence.strip()[:400], at
    current.save(update_fields=["state", "sentence", "ended_at"])


def drop_file(*, file: BroughtFile, sentence: str, by: object) -> None:  # noqa: ARG001
    """Let go of a file's bytes once this transaction holds, unless the record was read from them; keep why."""
    kept = Document.objects.filter(sha256=file.sha256).first()
    name = file.file.name
    if kept is not None:
        file.file.name = kept.file.name
    if name and (kept is None or kept.file.name != name):
        storage = file.file.storage
        transaction.on_commit(lambda: storage.delete(name))
    if kept is None:
        file.file.name = ""
    file.sentence = sentence[:400]
    file.save(update_fields=["file", "sentence"])


def sweep_files(*, at: datetime, by: object) -> int:  # noqa: ARG001
    """Remove files that no row tells of, left by a crash between the two, once a day old; return how many."""
    kept = {*BroughtFile.objects.values_list("file", flat=True), *Document.objects.values_list("file", flat=True)}
    _folders, names = default_storage.listdir("documents") if default_storage.exists("documents") else ([], [])
    lost = [f"documents/{name}" for name in names if f"documents/{name}" not in kept]
    old = [name for name in lost if default_storage.get_modified_time(name) < at - timedelta(days=1)]
    for name in old:
        default_storage.delete(name)
    return len(old)
