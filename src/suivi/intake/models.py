"""An import, the files that were brought, each line as it was read, and what it would change in each review."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from suivi.coalitions.models import Coalition, Membership, make_key
from suivi.common.jobs.models import Job
from suivi.intake.plan.naming import in_ranges
from suivi.intake.rules import AT_WORK, OPEN, ImportState, LineKind, Verdict
from suivi.intake.spoken import said

KNOWN_ENDINGS = {".pdf", ".docx", ".doc", ".xlsx", ".xls", ".ods", ".csv", ".json", ".txt"}


def place_for(_file: BroughtFile, name: str) -> str:
    """Return where a file is kept: under a name of ours, with its ending only where that is one we know."""
    ending = Path(name).suffix.lower()
    return f"documents/{secrets.token_hex(16)}{ending if ending in KNOWN_ENDINGS else ''}"


class ImportQuerySet(models.QuerySet["Import"]):
    """Imports belong to the coalition that brought them."""

    def visible_to(self, membership: Membership | None) -> ImportQuerySet:
        """Return those of the coalition, to members who may change the record; to all others none exists."""
        if not membership or not membership.role.keeps_record:
            return self.none()
        return self.filter(coalition_id=membership.coalition_id)

    def open(self) -> ImportQuerySet:
        """Return those that are not at their end."""
        return self.filter(state__in=OPEN)


class Import(models.Model):
    """Documents brought together, from the drop to the record. `sentence` says why it ended otherwise.

    `is_from_disk`: whoever keeps the server brought them from its own disk; such files may be larger.
    """

    State = ImportState

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="imports")
    brought_by = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="imports")
    brought_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    planned_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.UPLOADED)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sentence = models.CharField(max_length=400, blank=True)
    is_from_disk = models.BooleanField(default=False)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ("-brought_at", "-id")
        indexes = (models.Index(fields=("coalition", "state"), name="intake_of_coalition"),)

    def __str__(self) -> str:
        return self.key

    @property
    def why(self) -> str:
        """Why it ended otherwise, in the reader's language."""
        return said(self.sentence)

    @property
    def is_at_work(self) -> bool:
        """Whether the worker has it."""
        return self.state in AT_WORK


class BroughtFile(models.Model):
    """One file of an import. `reading` is what was read of the document as a whole.

    `columns` are those of a sheet of which nobody knows yet what they hold, with a guess; `mapping` is what a person
    said they hold (field -> column, from 0).

    `state`, `cycle` and `wg_session` say which review it belongs to: as read, as inferred, or as a person said
    (`is_said`). `sentence` says why it could not be read; then its bytes are gone.
    """

    intake = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to=place_for, max_length=200, blank=True)
    sentence = models.CharField(max_length=400, blank=True)
    reading = models.JSONField(null=True, blank=True)
    columns = models.JSONField(null=True, blank=True)
    mapping = models.JSONField(null=True, blank=True)
    state = models.CharField(max_length=3, blank=True)
    cycle = models.PositiveSmallIntegerField(null=True, blank=True)
    wg_session = models.PositiveSmallIntegerField(null=True, blank=True)
    is_said = models.BooleanField(default=False)

    class Meta:
        ordering = ("intake", "order")
        constraints = (models.UniqueConstraint(fields=("intake", "order"), name="intake_file_in_order"),)

    def __str__(self) -> str:
        return self.name

    @property
    def why(self) -> str:
        """Why it could not be read, in the reader's language."""
        return said(self.sentence)

    @property
    def origin(self) -> str:
        """The file's name in a plan."""
        return f"file:{self.pk}"


class Line(models.Model):
    """One line of a document as it was read, and what it would do. Gone once the import has ended."""

    file = models.ForeignKey(BroughtFile, on_delete=models.CASCADE, related_name="lines")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=15, choices=LineKind)
    state = models.CharField(max_length=3, blank=True)
    cycle = models.PositiveSmallIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    has_warnings = models.BooleanField(default=False)
    read = models.JSONField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    recommendation = models.CharField(max_length=40, blank=True)
    """The key of the recommendation it speaks of."""

    class Meta:
        ordering = ("file", "order")
        indexes = (models.Index(fields=("file", "state", "cycle"), name="intake_lines_of_review"),)

    def __str__(self) -> str:
        return f"{self.file}: {self.order}"

    @property
    def goes_to(self) -> str:
        """The key of its recommendation, where the line's own number does not say it."""
        number = self.recommendation.rpartition("/")[2]
        return "" if self.kind == LineKind.ANSWER or number == self.read.get("number") else self.recommendation

    @property
    def numbers(self) -> str:
        """The number, or the numbers of an answer, as people list them."""
        return in_ranges(self.read["numbers"]) if self.kind == LineKind.ANSWER else self.read["number"] or "–"

    @property
    def warnings(self) -> list[str]:
        """What the reader was not sure of, in the language of whoever looks."""
        return [said(warning) for warning in self.read.get("warnings", [])]

    @property
    def labels(self) -> list[str]:
        """Themes, issues, groups and goals, as the document writes them."""
        read = self.read
        goals = [_("Goal %(goal)s") % {"goal": goal} for goal in read.get("sdgs", [])]
        return [*read.get("themes", []), *read.get("issues", []), *read.get("groups", []), *goals]


class PlannedReview(models.Model):
    """What an import would change in one review, and when it was done. `counts` is by kind of change."""

    intake = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="reviews")
    state = models.CharField(max_length=3)
    cycle = models.PositiveSmallIntegerField()
    is_new = models.BooleanField()
    counts = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    differences = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("intake", "state", "cycle")
        constraints = (models.UniqueConstraint(fields=("intake", "state", "cycle"), name="intake_planned_once"),)

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The review's name: `XOR/3`."""
        return f"{self.state}/{self.cycle}"
