"""Agendas without dates: lines to start a consultation from, laid onto real days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

if TYPE_CHECKING:
    from suivi.consultations.models import Session


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of an agenda before it has a date: `day` is counted from the first one, 0."""

    day: int
    begins: time
    ends: time
    title: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> AgendaRow:
        """Return the line that a template tells as {day, from, to, title}."""
        return cls(told["day"], time.fromisoformat(told["from"]), time.fromisoformat(told["to"]), told["title"])

    def as_told(self) -> dict[str, Any]:
        """Return the line as a template keeps it."""
        return {"day": self.day, "from": f"{self.begins:%H:%M}", "to": f"{self.ends:%H:%M}", "title": self.title}

    def on(self, first: date) -> tuple[datetime, datetime]:
        """Return when it begins and ends, where the first day is `first`."""
        day = first + timedelta(days=self.day)
        begins, ends = datetime.combine(day, self.begins), datetime.combine(day, self.ends)
        return timezone.make_aware(begins), timezone.make_aware(ends)


def rows_of(sessions: Iterable[Session]) -> list[AgendaRow]:
    """Return an agenda without its dates, so that another consultation can start from it."""
    kept = [(timezone.localtime(each.starts_at), timezone.localtime(each.ends_at), each.title) for each in sessions]
    first = min((begins.date() for begins, _ends, _title in kept), default=date.min)
    return [AgendaRow((begins.date() - first).days, begins.time(), ends.time(), title) for begins, ends, title in kept]
