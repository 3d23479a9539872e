"""What waits for a participant: mentions, answers, decisions, drafts of theirs, and news where they follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from suivi.clusters.models import Placement
from suivi.consultations.models import Participant
from suivi.consultations.rules import Phase
from suivi.discussions.models import Entry, Follow, Notice, Post, Strategy
from suivi.discussions.rules.strategies import StrategyState
from suivi.discussions.rules.words import WAITS
from suivi.discussions.sealing import stopped_by

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.discussions.models import FollowQuerySet

RELATED = (
    "entry__written_by", "entry__thread__recommendation", "entry__thread__cluster", "entry__thread__strategy",
    "entry__withdrawn_by", "strategy", "strategy__merged_into", "amendment__suggested_by", "amendment__decided_by",
)  # fmt: skip
FOLLOWED = ("thread__recommendation", "thread__cluster", "thread__strategy", "recommendation", "cluster")


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody in one consultation."""

    notices: list[Notice]
    news: list[Follow]
    drafts: list[Strategy]

    @property
    def count(self) -> int:
        """How many things wait; places with news count once each."""
        return len(self.notices) + len(self.news)

    def __bool__(self) -> bool:
        return bool(self.notices or self.news or self.drafts)


def what_waits_for(participant: Participant | None) -> Waiting:
    """Return what waits for a participant in their consultation, in three queries; for nobody, nothing."""
    if participant is None:
        return Waiting([], [], [])
    notices = Notice.objects.waiting().filter(participant=participant).select_related(*RELATED)
    drafts = Strategy.objects.filter(proposed_by=participant, state=StrategyState.DRAFTED)
    return Waiting(list(notices), list(news_for(participant)), list(drafts))


def follows_of(participant: Participant) -> FollowQuerySet:
    """Return what a participant follows, each place with `news`: how much others wrote there since they read."""
    others = Entry.objects.standing().exclude(written_by=participant).order_by()
    here = others.filter(thread__consultation=participant.consultation_id, written_at__gt=OuterRef("seen_at"))
    readable = here.filter(Q(thread__strategy=None) | Q(thread__strategy__proposed_at__isnull=False))
    placed = Placement.objects.filter(cluster=OuterRef(OuterRef("cluster"))).order_by().values("recommendation")
    followed = readable.filter(
        Q(thread=OuterRef("thread"))
        | Q(thread__recommendation=OuterRef("recommendation"))
        | Q(thread__cluster=OuterRef("cluster"))
        | Q(thread__strategy__cluster=OuterRef("cluster"))
        | Q(thread__recommendation__in=placed)
    )
    # One group for all of them: values of a constant, so that the subquery gives one row.
    count = followed.annotate(place=F("thread__consultation")).values("place").annotate(n=Count("pk")).values("n")
    found = Follow.objects.of(participant).annotate(news=Coalesce(Subquery(count, output_field=IntegerField()), 0))
    return found.select_related(*FOLLOWED)


def news_for(participant: Participant) -> FollowQuerySet:
    """Return the places that a participant follows and that others wrote in since."""
    return follows_of(participant).filter(Q(news__gt=0))


def has_news_since(participant: Participant, since: datetime | None) -> bool:
    """Say whether something new waits for a participant since a moment; all of it where None."""
    notices = Notice.objects.waiting().filter(participant=participant)
    if since is None:
        return notices.exists() or news_for(participant).exists()
    return (
        notices.filter(made_at__gt=since).exists()
        or news_for(participant).filter(Q(thread__moved_at__gt=since) | Q(thread=None)).exists()
    )


def post_of(participant: Participant | None) -> Post | None:
    """Return where a participant's digest goes, or None."""
    return Post.objects.filter(participant=participant).first() if participant else None


def post_with(token: str) -> Post | None:
    """Return the digest that the link in a mail stops: stopped, too old and never sent are one answer."""
    related = ("participant__consultation__coalition",)
    return Post.objects.select_related(*related).filter(key=stopped_by(token)).first()


def posts_due(now: datetime) -> list[Post]:
    """Return whose digest may go out again: people still take part, the consultation is not closed."""
    waited = Q()
    for frequency, wait in WAITS.items():
        waited |= Q(frequency=frequency) & (Q(sent_at=None) | Q(sent_at__lte=now - wait))
    present = Participant.objects.present().exclude(consultation__phase=Phase.CLOSED)
    found = Post.objects.filter(waited, participant__in=present)
    return list(found.select_related("participant__consultation__coalition"))
