"""Tells the history of a deed in a consultation, and leaves word for those whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from suivi.discussions.models import Notice
from suivi.history.actions import tell

if TYPE_CHECKING:
    from datetime import datetime

    from suivi.consultations.models import Participant
    from suivi.discussions.models import Amendment, Entry, Strategy
    from suivi.discussions.rules.words import NoticeKind


def tell_of(*, verb: str, thing: str, details: dict[str, Any] | None = None, by: Participant) -> None:
    """Tell what a participant did, in the history of the consultation's coalition."""
    told = {"consultation": by.consultation.key, **(details or {})}
    tell(verb=verb, thing=thing, coalition=by.consultation.coalition.key, details=told, by=by)


def leave_word(
    *,
    kind: NoticeKind,
    to: Participant,
    entry: Entry | None = None,
    strategy: Strategy | None = None,
    amendment: Amendment | None = None,
    at: datetime,
    by: Participant,
) -> None:
    """Let something wait for a participant; nobody is told of their own deeds."""
    if to.pk != by.pk:
        Notice.objects.create(
            participant=to, kind=kind, entry=entry, strategy=strategy, amendment=amendment, made_at=at
        )
