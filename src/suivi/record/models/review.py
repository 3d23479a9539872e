"""One State's review in one cycle, and what the State pledged of its own accord."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from suivi.record.models.document import Document


class Review(models.Model):
    """A State's Universal Periodic Review in one cycle, with the dates and symbols known of it."""

    state = models.CharField(_("State under review"), max_length=3)
    cycle = models.PositiveSmallIntegerField(_("cycle"))
    wg_session = models.PositiveSmallIntegerField(_("session of the Working Group"), null=True, blank=True)
    hrc_session = models.PositiveSmallIntegerField(_("session of the Council"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    wg_adopted_on = models.DateField(_("adopted by the Working Group on"), null=True, blank=True)
    report_symbol = models.CharField(_("Working Group report"), max_length=60, blank=True)
    report_on = models.DateField(_("report issued on"), null=True, blank=True)
    addendum_symbol = models.CharField(_("addendum"), max_length=60, blank=True)
    addendum_on = models.DateField(_("addendum dated"), null=True, blank=True)
    plenary_on = models.DateField(_("adopted by the Council on"), null=True, blank=True)
    letter_on = models.DateField(_("letter of the High Commissioner dated"), null=True, blank=True)

    class Meta:
        ordering = ("state", "-cycle")
        constraints = (models.UniqueConstraint(fields=("state", "cycle"), name="record_review_once"),)

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The review's name in addresses and history: `SVN/3`."""
        return f"{self.state}/{self.cycle}"


class Pledge(models.Model):
    """A voluntary pledge: what the State under review promised of its own accord."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="pledges")
    order = models.PositiveIntegerField()
    text = models.TextField()
    page = models.PositiveIntegerField(null=True, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="pledges")

    class Meta:
        ordering = ("review", "order")
        constraints = (models.UniqueConstraint(fields=("review", "order"), name="record_pledge_once"),)

    def __str__(self) -> str:
        return self.text[:80]
