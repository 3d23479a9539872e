"""What moved lately: documents that came into the record, and milestones that somebody touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from suivi.home.queries import LATELY, documents_of
from suivi.timeline.models import Milestone
from suivi.timeline.queries import Clock
from suivi.timeline.rules.words import Kind
from suivi.timeline.telling import day_of, title_of


@dataclass(frozen=True, slots=True)
class Move:
    """Something that moved: when, what is said of it, and where it stands. Who did it is told by the history alone."""

    at: datetime
    sentence: str
    address: str


def lately(clock: Clock) -> list[Move]:
    """Return what moved last in a cycle, the latest first."""
    documents = [
        Move(each.received_at, _("In the record: %(document)s") % {"document": each}, "")
        for each in documents_of(clock.review)
    ]
    touched = [
        _touched(step.kept, title_of(step), clock, step.name)
        for step in clock.steps
        if isinstance(step.kept, Milestone)
    ]
    return sorted([*documents, *touched], key=lambda move: move.at, reverse=True)[:LATELY]


def _touched(milestone: Milestone, title: str, clock: Clock, name: str) -> Move:
    address = reverse("timeline:milestone", args=(clock.review.state, clock.review.cycle, name))
    values = {"title": title, "day": day_of(milestone.due_on) if milestone.due_on else ""}
    if milestone.done_on:
        said = _("Done: %(title)s") % values
    elif milestone.kind == Kind.OWN:
        said = _("On the calendar: %(title)s, %(day)s") % values
    elif milestone.due_on:
        said = _("Moved: %(title)s, to %(day)s") % values
    else:
        said = _("Noted about: %(title)s") % values
    return Move(milestone.changed_at, said, address)
