"""The agenda as a file for calendar programs (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from suivi.common.lazily import lazily
from suivi.consultations.models import Consultation, Session

if TYPE_CHECKING:
    import icalendar
else:
    icalendar = lazily("icalendar")


def agenda_file(consultation: Consultation, sessions: Iterable[Session], at: datetime) -> bytes:
    """Return the sessions of a consultation as events with their place; no names of people."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Suivi//{get_language() or 'en'}")
    calendar.add("version", "2.0")
    calendar.add("name", consultation.title)
    for session in sessions:
        event = icalendar.Event()
        event.add("uid", session.key)
        event.add("dtstamp", at)
        event.add("dtstart", session.starts_at)
        event.add("dtend", session.ends_at)
        event.add("summary", session.title)
        if session.place:
            event.add("location", session.place)
        calendar.add_component(event)
    return calendar.to_ical()
