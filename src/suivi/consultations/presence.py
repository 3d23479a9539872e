"""Who stands in which consultation: a member, or somebody without account who took a seat with the code on the wall."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from suivi.coalitions.models import Membership, Person
from suivi.consultations.models import Consultation, Participant


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in a consultation. Without membership they came by the code; a member may not have a seat yet."""

    consultation: Consultation
    membership: Membership | None
    participant: Participant | None

    def __str__(self) -> str:
        return str(self.participant or self.membership)


class VisitRequest(HttpRequest):
    """A request inside a consultation."""

    user: Person
    membership: Membership | None
    visit: Visit
