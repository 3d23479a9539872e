"""Reading what was brought, line by line, and working out what it would change. Done by the worker; may begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

import undocs
from suivi.coalitions.models import Membership
from suivi.common.jobs.work import Progress
from suivi.intake.actions.ending import drop_file, end_import
from suivi.intake.actions.planning import plan_import
from suivi.intake.models import BroughtFile, Import, Line
from suivi.intake.permissions import can_see_import
from suivi.intake.rules import ImportState, LineKind, cycle_of_session
from undocs import guarded

BATCH = 500
"""Lines written in one transaction: short enough that nobody waits."""
OF_EACH = 100
"""Units of progress for each file, and for the plan."""


def read_import(*, intake: Import, progress: Progress, at: datetime, by: Membership) -> None:
    """Read every file that was not read yet, then plan; a file that cannot be read leaves a sentence."""
    can_see_import(by, intake).require()
    if not _begin(intake, progress):
        return
    files = list(intake.files.all())
    total = OF_EACH * (len(files) + 1)
    for place, file in enumerate(files):
        progress.tell(OF_EACH * place, total)
        if not file.sentence and not file.reading:
            _read(file, progress, (OF_EACH * place, total), by)
    progress.tell(OF_EACH * len(files), total)
    with transaction.atomic():
        progress.hold()
        if all(file.sentence for file in files):
            sentence = _("None of the files could be read.") if len(files) > 1 else files[0].sentence
            end_import(intake=intake, state=ImportState.REFUSED, sentence=sentence, at=at, by=by)
            return
    plan_import(intake=intake, progress=progress, at=at, by=by)


def _begin(intake: Import, progress: Progress) -> bool:
    """Say that it is being read now; return False where it is past that."""
    with transaction.atomic():
        progress.hold()
        waiting = Import.objects.filter(pk=intake.pk, state__in=[ImportState.UPLOADED, ImportState.READING])
        return bool(waiting.update(state=ImportState.READING))


def _read(file: BroughtFile, progress: Progress, reached: tuple[int, int], by: Membership) -> None:
    try:
        document = guarded.read(file.file.path)
    except undocs.Unreadable as refusal:
        with transaction.atomic():
            progress.hold()
            drop_file(file=file, sentence=str(refusal), by=by)
        return
    Line.objects.filter(file=file).delete()
    lines = list(_lines(file, document))
    for place, some in enumerate(batched(lines, BATCH, strict=False)):
        with transaction.atomic():
            progress.hold()
            Line.objects.bulk_create(some)
        done, total = reached
        progress.tell(done + OF_EACH * place * BATCH // len(lines), total)
    with transaction.atomic():
        progress.hold()
        _note(file, document)


def _note(file: BroughtFile, document: undocs.Document) -> None:
    """Keep what was read of the document as a whole: from now on it counts as read."""
    file.reading = storable({**document.as_json(), "recommendations": [], "positions": []})
    file.state, file.cycle = document.state_under_review or "", document.cycle
    file.wg_session = document.wg_session
    file.save(update_fields=["reading", "state", "cycle", "wg_session"])


def _lines(file: BroughtFile, document: undocs.Document) -> Iterator[Line]:
    read = document.as_json()
    for order, each in enumerate(read["recommendations"], start=1):
        yield Line(
            file=file,
            order=order,
            kind=LineKind.RECOMMENDATION,
            state=each["state_under_review"] or "",
            cycle=each["cycle"] or cycle_of_session(each["wg_session"]),
            page=each["page"],
            has_warnings=bool(each["warnings"]),
            read=storable(each),
        )
    for order, each in enumerate(read["positions"], start=len(read["recommendations"]) + 1):
        yield Line(file=file, order=order, kind=LineKind.ANSWER, page=each["page"], read=storable(each))


def storable(read: Any) -> Any:
    """Return what was read without the signs that PostgreSQL cannot keep: NUL, and halves of pairs."""
    match read:
        case str():
            return read.replace("\0", "").encode("utf-8", "ignore").decode()
        case list():
            return [storable(each) for each in read]
        case dict():
            return {name: storable(each) for name, each in read.items()}
        case _:
            return read
