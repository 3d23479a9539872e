"""Makes threads, entries and strategies in a consultation of the invented State Orvana."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from suivi.clusters.models import Cluster
from suivi.consultations.models import Consultation, Participant
from suivi.consultations.rules import Phase
from suivi.consultations.tests.factories import make_consultation, make_participant
from suivi.discussions.actions.entries import About, begin_thread, write_entry
from suivi.discussions.actions.strategies import draft_strategy
from suivi.discussions.models import Entry, Strategy, Thread
from suivi.discussions.rules.proposals import Proposal
from suivi.discussions.rules.words import Area
from suivi.record.models import Recommendation


def make_thread(
    title: str = "Who speaks to the ministry?",
    *,
    by: Participant | None = None,
    text: str = "We should agree on one voice.",
    recommendation: Recommendation | None = None,
    cluster: Cluster | None = None,
    strategy: Strategy | None = None,
    at: datetime | None = None,
) -> Thread:
    """Make a thread with its first entry."""
    titled = "" if recommendation or strategy else title
    about = About(title=titled, recommendation=recommendation, cluster=cluster, strategy=strategy)
    by = by or make_participant()
    return begin_thread(about=about, text=text, language="en", at=at or timezone.now(), by=by).thread


def make_entry(
    text: str = "Agreed.",
    *,
    thread: Thread | None = None,
    answers: Entry | None = None,
    language: str = "en",
    at: datetime | None = None,
    by: Participant | None = None,
) -> Entry:
    """Write in a thread."""
    thread = thread or make_thread()
    by = by or make_participant("Ibis", consultation=thread.consultation)
    return write_entry(thread=thread, text=text, language=language, answers=answers, at=at or timezone.now(), by=by)


def make_strategy(
    title: str = "Meet the law committee before the answer",
    *,
    by: Participant | None = None,
    area: Area = Area.NATIONAL,
    objective: str = "The committee asks the ministry to support 128.1.",
    target: str = "The law committee of parliament",
    doers: str = "Legal Aid Network",
    due_on: date | None = None,
    cluster: Cluster | None = None,
    recommendations: Sequence[Recommendation] = (),
    propose: bool = True,
) -> Strategy:
    """Make a strategy that somebody proposed; with `propose=False` their draft."""
    proposal = Proposal(
        area=area,
        title=title,
        objective=objective,
        language="en",
        target=target,
        doers=doers,
        due_on=due_on,
        cluster=cluster,
        recommendations=recommendations,
    )
    return draft_strategy(proposal=proposal, propose=propose, at=timezone.now(), by=by or make_participant())


def move_to(consultation: Consultation, phase: Phase) -> None:
    """Let a consultation stand in another phase."""
    Consultation.objects.filter(pk=consultation.pk).update(phase=phase)
    consultation.phase = phase


def again(participant: Participant) -> Participant:
    """Return a participant as the next request would find them."""
    related = ("consultation__coalition", "consultation__review", "membership__person", "organisation")
    return Participant.objects.select_related(*related).get(pk=participant.pk)


__all__ = ["again", "make_consultation", "make_entry", "make_participant", "make_strategy", "make_thread", "move_to"]
