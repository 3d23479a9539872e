"""Fills a coalition with a row of every model, each text with a canary in it; and the shared record likewise.

A model added later is filled without anybody asking for it. Where it cannot be filled by rule, the failure says what to
tell in `instead.py`.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models

from suivi.coalitions.models import Coalition, Person
from suivi.history.actions import tell
from suivi.history.models import Event
from suivi.record.models import Recommendation
from suivi.record.search.index import index
from tests.house.instead import INSTEAD, LEFT_OUT, NULLED, PLAIN, PUBLISHED, SHARED

SHORTEST = 14
"""Letters of a canary: four that are always the same, ten that are its own."""


class Nest:
    """One coalition (or the shared record), with a row of each model and the canaries in its texts.

    `canaries` says for each one where it was put: "nest1f2e3d4c5b" -> "record.SavedView.name".
    """

    def __init__(self, name: str, record: Nest | None = None) -> None:
        self.name, self.record = name, record
        self.rows: dict[type[models.Model], models.Model] = {}
        self.canaries: dict[str, str] = {}
        self.numbers = itertools.count(1)

    def fill(self) -> Nest:
        """Make a row of every model that belongs here."""
        for model in ours():
            if (model._meta.label in SHARED) == (self.record is None):
                self.row(model)
        return self

    def row[Row: models.Model](self, model: type[Row]) -> Row:
        """Return the row of a model, made with all that it needs where there is none yet."""
        if model not in self.rows:
            if model._meta.label in SHARED and self.record:
                return self.record.row(model)
            self.rows[model] = self.another(model)
        return self.rows[model]  # type: ignore[return-value]

    def another[Row: models.Model](self, model: type[Row], **known: Any) -> Row:
        """Make one more row of a model, with what is known of it and canaries in its texts."""
        if model is Event:
            return self._told()  # type: ignore[return-value]
        row = model(**{field.name: self._value(field) for field in _to_fill(model) if field.name not in known}, **known)
        row.save(force_insert=True)
        for after in AFTERWARDS.get(model, ()):
            after(row)
        return row

    def canary(self, where: str) -> str:
        """Return a new canary, and remember where it is put."""
        digest = hashlib.sha256(f"{self.name}:{where}:{next(self.numbers)}".encode()).hexdigest()
        made = f"nest{digest[: SHORTEST - 4]}"
        if where not in PUBLISHED:
            self.canaries[made] = where
        return made

    def _told(self) -> Event:
        verb, thing, details, actor = (
            self.canary(f"history.Event.{word}") for word in ("verb", "thing", "details", "actor")
        )
        key = self.row(Coalition).key if self.record else ""
        return tell(verb=verb, thing=thing, coalition=key, details={"name": details}, by=actor)

    def _value(self, field: models.Field[Any, Any]) -> Any:
        where = f"{field.model._meta.label}.{field.name}"
        name = where if where in INSTEAD or field.choices else field.name
        if name in INSTEAD:
            said = INSTEAD[name]
            return said(self, where) if callable(said) else said
        if field.name == "coalition" and isinstance(field, models.CharField):
            return self.row(Coalition).key
        if isinstance(field, models.ForeignKey):
            return self.row(field.related_model)
        if field.choices:
            return field.get_default() if field.has_default() else next(key for key, _label in field.flatchoices if key)
        if isinstance(field, models.FileField):
            return ContentFile(self.canary(where).encode(), name=f"{self.canary(where)}.txt")
        if isinstance(field, models.CharField | models.TextField) and field.default in {models.NOT_PROVIDED, ""}:
            return self._text(field, where)
        if field.has_default():
            return field.get_default()
        return next((value for kind, value in PLAIN if isinstance(field, kind)), None)

    def _text(self, field: models.Field[Any, Any], where: str) -> str:
        if field.max_length is None or field.max_length >= SHORTEST:
            return self.canary(where)
        assert field.blank, f"{where} is too short for a canary: say in INSTEAD what it holds"
        return ""


AFTERWARDS: dict[type[models.Model], tuple[Callable[[Any], object], ...]] = {
    Recommendation: (lambda row: index([row.pk]),),
}


def ours() -> Iterator[type[models.Model]]:
    """Yield every model of ours; each must belong to a coalition or a person, or be told to be shared."""
    for model in apps.get_models():
        label = model._meta.label
        if model.__module__.startswith("suivi.") and label not in LEFT_OUT:
            belongs = leads_to_people(model)
            whose = f"{label}: whose is it? Let it lead to a coalition or a person, or tell it in SHARED"
            assert belongs != (label in SHARED), whose
            yield model


def leads_to_people(model: type[models.Model], seen: tuple[type[models.Model], ...] = ()) -> bool:
    """Say whether a model belongs to a coalition or a person, by its foreign keys or by a key kept as text."""
    if model in (Coalition, Person):
        return True
    fields = [field for field in model._meta.concrete_fields if field.model is model]
    if any(field.name == "coalition" for field in fields):
        return True
    nearer = [field.related_model for field in fields if isinstance(field, models.ForeignKey)]
    return any(leads_to_people(near, (*seen, model)) for near in nearer if near not in seen)


def _to_fill(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    for field in model._meta.concrete_fields:
        itself = isinstance(field, models.ForeignKey) and field.related_model is model
        if not isinstance(field, models.AutoField) and field.name not in NULLED and not itself:
            yield field
