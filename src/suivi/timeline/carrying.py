"""The calendar as a file for other programs (iCalendar, RFC 5545): days and titles, and nothing that anybody noted."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suivi.coalitions.models import Membership
from suivi.common.lazily import lazily
from suivi.record.names import state_name
from suivi.timeline.queries import Clock
from suivi.timeline.rules.steps import Step
from suivi.timeline.rules.words import Condition
from suivi.timeline.telling import title_of, when_of

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")

REFRESH = timedelta(hours=12)


def calendar_file(clock: Clock, membership: Membership, at: datetime) -> bytes:
    """Return the steps of a cycle as whole-day events; those that nobody waits for and nobody knows are left out."""
    name = _("%(state)s, cycle %(cycle)d") % {"state": state_name(clock.review.state), "cycle": clock.review.cycle}
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Suivi//{get_language() or 'en'}")
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    for step in clock.steps:
        if step.condition != Condition.PAST:
            calendar.add_component(_event(step, clock, membership, at))
    return calendar.to_ical()


def _event(step: Step, clock: Clock, membership: Membership, at: datetime) -> icalendar.Event:
    # The same event keeps its mark from fetch to fetch, and the mark tells a stranger nothing.
    mark = hashlib.sha256(f"{membership.coalition.key} {clock.review.key} {step.name}".encode()).hexdigest()[:32]
    values = {"state": state_name(clock.review.state), "title": title_of(step), "when": when_of(step)}
    event = icalendar.Event()
    event.add("uid", mark)
    event.add("dtstamp", at)
    event.add("dtstart", step.first)
    event.add("dtend", (step.first if step.rough else step.last) + timedelta(days=1))
    title = _("%(state)s: %(title)s (about %(when)s)") if step.rough else _("%(state)s: %(title)s")
    event.add("summary", title % values)
    event.add("transp", "TRANSPARENT")
    return event
