"""The long work of discussions, for the worker: asking a machine for a translation."""

from __future__ import annotations

from django.utils import timezone

from suivi.common.jobs.rules import JobState
from suivi.common.jobs.work import Progress, work
from suivi.discussions.actions.translating import give_up_translation, keep_translation
from suivi.discussions.models import Translation
from suivi.discussions.rules.words import TranslationState
from suivi.discussions.translating import CannotTranslate, translator


def close_translation(_state: JobState, *, translation: int) -> None:
    """Note that a translation could not be made, when its job failed for good."""
    asked = Translation.objects.filter(pk=translation, state=TranslationState.ASKED).first()
    if asked:
        give_up_translation(translation=asked, by="suivi")


@work(attempts=2, otherwise=close_translation)
def translate_entry(progress: Progress, *, translation: int) -> None:
    """Ask this server's machine for one translation; an entry withdrawn or changed meanwhile is left alone."""
    asked = Translation.objects.select_related("entry").filter(pk=translation, state=TranslationState.ASKED).first()
    machine = translator()
    if asked is None:
        return
    if machine is None or asked.entry.withdrawn_at or asked.entry.version != asked.version:
        give_up_translation(translation=asked, by="suivi")
        return
    try:
        said = machine.translate(asked.entry.text, asked.entry.language, asked.language)
    except CannotTranslate:
        give_up_translation(translation=asked, by="suivi")
        return
    progress.tell(1, 1)
    keep_translation(translation=asked, text=said, made_with=machine.name, at=timezone.now(), by="suivi")
