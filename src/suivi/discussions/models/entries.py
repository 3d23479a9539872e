"""What people wrote in threads: the text, its earlier texts, and translations that machines made."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from suivi.coalitions.models import make_key
from suivi.consultations.models import Participant
from suivi.discussions.models.threads import Thread
from suivi.discussions.rules.languages import own_name
from suivi.discussions.rules.words import LONGEST_ENTRY, LONGEST_REASON, TranslationState


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries, by whether they stand."""

    def standing(self) -> EntryQuerySet:
        """Return those that nobody withdrew."""
        return self.filter(withdrawn_at=None)


class Entry(models.Model):
    """What somebody wrote, in their language; an answer names the entry it answers, one level deep.

    A withdrawn entry leaves its place and, where those who run withdrew it, the reason; its text is shown no more.
    """

    key = models.CharField(max_length=10, unique=True, default=make_key, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="entries")
    answers = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="answered_by")
    written_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="entries")
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"), max_length=LONGEST_ENTRY)
    written_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="entries_withdrawn"
    )
    withdrawn_why = models.CharField(_("why"), max_length=LONGEST_REASON, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ("written_at", "id")
        verbose_name_plural = "entries"
        indexes = (models.Index(fields=("thread", "written_at"), name="discussions_entry_order"),)

    def __str__(self) -> str:
        return self.key

    @property
    def withdrawn_by_others(self) -> bool:
        """Whether somebody else than its author withdrew it."""
        return bool(self.withdrawn_at) and self.withdrawn_by_id != self.written_by_id

    @property
    def language_name(self) -> str:
        """How its language calls itself."""
        return own_name(self.language)


class EarlierText(models.Model):
    """What an entry said before it was changed."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="earlier_texts")
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=12)
    text = models.TextField()
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("entry", "-version")
        constraints = (models.UniqueConstraint(fields=("entry", "version"), name="discussions_text_once"),)

    def __str__(self) -> str:
        return f"{self.entry} ({self.version})"


class Translation(models.Model):
    """A machine's translation of one version of an entry: beside the original, never in its place."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="translations")
    version = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=12)
    text = models.TextField(blank=True)
    made_with = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=10, choices=TranslationState, default=TranslationState.ASKED)
    asked_by = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="translations")
    asked_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("entry", "language")
        constraints = (
            models.UniqueConstraint(fields=("entry", "version", "language"), name="discussions_translation_once"),
        )

    def __str__(self) -> str:
        return f"{self.entry} → {self.language}"

    @property
    def language_name(self) -> str:
        """How the language it was brought into calls itself."""
        return own_name(self.language)
