"""Imports of a coalition, and what their files say they belong to."""

from __future__ import annotations

from suivi.coalitions.models import Coalition, Membership
from suivi.intake.models import BroughtFile, Import, ImportQuerySet, Line, PlannedReview
from suivi.intake.plan.stages import EXPORTS


def imports_of(membership: Membership) -> ImportQuerySet:
    """Return the coalition's imports with their files, the newest first."""
    return Import.objects.visible_to(membership).select_related("brought_by__person").prefetch_related("files")


def open_imports(coalition: Coalition) -> int:
    """Return how many imports of a coalition are not at their end."""
    return Import.objects.filter(coalition=coalition).open().count()


def files_that_wait(intake: Import) -> list[BroughtFile]:
    """Return the files of which a person must still say what their columns hold, or to which review they belong."""
    return [file for file in intake.files.all() if needs_columns(file) or needs_review(file)]


def needs_columns(file: BroughtFile) -> bool:
    """Say whether a file is a sheet, and nobody has said yet what its columns hold."""
    return not file.sentence and file.columns is not None and file.mapping is None


def needs_review(file: BroughtFile) -> bool:
    """Say whether a file was read, is about one review, and does not tell about which."""
    if file.sentence or not file.reading or file.reading["kind"] in EXPORTS:
        return False
    return not (file.state and file.cycle)


def reviews_told(intake: Import) -> list[tuple[str, int]]:
    """Return (State, cycle) of every review that the files speak of, in order."""
    told = Line.objects.filter(file__intake=intake).exclude(state="").exclude(cycle=None)
    # A report without recommendations still tells days and symbols.
    whole = BroughtFile.objects.filter(intake=intake, sentence="").exclude(state="").exclude(cycle=None)
    pairs = {*told.order_by().values_list("state", "cycle").distinct(), *whole.values_list("state", "cycle")}
    return sorted((state, cycle) for state, cycle in pairs if cycle is not None)


def is_outdated(intake: Import) -> bool:
    """Say whether the record of one of its reviews has changed since the import was looked through."""
    mine = set(intake.reviews.filter(applied_at=None).values_list("state", "cycle"))
    later = PlannedReview.objects.exclude(intake=intake).filter(applied_at__gt=intake.planned_at)
    return bool(mine & set(later.values_list("state", "cycle")))
