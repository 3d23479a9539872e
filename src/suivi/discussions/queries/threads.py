"""Threads of a consultation, and what is written in one: entries, answers, translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from suivi.clusters.models import Placement
from suivi.discussions.models import Entry, Notice, Strategy, Thread, Translation
from suivi.discussions.rules.words import NoticeKind

if TYPE_CHECKING:
    from suivi.clusters.models import Cluster
    from suivi.consultations.models import Consultation, Participant
    from suivi.discussions.models import EntryQuerySet, ThreadQuerySet

WRITER = ("written_by__organisation", "withdrawn_by")
ABOUT = ("recommendation", "cluster", "strategy", "begun_by")


def threads_of(consultation: Consultation, participant: Participant | None = None) -> ThreadQuerySet:
    """Return the threads of a consultation, the one that moved last first, each with `entry_count`.

    Threads about drafts are left out but for those of this participant.
    """
    strategies = Strategy.objects.filter(consultation=consultation).visible_to(participant)
    standing = Entry.objects.standing().filter(thread=OuterRef("pk")).order_by().values("thread")
    count = Coalesce(Subquery(standing.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0)
    found = Thread.objects.filter(consultation=consultation).readable_with(strategies)
    return found.annotate(entry_count=count).select_related(*ABOUT)


def entry_count_of(thread: Thread) -> int:
    """Return how many entries stand in a thread that `threads_of` found."""
    return getattr(thread, "entry_count", 0)


def threads_on_cluster(consultation: Consultation, cluster: Cluster) -> ThreadQuerySet:
    """Return the threads about a cluster, and about the recommendations that stand in it, that hold an entry."""
    placed = Placement.objects.filter(cluster=cluster).order_by().values("recommendation")
    about = Q(cluster=cluster) | Q(recommendation__in=placed)
    return threads_of(consultation).filter(about).filter(Q(entry_count__gt=0))


def entries_in(consultation: Consultation, participant: Participant | None = None) -> EntryQuerySet:
    """Return every entry of a consultation that somebody may read, withdrawn ones too."""
    threads = threads_of(consultation, participant).values("pk")
    return Entry.objects.filter(thread__in=threads).select_related(*WRITER, "thread", "answers")


@dataclass(slots=True)
class Said:
    """An entry as a page shows it: who is named in it, its translation for this reader, and what answers it."""

    entry: Entry
    mentioned: list[str] = field(default_factory=list)
    translation: Translation | None = None
    answers: list[Said] = field(default_factory=list)


def first_entries(thread: Thread) -> EntryQuerySet:
    """Return the entries of a thread that answer no other."""
    return thread.entries.filter(answers=None).select_related(*WRITER)


def place_in_thread(entry: Entry) -> int:
    """Return as the how-manieth of its thread an entry stands, or the entry it answers: 1 is the first."""
    first = entry.answers or entry
    before = Q(written_at__lt=first.written_at) | Q(written_at=first.written_at, pk__lte=first.pk)
    return Entry.objects.filter(before, thread=first.thread_id, answers=None).count()


def said(entries: Iterable[Entry], language: str) -> list[Said]:
    """Return entries with their answers, in four queries: translations are those into the reader's language."""
    first = list(entries)
    answers = list(Entry.objects.filter(answers__in=first).select_related(*WRITER))
    every = {each.pk: Said(each) for each in (*first, *answers)}
    for answer in answers:
        every[answer.answers_id].answers.append(every[answer.pk])  # type: ignore[index]
    for key, names in _mentioned(every).items():
        every[key].mentioned = names
    for translation in Translation.objects.filter(entry__in=every, language=language):
        shown = every[translation.entry_id]
        if translation.version == shown.entry.version:
            shown.translation = translation
    return [every[each.pk] for each in first]


def last_entries(threads: Iterable[Thread]) -> dict[int, Entry]:
    """Return the last standing entry of each thread, in one query."""
    keys = [thread.pk for thread in threads]
    newest = Entry.objects.standing().filter(thread=OuterRef("thread")).order_by("-written_at", "-pk").values("pk")[:1]
    found = Entry.objects.filter(thread__in=keys, pk=Subquery(newest)).select_related("written_by")
    return {entry.thread_id: entry for entry in found}


def unanswered(threads: ThreadQuerySet) -> ThreadQuerySet:
    """Return threads in which one entry stands and nobody answered it; the oldest first."""
    return threads.filter(Q(entry_count=1)).filter(~Q(strategy__state__in=["merged", "withdrawn"])).order_by("moved_at")


def _mentioned(entries: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    told = Notice.objects.filter(entry__in=entries, kind=NoticeKind.MENTION).order_by("participant__name")
    for key, name in told.values_list("entry", "participant__name"):
        found[key].append(name)
    return found
