"""A document that the record was read from; its bytes stay as they came."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.record.rules import DocumentKind


class Document(models.Model):
    """A published document, known by the SHA-256 of its bytes: the same file is one document, as often as it comes."""

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    kind = models.CharField(_("kind"), max_length=30, choices=DocumentKind)
    symbol = models.CharField(_("symbol"), max_length=60, blank=True)
    name = models.CharField(_("file name"), max_length=200)
    language = models.CharField(_("language"), max_length=12, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    file = models.FileField(upload_to="documents", max_length=200)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-received_at", "-id")

    def __str__(self) -> str:
        return self.symbol or self.name
