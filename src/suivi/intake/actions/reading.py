"""Reading what was brought, line by line, and working out what it would change. Done by the worker; may begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from django.db import transaction

from suivi.coalitions.models import Membership
from suivi.common.jobs.work import Progress
from suivi.intake.actions.ending import drop_file, end_import
from suivi.intake.actions.planning import plan_import
from suivi.intake.models import BroughtFile, Import, Line
from suivi.intake.opening import FOR_OPERATORS, FOR_STRANGERS, Opened, cycle_of, open_file
from suivi.intake.permissions import can_see_import
from suivi.intake.queries import needs_columns
from suivi.intake.rules import ImportState, LineKind
from suivi.intake.spoken import NONE_READ
from undocs.document import Document
from undocs.limits import Limits
from undocs.refusals import Unreadable

BATCH = 500
"""Lines written in one transaction: short enough that nobody waits."""
OF_EACH = 100
"""Units of progress for each file, and for the plan."""


def read_import(*, intake: Import, progress: Progress, at: datetime, by: Membership) -> None:
    """Read every file that was not read yet, then plan; a file that cannot be read leaves a sentence."""
    can_see_import(by, intake).require()
    if not _begin(intake, progress):
        return
    limits = FOR_OPERATORS if intake.is_from_disk else FOR_STRANGERS
    files = list(intake.files.all())
    total = OF_EACH * (len(files) + 1)
    for place, file in enumerate(files):
        progress.tell(OF_EACH * place, total)
        if not file.sentence and not file.reading and not needs_columns(file):
            _Reading(file, progress, OF_EACH * place, total).read(limits, by)
    progress.tell(OF_EACH * len(files), total)
    with transaction.atomic():
        progress.hold()
        if all(file.sentence for file in files):
            sentence = NONE_READ if len(files) > 1 else files[0].sentence
            end_import(intake=intake, state=ImportState.REFUSED, sentence=sentence, at=at, by=by)
            return
    plan_import(intake=intake, progress=progress, at=at, by=by)


def _begin(intake: Import, progress: Progress) -> bool:
    """Say that it is being read now; return False where it is past that."""
    with transaction.atomic():
        progress.hold()
        waiting = Import.objects.filter(pk=intake.pk, state__in=[ImportState.UPLOADED, ImportState.READING])
        return bool(waiting.update(state=ImportState.READING))


class _Reading:
    """The reading of one file, which writes its lines in short transactions and counts as read when all are there."""

    def __init__(self, file: BroughtFile, progress: Progress, reached: int, total: int) -> None:
        self.file = file
        self.progress = progress
        self.reached = reached
        self.total = total

    def read(self, limits: Limits, by: Membership) -> None:
        try:
            opened = open_file(Path(self.file.file.path), self.file.mapping, limits)
            if isinstance(opened, Opened):
                self._write_lines(opened)
                self._note(opened.document)
            else:
                self._note_columns(opened)
        except Unreadable as refusal:
            with transaction.atomic():
                self.progress.hold()
                Line.objects.filter(file=self.file).delete()
                drop_file(file=self.file, sentence=str(refusal), by=by)

    def _write_lines(self, opened: Opened) -> None:
        Line.objects.filter(file=self.file).delete()
        written = 0
        for some in batched(self._lines(opened), BATCH, strict=False):
            with transaction.atomic():
                self.progress.hold()
                Line.objects.bulk_create(some)
            written += len(some)
            # How many are to come is not known while they stream: the bar nears its end and never reaches it.
            self.progress.tell(self.reached + OF_EACH * written // (written + 10 * BATCH), self.total)

    def _lines(self, opened: Opened) -> Iterator[Line]:
        order = 0
        for order, row in enumerate(opened.recommendations, start=1):
            yield Line(
                file=self.file,
                order=order,
                kind=LineKind.RECOMMENDATION,
                state=row.state_under_review or "",
                cycle=cycle_of(row),
                page=row.page,
                has_warnings=bool(row.warnings),
                read=_storable(asdict(row)),
            )
        for place, answer in enumerate(opened.answers, start=order + 1):
            read = _storable(asdict(answer))
            yield Line(file=self.file, order=place, kind=LineKind.ANSWER, page=answer.page, read=read)

    def _note(self, document: Document) -> None:
        """Keep what was read of the document as a whole: from now on it counts as read."""
        file = self.file
        file.reading = _storable(document.as_json())
        file.state, file.cycle = document.state_under_review or "", document.cycle
        file.wg_session = document.wg_session
        with transaction.atomic():
            self.progress.hold()
            file.save(update_fields=["reading", "state", "cycle", "wg_session"])

    def _note_columns(self, columns: dict[str, Any]) -> None:
        self.file.columns = _storable(columns)
        with transaction.atomic():
            self.progress.hold()
            self.file.save(update_fields=["columns"])


def _storable(read: Any) -> Any:
    """Return what was read without the signs that PostgreSQL cannot keep: NUL, and halves of pairs."""
    match read:
        case str():
            return read.replace("\0", "").encode("utf-8", "ignore").decode()
        case list():
            return [_storable(each) for each in read]
        case dict():
            return {name: _storable(each) for name, each in read.items()}
        case _:
            return read
