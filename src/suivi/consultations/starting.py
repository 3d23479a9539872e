"""The agendas that come with the house, one for each kind of meeting; coalitions change them and keep their own."""

from __future__ import annotations

from datetime import time

from django.utils.translation import gettext_lazy as _

from suivi.consultations.agendas import AgendaRow
from suivi.consultations.rules import Kind

CLUSTER_WORK = _("Work in clusters: goal, proposed government action, indicator, ministry")
WHAT_WE_DO = _("Work in clusters: what civil society does, by whom, by when")
CHARTER = _("Outcome charter: read, mended, agreed")
NEXT = _("Who does what next; evaluation")

STARTING = {
    Kind.WORKSHOP: (
        (0, "09:00", "09:30", _("Welcome, rules of the room, safety")),
        (0, "09:30", "10:30", _("The review: what was asked, what was answered, what is open")),
        (0, "11:00", "12:30", _("Recommendations into clusters")),
        (0, "14:00", "15:30", _("What each cluster finds most urgent")),
        (0, "16:00", "17:00", _("Opinion map: what unites us")),
        (1, "09:00", "12:30", CLUSTER_WORK),
        (1, "14:00", "16:00", WHAT_WE_DO),
        (1, "16:30", "17:30", _("Priorities of all")),
        (2, "09:00", "10:30", _("How to win what is still open: acceptance")),
        (2, "11:00", "12:30", _("Clusters report; what is decided together")),
        (2, "14:00", "15:30", CHARTER),
        (2, "15:30", "16:30", NEXT),
    ),
    Kind.ONE_DAY: (
        (0, "09:00", "09:30", _("Welcome, rules of the room, safety")),
        (0, "09:30", "10:30", _("The review: what was asked, what was answered, what is open")),
        (0, "11:00", "12:30", CLUSTER_WORK),
        (0, "13:30", "14:30", WHAT_WE_DO),
        (0, "14:30", "15:30", _("Priorities of all")),
        (0, "16:00", "17:00", NEXT),
    ),
    Kind.ONLINE: (
        (0, "15:00", "16:30", _("Opening: the review, and how we work over these weeks")),
        (7, "15:00", "16:00", _("Clusters report")),
        (14, "15:00", "16:00", _("Priorities of all")),
        (21, "15:00", "16:30", CHARTER),
    ),
    Kind.DIALOGUE_DAY: (
        (0, "09:00", "09:30", _("Welcome and purpose")),
        (0, "09:30", "10:30", _("What civil society proposes, cluster by cluster")),
        (0, "11:00", "12:30", _("What the government plans")),
        (0, "14:00", "15:30", _("Side by side: where we agree, what stays open")),
        (0, "16:00", "17:00", _("What was promised, by whom, by when")),
    ),
    Kind.VALIDATION_MEETING: (
        (0, "09:00", "09:30", _("Welcome and method")),
        (0, "09:30", "12:30", _("Findings, cluster by cluster: what is missing, what is not right")),
        (0, "14:00", "15:30", _("Answers and corrections")),
        (0, "15:30", "16:30", NEXT),
    ),
}


def agenda_for(kind: Kind) -> list[AgendaRow]:
    """Return the agenda that comes with the house for a kind of meeting, titles in the reader's language."""
    return [
        AgendaRow(day, time.fromisoformat(begins), time.fromisoformat(ends), str(title))
        for day, begins, ends, title in STARTING[kind]
    ]
