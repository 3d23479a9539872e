"""Writing in discussions: an entry, an answer, a change, and withdrawing with the author told why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from suivi.consultations.queries import participants_of
from suivi.discussions.actions.telling import leave_word, tell_of
from suivi.discussions.models import EarlierText, Entry, Follow, Thread
from suivi.discussions.permissions import can_edit_entry, can_put_back_entry, can_withdraw_entry, can_write, visit_of
from suivi.discussions.rules.texts import names_after_at
from suivi.discussions.rules.words import NoticeKind

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.clusters.models import Cluster
    from suivi.consultations.models import Participant
    from suivi.discussions.models import Strategy
    from suivi.record.models import Recommendation


@dataclass(frozen=True, slots=True)
class About:
    """What a new thread is about: one of these, or what its title says."""

    title: str = ""
    recommendation: Recommendation | None = None
    cluster: Cluster | None = None
    strategy: Strategy | None = None


@transaction.atomic
def begin_thread(
    *, about: About, text: str, language: str, mentioned: Iterable[Participant] = (), at: datetime, by: Participant
) -> Entry:
    """Write the first entry about something; where a recommendation or a strategy has its thread, go on there."""
    can_write(visit_of(by)).require()
    thread = _thread_about(about, at, by)
    return _write(Entry(thread=thread, language=language, text=text), mentioned, at, by)


@transaction.atomic
def write_entry(
    *,
    thread: Thread,
    text: str,
    language: str,
    answers: Entry | None = None,
    mentioned: Iterable[Participant] = (),
    at: datetime,
    by: Participant,
) -> Entry:
    """Write in a thread, or answer an entry; an answer to an answer stands beside it, one level deep."""
    can_write(visit_of(by)).require()
    answered = (answers.answers or answers) if answers else None
    entry = _write(Entry(thread=thread, language=language, text=text, answers=answered), mentioned, at, by)
    if answers and not entry.notices.filter(participant=answers.written_by).exists():
        leave_word(kind=NoticeKind.ANSWER, to=answers.written_by, entry=entry, at=at, by=by)
    return entry


@transaction.atomic
def edit_entry(*, entry: Entry, text: str, language: str, at: datetime, by: Participant) -> Entry:
    """Change what an entry says; what it said before is kept and can be read."""
    entry = _locked(entry)
    can_edit_entry(visit_of(by), entry).require()
    if (entry.text, entry.language) == (text, language):
        return entry
    EarlierText.objects.create(
        entry=entry,
        version=entry.version,
        language=entry.language,
        text=entry.text,
        written_at=entry.edited_at or entry.written_at,
    )
    entry.text, entry.language, entry.edited_at, entry.version = text, language, at, entry.version + 1
    entry.save(update_fields=["text", "language", "edited_at", "version"])
    _mention(entry, (), at, by)
    tell_of(verb="edit_entry", thing=f"entry:{entry.key}", details={"fields": ["text", "language"]}, by=by)
    return entry


@transaction.atomic
def withdraw_entry(*, entry: Entry, why: str, at: datetime, by: Participant) -> Entry:
    """Take an entry's text off the page; where somebody else than its author does it, the author is told why."""
    entry = _locked(entry)
    can_withdraw_entry(visit_of(by), entry).require()
    entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_why = at, by, why
    entry.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    leave_word(kind=NoticeKind.WITHDRAWN, to=entry.written_by, entry=entry, at=at, by=by)
    tell_of(verb="withdraw_entry", thing=f"entry:{entry.key}", by=by)
    return entry


@transaction.atomic
def put_back_entry(*, entry: Entry, by: Participant) -> Entry:
    """Show a withdrawn entry again."""
    entry = _locked(entry)
    can_put_back_entry(visit_of(by), entry).require()
    entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_why = None, None, ""
    entry.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    entry.notices.filter(kind=NoticeKind.WITHDRAWN).delete()
    tell_of(verb="put_back_entry", thing=f"entry:{entry.key}", by=by)
    return entry


def _thread_about(about: About, at: datetime, by: Participant) -> Thread:
    known = {"title": about.title, "cluster": about.cluster, "begun_by": by, "begun_at": at, "moved_at": at}
    if about.recommendation or about.strategy:
        thread, is_new = Thread.objects.get_or_create(
            consultation=by.consultation, recommendation=about.recommendation, strategy=about.strategy, defaults=known
        )
    else:
        thread, is_new = Thread.objects.create(consultation=by.consultation, **known), True
    if is_new:
        tell_of(verb="begin_thread", thing=f"thread:{thread.key}", by=by)
    return thread


def _write(entry: Entry, mentioned: Iterable[Participant], at: datetime, by: Participant) -> Entry:
    entry.written_by, entry.written_at = by, at
    entry.save(force_insert=True)
    _mention(entry, mentioned, at, by)
    Thread.objects.filter(pk=entry.thread_id).update(moved_at=at)
    Follow.objects.update_or_create(
        participant=by, thread=entry.thread, defaults={"seen_at": at}, create_defaults={"began_at": at, "seen_at": at}
    )
    tell_of(verb="write_entry", thing=f"entry:{entry.key}", details={"thread": entry.thread.key}, by=by)
    return entry


def _mention(entry: Entry, chosen: Iterable[Participant], at: datetime, by: Participant) -> None:
    """Let the entry wait for those who were chosen, and for those whose name stands in it after an @, once each."""
    found = {each.pk: each for each in chosen}
    if "@" in entry.text:
        present = list(participants_of(by.consultation))
        named = set(names_after_at(entry.text, (each.name for each in present)))
        found |= {each.pk: each for each in present if each.name in named}
    told = set(entry.notices.filter(kind=NoticeKind.MENTION).values_list("participant", flat=True))
    for participant in found.values():
        if participant.pk not in told:
            leave_word(kind=NoticeKind.MENTION, to=participant, entry=entry, at=at, by=by)


def _locked(entry: Entry) -> Entry:
    found = Entry.objects.select_for_update(of=("self",)).select_related("written_by", "thread", "withdrawn_by")
    return found.get(pk=entry.pk)
