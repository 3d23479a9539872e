"""The papers there are: what each is called, what it is about, and the forms it comes in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """A kind of paper; the value is its name in addresses."""

    RECOMMENDATIONS = "recommendations", _("List of recommendations")
    CLUSTER_TABLE = "cluster-table", _("Cluster pack, as a table")
    CLUSTER_SHEETS = "cluster-sheets", _("Cluster pack, a sheet for each recommendation")
    AGENDA = "agenda", _("Agenda")
    IMPLEMENTATION_PLAN = "implementation-plan", _("Implementation plan")
    ACTION_STRATEGY = "action-strategy", _("Action strategy")
    MINUTES = "minutes", _("Minutes")
    POSTER = "poster", _("Poster for the door")


class Form(models.TextChoices):
    """What a paper is written as; the value is the ending of its file."""

    DOCX = "docx", _("Word")
    PDF = "pdf", _("PDF")
    HTML = "html", _("Web page")
    XLSX = "xlsx", _("Excel")
    CSV = "csv", _("CSV")


TO_READ = (Form.DOCX, Form.PDF, Form.HTML)
TO_FILL = (*TO_READ, Form.XLSX, Form.CSV)
FORMS: dict[Kind, tuple[Form, ...]] = {
    Kind.RECOMMENDATIONS: TO_FILL,
    Kind.CLUSTER_TABLE: TO_FILL,
    Kind.CLUSTER_SHEETS: TO_READ,
    Kind.AGENDA: TO_FILL,
    Kind.IMPLEMENTATION_PLAN: TO_FILL,
    Kind.ACTION_STRATEGY: TO_FILL,
    Kind.MINUTES: TO_READ,
    Kind.POSTER: TO_READ,
}
"""The forms each kind comes in: whatever is a table also as a sheet."""

TYPES: dict[Form, str] = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
    Form.HTML: "text/html; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.CSV: "text/csv; charset=utf-8",
}

MOST_ON_PAPER = 1000
"""So many recommendations are set on pages at once: more than any review holds. Sheets take more."""
