"""The digest by mail: asked for with an address, stopped with one press, sent where there is news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from suivi.common.jobs.actions import start
from suivi.discussions.actions.telling import tell_of
from suivi.discussions.models import Post
from suivi.discussions.permissions import can_have_post, visit_of
from suivi.discussions.rules.words import until_next_round
from suivi.discussions.sealing import sealed

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant


@transaction.atomic
def give_post(*, address: str, frequency: str, at: datetime, by: Participant) -> Post:
    """Keep where a participant's digest goes, sealed; another address takes the place of the first."""
    can_have_post(visit_of(by)).require()
    told = {"address": sealed(address), "frequency": frequency}
    post, _made = Post.objects.update_or_create(
        participant=by, defaults=told, create_defaults={**told, "given_at": at, "sent_at": at}
    )
    plan_round(at=at, by=by)
    tell_of(verb="give_post", thing=f"participant:{by.key}", details={"fields": ["address", "frequency"]}, by=by)
    return post


@transaction.atomic
def stop_post(*, post: Post, by: Participant) -> None:
    """Forget where a digest went. Whoever holds the link of a mail may do it for the person it was written to."""
    post.delete()
    tell_of(verb="stop_post", thing=f"participant:{by.key}", by=by)


@transaction.atomic
def note_sent(*, post: Post, at: datetime, by: object) -> bool:  # noqa: ARG001  actions say by whom
    """Note that a digest goes out now; say whether nobody else noted it since the post was read."""
    return bool(Post.objects.filter(pk=post.pk, sent_at=post.sent_at).update(sent_at=at))


@transaction.atomic
def plan_round(*, at: datetime, by: object) -> None:  # noqa: ARG001  actions say by whom
    """Let the worker send the digests that are due, early in the next morning; planned twice, it is done once."""
    wait = until_next_round(at)
    start("suivi.discussions.tasks.send_digests", once=f"digests:{(at + wait):%Y-%m-%d}", after=wait)
