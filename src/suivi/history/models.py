"""Events, one after the other, and the head of their chain."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from suivi.history.rules import BEGINNING, saying


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be read and added, never changed or removed."""

    def of_coalition(self, key: str) -> EventQuerySet:
        """Return the events told of one coalition (its key), oldest first."""
        return self.filter(coalition=key)

    def about(self, thing: str) -> EventQuerySet:
        """Return the events about one thing, such as `recommendation:SVN/3/122.4`."""
        return self.filter(thing=thing)

    def update(self, **_changes: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("History is only added to.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise TypeError("History is only added to.")


class Event(models.Model):
    """Somebody did something: ids and names of fields, never their values."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=100)
    coalition = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=60)
    thing = models.CharField(max_length=120)
    details = models.JSONField(default=dict, blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ("sequence",)
        indexes = (
            models.Index(fields=("thing", "sequence"), name="history_thing"),
            models.Index(fields=("coalition", "sequence"), name="history_coalition"),
        )

    def __str__(self) -> str:
        return f"{self.sequence}: {self.actor} {self.verb} {self.thing}"

    def save(self, **options: Any) -> None:
        """Add it; refuse to write over what was told."""
        if not options.get("force_insert"):
            raise TypeError("History is only added to.")
        super().save(**options)

    def delete(self, *_words: Any, **_options: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("History is only added to.")

    @property
    def said(self) -> str:
        """What was done, in the reader's language."""
        return saying(self.verb)


class Head(models.Model):
    """The end of the chain: one row, locked while the next event is added."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=BEGINNING)

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
