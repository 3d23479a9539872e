"""The long work of discussions, for the worker: translations by machine, digests by mail."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.utils import timezone

from suivi.common.jobs.rules import JobState
from suivi.common.jobs.work import Progress, work
from suivi.discussions.actions.post import note_sent, plan_round
from suivi.discussions.actions.translating import give_up_translation, keep_translation
from suivi.discussions.digest import digest_for
from suivi.discussions.models import Post, Translation
from suivi.discussions.queries.waiting import has_news_since, posts_due
from suivi.discussions.rules.words import TranslationState
from suivi.discussions.translating import CannotTranslate, translator

logger = logging.getLogger(__name__)


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


def plan_next_round(_state: JobState) -> None:
    """Let the digests of the day after go out, though those of today did not."""
    plan_round(at=timezone.now(), by="suivi")


@work(attempts=2, otherwise=plan_next_round)
def send_digests(progress: Progress) -> None:
    """Send the digests that are due, each in a message of its own, and plan the next round while anybody wants one."""
    now = timezone.now()
    due = posts_due(now)
    for number, post in enumerate(due, start=1):
        message = digest_for(post) if has_news_since(post.participant, post.sent_at) else None
        if message and note_sent(post=post, at=now, by="suivi"):
            _send(message)
        progress.tell(number, len(due))
    if Post.objects.exists():
        plan_round(at=now, by="suivi")


def _send(message: EmailMessage) -> None:
    """Send a message; where the mail server does not take it, the next round will tell of the same news."""
    try:
        message.send()
    except (OSError, SMTPException) as error:
        logger.warning("A digest could not be sent: %s", type(error).__name__)
