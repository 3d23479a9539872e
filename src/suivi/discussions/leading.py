"""Leads to where something is shown: an entry on the page of what its thread is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from suivi.discussions.queries.threads import place_in_thread

if TYPE_CHECKING:
    from suivi.consultations.models import Consultation
    from suivi.discussions.models import Entry, Thread

PER_PAGE = 30
"""How many entries, with their answers, stand on a page."""


def address_of_thread(consultation: Consultation, thread: Thread) -> str:
    """Return the page of a thread: that of its recommendation or strategy where it is about one."""
    if thread.recommendation:
        return reverse("discussions:recommendation", args=(consultation.key, thread.recommendation.local_key))
    if thread.strategy:
        return reverse("discussions:strategy", args=(consultation.key, thread.strategy.key))
    return reverse("discussions:thread", args=(consultation.key, thread.key))


def address_of(consultation: Consultation, entry: Entry) -> str:
    """Return the address of an entry: its page in the thread, and its place on that page."""
    number = (place_in_thread(entry) - 1) // PER_PAGE + 1
    turned = f"?page={number}" if number > 1 else ""
    return f"{address_of_thread(consultation, entry.thread)}{turned}#e-{entry.key}"


def address_to_write(consultation: Consultation, thread: Thread) -> str:
    """Return where the form of a thread goes; one that nobody began yet has no key of its own."""
    if thread.pk:
        return reverse("discussions:write", args=(consultation.key, thread.key))
    if thread.recommendation:
        return reverse("discussions:write_on_recommendation", args=(consultation.key, thread.recommendation.local_key))
    return reverse(
        "discussions:write_on_strategy", args=(consultation.key, thread.strategy.key if thread.strategy else "")
    )
