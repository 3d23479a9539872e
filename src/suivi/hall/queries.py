"""What is on now: for one phone, and for the wall; each with a mark that changes when something did."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from suivi.consent.models import Motion, Wording
from suivi.consultations.queries import agenda_of
from suivi.hall.models import Saying, Wall
from suivi.hall.rules import Shown
from suivi.opinions.models import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from suivi.consultations.models import Consultation, Session
    from suivi.opinions.models import StatementQuerySet


@dataclass(frozen=True, slots=True)
class Programme:
    """What is on at a moment, and what follows; between two sessions, nothing is on."""

    now: Session | None
    following: Session | None

    @property
    def told(self) -> tuple[tuple[object, ...], ...]:
        """All that a page says of it."""
        return tuple(
            (each.pk, each.title, each.starts_at, each.ends_at, each.place, each.spoken)
            for each in (self.now, self.following)
            if each
        )


def programme_at(consultation: Consultation, at: datetime) -> Programme:
    """Return what is on and what follows."""
    ahead = list(agenda_of(consultation).filter(ends_at__gt=at)[:2])
    if ahead and ahead[0].starts_at <= at:
        return Programme(ahead[0], ahead[1] if len(ahead) > 1 else None)
    return Programme(None, ahead[0] if ahead else None)


def wall_of(consultation: Consultation) -> Wall:
    """Return what stands on the wall: before anybody chose, what is on now."""
    return Wall.objects.filter(consultation=consultation).first() or Wall(
        consultation=consultation, shown=Shown.AGENDA, changed_at=consultation.set_up_at
    )


def saying_of(consultation: Consultation, session: Session | None) -> Saying | None:
    """Return where that is kept which is said in the hall while a session is on, or between sessions."""
    return Saying.objects.filter(consultation=consultation, session=session).select_related("thread").first()


def statement_here(consultation: Consultation, key: str) -> StatementQuerySet:
    """Return the statement of this key where it is on the opinion map of a consultation, in one query."""
    found = Statement.objects.shown().filter(opinion_map__consultation=consultation, key=key)
    return found.select_related("opinion_map")


def with_texts(motions: Iterable[Motion]) -> list[Motion]:
    """Return motions with `text`: what their newest wording says; in one query for all of them."""
    found = list(motions)
    texts = {(each.motion_id, each.number): each.text for each in Wording.objects.filter(motion__in=found)}
    for motion in found:
        motion.text = texts[motion.pk, motion.wording]  # type: ignore[attr-defined]
    return found


def motion_here(consultation: Consultation, key: str) -> QuerySet[Motion]:
    """Return the motion of this key in a consultation, unless it is still a draft."""
    return Motion.objects.filter(consultation=consultation, key=key).exclude(state=Motion.State.DRAFTED)


def mark_of(*parts: object) -> str:
    """Return a mark of what a part of a page is made of, in the reader's language."""
    return hashlib.sha256(repr((get_language(), *parts)).encode()).hexdigest()[:16]
