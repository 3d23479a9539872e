"""Tags: themes, groups of persons, goals, issues, each in the vocabulary of whoever gave it."""

from __future__ import annotations

from django.db import models

from suivi.record.models.document import Document
from suivi.record.models.recommendation import Recommendation
from suivi.record.rules import Scheme, TagKind


class Tag(models.Model):
    """A word of one vocabulary: `name` as written, `code` where the vocabulary numbers its words (`A12`, `16`)."""

    kind = models.CharField(max_length=10, choices=TagKind)
    scheme = models.CharField(max_length=12, choices=Scheme)
    code = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ("kind", "name")
        constraints = (models.UniqueConstraint(fields=("kind", "scheme", "name"), name="record_tag_once"),)

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """A tag on a recommendation, and the document that put it there."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="taggings")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="taggings")

    class Meta:
        ordering = ("recommendation", "id")
        constraints = (models.UniqueConstraint(fields=("recommendation", "tag"), name="record_tagging_once"),)

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.tag}"
