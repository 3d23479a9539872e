"""What stands in the fields of the nests where a canary will not do, and whose each model is."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pypdfium2
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

import undocs
from suivi.consultations.rules import as_code
from suivi.intake.plan.changes import Plan
from suivi.opinions.models import Statement
from suivi.opinions.rules.dots import Grid
from suivi.opinions.rules.outcome import Cell, Outcome
from suivi.opinions.rules.words import Choice
from suivi.plans.models import Activity


def blank_page() -> bytes:
    """Return a PDF of one empty page."""
    document, file = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(595, 842)
    document.save(file)
    return file.getvalue()


def two_groups(key: str) -> Outcome:
    """Return results of two groups about one statement."""
    cells, said = (Cell(5, 0, 0), Cell(0, 5, 1)), ((key, Choice.AGREE),)
    grid = Grid(2, 1, ((0, 0, 0), (1, 0, 1)))
    return Outcome(11, 11, 0.9, (5, 6), grid, {key: cells}, said, (key,), (said, said), (key,))


# Models of no coalition: the record is every coalition's, jobs and the head of the history name nobody.
SHARED = {
    "jobs.Job", "record.Document", "record.Review", "record.Pledge", "record.Recommendation", "record.Part",
    "record.RecommendingState", "record.Meaning", "record.AskedBefore", "record.Response", "record.Tag",
    "record.Tagging",
}  # fmt: skip
# Filled by others: the index by the record, the head by the history.
LEFT_OUT = {"record.Entry", "history.Head"}
# Texts of a coalition that everybody signed in may read: what was corrected in the shared record, and why.
PUBLISHED = {f"record.Correction.{field}" for field in ("field", "before", "after", "reason")}
# What a field holds where a canary will not do: by its full name, else by its own.
# A function is called with the nest and the full name.
INSTEAD: dict[str, Any] = {
    "state": "XOR",
    "cycle": 4,
    "language": "en",
    "text_language": "en",
    "coalitions.Person.password": "!",
    "coalitions.Person.is_active": True,
    "coalitions.Membership.role_key": "coordinator",
    "coalitions.Invitation.expires_at": timezone.now() + timedelta(hours=70),
    "coalitions.JoinLink.expires_at": timezone.now() + timedelta(hours=70),
    "coalitions.Ask.expires_at": timezone.now() + timedelta(hours=20),
    "coalitions.HandOver.expires_at": timezone.now() + timedelta(days=13),
    "intake.Import.state": "checked",
    "intake.BroughtFile.sentence": "",
    "intake.BroughtFile.mapping": None,
    "intake.BroughtFile.file": lambda _nest, _where: ContentFile(blank_page(), name="brought.pdf"),
    "intake.BroughtFile.columns": None,
    "intake.PlannedReview.counts": Plan("XOR", 4, is_new=False).counts(),
    "intake.BroughtFile.reading": lambda nest, where: undocs.Document(
        undocs.Kind.WORKING_GROUP_REPORT, symbol=nest.canary(where), warnings=[nest.canary(where)]
    ).as_json(),
    "intake.Line.read": lambda nest, where: asdict(undocs.Recommendation("128.2", nest.canary(where), states=["NOR"])),
    "record.Recommendation.number": "128.1",
    "record.Recommendation.key": "XOR/4/128.1",
    "record.Review.reviewed_on": date(2026, 1, 28),
    "record.Review.plenary_on": None,
    "record.Document.file": lambda _nest, _where: ContentFile(blank_page(), name="orvana.pdf"),
    "record.Document.name": "orvana.pdf",
    "consultations.Consultation.phase": "discuss",
    "consultations.Consultation.begins_on": date(2026, 5, 4),
    "consultations.Consultation.ends_on": date(2030, 5, 6),
    "consultations.Consultation.milestone": None,
    "consultations.Door.code": lambda nest, where: as_code(nest.canary(where))[4:12],
    "consultations.Door.closes_at": timezone.now() + timedelta(days=2),
    "consultations.AgendaTemplate.rows": [],
    "plans.BroughtSheet.lines": [],
    "plans.BroughtSheet.table": "strategy",
    "plans.RowVersion.row": lambda nest, _where: nest.row(Activity).key,
    "plans.RowVersion.cells": lambda nest, where: {"activity": nest.canary(where)},
    "opinions.OpinionMap.state": "open",
    "opinions.OpinionMap.audience": "while_open",
    "opinions.Statement.state": "shown",
    "opinions.Result.figures": lambda nest, _where: two_groups(nest.row(Statement).key).as_json(),
    "priorities.Exercise.state": "open",
    "priorities.Sheet.organisation": None,
    "consent.Motion.state": "open",
    "consent.Motion.closes_at": timezone.now() + timedelta(days=2),
    "consent.Motion.outcome": "",
    "consent.Motion.entitled": None,
    "consent.Voice.organisation": None,
    "discussions.Thread.recommendation": None,
    "discussions.Thread.cluster": None,
    "discussions.Thread.strategy": None,
    "discussions.Entry.withdrawn_by": None,
    "discussions.Entry.withdrawn_why": "",
    "discussions.Strategy.number": lambda nest, _where: next(nest.numbers),
    "discussions.Strategy.state": "proposed",
    "discussions.Strategy.former_state": "proposed",
    "discussions.Strategy.adopted_at": None,
    "discussions.Strategy.withdrawn_why": "",
    "discussions.Amendment.decided_by": None,
    "discussions.Amendment.decided_at": None,
    "discussions.Merge.undone_at": None,
    "discussions.MergedStrategy.brought": [],
    "discussions.Translation.state": "made",
    "discussions.Translation.version": 1,
    "discussions.Notice.seen_at": None,
    "discussions.Follow.recommendation": None,
    "discussions.Follow.cluster": None,
    "timeline.Milestone.due_on": date(2030, 1, 1),
    "timeline.Milestone.kind": "own",
}
# What stays empty: things are where they begin, and are not yet over.
NULLED = {
    "ended_at",
    "frozen_at",
    "agreed_at",
    "agreed_by",
    "vouched_by",
    "closed_at",
    "left_at",
    "milestone",
    "removed_at",
    "undone_at",
    "withdrawn_at",
    "done_on",
    "last_login",
    "accepted_by",
    "replaces",
    "corrected_text",
}


PLAIN: tuple[tuple[type[models.Field[Any, Any]], Any], ...] = (
    (models.DateTimeField, timezone.now()),
    (models.DateField, date(2026, 3, 24)),
    (models.BooleanField, False),
    (models.FloatField, 0.5),
    (models.IntegerField, 1),
    (models.BinaryField, b""),
    (models.UUIDField, UUID(int=1)),
    (models.JSONField, {}),
)
