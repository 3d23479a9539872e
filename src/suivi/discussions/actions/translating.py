"""Asking a machine for a translation, and keeping what it gave beside the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.common.jobs.actions import start
from suivi.discussions.actions.telling import tell_of
from suivi.discussions.models import Translation
from suivi.discussions.permissions import can_ask_translation, visit_of
from suivi.discussions.rules.words import TranslationState

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant
    from suivi.discussions.models import Entry


@transaction.atomic
def ask_translation(*, entry: Entry, language: str, at: datetime, by: Participant) -> Translation:
    """Let the worker ask the machine for an entry in another language; asked twice, it is made once."""
    can_ask_translation(visit_of(by), entry, language).require()
    asked, is_new = Translation.objects.select_for_update(of=("self",)).get_or_create(
        entry=entry, version=entry.version, language=language, defaults={"asked_by": by, "asked_at": at}
    )
    if asked.state == TranslationState.FAILED:
        asked.state, asked.asked_by, asked.asked_at, is_new = TranslationState.ASKED, by, at, True
        asked.save(update_fields=["state", "asked_by", "asked_at"])
    if is_new:
        start("suivi.discussions.tasks.translate_entry", once=f"translation:{asked.pk}", translation=asked.pk)
        tell_of(verb="ask_translation", thing=f"entry:{entry.key}", details={"language": language}, by=by)
    return asked


@transaction.atomic
def keep_translation(*, translation: Translation, text: str, made_with: str, at: datetime, by: object) -> None:  # noqa: ARG001  actions say by whom
    """Keep what the machine gave."""
    translation.text, translation.made_with, translation.made_at = text, made_with, at
    translation.state = TranslationState.MADE
    translation.save(update_fields=["text", "made_with", "made_at", "state"])


@transaction.atomic
def give_up_translation(*, translation: Translation, by: object) -> None:  # noqa: ARG001  actions say by whom
    """Note that the machine gave nothing; whoever wants may ask again."""
    translation.state = TranslationState.FAILED
    translation.save(update_fields=["state"])
